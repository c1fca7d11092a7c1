import SallyportModel

/// A fact with what decides whether it is kept when there are too many.
struct WeightedFact {
    let fact: Fact
    let weight: Weight

    init(_ fact: Fact, _ weight: Weight = .sensitive) {
        self.fact = fact
        self.weight = weight
    }

    /// The facts to keep, in the report's order, without repetition: see ``FactSelection``.
    static func selected(_ all: [WeightedFact], limits: AnalysisLimits) -> [Fact] {
        var seen: Set<Fact> = []
        let facts = all.filter { seen.insert($0.fact).inserted }
        return FactSelection(facts, limits).kept.map(\.fact).sorted(by: FactOrder.precedes)
    }
}

/// Chooses facts where there are more than a report keeps: of each code the furthest-reaching and heaviest.
///
/// Rules ask what a file does besides what it hides or intrudes on, so the facts of one file stay together: of several that
/// weigh the same, those of files that do more come first, and what else such a file does is kept as well. A hundred decoys
/// that do one thing do not push out the file that does two.
struct FactSelection {
    /// The facts that are kept.
    private(set) var kept: [WeightedFact] = []
    /// What the code of each file does, as bits.
    private var deeds: [String: UInt64] = [:]

    /// A fact and how many of its code come before it.
    private struct Ranked {
        let entry: WeightedFact
        let rank: Int
    }

    /// What a file does besides, once for each deed: how many facts are kept for that.
    static let companionsMax = 1024

    init(_ all: [WeightedFact], _ limits: AnalysisLimits) {
        for entry in all where entry.fact.reach > .shipped {
            guard let path = entry.fact.place?.path else { continue }
            deeds[path, default: 0] |= FactTraits.bit(of: entry.fact.code)
        }
        var ranked: [Ranked] = []
        for list in Dictionary(grouping: all, by: \.fact.code).values {
            ranked += chosen(list, limits.factsPerCodeMax).enumerated().map { Ranked(entry: $1, rank: $0) }
        }
        ranked.sort { left, right in
            let (first, second) = (left.entry.fact, right.entry.fact)
            if first.reach != second.reach { return first.reach > second.reach }
            if left.rank != right.rank { return left.rank < right.rank }
            if left.entry.weight != right.entry.weight { return left.entry.weight > right.entry.weight }
            return FactOrder.precedes(first, second)
        }
        kept = ranked.prefix(limits.factsMax).map(\.entry)
        kept += companions(in: all)
    }

    /// Most places go to the heaviest facts, the rest to those of files that do more besides.
    private func chosen(_ list: [WeightedFact], _ countMax: Int) -> [WeightedFact] {
        let scored = list.map { (entry: $0, deeds: score($0.fact)) }.sorted { left, right in
            let (first, second) = (left.entry, right.entry)
            if first.fact.reach != second.fact.reach { return first.fact.reach > second.fact.reach }
            if first.weight != second.weight { return first.weight > second.weight }
            if left.deeds != right.deeds { return left.deeds > right.deeds }
            return FactOrder.precedes(first.fact, second.fact)
        }
        guard scored.count > countMax else { return scored.map(\.entry) }
        let heaviest = scored.prefix(countMax - countMax / 4)
        let others = scored.dropFirst(heaviest.count).enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.entry.fact.reach != second.entry.fact.reach {
                return first.entry.fact.reach > second.entry.fact.reach
            }
            return first.deeds != second.deeds ? first.deeds > second.deeds : left.offset < right.offset
        }
        return heaviest.map(\.entry) + others.prefix(countMax / 4).map(\.element.entry)
    }

    /// What the file of a fact does, as a number: what leads out of the program counts most.
    private func score(_ fact: Fact) -> Int {
        let bits = fact.place.flatMap { deeds[$0.path] } ?? 0
        return bits.nonzeroBitCount + 64 * (bits & FactTraits.reaching).nonzeroBitCount
    }

    /// Of each file with a kept fact that rules ask companions for, the first fact of every other deed.
    private func companions(in all: [WeightedFact]) -> [WeightedFact] {
        var missing: [String: UInt64] = [:]
        for entry in kept where entry.fact.reach > .shipped && asksForCompanions(entry.fact.code) {
            guard let path = entry.fact.place?.path else { continue }
            missing[path] = deeds[path]
        }
        for entry in kept where entry.fact.reach > .shipped {
            guard let path = entry.fact.place?.path else { continue }
            missing[path]? &= ~FactTraits.bit(of: entry.fact.code)
        }
        missing = missing.filter { $0.value != 0 }
        var found: [WeightedFact] = []
        for entry in all where entry.fact.reach > .shipped && found.count < Self.companionsMax {
            let bit = FactTraits.bit(of: entry.fact.code)
            guard let path = entry.fact.place?.path, let wanted = missing[path], wanted & bit != 0 else { continue }
            missing[path] = wanted & ~bit
            found.append(entry)
        }
        return found
    }

    private func asksForCompanions(_ code: FactCode) -> Bool {
        code.isHiding || code.isChain || code.isWorthlessAsMeans || code == .capabilityCredentialFile
            || code == .capabilityDynamicCode
    }
}
