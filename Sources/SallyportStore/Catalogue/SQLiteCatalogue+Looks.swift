import FoundationEssentials
import GRDB
public import SallyportEcosystem
public import SallyportGate
public import SallyportModel

extension SQLiteCatalogue {
    /// Refuses artifacts of another package.
    public func look(at package: Package, entries: [IndexedArtifact], now: Instant) async throws -> [Sighting] {
        guard entries.allSatisfy({ $0.artifact.release.package == package }) else {
            throw StoreError(.invalid, "A look at `\(package)` named artifacts of another package.")
        }
        // What is known is read beside the writers; only what is new goes into their transaction.
        let known = try await knownSightings(of: package)
        let news = Self.news(in: entries, beside: known, now: now)
        let entered = try await groups.write { [sightings] session in
            try session.look(at: package, entries.map(\.artifact), known: known, news: news, now: now, sightings)
        }
        return entries.map { entry in
            let key = SightingKey(entry.artifact)
            let recorded = entered[key] ?? known[key] ?? RecordedSighting(of: entry, at: now, lastLook: nil)
            return recorded.sighting
        }
    }

    /// Changes the time alone, and only of what is known.
    public func confirmLook(at package: Package, now: Instant) async throws {
        try await groups.write { session in
            try session.execute(
                """
                UPDATE package SET looked_at = max(looked_at, ?1)
                WHERE ecosystem = ?2 AND name = ?3 AND looked_at IS NOT NULL
                """,
                [now.milliseconds, package.ecosystem.rawValue, package.name]
            )
        }
    }

    /// Entries of which the record does not say the same, each file once.
    private static func news(
        in entries: [IndexedArtifact],
        beside known: [SightingKey: RecordedSighting],
        now: Instant
    ) -> [IndexedArtifact] {
        var named: Set<SightingKey> = []
        return entries.filter { entry in
            let key = SightingKey(entry.artifact)
            guard named.insert(key).inserted else { return false }
            return known[key].map { $0.after(entry, at: now, lastLook: nil) != $0 } ?? true
        }
    }

    private func knownSightings(of package: Package) async throws -> [SightingKey: RecordedSighting] {
        try await read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT version, filename, first_seen, previous_look, stated_at, digests FROM sighting
                    WHERE package = (SELECT id FROM package WHERE ecosystem = ? AND name = ?)
                    """
            )
            let rows = try Row.fetchCursor(statement, arguments: [package.ecosystem.rawValue, package.name])
            var sightings: [SightingKey: RecordedSighting] = [:]
            while let row = try rows.next() {
                sightings[SightingKey(version: row[0], filename: row[1])] = try RecordedSighting(row, from: 2)
            }
            return sightings
        }
    }
}

extension RecordedSighting {
    /// Reads four columns: first seen, the look before, the time that was stated, and the marks.
    fileprivate init(_ row: Row, from column: Int) throws {
        let firstSeen: Int64 = row[column]
        let previousLook: Int64? = row[column + 1]
        let stated: Int64? = row[column + 2]
        let bytes: Data? = row[column + 3]
        let marks = bytes.flatMap { DigestMarks(bytes: Array($0)) }
        guard (bytes == nil) == (marks == nil) else { throw row.damage("digests") }
        self.init(
            Sighting(
                firstSeen: Instant(milliseconds: firstSeen),
                previousLook: previousLook.map(Instant.init(milliseconds:)),
                firstStated: stated.map(Instant.init(milliseconds:))
            ),
            marks: marks
        )
    }

    /// The four columns.
    fileprivate var columns: StatementArguments {
        [
            sighting.firstSeen.milliseconds, sighting.previousLook?.milliseconds, sighting.firstStated?.milliseconds,
            marks.map { Data($0.bytes) },
        ]
    }
}

extension WriteSession {
    fileprivate func look(
        at package: Package,
        _ artifacts: [Artifact],
        known: [SightingKey: RecordedSighting],
        news: [IndexedArtifact],
        now: Instant,
        _ limits: SightingLimits
    ) throws -> [SightingKey: RecordedSighting] {
        let identifier = try identifiers.identifier(of: package, in: database)
        let looked: Int64? = try row("SELECT looked_at FROM package WHERE id = ?", [identifier])?[0]
        let last = looked.map(Instant.init(milliseconds:))
        // A look at a kept index is one of the past: what was there at a later look can't appear after it.
        try execute(
            "UPDATE package SET looked_at = max(coalesce(looked_at, ?1), ?1) WHERE id = ?2",
            [now.milliseconds, identifier]
        )
        // What was known when this look began may have had to go meanwhile: it is entered again as it was.
        let again = last == nil ? known : [:]
        guard !news.isEmpty || !again.isEmpty else { return [:] }
        var count = 0
        for (key, recorded) in again where try enter(recorded, of: key, package: identifier) { count += 1 }
        var entered: [SightingKey: RecordedSighting] = [:]
        for entry in news {
            let key = SightingKey(entry.artifact)
            let new = RecordedSighting(of: entry, at: now, lastLook: last)
            if try enter(new, of: key, package: identifier) {
                count += 1
                entered[key] = new
            } else {
                // It is known, or another look has entered it since this one read what was known.
                let found = try recorded(key, package: identifier) ?? new
                let next = found.after(entry, at: now, lastLook: last)
                entered[key] = next
                let isPast = last.map { now < $0 } ?? false
                if next != found, !isPast || found.isOf(entry) { try renew(next, of: key, package: identifier) }
            }
        }
        try note(count, sightingsOf: identifier, naming: artifacts, limits)
        return entered
    }

    /// Enters a sighting; answers whether there was none.
    private func enter(_ recorded: RecordedSighting, of key: SightingKey, package: Int64) throws -> Bool {
        try execute(
            """
            INSERT INTO sighting (package, version, filename, first_seen, previous_look, stated_at, digests)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [package, key.version, key.filename] + recorded.columns
        )
        return database.changesCount == 1
    }

    private func renew(_ recorded: RecordedSighting, of key: SightingKey, package: Int64) throws {
        try execute(
            """
            UPDATE sighting SET first_seen = ?, previous_look = ?, stated_at = ?, digests = ?
            WHERE package = ? AND version = ? AND filename = ?
            """,
            recorded.columns + [package, key.version, key.filename]
        )
    }

    private func recorded(_ key: SightingKey, package: Int64) throws -> RecordedSighting? {
        let found = try row(
            """
            SELECT first_seen, previous_look, stated_at, digests FROM sighting
            WHERE package = ? AND version = ? AND filename = ?
            """,
            [package, key.version, key.filename]
        )
        return try found.map { try RecordedSighting($0, from: 0) }
    }
}
