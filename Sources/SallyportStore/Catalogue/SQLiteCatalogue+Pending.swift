import GRDB
public import SallyportModel

extension SQLiteCatalogue {
    /// Durable when it returns; noting twice is noting once.
    public func notePending(_ artifact: Artifact) async throws {
        try await groups.write { session in
            let identifier = try session.identifiers.identifier(of: artifact, in: session.database)
            try session.execute("INSERT INTO pending (artifact) VALUES (?) ON CONFLICT DO NOTHING", [identifier])
        }
    }

    /// Durable when it returns.
    public func dropPending(_ artifact: Artifact) async throws {
        try await groups.write { session in
            let identifier = try session.identifiers.identifier(of: artifact, in: session.database)
            try session.execute("DELETE FROM pending WHERE artifact = ?", [identifier])
        }
    }

    /// What was noted longest ago comes first.
    public func pending(limit: Int) async throws -> [Artifact] {
        try await read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT package.ecosystem, package.name, artifact.version, artifact.filename
                    FROM pending JOIN artifact ON artifact.id = pending.artifact
                    JOIN package ON package.id = artifact.package
                    ORDER BY pending.id LIMIT ?
                    """
            )
            return try Row.fetchAll(statement, arguments: [max(0, limit)])
                .map { row in try row.artifact(of: try row.package()) }
        }
    }
}
