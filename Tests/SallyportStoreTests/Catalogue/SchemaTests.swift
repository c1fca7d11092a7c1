import GRDB
import SallyportGate
import SallyportModel
import Testing

@testable import SallyportStore

@Suite struct SchemaTests {
    private func use(_ body: (SQLiteCatalogue) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let catalogue = try SQLiteCatalogue(folder: DataFolder(path: folder.data))
        let artifact = try Samples.artifact()
        try await catalogue.record(try Samples.judgement(of: artifact), report: Samples.report())
        try await catalogue.record([Samples.download(artifact, number: 1)])
        _ = try await catalogue.append(
            DecisionDraft(action: .thaw, subject: nil, actor: "kim", at: Instant(milliseconds: 1), reason: "")
        )
        try await body(catalogue)
        await catalogue.close()
    }

    @Test(
        "what is only appended to can't be changed",
        arguments: [
            "UPDATE decision SET action = 'admit'",
            "DELETE FROM decision",
            "INSERT OR REPLACE INTO decision (sequence, action, actor, at, reason) VALUES (1, 'admit', 'eve', 1, '')",
            "UPDATE download SET recipient = 'eve'",
            "DELETE FROM download",
            "INSERT OR REPLACE INTO download (id, artifact, digest, recipient, client, at) SELECT 1, 1, digest, '', '', 1 FROM download",
            "UPDATE judgement SET outcome = 'admit'",
            "DELETE FROM judgement",
        ]
    )
    func appendOnly(statement: String) async throws {
        try await use { catalogue in
            let error = try await #require(throws: StoreError.self) {
                try await catalogue.groups.write { try $0.database.execute(sql: statement) }
            }
            #expect(error.description.contains("are never"))
        }
    }

    @Test(
        "what can't be true is refused",
        arguments: [
            "INSERT INTO download (artifact, digest, recipient, client, at) VALUES (99, zeroblob(32), '', '', 1)",
            "INSERT INTO download (artifact, digest, recipient, client, at) VALUES (1, zeroblob(31), '', '', 1)",
            "INSERT INTO pending (artifact) VALUES (99)",
            "UPDATE artifact SET judgement = 99",
            "INSERT INTO package (ecosystem, name) VALUES ('npm', 'left-pad')",
            "INSERT INTO package (ecosystem, name) VALUES (NULL, 'x')",
        ]
    )
    func constraints(statement: String) async throws {
        try await use { catalogue in
            let error = try await #require(throws: StoreError.self) {
                try await catalogue.groups.write { try $0.database.execute(sql: statement) }
            }
            #expect(error.code == .invalid)
        }
    }

    @Test(
        "the database is set up to lose nothing",
        arguments: [
            ("synchronous", "2"), ("journal_mode", "wal"), ("foreign_keys", "1"), ("recursive_triggers", "1"),
            ("application_id", "\(0x534C_5054)"),
        ]
    )
    func settings(name: String, value: String) async throws {
        try await use { catalogue in
            let found = try await catalogue.groups.write { session in
                try String.fetchOne(session.database, sql: "PRAGMA \(name)")
            }
            #expect(found == value)
        }
    }

    @Test("the port's queries use an index")
    func plans() async throws {
        let queries = [
            "SELECT id FROM download WHERE artifact = 1 ORDER BY id DESC LIMIT 5",
            "SELECT id FROM judgement WHERE outcome <> 'admit' ORDER BY id DESC LIMIT 5",
            "SELECT version FROM sighting WHERE package = 1",
            "SELECT id FROM artifact WHERE package = 1 AND version = '1'",
            "SELECT body FROM report WHERE artifact = 1 AND digest = zeroblob(32) AND engine = '1'",
            "SELECT name FROM package WHERE ecosystem = 'npm' ORDER BY name LIMIT 5",
        ]
        try await use { catalogue in
            for query in queries {
                let plan = try await catalogue.read { database in
                    try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(query)").map { $0["detail"] as String }
                }
                let usesIndex = plan.contains {
                    $0.contains("USING") && $0.contains("INDEX") || $0.contains("PRIMARY KEY")
                }
                #expect(usesIndex, "\(query): \(plan)")
            }
        }
    }

    @Test("digests of every kind fit into one column")
    func digestList() throws {
        let digests = Bytes.digests(of: [1, 2, 3])
        #expect(DigestList.decode(DigestList.encode(digests)) == digests)
        #expect(DigestList.decode(DigestList.encode([])) == [])
        #expect(DigestList.decode(DigestList.encode(digests).dropLast()) == nil)
        #expect(DigestList.decode(DigestList.encode(digests) + [9]) == nil)
    }
}
