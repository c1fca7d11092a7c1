import GRDB
public import SallyportGate
public import SallyportModel
import SystemPackage

/// The record in SQLite (docs/formats/database.md).
///
/// Whatever records returns only when it is durable, together with what others recorded at the same moment. Reads
/// run beside writes and see everything that was recorded before they began. All errors are ``StoreError``s.
public final class SQLiteCatalogue: Catalogue {
    let groups: CommitGroups
    let indexes: IndexCache
    let sightings: SightingLimits
    private let records: DatabasePool
    private let path: String
    /// For encoding reports, which can be large.
    private let encoding = WorkThreads(named: "encoding", count: 1)

    /// Opens the record of a folder, made first when the folder is new.
    ///
    /// Refuses a database that is damaged, cut, or gone though records were kept in it, one of another program, and
    /// one that a newer Sallyport wrote; nothing is written to it then.
    public init(
        folder: DataFolder,
        commits: CommitLimits = CommitLimits(),
        sightings: SightingLimits = SightingLimits(),
        expendable: ExpendableLimits = ExpendableLimits()
    ) throws(StoreError) {
        records = try RecordsDatabase.open(in: folder)
        indexes = try IndexCache(folder: folder, bytesMax: expendable.indexBytesMax)
        groups = CommitGroups(pool: records, folder: folder, limits: commits)
        self.sightings = sightings
        path = folder.layout.records.string
    }

    /// Records what waits, then closes the database; whoever records later gets an error. Returns when it is closed.
    public func close() async {
        await encoding.run { [groups] in groups.close() }
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        do {
            return try await records.read(body)
        } catch {
            throw StoreError(database: error, path: path)
        }
    }

    func encoded(_ value: some Encodable & Sendable) async throws -> Encoded {
        try await encoding.run { try Encoded(value) }
    }

    /// Not synced; the indexes that were confirmed longest ago give way beyond ``ExpendableLimits/indexBytesMax``.
    public func keep(_ index: KeptIndex, of package: Package) async throws {
        try await indexes.keep(index, of: package)
    }

    /// Not synced; the document is not written again.
    public func confirmIndex(of package: Package, at now: Instant) async throws {
        try await indexes.confirm(package, at: now)
    }

    /// Those whose index did not give way.
    public func keptNames(of ecosystem: Ecosystem, limit: Int) async throws -> [String] {
        try await indexes.names(of: ecosystem, limit: limit)
    }

    /// Not synced: what comes back after a crash is asked of the upstream again before it is shown.
    public func dropIndex(of package: Package) async throws {
        try await indexes.drop(package)
    }

    /// The index that was kept last, unless it gave way.
    public func index(of package: Package) async throws -> KeptIndex? {
        try await indexes.index(of: package)
    }
}
