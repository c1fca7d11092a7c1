import SallyportAnalysis
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportPolicy
import SallyportTesting
import Testing

@Suite("A new engine")
struct RereadingTests {
    /// Judges two releases, then makes it so that another engine admitted both.
    private func world() async throws -> World {
        let world = World()
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.thief("left", "1.0.0"))
        fake.release("1.1.0", FakeTarball.honest("left", "1.1.0"))
        fake.publish(to: world.upstream)
        let left = try package()
        try await world.withGate { gate in
            for version in ["1.0.0", "1.1.0"] { _ = try await gate.admit(left, filename: "left-\(version).tgz") }
        }
        for judgement in world.catalogue.recordedJudgements {
            let report = try #require(try await world.catalogue.report(of: judgement))
            world.catalogue.seed(Self.admitted(judgement, byEngine: "an old one"), report: report)
        }
        return world
    }

    @Test("reads again in the background what an old one admitted, and withdraws what it would not have")
    func background() async throws {
        let world = try await world()
        world.clientPatience.open()
        try await world.withGate { gate in
            await world.events.wait { if case .withdrawn = $0 { true } else { false } }
            while world.catalogue.recordedJudgements.count < 6 { await Task.yield() }
            let left = try package()
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal?.first == "hook-exfiltration")
            #expect(try await gate.admit(left, filename: "left-1.1.0.tgz").clearance != nil)
        }
        #expect(world.catalogue.recordedJudgements.suffix(2).allSatisfy { $0.engine == Inspector.engineVersion })
        #expect(world.upstream.fetched.count == 2)
        #expect(try await world.catalogue.outdated(besides: Inspector.engineVersion, after: 0, limit: 10).isEmpty)
    }

    @Test("waits between two of them, and goes on at the next start where it was stopped")
    func resumes() async throws {
        let world = try await world()
        try await world.withGate { _ in
            while world.catalogue.recordedJudgements.count < 5 { await Task.yield() }
        }
        let left = try await world.catalogue.outdated(besides: Inspector.engineVersion, after: 0, limit: 10)
        #expect(left.map(\.artifact.filename) == ["left-1.1.0.tgz"])
        try await world.withGate { _ in
            while world.catalogue.recordedJudgements.count < 6 { await Task.yield() }
        }
        #expect(try await world.catalogue.outdated(besides: Inspector.engineVersion, after: 0, limit: 10).isEmpty)
    }

    @Test("compares with what an old one admitted as it reads it itself")
    func predecessor() async throws {
        let world = World()
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.hooked("left", "1.0.0"), publishedAt: "2026-10-01T00:00:00Z")
        fake.release("1.1.0", FakeTarball.hooked("left", "1.1.0"), publishedAt: "2026-11-01T00:00:00Z")
        fake.publish(to: world.upstream)
        let left = try package()
        try await world.withGate { gate in _ = try await gate.admit(left, filename: "left-1.0.0.tgz") }
        let first = try #require(world.catalogue.recordedJudgements.first)
        let empty = try #require(try await world.catalogue.report(of: first)).withoutHooks
        world.catalogue.seed(Self.admitted(first, byEngine: "an old one"), report: empty)
        try await world.withGate { gate in
            let admission = try await gate.admit(left, filename: "left-1.1.0.tgz")
            #expect(admission.clearance != nil)
        }
        #expect(
            world.catalogue.recordedJudgements.last { $0.artifact.filename == "left-1.1.0.tgz" }?.predecessor != nil
        )
    }

    @Test("is also the same one with rules of an organisation, whose judgements stay at the next start")
    func ownRules() async throws {
        var world = World()
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.honest("left", "1.0.0"))
        fake.release("1.1.0", FakeTarball.honest("left", "1.1.0"))
        fake.publish(to: world.upstream)
        let left = try package()
        try await world.withGate { gate in
            for version in ["1.0.0", "1.1.0"] { _ = try await gate.admit(left, filename: "left-\(version).tgz") }
        }
        world.rules = Unwanted(text: "module.exports = '1.0.0'")
        world.clientPatience.open()
        try await world.withGate { gate in
            while world.catalogue.recordedJudgements.count < 4 { await Task.yield() }
            let refused = try await gate.admit(left, filename: "left-1.0.0.tgz").refusal?.first
            #expect(refused == "own-match")
            let cleared = try await gate.admit(left, filename: "left-1.1.0.tgz").clearance
            #expect(cleared != nil)
        }
        let engine = "\(Inspector.engineVersion)+unwanted"
        #expect(world.catalogue.recordedJudgements.suffix(2).allSatisfy { $0.engine == engine })
        #expect(try await world.catalogue.outdated(besides: engine, after: 0, limit: 10).isEmpty)
        #expect(world.events.all.count(where: { if case .withdrawn = $0 { true } else { false } }) == 1)
    }

    private static func admitted(_ judgement: Judgement, byEngine engine: String) -> Judgement {
        Judgement(
            artifact: judgement.artifact,
            digest: judgement.digest,
            digests: judgement.digests,
            size: judgement.size,
            verdict: .admitted,
            predecessor: nil,
            policy: judgement.policy,
            engine: engine,
            judgedAt: judgement.judgedAt,
            companion: judgement.companion
        )
    }
}

/// Rules of an organisation that match files with one text.
private struct Unwanted: ContentRules {
    let fingerprint = "unwanted"
    let text: String

    func matches(in bytes: Span<UInt8>, within time: inout Duration) -> ContentMatches {
        var file: [UInt8] = []
        for index in bytes.indices { file.append(bytes[index]) }
        guard String(decoding: file, as: UTF8.self).contains(text) else { return ContentMatches() }
        return ContentMatches(matches: [ContentMatch(rule: "unwanted", description: "not wanted here", offset: nil)])
    }
}

extension Report {
    /// The report of an engine that saw no hooks.
    fileprivate var withoutHooks: Report {
        Report(
            engine: "an old one",
            kind: kind,
            manifest: manifest,
            files: files,
            hooks: [],
            dependencies: dependencies,
            facts: [],
            unpackedBytes: unpackedBytes
        )
    }
}
