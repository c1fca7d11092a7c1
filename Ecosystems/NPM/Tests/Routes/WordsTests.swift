import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemNPM

@Suite("What npm's terminal shows")
struct WordsTests {
    private func refusal(_ version: String, until: Instant? = nil) throws -> Refusal {
        let package = try #require(Package(.npm, "once"))
        let reason = Reason(
            code: "cooldown",
            outcome: .hold,
            severity: .low,
            sentence: "was published 2 hours ago",
            review: "Young.",
            until: until
        )
        return Refusal(release: try #require(Release(package, version)), verdict: Verdict([reason]))
    }

    @Test("is the reason of a refusal, in the phrase, in `error` and in `npm-notice`")
    func refuses() throws {
        let refusal = try refusal("1.4.1", until: Instant("2026-11-29T10:00:00Z"))
        let answer = NPMEcosystem().answer(refusing: refusal)
        #expect(answer.status == 403)
        #expect(answer.reasonPhrase == refusal.line)
        #expect(answer.headers.contains(Header("npm-notice", refusal.line)))
        #expect(
            String(decoding: answer.body, as: UTF8.self)
                == #"{"error":"Held by Sallyport: once 1.4.1 was published 2 hours ago; run: sallyport why "#
                + #"pkg:npm/once@1.4.1","release":"pkg:npm/once@1.4.1","outcome":"hold","reasons":["cooldown"],"#
                + #""until":"2026-11-29T10:00:00Z"}"#
        )
    }

    @Test("is one line about what was withheld")
    func announces() throws {
        let ecosystem = NPMEcosystem()
        #expect(ecosystem.headers(announcing: []).isEmpty)
        let one = ecosystem.headers(announcing: [try refusal("1.4.1", until: Instant("2026-11-29T10:00:00Z"))])
        #expect(
            one == [
                Header(
                    "npm-notice",
                    "Sallyport withheld a newer version: once 1.4.1 (until 2026-11-29 10:00 UTC); "
                        + "run: sallyport why pkg:npm/once@1.4.1"
                )
            ]
        )
        let many = try (0..<100).map { try refusal("1.\($0).0") }
        let line = try #require(ecosystem.headers(announcing: many).first?.value)
        #expect(
            line.hasPrefix("Sallyport withheld 100 newer versions: once 1.0.0 (was published 2 hours ago), once 1.1.0")
        )
        #expect(line.utf8.count <= 600)
    }

    @Test(
        "are restrictions where the npm chooses correctly beside them",
        arguments: [
            ("npm/10.8.2 node/v20.20.2 linux x64 workspaces/false", true), ("npm/10.8.1 node/v20", false),
            ("npm/10.7.0 node/v20", false), ("npm/8.19.4 node/v16", false), ("npm/11.0.0 node/v22", true),
            ("npm/10.9.0-pre.1 node/v22", true), ("npm/10.8.2-pre.1 node/v22", false), ("npm/10.8.2", true),
            ("npm/ node/v20", false), ("npm/? node/v20", false), ("yarn/1.22.22 npm/? node/v20 linux x64", false),
            ("pnpm/9.0.0 npm/10.8.2 node/v20", false), ("", false), ("npm", false),
            ("npm/99999999999999999999.0.0", false),
        ]
    )
    func restrictions(_ userAgent: String, _ expected: Bool) {
        #expect(NPMEcosystem.honoursRestrictions(userAgent: userAgent) == expected)
        let request = ClientRequest(method: "GET", path: "/once", headers: [Header("user-agent", userAgent)])
        #expect(NPMEcosystem().namesRestrictions(for: request) == expected)
    }

    @Test(
        "keep no client waiting for as long as it would wait",
        arguments: [
            ("npm/10.8.2 node/v20.20.2 linux x64 workspaces/false", 240), ("pnpm/9.0.0 npm/? node/v20 linux x64", 50),
            ("yarn/1.22.22 npm/? node/v20 linux x64", 25), ("", 25),
        ]
    )
    func patience(_ userAgent: String, _ seconds: Int) {
        let request = ClientRequest(method: "GET", path: "/once", headers: [Header("user-agent", userAgent)])
        #expect(NPMEcosystem().patience(of: request) == .seconds(seconds))
    }

    @Test("compares with the newest admitted version below on the same line")
    func predecessor() throws {
        let package = try #require(Package(.npm, "once"))
        func artifact(_ version: String) throws -> Artifact {
            let release = try #require(Release(package, version))
            return try #require(Artifact(release, filename: TarballName.canonical("once", version)))
        }
        let admitted = try ["0.9.0", "1.0.0", "1.10.0", "1.9.0", "1.11.0-beta.1", "1.12.0", "2.0.0"].map(artifact)
        let ecosystem = NPMEcosystem()
        #expect(ecosystem.predecessor(of: try artifact("1.12.0"), among: admitted) == (try artifact("1.11.0-beta.1")))
        #expect(ecosystem.predecessor(of: try artifact("1.10.1"), among: admitted) == (try artifact("1.10.0")))
        #expect(ecosystem.predecessor(of: try artifact("1.0.0"), among: admitted) == nil)
        #expect(ecosystem.predecessor(of: try artifact("0.10.0"), among: admitted) == nil)
        #expect(ecosystem.predecessor(of: try artifact("3.0.0"), among: admitted) == nil)
    }
}
