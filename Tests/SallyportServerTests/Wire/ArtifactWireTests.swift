import NIOHTTP1
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("Artifacts over a socket")
struct ArtifactWireTests {
    private let premises = Premises()

    /// Where an artifact is answered from.
    enum Size: String, CaseIterable {
        case inMemory, fromFile
    }

    private static let path = "/npm/left/-/left-1.0.0.tgz"

    private func publish(_ size: Size) -> [UInt8] {
        let bytes =
            switch size {
            case .inMemory: FakeTarball.honest("left", "1.0.0")
            case .fromFile: FakeTarball.large("left", "1.0.0", bytes: 1_200_000)
            }
        Packument(versions: [.init(number: "1.0.0", bytes: bytes)]).publish(to: premises.upstream)
        return bytes
    }

    @Test("a held one is refused with the reason on the wire, in the body and in the notice; HEAD and Range too")
    func held() async throws {
        Packument(versions: [.init(number: "1.0.0", bytes: FakeTarball.unreadable("1.0.0"))])
            .publish(to: premises.upstream)
        try await premises.open { visit async throws in
            for _ in 0..<2 {
                let response = try await visit.get(Self.path)
                #expect(response.status == 403)
                #expect(response.reasonPhrase.hasPrefix("Held by Sallyport: left 1.0.0"))
                #expect(response.text.contains("Held by Sallyport: left 1.0.0"))
                #expect(response.header("npm-notice")?.contains("left 1.0.0") == true)
                #expect(!response.headers.contains(name: "x-sallyport-reason-phrase"))
            }
            let range = try await visit.get(Self.path, [("range", "bytes=0-3")])
            #expect(range.status == 403)
            let head = try await visit.ask(RawRequest(.HEAD, Self.path))
            #expect(head.status == 403)
            #expect(head.body == [])
        }
        #expect(premises.catalogue.recordedDownloads == [])
    }

    @Test(
        "an admitted one is served whole, again from the hot path, with the same bytes and fields",
        arguments: Size.allCases
    )
    func whole(size: Size) async throws {
        let bytes = publish(size)
        try await premises.open { visit async throws in
            var seen: [RawResponse] = []
            for _ in 0..<3 { seen.append(try await visit.get(Self.path, [("user-agent", "npm/10")])) }
            for response in seen {
                #expect(response.status == 200)
                #expect(response.body == bytes)
                #expect(!response.isCutShort)
                #expect(response.header("content-length") == String(bytes.count))
                #expect(response.header("accept-ranges") == "bytes")
                #expect(response.header("cache-control") == "no-cache")
                #expect(response.header("date") != nil)
                #expect(response.lastingHeaders == seen[0].lastingHeaders)
            }
            #expect(Set(seen.map { $0.header("x-request-id") }).count == 3)
        }
        let downloads = premises.catalogue.recordedDownloads
        #expect(downloads.count == 3)
        #expect(downloads.allSatisfy { $0.recipient == "127.0.0.1" && $0.client == "npm/10" })
    }

    @Test("HEAD tells what GET would and records nothing, from both paths", arguments: Size.allCases)
    func head(size: Size) async throws {
        let bytes = publish(size)
        try await premises.open { visit async throws in
            let cold = try await visit.ask(RawRequest(.HEAD, Self.path))
            #expect(premises.catalogue.recordedDownloads == [])
            let full = try await visit.get(Self.path)
            let hot = try await visit.ask(RawRequest(.HEAD, Self.path))
            for response in [cold, hot] {
                #expect(response.status == 200)
                #expect(response.body == [])
                #expect(response.lastingHeaders == full.lastingHeaders)
            }
            #expect(full.body.count == bytes.count)
        }
        #expect(premises.catalogue.recordedDownloads.count == 1)
    }

