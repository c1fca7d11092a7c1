import SallyportModel
import SallyportPolicy
import Testing

@Suite("Exceptions and settings")
struct ExceptionTests {
    private let chain = [fact("chain.download-execute", "example.invalid", path: "install.js")]

    private func release(_ purl: String) throws -> Release {
        try #require(try PackageURL(purl).release)
    }

    @Test("an exception covers its package and version, and nothing else")
    func scope() throws {
        let policy = try Policy(
            """
            rules:
              hook-download-execute: { except: ["pkg:npm/esbuild", "pkg:npm/@s/n@1.0.0"] }
            """
        )
        func outcome(_ purl: String?) throws -> Outcome {
            policy.contentVerdict(of: try purl.map(release), facts: chain, delta: nil, standing: .established).outcome
        }
        #expect(try outcome(nil) == .deny)
        #expect(try outcome("pkg:npm/esbuild2@1.0.0") == .deny)
        #expect(try outcome("pkg:pypi/esbuild@1.0.0") == .deny)
        #expect(try outcome("pkg:npm/@s/n@1.0.1") == .deny)
        #expect(try outcome("pkg:npm/esbuild@0.25.0") == .admit)
        #expect(try outcome("pkg:npm/@s/n@1.0.0") == .admit)
    }

    @Test("an exception from one rule leaves the others in force, and its reason in sight")
    func otherRules() throws {
        let policy = try Policy("rules: { hook-download-execute: { except: [\"pkg:npm/esbuild\"] } }")
        let verdict = policy.contentVerdict(
            of: try release("pkg:npm/esbuild@1.0.0"),
            facts: chain + [fact("manifest.mismatch", "other")],
            delta: nil,
            standing: .established
        )
        #expect(verdict.outcome == .hold)
        #expect(verdict.codes == ["manifest-mismatch", "hook-download-execute"])
        #expect(verdict.reasons.last?.outcome == .admit)
    }

    @Test("a rule takes the outcome that the file gives it", arguments: RuleOutcome.allCases)
    func outcomes(outcome: RuleOutcome) throws {
        let policy = try Policy("rules: { hook-download-execute: \(outcome.rawValue) }")
        let verdict = policy.judge(chain)
        #expect(verdict.outcome == outcome.outcome ?? .admit)
        #expect(verdict.reasons.count == (outcome == .off ? 0 : 1))
    }

    @Test("a rule that is off gives way to a note of another")
    func offUncovers() throws {
        let policy = try Policy("rules: { hook-added: off }")
        #expect(policy.judge([fact("hook.declared", "postinstall: node a.js")], .young).codes == ["hook-present"])
        let strict = try Policy("rules: { hook-added: off, hook-present: hold }")
        #expect(strict.judge([fact("hook.declared", "postinstall: node a.js")]).outcome == .hold)
    }

    @Test("the trace tells of every rule what it made of the evidence")
    func trace() throws {
        let policy = try Policy(
            "rules: { hook-download-execute: { except: [\"pkg:npm/esbuild\"] }, size-jump: off }"
        )
        let release = try release("pkg:npm/esbuild@1.0.0")
        let delta = [fact("delta.size-jump", "file grew"), fact("delta.hook-added", "postinstall: node a.js")]
        let trace = policy.explainContent(of: release, facts: chain, delta: delta, standing: .young)
        #expect(trace.map(\.rule) == RuleCatalogue.content)
        let byCode = Dictionary(uniqueKeysWithValues: trace.map { ($0.rule.code, $0) })
        let excepted = try #require(byCode["hook-download-execute"])
        #expect(excepted.result == .excepted)
        #expect(excepted.exception?.description == "pkg:npm/esbuild")
        #expect(excepted.facts == chain && excepted.factCount == 1)
        #expect(byCode["size-jump"]?.result == .off)
        #expect(byCode["size-jump"]?.reasons == [])
        #expect(byCode["hook-added"]?.result == .matched)
        #expect(byCode["hook-added"]?.reasons.first?.sentence == "adds a postinstall script: node a.js")
        #expect(byCode["hidden-unicode"]?.result == .silent)
        #expect(byCode["hidden-unicode"]?.exception == nil)
    }

    @Test("the trace of the clocks names the rule that holds")
    func clockTrace() {
        let times = ArtifactTimes(publishedAt: hour(-1), firstSeen: hour(0), previousLook: nil)
        let trace = Policy.standard.explainClock(times, ecosystem: .npm, now: hour(0))
        #expect(trace.map(\.rule) == RuleCatalogue.clock)
        #expect(trace.filter { $0.result == .matched }.map(\.rule.code) == ["cooldown"])
        #expect(trace.last?.reasons.first?.until == hour(71))
    }
}

@Suite("Fingerprints")
struct FingerprintTests {
    @Test("differ for policies that judge differently")
    func differ() throws {
        let policies = try [
            "cooldown: 3d", "cooldown: 4d", "cooldown: 72h\nbaseline: 31d", "cooldown: { npm: 1d }",
            "cooldown: { pypi: 1d }",
            "rules: { hook-added: deny }", "rules: { hook-added: admit }", "rules: { hook-changed: deny }",
            "rules: { hook-added: { except: [\"pkg:npm/a\"] } }", "rules: { hook-added: { except: [\"pkg:npm/b\"] } }",
            "rules: { hook-added: { except: [\"pkg:npm/a@1\"] } }",
            "rules: { hook-added: { except: [\"pkg:npm/a\", \"pkg:npm/b\"] } }",
        ].map { try Policy($0) }
        #expect(Set(policies.map(\.fingerprint)).count == policies.count)
        #expect(Set(policies).count == policies.count)
    }

    @Test("are the same for two spellings of one policy")
    func same() throws {
        let spellings = try [
            "", "cooldown: 72h", "cooldown: { default: 3d, npm: 4320m }", "baseline: 720h",
            "rules: {}", "rules: { hook-added: hold }", "rules: { hook-added: { except: [] } }",
        ].map { try Policy($0) }
        for policy in spellings {
            #expect(policy == .standard)
            #expect(policy.fingerprint == Policy.standard.fingerprint)
        }
        let one = try Policy("rules: { hook-added: { except: [\"pkg:npm/a\", \"pkg:npm/b\"] } }")
        let other = try Policy("rules: { hook-added: { except: [\"pkg:npm/b\", \"pkg:npm/a\"] } }")
        #expect(one.fingerprint == other.fingerprint)
    }

    @Test("are short plain text")
    func plain() {
        #expect(Policy.standard.fingerprint.utf8.count < 64)
        #expect(Policy.standard.fingerprint.utf8.allSatisfy { (0x21...0x7E).contains($0) })
    }
}
