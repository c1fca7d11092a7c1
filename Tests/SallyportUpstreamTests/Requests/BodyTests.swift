import NIOCore
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import SallyportUpstream
import Testing

@Suite struct BodyTests {
    private static let hundred = [UInt8](repeating: 97, count: 100)

    @Test(arguments: [(101, true), (100, true), (99, false)])
    func countsAnnouncedBodies(bytesMax: Int, isAccepted: Bool) async throws {
        try await Rig.with(answer: { _ in .status(200, [], Self.hundred) }) { rig in
            #expect(await rig.indexFailure(bytesMax: bytesMax) == (isAccepted ? nil : .tooLarge))
            #expect(rig.server.received.count == 1)
        }
    }

    @Test(arguments: [(101, true), (100, true), (99, false)])
    func countsBodiesInChunks(bytesMax: Int, isAccepted: Bool) async throws {
        try await Rig.with(answer: { _ in .chunked([Array(Self.hundred[..<60]), Array(Self.hundred[60...])]) }) { rig in
            #expect(await rig.indexFailure(bytesMax: bytesMax) == (isAccepted ? nil : .tooLarge))
        }
    }

    @Test(arguments: [(5_001, true), (5_000, true), (4_999, false)])
    func countsDecodedBytes(bytesMax: Int, isAccepted: Bool) async throws {
        let body = gzip((0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) })
        let answer = Reply.status(200, [("content-encoding", "gzip")], body)
        try await Rig.with(answer: { _ in answer }) { rig in
            #expect(await rig.indexFailure(bytesMax: bytesMax) == (isAccepted ? nil : .tooLarge))
        }
    }

    @Test func decodesGzip() async throws {
        let answer = Reply.status(200, [("content-encoding", "GZIP")], gzip(Array("{\"name\":1}".utf8)))
        try await Rig.with(answer: { _ in answer }) { rig in
            let reply = try await rig.index()
            #expect(reply.body == "{\"name\":1}")
        }
    }

    @Test func stopsABombByItsRatio() async throws {
        var limits = Rig.limits
        limits.decompressionRatioMax = 50
        let answer = Reply.status(200, [("content-encoding", "gzip")], gzip([UInt8](repeating: 0, count: 5_000_000)))
        try await Rig.with(limits: limits, answer: { _ in answer }) { rig in
            #expect(await rig.indexFailure(bytesMax: 100_000_000) == .invalid)
            #expect(rig.server.received.count == 1)
        }
    }

    @Test func refusesGzipThatIsCutOrGoesOn() async throws {
        let whole = gzip(Array(repeating: 120, count: 500))
        for body in [Array(whole.dropLast(4)), whole + [0], whole + whole, Array(whole.prefix(5)), [1, 2, 3]] {
            let answer = Reply.status(200, [("content-encoding", "gzip")], body)
            try await Rig.with(answer: { _ in answer }) { rig in
                #expect(await rig.indexFailure() == .invalid)
            }
        }
    }

    @Test(arguments: ["br", "zstd", "compress", "gzip, gzip", "br, gzip"])
    func refusesEncodingsThatWereNotAskedFor(coding: String) async throws {
        let answer = Reply.status(200, [("content-encoding", coding)], gzip(Array("{}".utf8)))
        try await Rig.with(answer: { _ in answer }) { rig in
            #expect(await rig.indexFailure() == .invalid)
        }
    }

    @Test func refusesABodyThatIsAlwaysShort() async throws {
        try await Rig.with(answer: { _ in .broken(Self.hundred, length: 101) }) { rig in
            #expect(await rig.indexFailure() == .invalid)
            #expect(rig.server.received.count == 3)
        }
    }

    @Test func readsABodyAgainThatWasShortOnce() async throws {
        let failures = Countdown(1)
        try await Rig.with(answer: { _ in failures.next() ? .broken([1], length: 9) : .ok("{}") }) { rig in
            let reply = try await rig.index()
            #expect(reply.body == "{}")
        }
    }

    @Test func refusesChunksThatEndTooSoon() async throws {
        let head = Reply.head(200, [("transfer-encoding", "chunked")])
        let answer = Reply(steps: [.bytes(head + Array("5\r\nabc".utf8)), .close])
        try await Rig.with(answer: { _ in answer }) { rig in
            #expect(await rig.indexFailure() == .invalid)
        }
    }
}

