import SallyportModel
import Testing

@testable import SallyportPolicy

struct OwnRuleTests {
    private func policy(_ rules: String) throws -> Policy {
        let lines = rules.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
        return try Policy(yaml: "version: 1\nown-rules:\n" + lines.joined(separator: "\n"), file: "policy.yaml")
    }

    private static let beacon = """
        acme-no-beacon:
          match: { fact: capability.network, reach: install, detail: "metrics.example.invalid", path: "package/scripts/*.js" }
          outcome: deny
          severity: critical
          says: tells the old metrics host that you installed it
          except: ["pkg:npm/acme-metrics"]
        """

    private func network(_ detail: String, at path: String, reach: Reach = .install) -> Fact {
        fact("capability.network", detail, reach: reach, path: path, line: 3)
    }

    private func outcome(_ policy: Policy, _ facts: [Fact], delta: [Fact]? = []) -> [Reason] {
        policy.contentVerdict(of: nil, facts: facts, delta: delta, standing: .established).reasons
            .filter { $0.outcome > .admit }
    }

    @Test(arguments: [
        ("Acme: { match: { fact: capability.network } }", "is no name for a rule"),
        ("hook-added: { match: { fact: capability.network } }", "is a rule already"),
        ("acme: { match: { fact: capability.netwrok } }", "did you mean `capability.network`?"),
        ("acme: { match: { fact: capability.network, reach: import } }", "is no reach"),
        ("acme: { outcome: deny }", "does not say what it looks for"),
        ("acme: { match: { reach: install } }", "does not name a `fact`"),
        ("acme: { match: { fact: capability.network }, says: \"a {b} c\" }", "holds no braces"),
        ("acme: { match: { fact: capability.network }, colour: red }", "has no key"),
    ])
    func `a mistake is refused with a sentence that says what to write`(rules: String, part: String) {
        let error = #expect(throws: PolicyFileError.self) { try policy(rules) }
        #expect(error?.description.contains(part) == true, "\(String(describing: error))")
    }

    @Test func `a rule asks for its outcome where code, reach, detail and path agree`() throws {
        let policy = try policy(Self.beacon)
        let reasons = outcome(policy, [network("get https://metrics.example.invalid/x", at: "package/scripts/a.js")])
        #expect(reasons.map(\.code) == ["acme-no-beacon"])
        #expect(reasons.first?.outcome == .deny)
        #expect(reasons.first?.severity == .critical)
        #expect(reasons.first?.sentence.hasPrefix("tells the old metrics host") == true)
    }

    @Test func `and nothing where one of them does not`() throws {
        let policy = try policy(Self.beacon)
        let host = "get https://metrics.example.invalid/x"
        for one in [
            network("get https://other.example.invalid/x", at: "package/scripts/a.js"),
            network(host, at: "package/lib/a.js"),
            network(host, at: "package/scripts/a.js", reach: .load),
            fact("capability.process", host, path: "package/scripts/a.js"),
        ] {
            #expect(outcome(policy, [one]).isEmpty, "\(one)")
        }
    }

    @Test func `a family stands for all its codes, and beside asks for the same file`() throws {
        let policy = try policy("acme: { match: { fact: \"hiding.*\", beside: [capability.network] } }")
        let hidden = fact("hiding.cipher", reach: .shipped, path: "a.js")
        #expect(outcome(policy, [hidden]).isEmpty)
        #expect(outcome(policy, [hidden, network("x", at: "b.js", reach: .load)]).isEmpty)
        #expect(outcome(policy, [hidden, network("x", at: "a.js", reach: .load)]).map(\.code) == ["acme"])
    }

    @Test func `a fact of change is looked for in the comparison`() throws {
        let policy = try policy("acme: { match: { fact: delta.dependency-added, detail: left-pad } }")
        let added = fact("delta.dependency-added", "left-pad ^1.0.0", reach: .load)
        #expect(outcome(policy, [], delta: [added]).map(\.code) == ["acme"])
        #expect(outcome(policy, [added], delta: nil).isEmpty)
    }

    @Test func `an exception lets a package pass`() throws {
        let policy = try policy(Self.beacon)
        let release = Package(.npm, "acme-metrics").flatMap { Release($0, "1.0.0") }
        let verdict = policy.contentVerdict(
            of: release,
            facts: [network("https://metrics.example.invalid", at: "package/scripts/a.js")],
            delta: [],
            standing: .established
        )
        #expect(verdict.outcome == .admit)
    }

    @Test func `another rule is another policy`() throws {
        let one = try policy(Self.beacon)
        #expect(one.fingerprint != Policy.standard.fingerprint)
        #expect(try policy(Self.beacon.replacing("scripts", with: "lib")).fingerprint != one.fingerprint)
        #expect(try policy(Self.beacon) == one)
    }

    @Test(arguments: [
        ("*", "package/a.js", true), ("package/*", "package/a/b.js", true), ("*.js", "package/a.js", true),
        ("package/*/b.js", "package/a/b.js", true), ("package/*/b.js", "package/b.js", false),
        ("a*a", "a", false), ("a*a", "aa", true), ("*a*b*", "xaybz", true), ("*a*b*", "xbya", false),
        ("exact", "exact", true), ("exact", "exactly", false), ("", "", true),
    ])
    func `a star stands for any text`(pattern: String, path: String, matches: Bool) {
        #expect(PathPattern(pattern).matches(path) == matches)
    }
}
