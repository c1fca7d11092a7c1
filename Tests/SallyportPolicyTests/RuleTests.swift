import SallyportModel
import SallyportPolicy
import Testing

@Suite("The rules")
struct RuleTests {
    @Test("match what they should, alone decide the outcome, and say so", arguments: ruleCases.map(\.code))
    func hits(code: String) throws {
        let ruleCase = try #require(ruleCases.first { $0.code == code })
        for (index, evidence) in ruleCase.hits.enumerated() {
            let verdict = Policy.standard.judge(evidence.facts, delta: evidence.delta, evidence.standing)
            let reason = try #require(verdict.reasons.first { $0.code == code }, "hit \(index)")
            #expect(reason.outcome == ruleCase.outcome)
            #expect(reason.severity == ruleCase.severity)
            #expect(verdict.outcome == ruleCase.outcome)
            if index == 0 { #expect(reason.sentence == ruleCase.sentence) }
        }
    }

    @Test("leave alone what only looks alike", arguments: ruleCases.map(\.code))
    func misses(code: String) throws {
        let ruleCase = try #require(ruleCases.first { $0.code == code })
        for (index, evidence) in ruleCase.misses.enumerated() {
            let verdict = Policy.standard.judge(evidence.facts, delta: evidence.delta, evidence.standing)
            #expect(!verdict.codes.contains(code), "miss \(index)")
        }
    }

    @Test("have a hit and a miss each")
    func everyRuleHasCases() {
        for rule in RuleCatalogue.content {
            let cases = ruleCases.filter { $0.code == rule.code }
            #expect(cases.count == 1, "\(rule.code)")
            #expect(cases.first?.hits.isEmpty == false && cases.first?.misses.isEmpty == false, "\(rule.code)")
        }
        #expect(Set(ruleCases.map(\.code)) == Set(RuleCatalogue.content.map(\.code)))
    }

    @Test("have codes of one spelling, each used once")
    func codes() {
        let codes = RuleCatalogue.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        for rule in RuleCatalogue.all {
            #expect(
                rule.code.utf8.allSatisfy {
                    $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                }
            )
            #expect(RuleCatalogue.rule(rule.code) == rule)
            #expect(rule.isClockBound == RuleCatalogue.clock.contains(rule))
        }
        #expect(RuleCatalogue.rule("no-such-rule") == nil)
        for code in RuleCatalogue.all.flatMap(\.echoes) { #expect(RuleCatalogue.rule(code) != nil, "\(code)") }
    }

    @Test("speak plain ASCII on one line, to developers and reviewers")
    func words() {
        for rule in RuleCatalogue.all {
            for text in [rule.title, rule.sentence, rule.review] + rule.patterns.compactMap(\.sentence) {
                #expect(!text.isEmpty && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(rule.code): \(text)")
            }
            #expect(rule.review.hasSuffix("."), "\(rule.code)")
            #expect(!rule.sentence.hasSuffix("."), "\(rule.code)")
        }
    }

    @Test("judge every fact that the inspection states, or leave it to readers on purpose")
    func everyFactIsAccountedFor() {
        let stated = [
            "archive.unreadable", "archive.budget", "file.unreadable", "file.hidden-unicode", "file.native",
            "file.extension-mismatch", "hook.declared", "hook.unreadable", "dependency.url", "dependency.git",
            "manifest.mismatch", "manifest.unreadable", "record.mismatch", "capability.process", "capability.network",
            "capability.environment", "capability.credential-file", "capability.dynamic-code",
            "capability.write-outside",
            "capability.native-loading", "chain.exfiltration", "chain.token-use", "chain.download-execute",
            "chain.decode-execute", "delta.hook-added", "delta.hook-changed", "delta.native-added",
            "delta.url-dependency-added",
            "delta.dependency-added", "delta.capability-added", "delta.file-added", "delta.file-removed",
            "delta.file-changed", "delta.size-jump",
        ]
        let matched = RuleCatalogue.content.flatMap(\.patterns).map(\.code.rawValue)
        #expect(Set(matched + RuleCatalogue.evidenceOnly.map(\.rawValue)) == Set(stated))
        #expect(Set(matched).isDisjoint(with: RuleCatalogue.evidenceOnly.map(\.rawValue)))
    }
}
