import FoundationEssentials
import GRDB
public import SallyportGate
public import SallyportModel

extension SQLiteCatalogue {
    /// Appends the judgement; an earlier one of the same artifact is kept but no longer answered.
    public func record(_ judgement: Judgement, report: Report) async throws {
        let body = try await encoded(report)
        let reasons = judgement.verdict.reasons.isEmpty ? nil : try Encoded(judgement.verdict.reasons)
        try await groups.write { session in
            try session.record(judgement, reasons: reasons, report: body)
        }
    }

    /// In the order in which they were recorded.
    public func judgements(of package: Package) async throws -> [Judgement] {
        try await read { database in
            try Judgement.fetch(
                database,
                "WHERE package.ecosystem = ? AND package.name = ? ORDER BY judgement.id",
                [package.ecosystem.rawValue, package.name]
            )
        }
    }

    /// What a later judgement admitted is not among them.
    public func refusals(limit: Int) async throws -> [Judgement] {
        try await read { database in
            try Judgement.fetch(
                database,
                "WHERE judgement.outcome <> 'admit' ORDER BY judgement.id DESC LIMIT ?",
                [max(0, limit)]
            )
        }
    }

    /// In the order in which the artifacts became known.
    public func outdated(besides engine: String, after position: Int64, limit: Int) async throws -> [OutdatedArtifact] {
        try await read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT artifact.id AS position, package.ecosystem, package.name, artifact.version, artifact.filename
                    FROM artifact JOIN judgement ON judgement.id = artifact.judgement
                    JOIN package ON package.id = artifact.package
                    WHERE artifact.id > ? AND judgement.engine <> ? ORDER BY artifact.id LIMIT ?
                    """
            )
            return try Row.fetchAll(statement, arguments: [position, engine, max(0, limit)]).map { row in
                OutdatedArtifact(
                    artifact: try row.artifact(of: try row.package()),
                    position: Int64(try row.number("position"))
                )
            }
        }
    }

    /// In the order of the names' bytes.
    public func admittedNames(of ecosystem: Ecosystem, limit: Int) async throws -> [String] {
        try await read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT name FROM package WHERE ecosystem = ? AND EXISTS (
                        SELECT 1 FROM artifact JOIN judgement ON judgement.id = artifact.judgement
                        WHERE artifact.package = package.id AND judgement.outcome = 'admit'
                            AND judgement.policy NOT LIKE ?
                    ) ORDER BY id LIMIT ?
                    """
            )
            let young = "%\(Judgement.youngMark)"
            return try String.fetchAll(statement, arguments: [ecosystem.rawValue, young, max(0, limit)])
        }
    }

    /// One look-up by key.
    public func report(of judgement: Judgement) async throws -> Report? {
        try await read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT report.body FROM report JOIN artifact ON artifact.id = report.artifact
                    JOIN package ON package.id = artifact.package
                    WHERE package.ecosystem = ? AND package.name = ? AND artifact.version = ? AND artifact.filename = ?
                    AND report.digest = ? AND report.engine = ?
                    """
            )
            let release = judgement.artifact.release
            let arguments: StatementArguments = [
                release.package.ecosystem.rawValue, release.package.name, release.version,
                judgement.artifact.filename, Data(judgement.digest.bytes), judgement.engine,
            ]
            guard let body = try Data.fetchOne(statement, arguments: arguments) else { return nil }
            return try Encoded.decode(Report.self, from: body)
        }
    }
}

extension WriteSession {
    fileprivate func record(_ judgement: Judgement, reasons: Encoded?, report: Encoded) throws {
        let artifact = try identifiers.identifier(of: judgement.artifact, in: database)
        let predecessor = try judgement.predecessor.map { try identifiers.identifier(of: $0, in: database) }
        let digest = Data(judgement.digest.bytes)
        try execute(
            """
            INSERT INTO judgement (artifact, digest, digests, size, outcome, reasons, predecessor, policy, engine,
                judged_at, companion_digest, companion_size)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                artifact, digest, DigestList.encode(judgement.digests), judgement.size,
                judgement.verdict.outcome.rawValue, reasons?.data, predecessor, judgement.policy, judgement.engine,
                judgement.judgedAt.milliseconds, judgement.companion.map { Data($0.digest.bytes) },
                judgement.companion?.size,
            ]
        )
        let identifier = database.lastInsertedRowID
        try execute("UPDATE artifact SET judgement = ? WHERE id = ?", [identifier, artifact])
        try execute(
            """
            INSERT INTO report (artifact, digest, engine, judgement, body) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (artifact, digest, engine) DO UPDATE SET judgement = excluded.judgement, body = excluded.body
            """,
            [artifact, digest, judgement.engine, identifier, report.data]
        )
        try execute("DELETE FROM pending WHERE artifact = ?", [artifact])
    }
}

extension Judgement {
    /// Judgements that no later one of the same artifact has replaced.
    fileprivate static func fetch(
        _ database: Database,
        _ condition: String,
        _ arguments: StatementArguments
    ) throws -> [Judgement] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT package.ecosystem, package.name, artifact.version, artifact.filename, judgement.*,
                    before_package.ecosystem AS before_ecosystem, before_package.name AS before_name,
                    before.version AS before_version, before.filename AS before_filename
                FROM judgement
                JOIN artifact ON artifact.id = judgement.artifact AND artifact.judgement = judgement.id
                JOIN package ON package.id = artifact.package
                LEFT JOIN artifact AS before ON before.id = judgement.predecessor
                LEFT JOIN package AS before_package ON before_package.id = before.package
                \(condition)
                """
        )
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var judgements: [Judgement] = []
        while let row = try rows.next() { judgements.append(try Judgement(row)) }
        return judgements
    }

    private init(_ row: Row) throws {
        let digestList: Data = row["digests"]
        guard let digests = DigestList.decode(digestList) else { throw row.damage("digests") }
        guard let outcome = Outcome(rawValue: try row.text("outcome")) else { throw row.damage("outcome") }
        let encodedReasons: Data? = row["reasons"]
        let reasons = try encodedReasons.map { try Encoded.decode([Reason].self, from: $0) } ?? []
        var predecessor: Artifact?
        if row["predecessor"] != nil {
            let package = try row.package(ecosystem: "before_ecosystem", name: "before_name")
            predecessor = try row.artifact(of: package, version: "before_version", filename: "before_filename")
        }
        var companion: Companion?
        if row["companion_digest"] != nil {
            companion = Companion(digest: try row.sha256("companion_digest"), size: try row.number("companion_size"))
        }
        self.init(
            artifact: try row.artifact(of: try row.package()),
            digest: try row.sha256("digest"),
            digests: digests,
            size: try row.number("size"),
            verdict: Verdict(outcome: outcome, reasons: reasons),
            predecessor: predecessor,
            policy: try row.text("policy"),
            engine: try row.text("engine"),
            judgedAt: try row.instant("judged_at"),
            companion: companion
        )
    }
}
