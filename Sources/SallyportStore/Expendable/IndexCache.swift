import FoundationEssentials
import GRDB
import SallyportEcosystem
import SallyportGate
import SallyportModel

/// The newest index of each package, for the time when the upstream is away.
final class IndexCache: Sendable {
    private static let schema = """
        CREATE TABLE kept_index (
            ecosystem TEXT NOT NULL,
            name TEXT NOT NULL,
            confirmed_at INTEGER NOT NULL,
            size INTEGER NOT NULL,
            digest BLOB NOT NULL,
            content_type TEXT NOT NULL,
            url TEXT NOT NULL,
            etag TEXT,
            last_modified TEXT,
            body BLOB NOT NULL,
            supplement BLOB,
            PRIMARY KEY (ecosystem, name)
        ) STRICT;
        CREATE INDEX kept_index_by_age ON kept_index (confirmed_at, size);
        """

    private let database: DatabasePool
    private let bytesMax: Int

    init(folder: DataFolder, bytesMax: Int) throws(StoreError) {
        database = try ExpendableDatabase.open(folder.layout.indexes, version: 2, schema: Self.schema)
        self.bytesMax = bytesMax
    }

    func keep(_ index: KeptIndex, of package: Package) async throws {
        let bytesMax = bytesMax
        do {
            try await database.write { database in
                // An index that was only confirmed again is not written again.
                let digest = Self.digest(of: index.document)
                if try Self.confirm(index, digest, of: package, in: database) { return }
                try Self.enter(index, digest, of: package, in: database)
                try Self.prune(to: bytesMax, in: database)
            }
        } catch {
            throw StoreError(database: error, path: database.path)
        }
    }

    /// Notes a confirmation of whatever is kept.
    func confirm(_ package: Package, at now: Instant) async throws {
        do {
            try await database.write { database in
                try database.cachedStatement(
                    sql: """
                        UPDATE kept_index SET confirmed_at = max(confirmed_at, ?) WHERE ecosystem = ? AND name = ?
                        """
                ).execute(arguments: [now.milliseconds, package.ecosystem.rawValue, package.name])
            }
        } catch {
            throw StoreError(database: error, path: database.path)
        }
    }

    /// Keeps nothing of a package.
    func drop(_ package: Package) async throws {
        do {
            try await database.write { database in
                try database.cachedStatement(sql: "DELETE FROM kept_index WHERE ecosystem = ? AND name = ?")
                    .execute(arguments: [package.ecosystem.rawValue, package.name])
            }
        } catch {
            throw StoreError(database: error, path: database.path)
        }
    }

    func index(of package: Package) async throws -> KeptIndex? {
        do {
            return try await database.read { database in
                let row = try Row.fetchOne(
                    database.cachedStatement(sql: "SELECT * FROM kept_index WHERE ecosystem = ? AND name = ?"),
                    arguments: [package.ecosystem.rawValue, package.name]
                )
                return try row.map(KeptIndex.init(row:))
            }
        } catch {
            throw StoreError(database: error, path: database.path)
        }
    }

    func names(of ecosystem: Ecosystem, limit: Int) async throws -> [String] {
        guard limit > 0 else { return [] }
        do {
            return try await database.read { database in
                try String.fetchAll(
                    database.cachedStatement(
                        sql: "SELECT name FROM kept_index WHERE ecosystem = ? ORDER BY confirmed_at DESC, name LIMIT ?"
                    ),
                    arguments: [ecosystem.rawValue, limit]
                )
            }
        } catch {
            throw StoreError(database: error, path: database.path)
        }
    }

    /// Of both documents, where there are two.
    private static func digest(of document: IndexDocument) -> Data {
        let body = CryptoHashing().sha256(document.body.span).bytes
        guard let supplement = document.supplement else { return Data(body) }
        return Data(CryptoHashing().sha256((body + CryptoHashing().sha256(supplement.span).bytes).span).bytes)
    }

    private static func confirm(
        _ index: KeptIndex,
        _ digest: Data,
        of package: Package,
        in database: Database
    ) throws -> Bool {
        try database.cachedStatement(
            sql: """
                UPDATE kept_index SET confirmed_at = ?, content_type = ?, url = ?, etag = ?, last_modified = ?
                WHERE ecosystem = ? AND name = ? AND digest = ?
                """
        ).execute(arguments: [
            index.confirmedAt.milliseconds, index.document.contentType, index.document.url, index.document.etag,
            index.document.lastModified, package.ecosystem.rawValue, package.name, digest,
        ])
        return database.changesCount == 1
    }

    private static func enter(
        _ index: KeptIndex,
        _ digest: Data,
        of package: Package,
        in database: Database
    ) throws {
        let document = index.document
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO kept_index (ecosystem, name, confirmed_at, size, digest, content_type, url, etag,
                    last_modified, body, supplement)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            package.ecosystem.rawValue, package.name, index.confirmedAt.milliseconds,
            document.body.count + (document.supplement?.count ?? 0), digest, document.contentType, document.url,
            document.etag, document.lastModified, Data(document.body), document.supplement.map { Data($0) },
        ])
    }

    private static func prune(to bytesMax: Int, in database: Database) throws {
        while true {
            // The index on the age holds the sizes too, so the bodies are not touched.
            let sum = try Int.fetchOne(database.cachedStatement(sql: "SELECT sum(size) FROM kept_index")) ?? 0
            guard sum > bytesMax else { return }
            try database.cachedStatement(
                sql: """
                    DELETE FROM kept_index WHERE (ecosystem, name) IN
                        (SELECT ecosystem, name FROM kept_index ORDER BY confirmed_at LIMIT 16)
                    AND (SELECT count(*) FROM kept_index) > 1
                    """
            ).execute()
            if database.changesCount == 0 { return }
        }
    }
}

extension KeptIndex {
    fileprivate init(row: Row) throws {
        let body: Data = row["body"]
        let supplement: Data? = row["supplement"]
        self.init(
            document: IndexDocument(
                body: Array(body),
                contentType: try row.text("content_type"),
                url: try row.text("url"),
                etag: row["etag"],
                lastModified: row["last_modified"],
                supplement: supplement.map { Array($0) }
            ),
            confirmedAt: try row.instant("confirmed_at")
        )
    }
}
