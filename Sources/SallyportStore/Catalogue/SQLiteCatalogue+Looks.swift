import GRDB
public import SallyportGate
public import SallyportModel

extension SQLiteCatalogue {
    /// Refuses artifacts of another package.
    public func look(at package: Package, artifacts: [Artifact], now: Instant) async throws -> [Sighting] {
        guard artifacts.allSatisfy({ $0.release.package == package }) else {
            throw StoreError(.invalid, "A look at `\(package)` named artifacts of another package.")
        }
        // What is known is read beside the writers; only what is new goes into their transaction.
        let known = try await sightings(of: package)
        let unknown = artifacts.filter { known[SightingKey($0)] == nil }
        let entered = try await groups.write { session in
            try session.look(at: package, unknown: unknown, now: now)
        }
        return artifacts.map { artifact in
            let key = SightingKey(artifact)
            return known[key] ?? entered[key] ?? Sighting(firstSeen: now, previousLook: nil)
        }
    }

    private func sightings(of package: Package) async throws -> [SightingKey: Sighting] {
        try await read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT version, filename, first_seen, previous_look FROM sighting
                    WHERE package = (SELECT id FROM package WHERE ecosystem = ? AND name = ?)
                    """
            )
            let rows = try Row.fetchCursor(statement, arguments: [package.ecosystem.rawValue, package.name])
            var sightings: [SightingKey: Sighting] = [:]
            while let row = try rows.next() {
                sightings[SightingKey(version: row[0], filename: row[1])] = Sighting(row, first: 2, previous: 3)
            }
            return sightings
        }
    }
}

/// An artifact within its package.
private struct SightingKey: Hashable, Sendable {
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

extension Sighting {
    fileprivate init(_ row: Row, first: Int, previous: Int) {
        let firstSeen: Int64 = row[first]
        let previousLook: Int64? = row[previous]
        self.init(
            firstSeen: Instant(milliseconds: firstSeen),
            previousLook: previousLook.map(Instant.init(milliseconds:))
        )
    }
}

extension WriteSession {
    fileprivate func look(
        at package: Package,
        unknown: [Artifact],
        now: Instant
    ) throws -> [SightingKey: Sighting] {
        let identifier = try identifiers.identifier(of: package, in: database)
        let last: Int64? = try row("SELECT looked_at FROM package WHERE id = ?", [identifier])?[0]
        // A look at a kept index is one of the past: what was there at a later look can't appear after it.
        try execute(
            "UPDATE package SET looked_at = max(coalesce(looked_at, ?1), ?1) WHERE id = ?2",
            [now.milliseconds, identifier]
        )
        guard !unknown.isEmpty else { return [:] }
        let new = Sighting(firstSeen: now, previousLook: last.map(Instant.init(milliseconds:)))
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO sighting (package, version, filename, first_seen, previous_look)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """
        )
        var entered: [SightingKey: Sighting] = [:]
        for artifact in unknown {
            let key = SightingKey(artifact)
            try insert.execute(arguments: [identifier, key.version, key.filename, now.milliseconds, last])
            // Another look may have entered it since this one read what was known; an index may name it twice.
            let isNew = database.changesCount == 1
            entered[key] = isNew ? new : try entered[key] ?? sighting(of: key, package: identifier) ?? new
        }
        return entered
    }

    private func sighting(of key: SightingKey, package: Int64) throws -> Sighting? {
        let found = try row(
            "SELECT first_seen, previous_look FROM sighting WHERE package = ? AND version = ? AND filename = ?",
            [package, key.version, key.filename]
        )
        return found.map { Sighting($0, first: 0, previous: 1) }
    }
}
