import GRDB

/// One writer's part of a transaction.
struct WriteJob: Sendable {
    /// Makes the changes, and answers what to call once they are durable.
    let run: @Sendable (WriteSession) throws -> @Sendable () -> Void
    /// Whether the changes are more than one row, so that a failure in the middle must undo what came before.
    let needsSavepoint: Bool
    /// Is called instead when they are not, and then nothing of them is left.
    let fail: @Sendable (any Error) -> Void

    init<Value>(
        needsSavepoint: Bool = true,
        _ body: @escaping @Sendable (WriteSession) throws -> Value,
        completion: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) where Value: Sendable {
        self.needsSavepoint = needsSavepoint
        run = { session in
            let value = try body(session)
            return { completion(.success(value)) }
        }
        fail = { completion(.failure($0)) }
    }
}

/// What a writer may use inside its part of a transaction; only on the writing thread.
struct WriteSession {
    let database: Database
    let identifiers: Identifiers

    /// Runs one statement, prepared once.
    func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// The first row of a query, prepared once.
    func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
    }
}
