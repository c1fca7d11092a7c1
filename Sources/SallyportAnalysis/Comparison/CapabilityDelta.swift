import SallyportModel

/// Capabilities and chains of code that runs, which no running code of the earlier release had.
enum CapabilityDelta {
    /// One fact a capability: at its furthest reach, with the first place that has it.
    static func facts(from previous: Report, to current: Report) -> [Fact] {
        let before = furthest(in: previous)
        let used = Set(FactTraits.codes(of: current.files.reduce(0) { $0 | $1.traits }))
        return furthest(in: current).values.compactMap { fact in
            if let earlier = before[fact.code], earlier.reach >= fact.reach { return nil }
            let isUsed = fact.reach == .install || used.contains(fact.code)
            return Fact(
                code: isUsed ? .deltaCapabilityAdded : .deltaMeansAdded,
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
