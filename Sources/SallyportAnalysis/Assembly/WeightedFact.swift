import SallyportModel

/// A fact with what decides whether it is kept when there are too many.
struct WeightedFact {
    let fact: Fact
    let weight: Weight

    init(_ fact: Fact, _ weight: Weight = .sensitive) {
        self.fact = fact
        self.weight = weight
    }

    /// The facts to keep: of each code the furthest-reaching and heaviest, in the report's order, without repetition.
    static func selected(_ all: [WeightedFact], limits: AnalysisLimits) -> [Fact] {
        var byCode: [FactCode: [WeightedFact]] = [:]
        var seen: Set<Fact> = []
        for entry in all where seen.insert(entry.fact).inserted { byCode[entry.fact.code, default: []].append(entry) }
        var kept: [WeightedFact] = []
        for list in byCode.values { kept += list.sorted(by: precedes).prefix(limits.factsPerCodeMax) }
        kept.sort(by: precedes)
        return kept.prefix(limits.factsMax).map(\.fact).sorted(by: FactOrder.precedes)
    }

    private static func precedes(_ left: WeightedFact, _ right: WeightedFact) -> Bool {
        if left.fact.reach != right.fact.reach { return left.fact.reach > right.fact.reach }
        if left.weight != right.weight { return left.weight > right.weight }
        return FactOrder.precedes(left.fact, right.fact)
    }
}
