import NIOHTTP1
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("What was given before stops when a decision or the clock says so")
struct RevocationTests {
    private let premises = Premises()
    private static let gzip = [("accept-encoding", "gzip")]

    private func publish() {
        var packument = Packument(versions: [
            .init(number: "1.0.0", bytes: FakeTarball.honest("left", "1.0.0")),
            .init(number: "1.1.0", bytes: FakeTarball.honest("left", "1.1.0")),
            .init(
                number: "1.2.0",
                bytes: FakeTarball.honest("left", "1.2.0"),
                publishedAt: "2026-06-01T00:00:00.000Z"
            ),
        ])
        packument.readme = String(repeating: "read me ", count: 200)
        packument.publish(to: premises.upstream)
    }

    private func decide(
        _ action: Decision.Action,
        _ subject: String? = nil,
        by gate: Gate,
        expires: Instant? = nil,
        asOf: Instant? = nil
    ) async throws {
        let draft = DecisionDraft(
            action: action,
            subject: try subject.map { try PackageURL($0) },
            actor: "ada",
            at: premises.clock.now,
            reason: "for the test",
            expires: expires,
            asOf: asOf
        )
        _ = try await gate.decide(draft)
    }

    /// An index, asked for twice so that it comes from memory: in one go both answers are the same.
    private func index(_ target: String, _ visit: Premises.Visit) async throws -> RawResponse {
        let first = try await visit.get(target, Self.gzip)
        let second = try await visit.get(target, Self.gzip)
        #expect(first.status == 200)
        #expect(first.body == second.body)
        #expect(first.lastingHeaders == second.lastingHeaders)
        return first
    }

    @Test("a compressed index, by a denial, a waiver, its end, a freeze and a thaw")
    func indexes() async throws {
        publish()
        try await premises.open { visit async throws in
            let whole = try await index("/npm/left", visit)
            #expect(whole.header("content-encoding") == "gzip")

            try await decide(.deny, "pkg:npm/left@1.1.0", by: visit.gate)
            let denied = try await index("/npm/left", visit)
            #expect(denied.body != whole.body && denied.header("etag") != whole.header("etag"))

            let end = premises.clock.now.adding(seconds: 100)
            try await decide(.admit, "pkg:npm/left@1.1.0", by: visit.gate, expires: end)
            let admitted = try await index("/npm/left", visit)
            #expect(admitted.body == whole.body && admitted.header("etag") == whole.header("etag"))

            premises.clock.advance(seconds: 99)
            #expect(try await index("/npm/left", visit).body == whole.body)
            premises.clock.advance(seconds: 1)
            let ended = try await index("/npm/left", visit)
            #expect(ended.body == denied.body && ended.header("etag") == denied.header("etag"))

            try await decide(.freeze, by: visit.gate, asOf: Instant("2026-03-01T00:00:00Z"))
            let frozen = try await index("/npm/left", visit)
            #expect(frozen.body != denied.body && frozen.header("etag") != denied.header("etag"))
            let known = Self.gzip + [("if-none-match", denied.header("etag") ?? "")]
            #expect(try await visit.get("/npm/left", known).status == 200)

            try await decide(.thaw, by: visit.gate)
            let thawed = try await index("/npm/left", visit)
            #expect(thawed.body == denied.body && thawed.header("etag") == denied.header("etag"))
        }
    }

    @Test("a hot artifact, in the instant in which its waiver ends")
    func waiver() async throws {
        let bytes = FakeTarball.unreadable("1.0.0")
        Packument(versions: [.init(number: "1.0.0", bytes: bytes)]).publish(to: premises.upstream)
        let path = "/npm/left/-/left-1.0.0.tgz"
        try await premises.open { visit async throws in
            let end = premises.clock.now.adding(seconds: 100)
            try await decide(.admit, "pkg:npm/left@1.0.0", by: visit.gate, expires: end)
            for seconds: Int64 in [0, 0, 99] {
                premises.clock.advance(seconds: seconds)
                #expect(try await visit.get(path).body == bytes)
            }
            premises.clock.advance(seconds: 1)
            #expect(try await visit.get(path).status == 403)
        }
    }

    @Test("a simple page, by a freeze and a thaw")
    func simplePage() async throws {
        // Too large to be read ahead: there are no bytes of them here.
        let files = [("1.0", "2026-01-01"), ("2.0", "2026-06-01")].map { version, day in
            let digest = StandInHashing().sha256(Array(version.utf8).span).hex
            return """
                {"filename":"demo-\(version).tar.gz","url":"https://registry.example.invalid/demo-\(version).tar.gz",\
                "hashes":{"sha256":"\(digest)"},"upload-time":"\(day)T00:00:00Z","size":100000000,"yanked":false}
                """
        }
        let document = IndexDocument(
            body: Array(
                #"{"meta":{"api-version":"1.1"},"name":"demo","files":[\#(files.joined(separator: ","))]}"#.utf8
            ),
            contentType: "application/vnd.pypi.simple.v1+json",
            url: "https://registry.example.invalid/simple/demo/"
        )
        premises.upstream.serve(document, at: "demo/")
        try await premises.open { visit async throws in
            let before = try await index("/pypi/simple/demo/", visit)
            try await decide(.freeze, by: visit.gate, asOf: Instant("2026-03-01T00:00:00Z"))
            let frozen = try await index("/pypi/simple/demo/", visit)
            #expect(frozen.body != before.body && frozen.header("etag") != before.header("etag"))
            let plain = try await visit.get("/pypi/simple/demo/")
            #expect(plain.text.contains("Held by Sallyport: demo 2.0"))
            #expect(!plain.text.contains("Held by Sallyport: demo 1.0"))
            try await decide(.thaw, by: visit.gate)
            let thawed = try await index("/pypi/simple/demo/", visit)
            #expect(thawed.body == before.body && thawed.header("etag") == before.header("etag"))
        }
    }

    @Test("a redirect stays below the path of the configured address")
    func redirect() async throws {
        var premises = premises
        premises.publicURL = "https://packages.example.invalid/gate"
        try await premises.open { visit async throws in
            let response = try await visit.get("/pypi/simple/Demo")
            #expect(response.status == 301)
            #expect(response.header("location") == "/gate/pypi/simple/demo/")
        }
    }
}
