import NIOHTTP1
import SallyportEcosystem
import SallyportGate
import SallyportTesting
import Testing

@Suite("Connections")
struct ConnectionTests {
    private let premises = Premises()
    private static let path = "/npm/left/-/left-1.0.0.tgz"

    private func publish() -> [UInt8] {
        let bytes = FakeTarball.honest("left", "1.0.0")
        Packument(versions: [.init(number: "1.0.0", bytes: bytes)]).publish(to: premises.upstream)
        return bytes
    }

    @Test("requests in one go are answered in their order, whichever path answers them")
    func pipelining() async throws {
        let bytes = publish()
        try await premises.open { visit async throws in
            _ = try await visit.get(Self.path)
            let connection = try await visit.connect()
            premises.ledger.hold()
            let arrivals = premises.ledger.arrivals.arrived
            try await connection.send(
                RawRequest(.GET, Self.path),
                RawRequest(.GET, "/healthz"),
                RawRequest(.GET, Self.path, [("range", "bytes=0-1")]),
                RawRequest(.HEAD, Self.path),
                RawRequest(.GET, "/npm/left")
            )
            await premises.ledger.arrivals.waitForArrivals(arrivals + 1)
            premises.ledger.release()
            #expect(try await connection.next().body == bytes)
            #expect(try await connection.next().text.contains("alive"))
            #expect(try await connection.next().body == Array(bytes.prefix(2)))
            #expect(try await connection.next().body == [])
            #expect(try await connection.next().text.contains("dist-tags"))
            await connection.close()
        }
    }

    @Test(
        "HEAD has no body whatever answers it, so the next answer on the connection is whole",
        arguments: [
            "/npm/left", Self.path, "/npm/left/-/left-9.9.9.tgz", "/npm/bad/-/bad-1.0.0.tgz", "/npm/-/ping", "/other",
            "/npm/nothing", "/pypi/simple/", "/healthz", "/api/v1/queue",
        ]
    )
    func head(target: String) async throws {
        _ = publish()
        Packument(name: "bad", versions: [.init(number: "1.0.0", bytes: FakeTarball.unreadable("1.0.0"))])
            .publish(to: premises.upstream)
        try await premises.open { visit async throws in
            let connection = try await visit.connect()
            try await connection.send(RawRequest(.HEAD, target))
            let head = try await connection.next()
            try await connection.send(RawRequest(.GET, target))
            let full = try await connection.next()
            #expect(!full.isCutShort)
            #expect(head.body == [])
            #expect(head.status == full.status)
            #expect(head.lastingHeaders == full.lastingHeaders)
            #expect(full.header("content-length") == String(full.body.count))
            // Stray bytes would be read as the beginning of this answer.
            try await connection.send(RawRequest(.GET, "/healthz"))
            #expect(try await connection.next().text.contains("alive"))
            await connection.close()
        }
    }

    @Test("a request that says so ends the connection after its answer")
    func closing() async throws {
        let bytes = publish()
        try await premises.open { visit async throws in
            for _ in 0..<2 {
                let connection = try await visit.connect()
                try await connection.send(RawRequest(.GET, Self.path, [("connection", "close")]))
                #expect(try await connection.next().body == bytes)
                await #expect(throws: RawConnection.ConnectionEnded.self) { try await connection.next() }
            }
        }
    }

    @Test("many slashes are one, and what is nobody's is not found")
    func paths() async throws {
        _ = publish()
        try await premises.open { visit async throws in
            #expect(try await visit.get("/npm//left").status == 200)
            for target in ["/", "/npmx/left", "/other", "/api/v2/status"] {
                #expect(try await visit.get(target).status == 404, "\(target)")
            }
        }
    }

    @Test("a head of 64 KiB and more is refused, a smaller one is not")
    func largeHead() async throws {
        _ = publish()
        try await premises.open { visit async throws in
            let small = [("x-fill", String(repeating: "x", count: 32 * 1_024))]
            #expect(try await visit.get("/healthz", small).status == 200)
            let large = [("x-fill", String(repeating: "x", count: 65 * 1_024))]
            let response = try? await visit.get("/healthz", large)
            #expect(response.map { $0.status >= 400 } ?? true)
            #expect(try await visit.get("/healthz").status == 200)
        }
    }

    @Test("a stop lets the request under way end, and takes no more")
    func drain() async throws {
        let bytes = publish()
        let checkpoint = premises.upstream.checkpoint("left-1.0.0.tgz")
        checkpoint.close()
        try await premises.open { visit async throws in
            let connection = try await visit.connect()
            try await connection.send(RawRequest(.GET, Self.path))
            await checkpoint.waitForArrivals(1)
            await visit.stop()
            checkpoint.open()
            #expect(try await connection.next().body == bytes)
            await connection.close()
        }
        #expect(premises.catalogue.recordedDownloads.count == 1)
    }

    @Test("a stop lets an answer from the hot path end that waits for its record")
    func drainHot() async throws {
        let bytes = publish()
        try await premises.open { visit async throws in
            let connection = try await visit.connect()
            try await connection.send(RawRequest(.GET, Self.path))
            #expect(try await connection.next().body == bytes)
            premises.ledger.hold()
            let arrivals = premises.ledger.arrivals.arrived
            try await connection.send(RawRequest(.GET, Self.path))
            await premises.ledger.arrivals.waitForArrivals(arrivals + 1)
            await visit.stop()
            premises.ledger.release()
            #expect(try await connection.next().body == bytes)
            await connection.close()
        }
    }
}
