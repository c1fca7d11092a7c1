import SallyportModel

/// The releases around one, in the order that the questions about them need.
struct ReleaseHistory {
    /// One release with its version read.
    struct Entry {
        let statement: ReleaseStatement
        let text: String
        let version: VersionNumbers
    }

    /// The release in question.
    let subject: Entry
    /// Releases before it, the latest first.
    let earlier: [Entry]
    /// Of these, the ones of its line.
    let line: [Entry]
    /// All others that appeared within an hour of it, before or after.
    let together: [Entry]

    init(_ surroundings: Surroundings, of release: Release) {
        let subject = Self.entry(surroundings.release, release.version)
        let others = surroundings.others.compactMap { statement in
            statement.version.map { Self.entry(statement, $0) }
        }.filter { $0.text != subject.text }
        self.subject = subject
        let before = others.filter { Self.isBefore($0, subject) }
        earlier = Array(before.sorted(by: Self.isLater).prefix(SurroundingFacts.othersMax))
        line = earlier.filter { $0.version.line == subject.version.line }
        guard let at = subject.statement.publishedAt else {
            together = []
            return
        }
        together = others.filter { other in
            other.statement.publishedAt.map { abs($0.seconds(since: at)) <= Self.togetherSeconds } ?? false
        }
    }

    /// How far apart releases are that somebody made at one sitting.
    static let togetherSeconds: Int64 = 3_600

    /// What the line did before, or what the package did where the line is new or short.
    var model: [Entry] { line.count >= 2 ? line : earlier }

    /// Days after which a release counts as what is usual. Whoever takes a package over may publish something harmless
    /// first, so that the second release looks like the one before.
    static let settledDays: Int64 = 14

    /// Of these, the ones that had been there for long enough; all of them where none had, or where no times are known.
    func settled(_ entries: [Entry]) -> [Entry] {
        let settled = entries.filter { entry in days(since: entry).map { $0 >= Self.settledDays } ?? true }
        return settled.isEmpty ? entries : settled
    }

    /// Days from an entry to the release in question.
    func days(since entry: Entry) -> Int64? {
        guard let at = subject.statement.publishedAt, let then = entry.statement.publishedAt else { return nil }
        return at.seconds(since: then) / 86_400
    }

    private static func entry(_ statement: ReleaseStatement, _ text: String) -> Entry {
        Entry(statement: statement, text: text, version: VersionNumbers(text))
    }

    /// By time where both have one, else by version.
    private static func isBefore(_ entry: Entry, _ subject: Entry) -> Bool {
        if let then = entry.statement.publishedAt, let at = subject.statement.publishedAt { return then < at }
        return entry.version < subject.version
    }

    private static func isLater(_ left: Entry, _ right: Entry) -> Bool {
        if let one = left.statement.publishedAt, let other = right.statement.publishedAt, one != other {
            return one > other
        }
        return left.version == right.version ? left.text > right.text : left.version > right.version
    }
}
