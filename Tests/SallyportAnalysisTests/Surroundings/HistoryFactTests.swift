import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Facts from a release's history")
struct HistoryFactTests {
    private static let person = Publisher(name: "ada", email: "ada@mail.example.invalid")
    private static let workflow = Publisher(name: "CI", isWorkflow: true)

    private func statement(
        _ version: String,
        _ day: String,
        _ publisher: Publisher? = person,
        maintainers: [String]? = ["ada"],
        provenance: Provenance? = nil
    ) -> ReleaseStatement {
        ReleaseStatement(
            version: version,
            publishedAt: Instant(day.contains("T") ? day : "\(day)T12:00:00Z"),
            publisher: publisher,
            maintainers: maintainers,
            provenance: provenance
        )
    }

    private func facts(
        _ release: ReleaseStatement,
        after others: [ReleaseStatement],
        name: String = "sample",
        nearby: [NearbyRelease] = []
    ) throws -> [FactCode: [String]] {
        let package = try #require(Package(.npm, name))
        let facts = SurroundingFacts.facts(
            Surroundings(release: release, others: others, nearby: nearby),
            of: try #require(Release(package, release.version ?? "1.0.0")),
            report: Sample.report(Sample.npm([:]))
        )
        return Dictionary(grouping: facts, by: \.code).mapValues { $0.map(\.detail) }
    }

    private var steady: [ReleaseStatement] {
        [statement("1.2.0", "2026-03-01"), statement("1.1.0", "2026-02-01"), statement("1.0.0", "2026-01-01")]
    }

    @Test("there are none of a release that is like those before it, nor of one that stands alone")
    func quiet() throws {
        #expect(try facts(statement("1.2.1", "2026-03-20"), after: steady).isEmpty)
        #expect(try facts(statement("1.0.0", "2026-03-20"), after: []).isEmpty)
        #expect(try facts(ReleaseStatement(version: "1.2.1"), after: steady).isEmpty)
    }

    @Test("a stranger who publishes is one, a maintainer who does so for the first time another")
    func publisher() throws {
        let eve = Publisher(name: "eve")
        let stranger = try facts(statement("1.2.1", "2026-03-20", eve, maintainers: ["ada", "eve"]), after: steady)
        #expect(stranger[.indexPublisherChanged] == ["newcomer: eve, after 3 by ada"])
        #expect(stranger[.indexMaintainerAdded] == ["eve"])
        var shared = steady
        shared[0] = statement("1.2.0", "2026-03-01", maintainers: ["ada", "eve"])
        let maintainer = try facts(statement("1.2.1", "2026-03-20", eve, maintainers: ["ada", "eve"]), after: shared)
        #expect(maintainer[.indexPublisherChanged] == ["maintainer: eve, after 3 by ada"])
        #expect(maintainer[.indexMaintainerAdded] == nil)
    }

    @Test("two releases, or those of one week, make no publisher that another could replace")
    func shortHistory() throws {
        let eve = Publisher(name: "eve")
        #expect(try facts(statement("1.2.1", "2026-03-20", eve), after: Array(steady.prefix(2))).isEmpty)
        let week = [
            statement("1.2.0", "2026-03-03"), statement("1.1.0", "2026-03-02"), statement("1.0.0", "2026-03-01"),
        ]
        #expect(try facts(statement("1.2.1", "2026-03-20", eve), after: week).isEmpty)
    }

