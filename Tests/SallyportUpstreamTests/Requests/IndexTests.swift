import NIOCore
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportUpstream
import Testing

@Suite struct IndexTests {
    static let known = IndexDocument(
        body: [1],
        contentType: "application/json",
        url: "http://h/",
        etag: "\"v1\"",
        lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"
    )

    @Test func failsWithoutAnUpstream() async throws {
        let upstream = try HTTPUpstream([], surroundings: Rig.surroundings(names: [:]))
        #expect(!upstream.isConfigured(.npm))
        let request = IndexRequest(path: "x", accept: "*/*", bytesMax: 1)
        let error = await #expect(throws: UpstreamError.self) {
            try await upstream.index(request, of: .npm, known: nil)
        }
        #expect(error?.code == .notConfigured)
    }

    @Test func refusesTwoUpstreamsForOneEcosystem() throws {
        let one = try UpstreamConfiguration(.npm, url: "https://a.example.invalid/")
        let error = #expect(throws: UpstreamConfigurationError.self) {
            try HTTPUpstream([one, one], surroundings: Rig.surroundings(names: [:]))
        }
        #expect(error?.code == .twoUpstreams)
    }

    @Test(arguments: [
        "../x", "a/../../x", "a/%2e%2E/x", "a/%2E./x", "./x", "x?y", "x#y", "a\nb", "a\\b",
    ])
    func refusesPathsThatLeaveTheBase(path: String) async throws {
        try await Rig.with(path: "/npm/", answer: { _ in .ok("{}") }) { rig in
            #expect(await rig.indexFailure(path) == .forbiddenTarget)
            #expect(rig.server.received.isEmpty)
        }
    }

    @Test func asksBelowTheBaseAndReadsTheAnswer() async throws {
        let headers = [("content-type", "application/json"), ("etag", "W/\"x\""), ("last-modified", "then")]
        try await Rig.with(path: "/npm", answer: { _ in .ok("{}", headers) }) { rig in
            let reply = try await rig.index("@s%2fn")
            let url = "\(rig.base)npm/@s%2fn"
            #expect(
                reply
                    == .document(
                        IndexDocument(
                            body: Array("{}".utf8),
                            contentType: "application/json",
                            url: url,
                            etag: "W/\"x\"",
                            lastModified: "then"
                        )
                    )
            )
            let request = try #require(rig.server.received.first)
            #expect(request.method == "GET")
            #expect(request.target == "/npm/@s%2fn")
            #expect(request.headers["host"] == "\(Rig.host):\(rig.server.port)")
            #expect(request.headers["accept"] == "application/json")
            #expect(request.headers["accept-encoding"] == "gzip")
            #expect(request.headers[LoopMark.field] == "test-instance")
            #expect(request.headers["authorization"] == nil)
            #expect(request.headers["if-none-match"] == nil)
            #expect(request.headers["if-modified-since"] == nil)
        }
    }

    @Test func asksConditionallyAndUnderstands304() async throws {
        try await Rig.with(answer: { _ in .status(304, [("content-encoding", "gzip")]) }) { rig in
            let reply = try await rig.index(known: Self.known)
            #expect(reply == .unchanged)
            let request = try #require(rig.server.received.first)
            #expect(request.headers["if-none-match"] == "\"v1\"")
            #expect(request.headers["if-modified-since"] == "Sun, 06 Nov 1994 08:49:37 GMT")
            let second = try await rig.index(known: Self.known)
            #expect(second == .unchanged)
        }
    }

    @Test func refuses304ThatWasNotAskedFor() async throws {
        try await Rig.with(answer: { _ in .status(304) }) { rig in
            #expect(await rig.indexFailure() == .invalid)
        }
    }

    @Test(arguments: [
        (401, UpstreamError.Code.refused), (403, .refused), (407, .refused), (451, .refused), (204, .invalid),
        (206, .invalid), (300, .invalid), (400, .invalid), (418, .invalid), (501, .unreachable),
    ])
    func failsAtOnce(status: Int, code: UpstreamError.Code) async throws {
        try await Rig.with(answer: { _ in .status(status) }) { rig in
            #expect(await rig.indexFailure() == code)
            #expect(rig.server.received.count == 1)
            #expect(rig.waits.all.isEmpty)
        }
    }

    @Test(arguments: [404, 410])
    func knowsNoSuchPackage(status: Int) async throws {
        try await Rig.with(answer: { _ in .status(status, [], [1, 2, 3]) }) { rig in
            let reply = try await rig.index()
            #expect(reply == .notFound)
        }
    }

    @Test(arguments: [408, 429, 500, 502, 503, 504])
    func triesAgainWithLongerWaitsAndGivesUp(status: Int) async throws {
        try await Rig.with(answer: { _ in .status(status) }) { rig in
            #expect(await rig.indexFailure() == .unreachable)
            #expect(rig.server.received.count == 3)
            #expect(rig.waits.all == [.milliseconds(100), .milliseconds(200)])
        }
    }

    @Test func succeedsOnTheLastAttempt() async throws {
        let failures = Countdown(2)
        try await Rig.with(answer: { _ in failures.next() ? .status(503, [("retry-after", "2")]) : .ok("{}") }) { rig in
            let reply = try await rig.index()
            #expect(reply.body == "{}")
            #expect(rig.waits.all == [.seconds(2), .seconds(2)])
        }
    }

    @Test func doesNotAskBeforeTheTimeThatTheUpstreamNamed() async throws {
        try await Rig.with(answer: { _ in .status(429, [("retry-after", "3600")]) }) { rig in
            #expect(await rig.indexFailure() == .unreachable)
            #expect(rig.server.received.count == 1)
        }
    }

    @Test func triesAgainWhenTheConnectionBreaks() async throws {
        let failures = Countdown(2)
        try await Rig.with(answer: { _ in failures.next() ? .hangUp : .ok("{}") }) { rig in
            let reply = try await rig.index()
            #expect(reply.body == "{}")
            #expect(rig.waits.all.count == 2)
        }
    }

    @Test func failsWhenNobodyListens() async throws {
        try await Rig.with(answer: { _ in .hangUp }) { rig in
            await rig.server.stop()
            #expect(await rig.indexFailure() == .unreachable)
            #expect(rig.waits.all.count == 2)
        }
    }

    @Test(arguments: [(5, 2), (0, 4)])
    func failsAtOnceForAWhileAfterNobodyListened(outageSeconds: Int, waits: Int) async throws {
        var limits = Rig.limits
        limits.outageSeconds = outageSeconds
        try await Rig.with(limits: limits, answer: { _ in .hangUp }) { rig in
            await rig.server.stop()
            #expect(await rig.indexFailure() == .unreachable)
            #expect(await rig.indexFailure() == .unreachable)
            #expect(rig.waits.all.count == waits)
        }
    }

    @Test func failsWhenTheNameHasNoAddress() async throws {
        for names in [[:], [Rig.host: [[]]]] as [[String: [[String]]]] {
            try await Rig.with(names: names, answer: { _ in .ok("{}") }) { rig in
                #expect(await rig.indexFailure() == .unreachable)
            }
        }
    }

    @Test func goesToTheNextAddressWhenOneDoesNotAnswer() async throws {
        // Nobody listens on the first: the server is bound to 127.0.0.1 alone.
        let names = [Rig.host: [["127.0.0.9", "127.0.0.1"]]]
        try await Rig.with(names: names, answer: { _ in .ok("{}") }) { rig in
            let reply = try await rig.index()
            #expect(reply.body == "{}")
            let second = try await rig.index()
            #expect(second.body == "{}")
            #expect(rig.waits.all.count == 1)
        }
    }

    private static let growing = IndexRequest(path: "versions", accept: "*/*", bytesMax: 20, growsAtItsEnd: true)
    private static let tenBytes = IndexDocument(
        body: Array("0123456789".utf8),
        contentType: "text/plain",
        url: "http://h/",
        etag: "\"v1\""
    )

    @Test func tellsWhetherTheEndOfABodyWasSaid() async throws {
        let fields = [("etag", "\"v1\""), ("repr-digest", "sha-256=:x:")]
        let known = IndexReceipt(hasEnd: true, representationDigest: "sha-256=:x:")
        let unknown = IndexReceipt(hasEnd: false, representationDigest: "sha-256=:x:")
        let open = Reply(steps: [.bytes(Reply.head(200, fields) + Array("{}".utf8)), .close])
        let replies = [
            (Reply.ok("{}", fields), known), (.chunked([Array("{}".utf8)], fields), known), (open, unknown),
        ]
        for (answer, expected) in replies {
            try await Rig.with(answer: { _ in answer }) { rig in
                guard case .document(let document, let receipt) = try await rig.index() else {
                    Issue.record("no document")
                    return
                }
                #expect(document.body == Array("{}".utf8))
                #expect(receipt == expected)
            }
        }
    }

    @Test func asksForTheEndOfWhatGrows() async throws {
        let headers = [("content-range", "bytes 9-11/12"), ("etag", "\"v2\""), ("repr-digest", "sha-256=:x:")]
        try await Rig.with(answer: { _ in .status(206, headers, Array("9ab".utf8)) }) { rig in
            let reply = try await rig.upstream.index(Self.growing, of: .npm, known: Self.tenBytes)
            let part = IndexPart(
                start: 9,
                bytes: Array("9ab".utf8),
                etag: "\"v2\"",
                lastModified: nil,
                representationDigest: "sha-256=:x:"
            )
            #expect(reply == .part(part))
            let sent = try #require(rig.server.received.first?.headers)
            #expect(sent["range"] == "bytes=9-" && sent["if-none-match"] == "\"v1\"")
            #expect(sent["accept-encoding"] == "identity")
        }
    }

    @Test func asksForTheWholeWhereTheEndIsGoneOrAnother() async throws {
        let other = [("content-range", "bytes 3-5/6")]
        for first in [Reply.status(416), .status(206, other, Array("345".utf8)), .status(206, [], Array("9".utf8))] {
            let answer: @Sendable (Received) -> Reply = { $0.headers["range"] == nil ? .ok("new") : first }
            try await Rig.with(answer: answer) { rig in
                let reply = try await rig.upstream.index(Self.growing, of: .npm, known: Self.tenBytes)
                guard case .document(let document, _) = reply else {
                    Issue.record("\(reply)")
                    return
                }
                #expect(document.body == Array("new".utf8))
                #expect(rig.server.received.map { $0.headers["range"] } == ["bytes=9-", nil])
                #expect(rig.server.received.last?.headers["if-none-match"] == nil)
            }
        }
    }

    @Test func takesAWholeInThePlaceOfAPartAndBoundsBothTogether() async throws {
        try await Rig.with(answer: { _ in .ok("all of it") }) { rig in
            let reply = try await rig.upstream.index(Self.growing, of: .npm, known: Self.tenBytes)
            guard case .document(let document, _) = reply else {
                Issue.record("\(reply)")
                return
            }
            #expect(document.body == Array("all of it".utf8))
        }
        for (count, isRead) in [(10, true), (11, true), (12, false)] {
            let body = [UInt8](repeating: 0x39, count: count)
            let headers = [("content-range", "bytes 9-\(8 + count)/\(9 + count)")]
            try await Rig.with(answer: { _ in .status(206, headers, body) }) { rig in
                let reply = try? await rig.upstream.index(Self.growing, of: .npm, known: Self.tenBytes)
                #expect((reply != nil) == isRead, "\(count)")
            }
        }
        try await Rig.with(answer: { _ in .status(304) }) { rig in
            let unchanged = try await rig.upstream.index(Self.growing, of: .npm, known: Self.tenBytes)
            #expect(unchanged == .unchanged)
            let plain = try? await rig.upstream.index(Self.growing, of: .npm, known: nil)
            #expect(plain == nil)
        }
    }
}
