import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportUpstream
import Testing

@Suite struct RelayTests {
    private func relay(
        _ rig: Rig,
        _ method: String = "POST",
        _ path: String = "/-/npm/v1/security/advisories/bulk",
        query: String = "",
        headers: [Header] = []
    ) async throws -> Answer {
        let relay = Relay(kind: "audit", method: method, path: path, headers: headers)
        return try await rig.upstream.relay(relay, query: query, body: Array("{}".utf8), of: .npm)
    }

    private func failure(_ rig: Rig, _ method: String = "POST", _ path: String = "/x") async -> UpstreamError.Code? {
        do {
            _ = try await relay(rig, method, path)
            return nil
        } catch {
            return (error as? UpstreamError)?.code
        }
    }

    @Test(arguments: ["PUT", "DELETE", "PATCH", "CONNECT", "TRACE", "get", ""])
    func passesOnNoOtherMethod(method: String) async throws {
        try await Rig.with(answer: { _ in .ok("{}") }) { rig in
            #expect(await failure(rig, method) == .forbiddenTarget)
            #expect(rig.server.received.isEmpty)
        }
    }

    @Test(arguments: ["/../x", "/a/%2e%2e/x"])
    func staysBelowTheBase(path: String) async throws {
        try await Rig.with(path: "/npm/", answer: { _ in .ok("{}") }) { rig in
            #expect(await failure(rig, "GET", path) == .forbiddenTarget)
        }
    }

    @Test(arguments: [(false, "/base/simple/integrity/a"), (true, "/integrity/a")])
    func beginsAtTheBaseOrAtTheOrigin(isBelowOrigin: Bool, target: String) async throws {
        try await Rig.with(path: "/base/simple/", answer: { _ in .ok("{}") }) { rig in
            let relay = Relay(kind: "provenance", method: "GET", path: "/integrity/a", isBelowOrigin: isBelowOrigin)
            let answer = try await rig.upstream.relay(relay, query: "", body: [], of: .npm)
            #expect(answer.status == 200)
            #expect(rig.server.received.map(\.target) == [target])
            let outside = Relay(kind: "provenance", method: "GET", path: "/../a", isBelowOrigin: isBelowOrigin)
            await #expect(throws: UpstreamError.self) {
                _ = try await rig.upstream.relay(outside, query: "", body: [], of: .npm)
            }
        }
    }

    @Test func passesOnWhatIsNeededAndNothingMore() async throws {
        let headers = [
            Header("accept", "application/json"), Header("content-type", "application/json"), Header("cookie", "a=b"),
            Header("authorization", "Bearer client"), Header("connection", "upgrade"), Header("npm-session", "1"),
            Header("user-agent", "npm/10"), Header("content-encoding", "gzip"), Header("x-forwarded-for", "1.2.3.4"),
        ]
        let reply = [("content-type", "application/json"), ("set-cookie", "a=b"), ("connection", "keep-alive")]
        try await Rig.with(path: "/npm/", answer: { _ in .status(200, reply, [123, 125]) }) { rig in
            let answer = try await relay(rig, query: "a=%2F&b", headers: headers)
            #expect(
                answer == Answer(status: 200, headers: [Header("content-type", "application/json")], body: [123, 125])
            )
            let request = try #require(rig.server.received.first)
            #expect(request.method == "POST")
            #expect(request.target == "/npm/-/npm/v1/security/advisories/bulk?a=%2F&b")
            #expect(request.body == Array("{}".utf8))
            let known: Set<String> = [
                "accept", "content-type", "accept-encoding", "content-length", "host", "user-agent", LoopMark.field,
            ]
            #expect(Set(request.headers.keys).subtracting(known).isEmpty)
            #expect(request.headers["user-agent"] == "sallyport")
        }
    }

    @Test(arguments: [200, 201, 400, 401, 404, 422])
    func answersWithTheStatusOfTheUpstream(status: Int) async throws {
        try await Rig.with(answer: { _ in .status(status, [], [1]) }) { rig in
            let reply = try await relay(rig, "GET")
            #expect(reply.status == status)
            #expect(rig.server.received.count == 1)
        }
    }

    @Test func repeatsNoPost() async throws {
        try await Rig.with(answer: { _ in .status(503) }) { rig in
            #expect(await failure(rig) == .unreachable)
            #expect(rig.server.received.count == 1)
            #expect(await failure(rig, "GET") == .unreachable)
            #expect(rig.server.received.count == 4)
        }
    }

    @Test func takesNoBodyToAnotherPlace() async throws {
        try await Rig.with(answer: { $0.target == "/x" ? .redirect("/y", code: 307) : .ok("{}") }) { rig in
            #expect(await failure(rig) == .forbiddenTarget)
            #expect(await failure(rig, "GET") == nil)
        }
    }

    @Test(arguments: [(101, true), (100, true), (99, false)])
    func countsBytes(bytesMax: Int, isAccepted: Bool) async throws {
        var limits = Rig.limits
        limits.relayBytesMax = bytesMax
        try await Rig.with(limits: limits, answer: { _ in .chunked([[UInt8](repeating: 1, count: 100)]) }) { rig in
            #expect(await failure(rig) == (isAccepted ? nil : .tooLarge))
        }
    }

    @Test func asksForHeadersAlone() async throws {
        let reply = Reply(steps: [.bytes(Reply.head(200, [("content-length", "10")]))])
        try await Rig.with(answer: { _ in reply }) { rig in
            let reply = try await relay(rig, "HEAD")
            #expect(reply.body.isEmpty)
        }
    }
}

@Suite struct LoopMarkTests {
    @Test(arguments: [
        ([], false), (["other"], false), (["me2"], false), (["me"], true), (["other, me"], true),
        (["other", "me"], true),
    ])
    func findsItsOwnInstance(values: [String], isLoop: Bool) {
        #expect(LoopMark.isLoop(values, instance: "me") == isLoop)
    }
}
