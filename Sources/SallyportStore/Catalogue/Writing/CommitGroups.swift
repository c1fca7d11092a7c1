import Dispatch
import Foundation
import GRDB
import Synchronization
import SystemPackage

/// Commits many writers with one sync.
///
/// A sync takes milliseconds and a row microseconds. So while one transaction is being committed, the next writers
/// gather; then all of them run in one transaction, each in a savepoint where it writes more than a row, so that one that
/// fails takes nothing of the others with it. They are told after the commit, and the commit returns after the sync of the write-ahead log
/// (`synchronous = FULL`): what a writer was told is recorded survives a crash and a loss of power.
///
/// A commit that fails fails all writers of its group, with nothing of theirs kept. After a failed sync nothing more
/// is written until the server starts again and reads what is really there.
final class CommitGroups: Sendable {
    private let queue: WriteQueue
    private let ended = DispatchSemaphore(value: 0)

    /// Starts the writing thread; `folder` stays locked until it has ended.
    init(pool: DatabasePool, folder: DataFolder, limits: CommitLimits) {
        queue = WriteQueue(limits: limits)
        let path = folder.layout.records.string
        let lease = FolderLease(folder)
        let thread = Thread { [queue, ended] in
            Writer(pool: pool, path: path).serve(queue)
            // GRDB closes its readers last, and so SQLite does not copy the log into the database by itself.
            try? pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            try? pool.close()
            lease.end()
            ended.signal()
        }
        thread.name = "catalogue"
        thread.start()
    }

    deinit { queue.close() }

    /// Adds a writer; `completion` is called on the writing thread and must not wait for anything.
    func submit<Value: Sendable>(
        needsSavepoint: Bool = true,
        _ body: @escaping @Sendable (WriteSession) throws -> Value,
        completion: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        queue.append(WriteJob(needsSavepoint: needsSavepoint, body, completion: completion))
    }

    /// Adds a writer and returns when its changes are durable.
    func write<Value: Sendable>(_ body: @escaping @Sendable (WriteSession) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            submit(body) { continuation.resume(with: $0) }
        }
    }

    /// Refuses new writers, commits those that wait, and closes the database. Blocks until then.
    func close() {
        queue.close()
        ended.wait()
        // Whoever calls this a second time finds it done.
        ended.signal()
    }
}

/// Keeps a folder locked until the database in it is closed, and not until the thread's memory is freed.
private final class FolderLease: Sendable {
    private let folder: Mutex<DataFolder?>

    init(_ folder: DataFolder) {
        self.folder = Mutex(folder)
    }

    func end() {
        folder.withLock { $0 = nil }
    }
}

/// The writing thread's state.
private final class Writer {
    private let pool: DatabasePool
    private let path: String
    private let identifiers = Identifiers()
    private var broken: StoreError?

    init(pool: DatabasePool, path: String) {
        self.pool = pool
        self.path = path
    }

    func serve(_ queue: WriteQueue) {
        var expected = 0
        while let group = queue.next(expected: expected) {
            expected = group.count
            commit(group)
        }
    }

    private func commit(_ group: [WriteJob]) {
        if let broken { return group.forEach { $0.fail(broken) } }
        var completions: [@Sendable () -> Void] = []
        completions.reserveCapacity(group.count)
        do {
            try pool.writeWithoutTransaction { database in
                try transaction(in: database) {
                    let session = WriteSession(database: database, identifiers: identifiers)
                    for job in group { completions.append(try part(job, session)) }
                }
            }
            for completion in completions { completion() }
        } catch {
            identifiers.forget()
            let failure = StoreError(database: error, path: path)
            if (error as? DatabaseError)?.isFailedSync == true {
                broken = StoreError(
                    failure.code,
                    "\(failure.description) Nothing more is recorded; check the disk, then start Sallyport again."
                )
            }
            for job in group { job.fail(failure) }
        }
    }

    private func transaction(in database: Database, _ body: () throws -> Void) throws {
        do {
            try database.execute(sql: "BEGIN IMMEDIATE")
            try body()
            try database.execute(sql: "COMMIT")
        } catch {
            // SQLite may have rolled back by itself already.
            if database.isInsideTransaction { try database.execute(sql: "ROLLBACK") }
            throw error
        }
    }

    /// Runs one writer's part; answers whom to tell what after the commit.
    private func part(_ job: WriteJob, _ session: WriteSession) throws -> @Sendable () -> Void {
        if job.needsSavepoint { try session.execute("SAVEPOINT part", []) }
        do {
            let completion = try job.run(session)
            if job.needsSavepoint { try session.execute("RELEASE part", []) }
            return completion
        } catch {
            identifiers.forget()
            if let error = error as? DatabaseError, error.concernsWholeDatabase { throw error }
            if job.needsSavepoint {
                try session.execute("ROLLBACK TO part", [])
                try session.execute("RELEASE part", [])
            }
            let failure = StoreError(database: error, path: path)
            return { job.fail(failure) }
        }
    }
}
