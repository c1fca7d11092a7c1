import FoundationEssentials
import GRDB
public import SallyportGate
public import SallyportModel

extension SQLiteCatalogue: DownloadLedger {
    /// One transaction, shared with whoever records at the same moment.
    public func record(_ downloads: [Download]) async throws {
        try await groups.write { session in
            for download in downloads { try session.record(download) }
        }
    }

    /// Records a download without a task; `completion` is called once, when it is durable or has failed.
    ///
    /// It is called on the thread that commits, or on the caller's when the writer is refused at once, and must
    /// neither block nor wait: hand the result to an event loop and return.
    public func record(
        _ download: Download,
        completion: @escaping @Sendable (Result<Void, any Error>) -> Void
    ) {
        // One row undoes itself when it fails; the number of an artifact that was entered before it may stay.
        groups.submit(needsSavepoint: false, { session in try session.record(download) }, completion: completion)
    }

    /// Order is the order of recording, newest first.
    public func downloads(of subject: PackageURL, limit: Int) async throws -> [Download] {
        guard limit > 0 else { return [] }
        return try await read { database in
            // The newest of each artifact come from the index alone; only what is answered is read from the table.
            let newest = try database.cachedStatement(
                sql: "SELECT id FROM download WHERE artifact = ? ORDER BY id DESC LIMIT ?"
            )
            var identifiers: [Int64] = []
            for artifact in try subject.artifacts(in: database) {
                identifiers += try Int64.fetchAll(newest, arguments: [artifact, limit])
            }
            return try identifiers.sorted(by: >).prefix(limit).map { try Download(identifier: $0, in: database) }
        }
    }
}

extension PackageURL {
    /// The row numbers of the artifacts that are meant.
    fileprivate func artifacts(in database: Database) throws -> [Int64] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT id FROM artifact
                WHERE package = (SELECT id FROM package WHERE ecosystem = ?1 AND name = ?2)
                AND (?3 IS NULL OR version = ?3) AND (?4 IS NULL OR filename = ?4)
                """
        )
        return try Int64.fetchAll(
            statement,
            arguments: [package.ecosystem.rawValue, package.name, version, filename]
        )
    }
}

extension Download {
    fileprivate init(identifier: Int64, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT package.ecosystem, package.name, artifact.version, artifact.filename, download.*
                FROM download JOIN artifact ON artifact.id = download.artifact
                JOIN package ON package.id = artifact.package WHERE download.id = ?
                """
        )
        guard let row = try Row.fetchOne(statement, arguments: [identifier]) else {
            throw StoreError(.damaged, "A download's record is gone; restore the database from a backup.")
        }
        self.init(
            artifact: try row.artifact(of: try row.package()),
            digest: try row.sha256("digest"),
            recipient: try row.text("recipient"),
            client: try row.text("client"),
            at: try row.instant("at")
        )
    }
}

extension WriteSession {
    fileprivate func record(_ download: Download) throws {
        try execute(
            "INSERT INTO download (artifact, digest, recipient, client, at) VALUES (?, ?, ?, ?, ?)",
            [
                try identifiers.identifier(of: download.artifact, in: database), Data(download.digest.bytes),
                download.recipient, download.client, download.at.milliseconds,
            ]
        )
    }
}