    @Test("an address at another place is a change, the same one is none")
    func address() throws {
        let moved = Publisher(name: "ada", email: "ada@post.example.invalid")
        #expect(
            try facts(statement("1.2.1", "2026-03-20", moved), after: steady)[.indexPublisherChanged]
                == ["address: ada at post.example.invalid, before at mail.example.invalid"]
        )
    }

    @Test("a person after workflows is stated, a workflow after persons is not")
    func workflows() throws {
        let automatic = steady.map { statement($0.version ?? "", "2026-02-01", Self.workflow) }
        let lost = try facts(statement("1.2.1", "2026-03-20"), after: automatic)
        #expect(lost[.indexWorkflowLost] == ["ada, where a workflow published before"])
        #expect(try facts(statement("1.2.1", "2026-03-20", Self.workflow), after: steady).isEmpty)
    }

    @Test("provenance that the line had is missed, also where another line never had it")
    func provenance() throws {
        let attested = steady.map { release in
            statement(release.version ?? "", "2026-02-01", provenance: Provenance())
        }
        #expect(try facts(statement("1.2.1", "2026-03-20"), after: attested)[.indexProvenanceLost]?.count == 1)
        let old = [statement("0.9.2", "2026-01-15"), statement("0.9.1", "2026-01-10")]
        #expect(try facts(statement("0.9.3", "2026-03-20"), after: attested + old)[.indexProvenanceLost] == nil)
        let once = [attested[0]] + steady.dropFirst()
        #expect(try facts(statement("1.2.1", "2026-03-20"), after: Array(once))[.indexProvenanceLost] == nil)
    }

    @Test("another repository or workflow is stated, another spelling of one is not")
    func provenanceContent() throws {
        let own = Provenance(repository: "https://git.example.invalid/a/b", workflow: "release.yml")
        let attested = steady.map { statement($0.version ?? "", "2026-02-01", provenance: own) }
        func changed(_ provenance: Provenance) throws -> [String]? {
            try facts(statement("1.2.1", "2026-03-20", provenance: provenance), after: attested)[
                .indexProvenanceChanged
            ]
        }
        #expect(try changed(Provenance(repository: "git+https://git.example.invalid/A/b.git/")) == nil)
        #expect(try changed(Provenance(repository: "https://git.example.invalid/e/b"))?.count == 1)
        #expect(try changed(Provenance(workflow: "other.yml")) == ["workflow: other.yml, before release.yml"])
    }

    @Test("silence of more than a year is stated, of the package or of the line")
    func dormant() throws {
        #expect(
            try facts(statement("1.2.1", "2027-03-01"), after: steady)[.indexDormant] == [
                "package: 365 days after 1.2.0"
            ]
        )
        #expect(try facts(statement("1.2.1", "2027-02-28"), after: steady)[.indexDormant] == nil)
        let active = steady + [statement("2.0.0", "2027-05-01")]
        #expect(
            try facts(statement("1.2.1", "2027-06-01"), after: active)[.indexDormant]
                == ["line: 457 days after 1.2.0, the last of 1"]
        )
    }

    @Test("three lines or three releases of one line within an hour are stated; two, or pre-releases, are not")
    func burst() throws {
        let release = statement("3.1.1", "2026-03-20T12:00:00Z")
        let two = [statement("2.0.1", "2026-03-20T11:30:00Z")]
        #expect(try facts(release, after: two).isEmpty)
        let three = two + [statement("1.0.1", "2026-03-20T12:59:00Z")]
        #expect(try facts(release, after: three)[.indexLinesBurst] == ["3 lines within an hour: 1, 2, 3"])
        let line = [statement("3.1.0", "2026-03-20T11:50:00Z"), statement("3.1.2", "2026-03-20T12:05:00Z")]
        #expect(try facts(release, after: line)[.indexBurst] == ["line: 3 releases of 3 within an hour"])
        let canaries = ["2.0.1-beta.1", "1.0.1-beta.1"].map { statement($0, "2026-03-20T11:30:00Z") }
        #expect(try facts(release, after: canaries)[.indexLinesBurst] == nil)
    }

    @Test("ten packages of a scope within minutes are stated")
    func fleet() throws {
        let at = try #require(Instant("2026-03-20T12:05:00Z"))
        let nearby = (0..<9).map { NearbyRelease(name: "@a/p\($0)", version: "1.0.0", publishedAt: at) }
        let release = statement("1.0.1", "2026-03-20T12:00:00Z")
        #expect(try facts(release, after: [], name: "@a/b", nearby: nearby)[.indexBurst]?.count == 1)
        #expect(try facts(release, after: [], name: "@a/b", nearby: Array(nearby.dropLast()))[.indexBurst] == nil)
    }

    @Test(
        "numbers that leap are stated",
        arguments: [
            ("1.2.1", ["1.2.0"], false), ("4.0.0", ["1.2.0"], false), ("99.0.0", ["1.2.0"], true),
            ("1.2.11", ["1.2.0"], false), ("1.2.12", ["1.2.0"], true), ("1.14.0", ["1.2.0"], true),
            ("99.0.0", [], true), ("8.0.0", [], false), ("2026.1.0", ["2024.1.0"], false), ("2026.1.0", [], false),
            ("99.0.0-rc.1", ["1.2.0"], false),
        ]
    )
    func versions(_ version: String, _ others: [String], _ isStated: Bool) throws {
        let before = others.map { statement($0, "2026-03-01") }
        let found = try facts(statement(version, "2026-03-20"), after: before)[.indexVersionJump]
        #expect((found != nil) == isStated, "\(version): \(found ?? [])")
    }
}
