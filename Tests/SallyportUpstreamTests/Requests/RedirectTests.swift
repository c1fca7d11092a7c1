import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportUpstream
import Testing

@Suite struct RedirectTests {
    @Test(arguments: [301, 302, 303, 307, 308])
    func followsAndSaysWhereTheAnswerCameFrom(code: Int) async throws {
        try await Rig.with(
            path: "/simple/",
            answer: { $0.target == "/simple/Flask" ? .redirect("flask/", code: code) : .ok("page") }
        ) { rig in
            let document = try #require(try await rig.index("Flask").document)
            #expect(document.url == "\(rig.base)simple/flask/")
            #expect(rig.server.received.map(\.target) == ["/simple/Flask", "/simple/flask/"])
        }
    }

    @Test(arguments: [(5, true), (6, false)])
    func followsABoundedNumber(redirects: Int, isFollowed: Bool) async throws {
        try await Rig.with(answer: { request in
            let number = Int(request.target.dropFirst()) ?? 0
            return number < redirects ? .redirect("/\(number + 1)") : .ok("end")
        }) { rig in
            #expect(await rig.indexFailure("0") == (isFollowed ? nil : .forbiddenTarget))
            #expect(rig.server.received.count == 6)
        }
    }

    @Test func endsALoop() async throws {
        try await Rig.with(answer: { .redirect($0.target) }) { rig in
            #expect(await rig.indexFailure() == .forbiddenTarget)
            #expect(rig.waits.all.isEmpty)
        }
    }

    @Test(arguments: [
        "ftp://host/", "file:///etc/passwd", "http://user:word@registry.example.invalid/", "http://", "\\\\host\\x",
        "http://127.0.0.1:1/", "http://localhost:1/", "http://[::1]:1/", "http://[::ffff:127.0.0.1]:1/",
        "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://inner.example.invalid/",
        "http://both.example.invalid/", "http://0.0.0.0:1/",
    ])
    func refusesTargets(location: String) async throws {
        let names = [
            Rig.host: [["127.0.0.1"]], "inner.example.invalid": [["192.168.1.1"]], "localhost": [["127.0.0.1"]],
            "both.example.invalid": [["1.1.1.1", "127.0.0.1"]],
        ]
        try await Rig.with(names: names, answer: { _ in .redirect(location) }) { rig in
            #expect(await rig.indexFailure() == .forbiddenTarget)
            #expect(rig.server.received.count == 1)
            #expect(rig.waits.all.isEmpty)
        }
    }

    @Test func refusesARedirectWithoutPlace() async throws {
        try await Rig.with(answer: { _ in .status(302) }) { rig in
            #expect(await rig.indexFailure() == .forbiddenTarget)
        }
    }

    /// The name is looked up when it is connected to, and again for the guard: by then it is public.
    @Test func refusesLoopbackForAPublicUpstream() async throws {
        var limits = Rig.limits
        limits.addressesLifetimeSeconds = 0
        let other = try await TestServer.start { _ in .ok("inner") }
        let names = [Rig.host: [["127.0.0.1"], ["1.1.1.1"]]]
        try await Rig.with(
            limits: limits,
            names: names,
            answer: { _ in .redirect("http://127.0.0.1:\(other.port)/") }
        ) { rig in
            #expect(await rig.indexFailure() == .forbiddenTarget)
        }
        #expect(other.received.isEmpty)
        await other.stop()
    }

    /// The name server says one thing to the guard and would say another to a second look-up.
    @Test func connectsToTheAddressThatWasJudged() async throws {
        var limits = Rig.limits
        limits.attemptsMax = 1
        limits.addressesLifetimeSeconds = 0
        let names = [Rig.host: [["127.0.0.1"]], "r.example.invalid": [["127.0.0.1"], ["10.0.0.1"]]]
        let other = try await TestServer.start { _ in .ok("twice") }
        // The other name is the upstream's own socket, so the guard lets it pass, once.
        try await Rig.with(
            limits: limits,
            names: names,
            answer: { request in
                let port = request.headers["host"]?.split(separator: ":").last ?? ""
                return request.target == "/left-pad"
                    ? .redirect("http://r.example.invalid:\(port)/there") : .ok("there")
            }
        ) { rig in
            let reply = try await rig.index()
            #expect(reply.body == "there")
            #expect(rig.server.received.last?.headers["host"] == "r.example.invalid:\(rig.server.port)")
            #expect(await rig.indexFailure() == .forbiddenTarget)
        }
        await other.stop()
    }
}

@Suite struct CredentialTests {
    static let secret = UpstreamCredentials.basic(user: "user", password: "word")
    static let field = "Basic dXNlcjp3b3Jk"

    @Test func goToTheirOrigin() async throws {
        try await Rig.with(
            credentials: Self.secret,
            answer: { $0.target == "/a" ? .redirect("/b") : .ok("") }
        ) { rig in
            _ = try await rig.index("a")
            #expect(rig.server.received.map { $0.headers["authorization"] } == [Self.field, Self.field])
        }
    }

    @Test func stayBehindOnAnotherPortAndDoNotComeBack() async throws {
        let home = PortBox()
        let other = try await TestServer.start { _ in .redirect("http://\(Rig.host):\(home.port)/back") }
        try await Rig.with(
            credentials: Self.secret,
            answer: { request in
                guard request.target == "/a" else { return .ok("") }
                home.port = Int(request.headers["host"]?.split(separator: ":").last ?? "") ?? 0
                return .redirect("http://\(Rig.host):\(other.port)/there")
            }
        ) { rig in
            _ = try await rig.index("a")
            #expect(rig.server.received.map { $0.headers["authorization"] } == [Self.field, nil])
            #expect(other.received.map { $0.headers["authorization"] } == [nil])
            #expect(other.received.first?.headers[LoopMark.field] == "test-instance")
        }
        await other.stop()
    }

    @Test func doNotGoToArtifactsElsewhere() async throws {
        let other = try await TestServer.start { _ in .ok("bytes") }
        try await Rig.with(credentials: Self.secret, answer: { _ in .ok("bytes") }) { rig in
            try await rig.fetch(at: "http://\(Rig.host):\(other.port)/a.tgz", into: MemoryBlob())
            try await rig.fetch(at: "\(rig.base)a.tgz", into: MemoryBlob())
            #expect(other.received.map { $0.headers["authorization"] } == [nil])
            #expect(rig.server.received.map { $0.headers["authorization"] } == [Self.field])
        }
        await other.stop()
    }

    @Test func areInNoError() async throws {
        try await Rig.with(credentials: Self.secret, answer: { _ in .status(403) }) { rig in
            let error = await #expect(throws: UpstreamError.self) {
                try await rig.fetch(at: "\(rig.base)a.tgz?signature=s3cret", into: MemoryBlob())
            }
            #expect(error?.description == "\(rig.base)a.tgz answered 403")
        }
    }
}
