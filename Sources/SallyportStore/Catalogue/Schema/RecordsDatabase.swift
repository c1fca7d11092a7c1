import GRDB
import SystemPackage

/// Opens the record, or refuses to.
enum RecordsDatabase {
    /// Databases up to this size are read whole at every start; a larger one would keep the server waiting.
    static let checkedBytesMax = 64 << 20
    /// Pages in the write-ahead log before they are copied into the database: 16 MiB. The log's file is then
    /// written again from its beginning and does not grow, which keeps its sync cheap.
    private static let checkpointPages = 4_000
    /// What is left of the log's file after it had to grow, because a long read held it.
    private static let logBytesMax = 64 << 20

    /// Opens the database of a folder and brings its schema up to date.
    static func open(in folder: DataFolder) throws(StoreError) -> DatabasePool {
        let path = folder.layout.records
        do {
            try DatabaseHeader.check(path, mustExist: folder.hasRecords)
            let pool = try DatabasePool(path: path.string, configuration: configuration)
            try pool.writeWithoutTransaction { database in
                // Every commit is on the disk when it returns. GRDB sets NORMAL for a pool, which is not.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.execute(sql: "PRAGMA wal_autocheckpoint = \(checkpointPages)")
                try database.execute(sql: "PRAGMA journal_size_limit = \(logBytesMax)")
            }
            try pool.read { try check($0, path: path) }
            try Schema.migrator.migrate(pool)
            try folder.noteRecords()
            return pool
        } catch let error as Errno {
            throw StoreError(error, doing: "read", at: path)
        } catch {
            throw StoreError(database: error, path: path.string)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "catalogue"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            // With this, `INSERT OR REPLACE` fires the triggers that keep what is only appended to.
            try database.execute(sql: "PRAGMA recursive_triggers = ON")
        }
        return configuration
    }

    private static func check(_ database: Database, path: FilePath) throws {
        let applicationID = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        // The migrator makes its own table first, and alone: a first start that ended just then is begun again.
        let tables =
            try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'")
            ?? 0
        guard applicationID == Schema.applicationID || tables == 0 else {
            throw StoreError(.damaged, "`\(path)` is a database of another program; move it away.")
        }
        guard try !Schema.migrator.hasBeenSuperseded(database) else {
            throw StoreError(.tooNew, "`\(path)` was written by a newer Sallyport; start that one.")
        }
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
        guard pages * pageSize <= checkedBytesMax else { return }
        let finding = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? "nothing could be read"
        guard finding == "ok" else {
            throw StoreError(.damaged, "`\(path)` is damaged (\(finding)); restore it from a backup.")
        }
    }
}
