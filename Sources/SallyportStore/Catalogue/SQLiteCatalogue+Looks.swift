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
        let known = try await knownSightings(of: package)
        let unknown = artifacts.filter { known[SightingKey($0)] == nil }
        let entered = try await groups.write { [sightings] session in
            try session.look(at: package, artifacts, known: known, unknown: unknown, now: now, sightings)
        }
        return artifacts.map { artifact in
            let key = SightingKey(artifact)
            return known[key] ?? entered[key] ?? Sighting(firstSeen: now, previousLook: nil)
        }
    }

    private func knownSightings(of package: Package) async throws -> [SightingKey: Sighting] {
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
        _ artifacts: [Artifact],
        known: [SightingKey: Sighting],
        unknown: [Artifact],
        now: Instant,
        _ limits: SightingLimits
    ) throws -> [SightingKey: Sighting] {
        let identifier = try identifiers.identifier(of: package, in: database)
        let last: Int64? = try row("SELECT looked_at FROM package WHERE id = ?", [identifier])?[0]
        // A look at a kept index is one of the past: what was there at a later look can't appear after it.
        try execute(
            "UPDATE package SET looked_at = max(coalesce(looked_at, ?1), ?1) WHERE id = ?2",
            [now.milliseconds, identifier]
        )
        // What was known when this look began may have had to go meanwhile: it is entered again as it was.
        let again = last == nil ? known : [:]
        guard !unknown.isEmpty || !again.isEmpty else { return [:] }
        let new = Sighting(firstSeen: now, previousLook: last.map(Instant.init(milliseconds:)))
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO sighting (package, version, filename, first_seen, previous_look)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """
        )
        var entered: [SightingKey: Sighting] = [:]
        var count = 0
        for (key, sighting) in again {
            try insert.execute(
                arguments: [
                    identifier, key.version, key.filename, sighting.firstSeen.milliseconds,
                    sighting.previousLook?.milliseconds,
                ]
            )
            count += database.changesCount
        }
        for artifact in unknown {
            let key = SightingKey(artifact)
            try insert.execute(arguments: [identifier, key.version, key.filename, now.milliseconds, last])
            // Another look may have entered it since this one read what was known; an index may name it twice.
            let isNew = database.changesCount == 1
            if isNew { count += 1 }
            entered[key] = isNew ? new : try entered[key] ?? sighting(of: key, package: identifier) ?? new
        }
        try note(count, sightingsOf: identifier, naming: artifacts, limits)
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
