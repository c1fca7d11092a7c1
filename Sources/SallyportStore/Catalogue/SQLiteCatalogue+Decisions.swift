import GRDB
public import SallyportGate
public import SallyportModel

extension SQLiteCatalogue {
    /// The sequence is never used twice.
    public func append(_ draft: DecisionDraft) async throws -> Decision {
        try await groups.write { session in
            let subject = draft.subject?.description
            try session.execute(
                """
                INSERT INTO decision (action, subject, actor, at, reason, expires, as_of) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    draft.action.rawValue, subject, draft.actor, draft.at.milliseconds, draft.reason,
                    draft.expires?.milliseconds, draft.asOf?.milliseconds,
                ]
            )
            return Decision(
                sequence: session.database.lastInsertedRowID,
                action: draft.action,
                subject: subject,
                actor: draft.actor,
                at: draft.at,
                reason: draft.reason,
                expires: draft.expires,
                asOf: draft.asOf
            )
        }
    }

    /// In the order of their sequence.
    public func decisions() async throws -> [Decision] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM decision ORDER BY sequence").map(Decision.init(row:))
        }
    }
}

extension Decision {
    fileprivate init(row: Row) throws {
        guard let action = Action(rawValue: try row.text("action")) else { throw row.damage("action") }
        self.init(
            sequence: row["sequence"],
            action: action,
            subject: row["subject"],
            actor: try row.text("actor"),
            at: try row.instant("at"),
            reason: try row.text("reason"),
            expires: row.optionalInstant("expires"),
            asOf: row.optionalInstant("as_of")
        )
    }
}
