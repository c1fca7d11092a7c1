import GRDB
import SallyportModel

/// The row numbers of packages and artifacts, remembered by the writing thread.
///
/// Whoever undoes a part of a transaction calls ``forget()``: a number that was remembered there is not in the
/// database.
final class Identifiers {
    /// Entries that are remembered of each kind.
    private static let rememberedMax = 16_384

    private var packages = RecentTable<Package, Int64>(countMax: rememberedMax)
    private var artifacts = RecentTable<Artifact, Int64>(countMax: rememberedMax)

    func forget() {
        packages.removeAll()
        artifacts.removeAll()
    }

    /// The number of a package, entered when it is new.
    func identifier(of package: Package, in database: Database) throws -> Int64 {
        if let known = packages.value(for: package) { return known }
        let key: StatementArguments = [package.ecosystem.rawValue, package.name]
        let find = try database.cachedStatement(sql: "SELECT id FROM package WHERE ecosystem = ? AND name = ?")
        let identifier: Int64
        if let found = try Int64.fetchOne(find, arguments: key) {
            identifier = found
        } else {
            try database.cachedStatement(sql: "INSERT INTO package (ecosystem, name) VALUES (?, ?)")
                .execute(arguments: key)
            identifier = database.lastInsertedRowID
        }
        packages.enter(identifier, for: package)
        return identifier
    }

    /// The number of an artifact, entered when it is new.
    func identifier(of artifact: Artifact, in database: Database) throws -> Int64 {
        if let known = artifacts.value(for: artifact) { return known }
        let package = try identifier(of: artifact.release.package, in: database)
        let key: StatementArguments = [package, artifact.release.version, artifact.filename]
        let find = try database.cachedStatement(
            sql: "SELECT id FROM artifact WHERE package = ? AND version = ? AND filename = ?"
        )
        let identifier: Int64
        if let found = try Int64.fetchOne(find, arguments: key) {
            identifier = found
        } else {
            try database.cachedStatement(sql: "INSERT INTO artifact (package, version, filename) VALUES (?, ?, ?)")
                .execute(arguments: key)
            identifier = database.lastInsertedRowID
        }
        artifacts.enter(identifier, for: artifact)
        return identifier
    }
}
