import NIOHTTP1
import SallyportEcosystem
import SallyportGate
import SallyportTesting
import Testing

@Suite("Deliveries are written down")
struct DeliveryTests {
    private struct DiskFull: Error {}
    private let premises = Premises()
    private static let path = "/npm/left/-/left-1.0.0.tgz"

    private func publish(bytes count: Int? = nil) -> [UInt8] {
        let bytes =
            count.map { FakeTarball.large("left", "1.0.0", bytes: $0) } ?? FakeTarball.honest("left", "1.0.0")
        Packument(versions: [.init(number: "1.0.0", bytes: bytes)]).publish(to: premises.upstream)
        return bytes
    }

    @Test("before the last byte leaves, on the slow and on the hot path", arguments: [nil, 1_200_000])
    func beforeTheLastByte(count: Int?) async throws {
        let bytes = publish(bytes: count)
        try await premises.open { visit async throws in
            let connection = try await visit.connect()
            var arrivals = premises.ledger.arrivals.arrived
            for _ in 0..<2 {
                premises.ledger.hold()
                let before = connection.arrivedBytes()
                try await connection.send(RawRequest(.GET, Self.path))
                arrivals += 1
                await premises.ledger.arrivals.waitForArrivals(arrivals)
                #expect(connection.arrivedBytes() - before < bytes.count)
                premises.ledger.release()
                #expect(try await connection.next().body == bytes)
            }
            await connection.close()
        }
        #expect(premises.catalogue.recordedDownloads.count == 2)
    }

    @Test("with the name of the token when there is one, and the client cut short")
    func recipient() async throws {
        _ = publish()
        try await premises.open { visit async throws in
            let headers = [("authorization", "Bearer secret"), ("user-agent", String(repeating: "x", count: 300))]
            #expect(try await visit.get(Self.path, headers).status == 200)
        }
        let download = try #require(premises.catalogue.recordedDownloads.first)
        #expect(download.recipient == "ada")
        #expect(download.client.utf8.count == 200)
    }

    @Test("or nothing is delivered: small ones are answered 503, on both paths")
    func failure() async throws {
        let bytes = publish()
        try await premises.open { visit async throws in
            premises.ledger.fail(with: DiskFull())
            #expect(try await visit.get(Self.path).status == 503)
            premises.ledger.fail(with: nil)
            #expect(try await visit.get(Self.path).body == bytes)
            premises.ledger.fail(with: DiskFull())
            let hot = try await visit.get(Self.path)
            #expect(hot.status == 503)
            #expect(hot.body == [])
            premises.ledger.fail(with: nil)
            #expect(try await visit.get(Self.path).body == bytes)
        }
        #expect(premises.catalogue.recordedDownloads.count == 2)
    }

    @Test("or not to its end: a large one is cut short")
    func largeFailure() async throws {
        let bytes = publish(bytes: 1_200_000)
        try await premises.open { visit async throws in
            premises.ledger.fail(with: DiskFull())
            let connection = try await visit.connect()
            try await connection.send(RawRequest(.GET, Self.path, [("range", "bytes=0-")]))
            let response = try await connection.next()
            #expect(response.isCutShort)
            #expect(response.body.count < bytes.count)
            await connection.close()
        }
        #expect(premises.catalogue.recordedDownloads == [])
    }

    @Test("a part is a delivery too")
    func part() async throws {
        _ = publish()
        try await premises.open { visit async throws in
            #expect(try await visit.get(Self.path, [("range", "bytes=0-3")]).status == 206)
        }
        #expect(premises.catalogue.recordedDownloads.count == 1)
    }
}