@Suite struct TimeTests {
    @Test func givesUpOnSilence() async throws {
        var limits = Rig.limits
        limits.idleTimeout = .milliseconds(30)
        try await Rig.with(limits: limits, answer: { _ in .silence }) { rig in
            #expect(await rig.indexFailure() == .unreachable)
            #expect(rig.waits.all.isEmpty)
        }
    }

    @Test func asksNobodyForAWhileWhoKeptSilent() async throws {
        var limits = Rig.limits
        limits.idleTimeout = .seconds(1)
        try await Rig.with(limits: limits, answer: { _ in .silence }) { rig in
            for _ in 0..<3 { #expect(await rig.indexFailure() == .unreachable) }
            #expect(rig.server.received.count == 1)
        }
    }

    @Test func silenceOfARelayedRequestSaysNothingOfIndexes() async throws {
        var limits = Rig.limits
        limits.idleTimeout = .seconds(1)
        limits.attemptsMax = 1
        try await Rig.with(limits: limits, answer: { _ in .silence }) { rig in
            let relay = Relay(kind: "audit", method: "POST", path: "/audit")
            await #expect(throws: UpstreamError.self) {
                _ = try await rig.upstream.relay(relay, query: "", body: [], of: .npm)
            }
            _ = await rig.indexFailure()
            #expect(rig.server.received.map(\.method) == ["POST", "GET"])
        }
    }

    @Test func givesUpOnSilenceInABody() async throws {
        var limits = Rig.limits
        limits.idleTimeout = .milliseconds(30)
        limits.attemptsMax = 1
        let answer = Reply(steps: [.bytes(Reply.head(200, [("content-length", "10")]) + [1, 2, 3])])
        try await Rig.with(limits: limits, answer: { _ in answer }) { rig in
            #expect(await rig.indexFailure() == .unreachable)
        }
    }

    @Test func givesUpOnABodyThatDripsForever() async throws {
        var limits = Rig.limits
        limits.answerTimeout = .milliseconds(120)
        let answer = Reply.dripping([UInt8](repeating: 1, count: 1_000), every: .milliseconds(5))
        try await Rig.with(limits: limits, answer: { _ in answer }) { rig in
            #expect(await rig.indexFailure() == .unreachable)
            #expect(rig.server.received.count <= 1)
        }
    }

    @Test func givesUpWhenTheWholeTimeIsSpent() async throws {
        var limits = Rig.limits
        limits.answerTimeout = .milliseconds(60)
        try await Rig.with(limits: limits, answer: { _ in .silence }) { rig in
            #expect(await rig.indexFailure() == .unreachable)
            #expect(rig.server.received.count <= 1)
        }
    }

    @Test func stopsWhenItsTaskIsCancelled() async throws {
        try await Rig.with(answer: { _ in .silence }) { rig in
            let task = Task { await rig.indexFailure() }
            while rig.server.received.isEmpty { await Task.yield() }
            task.cancel()
            // On a busy machine the silence may have been long enough for a second attempt already.
            let asked = rig.server.received.count
            #expect(await task.value == .unreachable)
            #expect(rig.server.received.count == asked)
        }
    }

    @Test func stopsWhenItIsShutDown() async throws {
        try await Rig.with(answer: { _ in .silence }) { rig in
            async let failure = rig.indexFailure()
            while rig.server.received.isEmpty { await Task.yield() }
            await rig.upstream.shutdown()
            #expect(await failure == .unreachable)
            #expect(await rig.indexFailure() == .unreachable)
        }
    }
}
