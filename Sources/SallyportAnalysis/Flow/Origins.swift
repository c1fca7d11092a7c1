import SallyportModel

/// One thing that happens on the way of a value, and where.
struct ChainStep {
    let what: String
    let offset: Int
}

/// Where the values that are followed came from last, by what they are: the steps of a chain.
struct Origins {
    private var places: [(bit: Meaning, step: ChainStep)] = []

    /// Remembers where a value of these kinds begins.
    mutating func note(_ meaning: Meaning, _ what: String, at offset: Int) {
        let step = ChainStep(what: what, offset: offset)
        if let index = places.firstIndex(where: { $0.bit == meaning }) {
            places[index].step = step
        } else if places.count < 64 {
            places.append((meaning, step))
        }
    }

    /// The steps behind a value, in the order of the source, with the last one of the chain.
    func steps(of meaning: Meaning, then what: String, at offset: Int) -> [ChainStep] {
        let before = places.filter { !$0.bit.isDisjoint(with: meaning) }.map(\.step).sorted { $0.offset < $1.offset }
        return before.prefix(6) + [ChainStep(what: what, offset: offset)]
    }
}

extension FlowReader {
    /// States a chain whose values were followed, with where they came from.
    mutating func chain(
        _ code: FactCode,
        _ detail: String,
        at offset: Int,
        of values: Meaning,
        _ weight: Weight = .flow
    ) {
        let shown = Excerpt.detail(detail)
        // A bundle says the same thousands of times, and putting the steps together takes longer than to know that.
        guard collector.takes(code, shown, weight) else { return }
        let steps = origins.steps(of: values, then: detail, at: offset)
        collector.add(code, shown, at: offset, weight, steps: steps)
    }
}