    @Test("a known entity tag is answered 304 and records nothing, from both paths", arguments: Size.allCases)
    func notModified(size: Size) async throws {
        let bytes = publish(size)
        let tag = "\"\(StandInHashing().sha256(bytes.span).hex)\""
        try await premises.open { visit async throws in
            for _ in 0..<2 {
                let response = try await visit.get(Self.path, [("if-none-match", tag)])
                #expect(response.status == 304)
                #expect(response.body == [])
                _ = try await visit.get(Self.path)
            }
        }
        #expect(premises.catalogue.recordedDownloads.count == 2)
    }

    @Test("ranges are cut, also when the whole is hot", arguments: Size.allCases)
    func ranges(size: Size) async throws {
        let bytes = publish(size)
        let count = bytes.count
        let cases: [(field: String, range: Range<Int>?)] = [
            ("bytes=0-0", 0..<1), ("bytes=5-", 5..<count), ("bytes=-7", (count - 7)..<count),
            ("bytes=3-\(count * 2)", 3..<count), ("bytes=\(count - 1)-", (count - 1)..<count),
            ("bytes=0-1,3-4", nil), ("lines=0-1", nil), ("bytes=4-3", nil),
        ]
        try await premises.open { visit async throws in
            for isHot in [false, true] {
                for (field, range) in cases {
                    let response = try await visit.get(Self.path, [("range", field)])
                    #expect(response.status == (range == nil ? 200 : 206), "\(field), hot: \(isHot)")
                    #expect(response.body == Array(bytes[range ?? 0..<count]))
                    let contentRange = range.map { "bytes \($0.lowerBound)-\($0.upperBound - 1)/\(count)" }
                    #expect(response.header("content-range") == contentRange)
                }
                for field in ["bytes=\(count)-", "bytes=-0"] {
                    let response = try await visit.get(Self.path, [("range", field)])
                    #expect(response.status == 416)
                    #expect(response.header("content-range") == "bytes */\(count)")
                }
                _ = try await visit.get(Self.path)
            }
        }
    }

    @Test("a range for other bytes gets the whole", arguments: Size.allCases)
    func ifRange(size: Size) async throws {
        let bytes = publish(size)
        let tag = "\"\(StandInHashing().sha256(bytes.span).hex)\""
        try await premises.open { visit async throws in
            let range = ("range", "bytes=0-3")
            #expect(try await visit.get(Self.path, [range, ("if-range", tag)]).status == 206)
            let other = try await visit.get(Self.path, [range, ("if-range", "\"other\"")])
            #expect(other.status == 200)
            #expect(other.body == bytes)
        }
    }

    @Test(
        "a denial stops it at once, on the hot path as well; an admission lets it out again",
        arguments: Size.allCases
    )
    func denial(size: Size) async throws {
        let bytes = publish(size)
        try await premises.open { visit async throws in
            let connection = try await visit.connect()
            for _ in 0..<2 {
                try await connection.send(RawRequest(.GET, Self.path))
                #expect(try await connection.next().body == bytes)
            }
            try await decide(.deny, by: visit.gate)
            try await connection.send(RawRequest(.GET, Self.path))
            let denied = try await connection.next()
            #expect(denied.status == 403)
            #expect(denied.reasonPhrase.hasPrefix("Denied by Sallyport"))
            try await decide(.admit, by: visit.gate)
            try await connection.send(RawRequest(.GET, Self.path))
            #expect(try await connection.next().body == bytes)
            await connection.close()
        }
    }

    private func decide(_ action: Decision.Action, by gate: Gate) async throws {
        let subject = try PackageURL("pkg:npm/left@1.0.0")
        let draft = DecisionDraft(
            action: action,
            subject: subject,
            actor: "ada",
            at: premises.clock.now,
            reason: "for the test"
        )
        _ = try await gate.decide(draft)
        premises.clock.advance(seconds: 1)
    }

    @Test("an unknown file is not found")
    func notFound() async throws {
        _ = publish(.inMemory)
        try await premises.open { visit async throws in
            #expect(try await visit.get("/npm/left/-/left-9.9.9.tgz").status == 404)
            #expect(try await visit.get("/npm/nothing/-/nothing-1.0.0.tgz").status == 404)
        }
    }
}
