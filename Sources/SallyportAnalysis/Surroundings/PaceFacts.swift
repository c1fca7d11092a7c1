import SallyportModel

/// When releases appear: after long silence, or many at once.
enum PaceFacts {
    /// Days without a release that are silence.
    static let silenceDays: Int64 = 365
    /// Releases of one line within an hour that are a burst.
    static let burstMin = 3
    /// Lines with a release within an hour that are a burst.
    static let linesMin = 3
    /// Packages of one scope within ``scopeSeconds`` that are a burst.
    static let packagesMin = 10
    /// How far apart those are.
    static let scopeSeconds: Int64 = 600

    static func facts(_ history: ReleaseHistory, _ surroundings: Surroundings, of package: Package) -> [Fact] {
        var facts = [dormant(history), linesBurst(history), burst(history)].compactMap { $0 }
        if let fleet = fleet(surroundings, of: package) { facts.append(fleet) }
        return facts
    }

    private static func dormant(_ history: ReleaseHistory) -> Fact? {
        guard let latest = history.settled(history.earlier).first, let silence = history.days(since: latest) else {
            return nil
        }
        if silence >= silenceDays {
            return SurroundingFacts.fact(.indexDormant, "package: \(silence) days after \(latest.text)")
        }
        guard let latest = history.settled(history.line).first, let silence = history.days(since: latest),
            silence >= silenceDays
        else {
            return nil
        }
        return SurroundingFacts.fact(
            .indexDormant,
            "line: \(silence) days after \(latest.text), the last of \(history.subject.version.line)"
        )
    }

    /// Pre-releases appear as often as somebody builds; they count for nothing here.
    private static func linesBurst(_ history: ReleaseHistory) -> Fact? {
        guard !history.subject.version.isPrerelease else { return nil }
        let stable = history.together.filter { !$0.version.isPrerelease }.map(\.version.line)
        let lines = Set(stable + [history.subject.version.line])
        guard lines.count >= linesMin else { return nil }
        let names = lines.sorted().prefix(8).joined(separator: ", ")
        return SurroundingFacts.fact(.indexLinesBurst, "\(lines.count) lines within an hour: \(names)")
    }

    private static func burst(_ history: ReleaseHistory) -> Fact? {
        let version = history.subject.version
        guard !version.isPrerelease else { return nil }
        let count = 1 + history.together.filter { $0.version.line == version.line && !$0.version.isPrerelease }.count
        guard count >= burstMin else { return nil }
        return SurroundingFacts.fact(.indexBurst, "line: \(count) releases of \(version.line) within an hour")
    }

    private static func fleet(_ surroundings: Surroundings, of package: Package) -> Fact? {
        guard let at = surroundings.release.publishedAt else { return nil }
        let near = surroundings.nearby.filter { abs($0.publishedAt.seconds(since: at)) <= scopeSeconds }
        let names = Set(near.map(\.name) + [package.name])
        guard names.count >= packagesMin else { return nil }
        return SurroundingFacts.fact(.indexBurst, "scope: \(names.count) packages within 20 minutes")
    }
}
