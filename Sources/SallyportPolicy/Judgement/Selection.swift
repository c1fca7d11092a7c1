import SallyportModel

/// From findings to a verdict: which reasons are kept, and in which order.
enum Selection {
    /// Most reasons of a verdict.
    static let reasonsMax = 20
    /// Most reasons of one rule, so that a thousand decoys for one rule leave room for the others.
    static let reasonsPerRuleMax = 4

    /// The verdict of findings: every rule that matched is heard before any is heard twice.
    static func verdict(of findings: [RuleFinding]) -> Verdict {
        let covered = Covered(findings)
        var first: [Reason] = []
        var further: [Reason] = []
        for finding in findings {
            let reasons = finding.reasons(limit: reasonsPerRuleMax) { covered.holds($0, against: finding.outcome) }
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
    private struct Covered {
        private struct Key: Hashable {
            let detail: String
            let place: Place?
        }

        private var strictest: [Key: Outcome] = [:]

        init(_ findings: [RuleFinding]) {
            for finding in findings {
                guard let outcome = finding.outcome, outcome > .admit else { continue }
                for match in finding.matches {
                    let key = Key(detail: match.fact.detail, place: match.fact.place)
                    strictest[key] = max(outcome, strictest[key] ?? outcome)
                }
            }
        }

        func holds(_ fact: Fact, against outcome: Outcome?) -> Bool {
            outcome == .admit && strictest[Key(detail: fact.detail, place: fact.place)] != nil
        }
    }
}
