import SallyportModel

/// Capabilities and chains of code that runs, which no running code of the earlier release had.
enum CapabilityDelta {
    /// One fact a capability: at its furthest reach, with the first place that has it.
    static func facts(from previous: Report, to current: Report) -> [Fact] {
        let before = furthest(in: previous)
        return furthest(in: current).values.compactMap { fact in
            if let earlier = before[fact.code], earlier.reach >= fact.reach { return nil }
            return Fact(
                code: .deltaCapabilityAdded,
                reach: fact.reach,
                detail: Excerpt.detail("\(fact.code.rawValue): \(fact.detail)"),
                place: fact.place
            )
        }
    }

    private static func furthest(in report: Report) -> [FactCode: Fact] {
        var facts: [FactCode: Fact] = [:]
        for fact in report.facts where fact.code.isBehaviour && fact.reach > .shipped {
            if let kept = facts[fact.code], kept.reach >= fact.reach { continue }
            facts[fact.code] = fact
        }
        return facts
    }
}
