import SallyportModel

/// From findings to a verdict: which reasons are kept, and in which order.
enum Selection {
    /// Most reasons of a verdict.
    static let reasonsMax = 20
    /// Most reasons of one rule, so that a thousand decoys for one rule leave room for the others.
    static let reasonsPerRuleMax = 4

    /// Most steps of a chain that a reason tells.
    static let stepsMax = 8

    /// The verdict of findings: every rule that matched is heard before any is heard twice.
    static func verdict(of findings: [RuleFinding]) -> Verdict {
        let reported = Reported(findings)
        var first: [Reason] = []
        var further: [Reason] = []
        for finding in findings {
            let reasons = finding.reasons(limit: reasonsPerRuleMax) { reported.covers($0, notedBy: finding) }
            first += reasons.prefix(1)
            further += reasons.dropFirst()
        }
        first.sort(by: precedes)
        further.sort(by: precedes)
        let kept = (first + further).prefix(reasonsMax).sorted(by: precedes)
        guard let heaviest = kept.first else { return .admitted }
        return Verdict(outcome: heaviest.outcome, reasons: kept)
    }

    /// Weightiest first, and a total order: no two different reasons are equal.
    static func precedes(_ left: Reason, _ right: Reason) -> Bool {
        if left.outcome != right.outcome { return left.outcome > right.outcome }
        if left.severity != right.severity { return left.severity > right.severity }
        return (left.code, left.place?.path ?? "", left.place?.line ?? 0, left.sentence)
            < (right.code, right.place?.path ?? "", right.place?.line ?? 0, right.sentence)
    }

    /// What stricter rules already report: a note that says the same again is left out.
    private struct Reported {
        private struct Key: Hashable {
            let rule: String
            let detail: String
            let place: Place?
        }

        private var keys: Set<Key> = []

        init(_ findings: [RuleFinding]) {
            for finding in findings {
                guard let outcome = finding.outcome, outcome > .admit else { continue }
                for match in finding.matches {
                    keys.insert(Key(rule: finding.rule.code, detail: match.fact.detail, place: match.fact.place))
                }
            }
        }

        /// Whether a rule that this note echoes has reported the fact.
        func covers(_ fact: Fact, notedBy finding: RuleFinding) -> Bool {
            guard finding.outcome == .admit else { return false }
            return finding.rule.echoes.contains { rule in
                keys.contains(Key(rule: rule, detail: fact.detail, place: fact.place))
            }
        }
    }
}
