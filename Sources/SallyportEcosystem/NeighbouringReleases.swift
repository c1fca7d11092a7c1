public import SallyportModel

/// The releases of one package around one of them, nearest in time first, each once whatever the number of its files.
public struct NeighbouringReleases: Sendable {
    /// A release: its version, its time, and the positions of its files.
    public struct Entry: Sendable {
        /// The version.
        public let version: String
        /// When its first file appeared.
        public let publishedAt: Instant?
        /// Positions of its files in the index.
        public let positions: [Int]

        /// What every index says of it.
        public var statement: ReleaseStatement { ReleaseStatement(version: version, publishedAt: publishedAt) }
    }

    /// Releases that are looked at beside the one in question.
    public static let othersMax = 256
    /// How long after a release others still belong to what happened then, in seconds.
    public static let laterSecondsMax: Int64 = 3_600

    /// The release in question.
    public let release: Entry
    /// The others: those before it, the latest first, then those within the hour after it.
    public let others: [Entry]

    /// Orders the releases around the file at a position; `nil` when it is not there.
    public init?(of position: Int, in artifacts: [IndexedArtifact]) {
        guard artifacts.indices.contains(position) else { return nil }
        var positions: [String: [Int]] = [:]
        for (index, entry) in artifacts.enumerated() {
            positions[entry.artifact.release.version, default: []].append(index)
        }
        func entry(_ version: String, _ positions: [Int]) -> Entry {
            let first = positions.compactMap { artifacts[$0].publishedAt }.min()
            return Entry(version: version, publishedAt: first, positions: positions)
        }
        let version = artifacts[position].artifact.release.version
        release = entry(version, positions.removeValue(forKey: version) ?? [position])
        let at = release.publishedAt
        let entries = positions.map(entry)
        guard let at else {
            others = Array(entries.sorted { $0.version < $1.version }.prefix(Self.othersMax))
            return
        }
        let times = entries.compactMap { entry in entry.publishedAt.map { (entry, $0) } }
        let before = times.filter { $0.1 < at }.sorted { ($0.1, $0.0.version) > ($1.1, $1.0.version) }
        let after = times.filter { $0.1 >= at && $0.1.seconds(since: at) <= Self.laterSecondsMax }
            .sorted { ($0.1, $0.0.version) < ($1.1, $1.0.version) }
        others = (before.prefix(Self.othersMax) + after.prefix(Self.othersMax)).map(\.0)
    }
}
