import Foundation
import GRDB
import SallyportGate
import SallyportModel
import SallyportStore
import Testing

@Suite struct DamagedDatabaseTests {
    /// A data folder with a record of some pages, closed.
    private func recorded() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try await record(in: folder)
        return folder
    }

    private func record(in folder: TemporaryFolder) async throws {
        let catalogue = try SQLiteCatalogue(folder: DataFolder(path: folder.data))
        let artifact = try Samples.artifact()
        try await catalogue.record((0..<500).map { Samples.download(artifact, number: $0) })
        await catalogue.close()
    }

    private func refusal(_ folder: TemporaryFolder) throws -> StoreError {
        try #require(throws: StoreError.self) { try SQLiteCatalogue(folder: DataFolder(path: folder.data)) }
    }

    /// Changes a database as another program would.
    private func run(_ sql: String, in path: String) throws {
        let database = try DatabaseQueue(path: path)
        try database.write { try $0.execute(sql: sql) }
        try database.close()
    }

    private func database(_ folder: TemporaryFolder) -> String { folder.data + "/catalogue.sqlite" }

    @Test("a cut database is refused and left as it is", arguments: [0, 1, 99, 100, 4_096, 5_000, 20_480])
    func cut(size: Int) async throws {
        let folder = try await recorded()
        let bytes = Array(try Files.read(database(folder)).prefix(size))
        try Files.write(bytes, to: database(folder))
        let error = try refusal(folder)
        #expect(error.code == .damaged)
        #expect(error.description.contains("restore it from a backup"))
        #expect(try Files.read(database(folder)) == bytes)
    }

    @Test("closing leaves everything in the database and nothing in its log")
    func closed() async throws {
        let folder = try await recorded()
        #expect(try Files.read(database(folder)).count > 40_960)
        let names = try Files.names(in: folder.data)
        #expect(try !names.contains("catalogue.sqlite-wal") || Files.read(database(folder) + "-wal").isEmpty)
    }

    @Test("a database that is shorter than it says is opened when its log is there")
    func interruptedCheckpoint() async throws {
        let folder = try await recorded()
        let whole = try Files.read(database(folder))
        let catalogue = try SQLiteCatalogue(folder: DataFolder(path: folder.data))
        try await catalogue.record([Samples.download(try Samples.artifact(), number: 1)])
        // What a crash in the middle of copying the log could leave: the first page is new, the last is missing.
        try Files.copy(folder.data, to: folder.path("crashed"))
        await catalogue.close()
        let grown = try Files.read(database(folder))
        var first = Array(whole)
        first.replaceSubrange(24..<40, with: grown[24..<40])
        first[31] &+= 1
        try Files.write(first, to: folder.path("crashed") + "/catalogue.sqlite")
        let recovered = try SQLiteCatalogue(folder: DataFolder(path: folder.path("crashed")))
        let subject = PackageURL(package: try Samples.package(), version: nil)
        #expect(try await recovered.downloads(of: subject, limit: 1_000).count == 501)
        await recovered.close()
    }

    @Test("a database that is gone is not begun again")
    func gone() async throws {
        let folder = try await recorded()
        try FileManager.default.removeItem(atPath: database(folder))
        let error = try refusal(folder)
        #expect(error.code == .damaged)
        #expect(error.description.contains("is missing"))
        #expect(!FileManager.default.fileExists(atPath: database(folder)))
    }

    @Test("a first start that was interrupted is begun again", arguments: [[], nil] as [[UInt8]?])
    func interruptedFirstStart(left: [UInt8]?) async throws {
        let folder = try TemporaryFolder()
        _ = try DataFolder(path: folder.data)
        if let left { try Files.write(left, to: database(folder)) }
        try await record(in: folder)
    }

    @Test("other bytes are no database")
    func noDatabase() async throws {
        let folder = try await recorded()
        let bytes = Samples.bytes(40_960)
        try Files.write(bytes, to: database(folder))
        #expect(try refusal(folder).code == .damaged)
        #expect(try Files.read(database(folder)) == bytes)
    }

    @Test("a page that was overwritten is found at the start")
    func overwrittenPage() async throws {
        let folder = try await recorded()
        var bytes = try Files.read(database(folder))
        for page in 2..<(bytes.count / 4_096) {
            bytes.replaceSubrange(page * 4_096..<(page + 1) * 4_096, with: Samples.bytes(4_096))
        }
        try Files.write(bytes, to: database(folder))
        #expect(try refusal(folder).code == .damaged)
    }

    @Test("a first start that ended between the migrator's own table and the first migration is begun again")
    func halfMade() async throws {
        let folder = try TemporaryFolder()
        _ = try DataFolder(path: folder.data)
        try run("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)", in: database(folder))
        try await record(in: folder)
        let catalogue = try SQLiteCatalogue(folder: DataFolder(path: folder.data))
        let subject = PackageURL(package: try Samples.package(), version: nil)
        #expect(try await catalogue.downloads(of: subject, limit: 1_000).count == 500)
        await catalogue.close()
    }

    @Test("another program's database is refused")
    func otherProgram() async throws {
        let folder = try await recorded()
        try FileManager.default.removeItem(atPath: database(folder))
        try run("CREATE TABLE theirs (x)", in: database(folder))
        let error = try refusal(folder)
        #expect(error.code == .damaged)
        #expect(error.description.contains("another program"))
    }

    @Test("a newer Sallyport's database is refused")
    func newer() async throws {
        let folder = try await recorded()
        try run("INSERT INTO grdb_migrations VALUES ('v999')", in: database(folder))
        #expect(try refusal(folder).code == .tooNew)
    }

    @Test("what is only kept to save time is begun again when it is damaged", arguments: ["indexes", "findings"])
    func expendable(name: String) async throws {
        let folder = try await recorded()
        let path = "\(folder.data)/\(name).sqlite"
        try Files.write(Samples.bytes(9_000), to: path)
        let data = try DataFolder(path: folder.data)
        let catalogue = try SQLiteCatalogue(folder: data)
        let package = try Samples.package()
        #expect(try await catalogue.index(of: package) == nil)
        try await catalogue.keep(Samples.index("x", at: 1), of: package)
        _ = try FindingsCache(folder: data)
        await catalogue.close()
    }
}
