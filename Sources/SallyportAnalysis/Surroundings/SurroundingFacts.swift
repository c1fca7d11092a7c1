public import SallyportModel

/// From what surrounds a release to facts about it.
///
/// Facts only: nearly each of them is true of honest releases as well. They count together with what the content shows.
public enum SurroundingFacts {
    /// Releases of the package that are looked at, the nearest in time first. 256.
    public static let othersMax = 256
    /// Dependencies that are looked at. 64.
    public static let dependenciesMax = 64

    /// The facts, in a stable order.
    ///
    /// - Parameters:
    ///   - surroundings: what the index and this installation state.
    ///   - release: what the artifact was asked for as.
    ///   - report: what stands in it.
    ///   - previous: what stood in the release that it is compared with; where there is none, the index's own word on the
    ///     dependencies of the release before is taken.
    public static func facts(
        _ surroundings: Surroundings,
        of release: Release,
        report: Report,
        previous: Report? = nil
    ) -> [Fact] {
        let history = ReleaseHistory(surroundings, of: release)
        let added = AddedDependencies.names(of: report, previous: previous, history).prefix(dependenciesMax)
        var facts: [Fact] = []
        facts += PublisherFacts.facts(history)
        facts += ProvenanceFacts.facts(history)
        facts += ProvenanceFacts.signature(of: report, previous: previous)
        facts += PaceFacts.facts(history, surroundings, of: release.package)
        facts += VersionFacts.facts(history)
        facts += NameFacts.facts(of: release.package, surroundings)
        facts += NameFacts.facts(ofDependencies: Array(added), of: release.package, surroundings)
        facts += AddedDependencies.youngFacts(Array(added), surroundings)
        facts += AddedDependencies.aliasFacts(of: report, Array(added))
        return facts.sorted(by: FactOrder.precedes)
    }

    /// New dependencies that are not widely used, sorted: those whose age says something.
    public static func doubtfulDependencies(
        of report: Report,
        previous: Report?,
        _ surroundings: Surroundings,
        _ release: Release
    ) -> [String] {
        let used = UsedNames.of(release.package.ecosystem)
        let history = ReleaseHistory(surroundings, of: release)
        return AddedDependencies.names(of: report, previous: previous, history).filter { !used.contains($0) }
    }

    /// A fact about the release as a whole.
    static func fact(_ code: FactCode, _ detail: String) -> Fact {
        Fact(code: code, reach: .load, detail: Excerpt.detail(detail))
    }
}
