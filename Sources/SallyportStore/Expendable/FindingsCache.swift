import Dispatch
import FoundationEssentials
import GRDB
public import SallyportAnalysis
public import SallyportModel

/// Findings by the digest of a file, in memory and in a database that may be lost.
///
/// A file that was read before, in whichever package and version, is not read again. Looking up what is not there
/// costs no query; keeping waits for nothing: rows are written together a moment later, and what a crash takes with
/// it is found again by reading the file again.
public final class FindingsCache: FindingsStore {
    private static let schema = """
        CREATE TABLE findings (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL,
            kind TEXT NOT NULL,
            engine TEXT NOT NULL,
            body BLOB NOT NULL,
            UNIQUE (digest, kind, engine)
        ) STRICT;
        """

    private let database: DatabasePool
    private let recent: RecentFindings
    private let rowsMax: Int
    private let flushes = DispatchQueue(label: "findings")

    /// Opens the findings of a folder; damaged ones are dropped.
    public init(folder: DataFolder, limits: ExpendableLimits = ExpendableLimits()) throws(StoreError) {
        let path = folder.layout.findings
        database = try ExpendableDatabase.open(path, version: 1, schema: Self.schema)
        do {
            recent = try database.read { try RecentFindings(limits: limits, known: Self.marks(in: $0)) }
        } catch {
            throw StoreError(database: error, path: database.path)
        }
        rowsMax = limits.findingsMax
    }

    /// The findings kept for these bytes, as this kind, by this engine.
    public func findings(for digest: Digest, kind: String, engine: String) -> FileFindings? {
        let key = FindingsKey(digest: digest, kind: kind, engine: engine)
        switch recent.find(key) {
        case .found(let findings): return findings
        case .absent: return nil
        case .perhapsStored: break
        }
        // What can't be read counts as not kept: the caller reads the file instead.
        guard let body = try? database.read({ try Self.body(of: key, in: $0) }) else { return nil }
        guard let findings = body.isEmpty ? FileFindings() : try? Encoded.decode(FileFindings.self, from: body) else {
            return nil
        }
        recent.remember(findings, for: key)
        return findings
    }

    /// Keeps findings; returns at once.
    public func keep(_ findings: FileFindings, for digest: Digest, kind: String, engine: String) {
        let isFirst = recent.keep(findings, for: FindingsKey(digest: digest, kind: kind, engine: engine))
        guard isFirst else { return }
        flushes.asyncAfter(deadline: .now() + .milliseconds(200)) { [weak self] in self?.flush() }
    }

    /// Writes what was kept since the last time; blocks until it is written.
    public func flush() {
        let unwritten = recent.takeUnwritten()
        guard !unwritten.isEmpty else { return }
        // A failure costs time only: the findings are made again when they are not there.
        try? database.write { database in
            let insert = try database.cachedStatement(
                sql: """
                    INSERT INTO findings (digest, kind, engine, body) VALUES (?, ?, ?, ?)
                    ON CONFLICT (digest, kind, engine) DO UPDATE SET body = excluded.body
                    """
            )
            for (key, findings) in unwritten {
                // Most files have nothing to tell.
                let body = findings == FileFindings() ? Data() : try Encoded(findings).data
                try insert.execute(arguments: [Data(key.digest.bytes), key.kind, key.engine, body])
            }
            try database.cachedStatement(
                sql: "DELETE FROM findings WHERE id <= (SELECT max(id) FROM findings) - ?"
            ).execute(arguments: [rowsMax])
        }
        guard recent.knownCount > 2 * rowsMax else { return }
        // What can't be read counts as not stored: those files are read again.
        recent.know(only: (try? database.read { try Self.marks(in: $0) }) ?? [])
    }

    /// How many digests are remembered as stored: at most twice the rows, and what was kept since the last writing.
    var knownCount: Int { recent.knownCount }

    private static func body(of key: FindingsKey, in database: Database) throws -> Data? {
        try Data.fetchOne(
            database.cachedStatement(sql: "SELECT body FROM findings WHERE digest = ? AND kind = ? AND engine = ?"),
            arguments: [Data(key.digest.bytes), key.kind, key.engine]
        )
    }

    private static func marks(in database: Database) throws -> Set<UInt64> {
        let rows = try Data.fetchCursor(database, sql: "SELECT substr(digest, 1, 8) FROM findings")
        var marks: Set<UInt64> = []
        while let data = try rows.next() { marks.insert(FindingsKey.mark(data)) }
        return marks
    }
}
