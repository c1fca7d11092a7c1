public import SallyportModel

/// What differs between two releases of one package.
public enum Comparison {
    /// The facts of the difference, sorted as in a report: what `current` has and `previous` had not.
    ///
    /// Paths are compared without the version that archives put into their folders' names. Bounded: lists of files
    /// become one fact each, and everything else is bounded by the limits that made the reports.
    public static func delta(from previous: Report, to current: Report) -> [Fact] {
        var facts: [Fact] = []
        facts += HookDelta.facts(from: previous, to: current)
        facts += DependencyDelta.facts(from: previous, to: current)
        facts += CapabilityDelta.facts(from: previous, to: current)
        facts += FileDelta.facts(from: previous, to: current)
        facts += CodeDelta.facts(from: previous, to: current)
        facts += UnreadDelta.facts(from: previous, to: current)
        facts += PlantedDelta.facts(from: previous, to: current)
        facts += HostDelta.facts(from: previous, to: current)
        facts += SizeDelta.facts(from: previous, to: current)
        return facts.sorted(by: FactOrder.precedes)
    }

    /// The facts of `current` that `previous` had as well, of the same files to the byte; `delta` is what
    /// ``delta(from:to:)`` says of the two.
    public static func carried(from previous: Report, to current: Report, delta: [Fact]) -> Set<Fact> {
        CarriedFacts.facts(from: previous, to: current, news: delta)
    }
}
