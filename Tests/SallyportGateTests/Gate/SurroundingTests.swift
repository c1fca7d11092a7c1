import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportPolicy
import SallyportTesting
import Testing

@Suite("What surrounds a release, at the gate")
struct SurroundingTests {
    private static let ada = Publisher(name: "ada")
    private static let eve = Publisher(name: "eve")

    /// Four releases of one publisher, and a fifth as `stated`.
    private func world(_ stated: @escaping @Sendable (Artifact) -> ReleaseStatement) -> World {
        var world = World()
        world.ecosystem = FakeEcosystem(surroundings: { artifact in
            let release = stated(artifact)
            let others = ["1.0.0", "1.0.1", "1.0.2", "1.0.3"].enumerated().map { month, version in
                ReleaseStatement(
                    version: version,
                    publishedAt: Instant("2026-0\(month + 1)-01T00:00:00Z"),
                    publisher: Self.ada,
                    provenance: Provenance()
                )
            }
            return Surroundings(release: release, others: others.filter { $0.version != release.version })
        })
        return world
    }

    private func statement(
        _ artifact: Artifact,
        _ publisher: Publisher = ada,
        provenance: Provenance? = Provenance()
    ) -> ReleaseStatement {
        ReleaseStatement(
            version: artifact.release.version,
            publishedAt: Instant("2026-11-18T00:00:00Z"),
            publisher: publisher,
            provenance: provenance
        )
    }

    /// The codes of the reasons on the fifth release after the fourth was admitted.
    private func reasons(_ world: World, _ bytes: [UInt8]) async throws -> (outcome: Outcome, codes: [String]) {
        var fake = FakePackage(try package())
        fake.release("1.0.3", FakeTarball.honest("left", "1.0.3"), publishedAt: "2026-04-01T00:00:00Z")
        fake.release("1.0.4", bytes, publishedAt: "2026-11-18T00:00:00Z")
        fake.publish(to: world.upstream)
        return try await world.withGate { gate in
            _ = try await gate.admit(try package(), filename: "left-1.0.3.tgz")
            _ = try? await gate.admit(try package(), filename: "left-1.0.4.tgz")
            let judged = try #require(world.events.judgements.last { $0.artifact.release.version == "1.0.4" })
            return (judged.verdict.outcome, judged.verdict.reasons.map(\.code))
        }
    }

    @Test("a new publisher is noted, and holds together with a new hook")
    func publisher() async throws {
        let world = world { statement($0, $0.release.version == "1.0.4" ? Self.eve : Self.ada) }
        let quiet = try await reasons(world, FakeTarball.honest("left", "1.0.4"))
        #expect(quiet.outcome == .admit)
        #expect(quiet.codes == ["publisher-changed"])
        let hooked = try await reasons(
            self.world { statement($0, $0.release.version == "1.0.4" ? Self.eve : Self.ada) },
            FakeTarball.hooked("left", "1.0.4")
        )
        #expect(hooked.outcome == .hold)
        #expect(hooked.codes.contains("hook-added"))
        #expect(hooked.codes.contains("publisher-news"))
    }

    @Test("lost provenance is noted, and holds together with a new capability")
    func provenance() async throws {
        @Sendable func lost(_ artifact: Artifact) -> ReleaseStatement {
            statement(artifact, provenance: artifact.release.version == "1.0.4" ? nil : Provenance())
        }
        let quiet = try await reasons(world { lost($0) }, FakeTarball.honest("left", "1.0.4"))
        #expect(quiet.outcome == .admit)
        #expect(quiet.codes == ["provenance-lost"])
        let manifest = #"{"name":"left","version":"1.0.4"}"#
        let starts = TarBuilder().file("package/package.json", manifest)
            .file("package/index.js", "require('child_process').execSync('ls ' + process.argv[2])\n").gzipped()
        let capable = try await reasons(world { lost($0) }, starts)
        #expect(capable.outcome == .hold)
        #expect(capable.codes.contains("provenance-news"))
    }

    @Test("fixes brought to several lines at once are noted and no more")
    func backports() async throws {
        var world = World()
        world.ecosystem = FakeEcosystem(surroundings: { artifact in
            let lines = ["1.0.4", "2.0.4", "3.0.4", "4.0.4"].map { version in
                ReleaseStatement(version: version, publishedAt: Instant("2026-11-18T00:10:00Z"))
            }
            return Surroundings(
                release: ReleaseStatement(
                    version: artifact.release.version,
                    publishedAt: Instant("2026-11-18T00:00:00Z")
                ),
                others: lines.filter { $0.version != artifact.release.version }
            )
        })
        let fixed = try await reasons(world, FakeTarball.honest("left", "1.0.4"))
        #expect(fixed.outcome == .admit)
        #expect(fixed.codes == ["release-odd"])
    }

    @Test("the same bytes in another release leave what was seen around this one as it is")
    func twins() async throws {
        let world = world { statement($0, $0.release.version == "1.0.4" ? Self.eve : Self.ada) }
        var fake = FakePackage(try package())
        for version in ["1.0.4", "1.0.5"] {
            fake.release(version, FakeTarball.honest("left", "1.0.4"), publishedAt: "2026-11-18T00:00:00Z")
        }
        fake.publish(to: world.upstream)
        try await world.withGate { gate in
            for version in ["1.0.4", "1.0.5"] {
                _ = try? await gate.admit(try package(), filename: "left-\(version).tgz")
            }
            let digests = Set(world.catalogue.recordedJudgements.map(\.digest))
            #expect(digests.count == 1 && world.events.judged.count == 2)
            for (version, isNews) in [("1.0.4", true), ("1.0.5", false)] {
                let facts = try await gate.explain(try release(version)).flatMap(\.facts)
                #expect(facts.contains { $0.code.rawValue == "index.publisher-changed" } == isNews, "\(version)")
            }
        }
    }

    @Test("the same inputs give the same verdict after a restart under another policy")
    func kept() async throws {
        var world = world { statement($0, $0.release.version == "1.0.4" ? Self.eve : Self.ada) }
        let first = try await reasons(world, FakeTarball.hooked("left", "1.0.4"))
        // What is judged again is judged from the report, whatever the index says by then.
        world.ecosystem = FakeEcosystem(surroundings: { statement in
            Surroundings(release: ReleaseStatement(version: statement.release.version))
        })
        world.policy = try Policy(yaml: "version: 1\ncooldown: 1d\n", file: "policy.yaml")
        let again = try await world.withGate { gate in
            try await gate.admit(try package(), filename: "left-1.0.4.tgz").refusal
        }
        #expect(again?.contains("publisher-news") == true, "\(first) \(again ?? [])")
    }
}
