import SallyportModel

/// A version against those before it.
enum VersionFacts {
    /// How much further the first number may be than the highest before.
    static let majorStepMax: UInt64 = 3
    /// How much further any other number may be.
    static let stepMax: UInt64 = 11
    /// The highest first number of a package's first release.
    static let firstMajorMax: UInt64 = 8

    static func facts(_ history: ReleaseHistory) -> [Fact] {
        let version = history.subject.version
        let stable = history.earlier.filter { !$0.version.isPrerelease }
        guard !version.isCalendar, !version.isPrerelease else { return [] }
        guard let highest = stable.max(by: { $0.version < $1.version }) else {
            // An index that lists nothing else and gives a time is that of a new package.
            guard history.earlier.isEmpty, history.subject.statement.publishedAt != nil, version[0] > firstMajorMax
            else { return [] }
            return [SurroundingFacts.fact(.indexVersionJump, "first: \(history.subject.text) is the first release")]
        }
        guard !highest.version.isCalendar else { return [] }
        if version[0] > highest.version[0] + majorStepMax { return [fact("major", highest, history)] }
        guard
            let nearest = stable.filter({ $0.version < version && $0.version.line == version.line })
                .max(by: { $0.version < $1.version })
        else { return [] }
        let before = nearest.version
        if version[0] == before[0], version[1] > before[1] + stepMax { return [fact("minor", nearest, history)] }
        if version[0] == before[0], version[1] == before[1], version[2] > before[2] + stepMax {
            return [fact("patch", nearest, history)]
        }
        return []
    }

    private static func fact(_ part: String, _ from: ReleaseHistory.Entry, _ history: ReleaseHistory) -> Fact {
        SurroundingFacts.fact(.indexVersionJump, "\(part): from \(from.text) to \(history.subject.text)")
    }
}
