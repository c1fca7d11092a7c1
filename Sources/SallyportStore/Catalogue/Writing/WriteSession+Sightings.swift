import GRDB
import SallyportGate
import SallyportModel

/// An artifact within its package.
struct SightingKey: Hashable, Sendable {
    let version: String
    let filename: String

    init(version: String, filename: String) {
        self.version = version
        self.filename = filename
    }

    init(_ artifact: Artifact) {
        self.init(version: artifact.release.version, filename: artifact.filename)
    }
}

/// The bound on sightings. What goes is what is worth least: of one package the versions that its index names no more, and
/// of all packages those of which nothing was ever delivered, the ones that were looked at longest ago first. A package
/// without sightings is looked at as for the first time.
extension WriteSession {
    /// Counts sightings that were entered of a package, and keeps to the limits.
    func note(_ count: Int, sightingsOf package: Int64, naming artifacts: [Artifact], _ limits: SightingLimits) throws {
        try add(count, sightingsOf: package)
        let kept: Int = try row("SELECT sightings FROM package WHERE id = ?", [package])?[0] ?? 0
        if kept > limits.ofOnePackageMax { try dropUnnamed(of: package, naming: artifacts) }
        let all: Int = try row("SELECT sightings FROM tally", [])?[0] ?? 0
        // A part more than has to go, so that this is not done at each look.
        if all > limits.allMax { try dropOldest(all - limits.allMax + limits.allMax / 64, besides: package) }
    }

    private func add(_ count: Int, sightingsOf package: Int64) throws {
        try execute("UPDATE package SET sightings = sightings + ? WHERE id = ?", [count, package])
        try execute("UPDATE tally SET sightings = sightings + ?", [count])
    }

    private func dropUnnamed(of package: Int64, naming artifacts: [Artifact]) throws {
        let named = Set(artifacts.map(SightingKey.init))
        let all = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT version, filename FROM sighting WHERE package = ?"),
            arguments: [package]
        )
        var count = 0
        for row in all {
            let key = SightingKey(version: row[0], filename: row[1])
            guard !named.contains(key) else { continue }
            try execute(
                "DELETE FROM sighting WHERE package = ? AND version = ? AND filename = ?",
                [package, key.version, key.filename]
            )
            count += 1
        }
        try add(-count, sightingsOf: package)
    }

    private func dropOldest(_ excess: Int, besides package: Int64) throws {
        let cursor = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT id, sightings FROM package WHERE sightings > 0 AND id <> ?
                    ORDER BY EXISTS (
                        SELECT 1 FROM artifact JOIN download ON download.artifact = artifact.id
                        WHERE artifact.package = package.id
                    ), looked_at
                    """
            ),
            arguments: [package]
        )
        var dropped: [(package: Int64, count: Int)] = []
        var rest = excess
        while rest > 0, let row = try cursor.next() {
            dropped.append((row[0], row[1]))
            rest -= row[1]
        }
        for (package, count) in dropped {
            try execute("DELETE FROM sighting WHERE package = ?", [package])
            try execute("UPDATE package SET looked_at = NULL WHERE id = ?", [package])
            try add(-count, sightingsOf: package)
        }
    }
}
