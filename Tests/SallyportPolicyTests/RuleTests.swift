import Foundation
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
        let matched = RuleCatalogue.content.flatMap(\.patterns).map(\.code.rawValue)
        let families = Set(matched.filter { $0.hasSuffix(".*") }.map { $0.dropLast() })
        let evidence = Set(RuleCatalogue.evidenceOnly.map(\.rawValue))
        for code in statedCodes where !evidence.contains(code) {
            let family = code.prefix { $0 != "." } + "."
            #expect(matched.contains(code) || families.contains(family), "\(code)")
        }
        #expect(evidence.isDisjoint(with: matched))
        for code in matched + evidence where !code.hasSuffix(".*") { #expect(statedCodes.contains(code), "\(code)") }
        let companions = RuleCatalogue.content.flatMap(\.patterns).flatMap(\.companions).flatMap(\.codes)
        for code in companions where !code.hasSuffix(".*") { #expect(statedCodes.contains(code), "\(code)") }
    }

    /// The codes that the inspection declares, read from its catalogue.
    private var statedCodes: Set<String> {
        let url = URL(filePath: #filePath).appending(path: "../../../Sources/SallyportAnalysis/Catalogue").standardized
        var codes: Set<String> = []
        for file in (try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)) ?? [] {
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            codes.formUnion(text.matches(of: /FactCode\(rawValue: "([a-z.-]+)"\)/).map { String($0.1) })
        }
        return codes
    }
}
