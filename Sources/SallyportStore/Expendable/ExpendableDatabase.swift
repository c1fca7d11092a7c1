import GRDB
import SystemPackage

/// A database whose loss costs nothing but time: it is not synced, and a damaged one is made anew.
enum ExpendableDatabase {
    /// Opens a database of one version; another version's, or a damaged one, is removed and begun again.
    static func open(_ path: FilePath, version: Int, schema: String) throws(StoreError) -> DatabasePool {
        do {
            return try attempt(path, version: version, schema: schema)
        } catch let error as DatabaseError where !error.isRetriedWithNewFile {
            throw StoreError(database: error, path: path.string)
        } catch {
            do {
                for suffix in ["", "-wal", "-shm"] { try Disk.remove(FilePath(path.string + suffix)) }
                return try attempt(path, version: version, schema: schema)
            } catch {
                throw StoreError(database: error, path: path.string)
            }
        }
    }

    private struct OtherVersion: Error {}

    private static func attempt(_ path: FilePath, version: Int, schema: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 2
        let pool = try DatabasePool(path: path.string, configuration: configuration)
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            try database.execute(sql: "PRAGMA journal_size_limit = \(64 << 20)")
            try database.inTransaction {
                switch try Int.fetchOne(database, sql: "PRAGMA user_version") {
                case version: break
                case 0:
                    try database.execute(sql: schema)
                    try database.execute(sql: "PRAGMA user_version = \(version)")
                default: throw OtherVersion()
                }
                return .commit
            }
        }
        return pool
    }
}

extension DatabaseError {
    fileprivate var isRetriedWithNewFile: Bool {
        resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB || resultCode == .SQLITE_ERROR
    }
}
