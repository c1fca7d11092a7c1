import SallyportAnalysis
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportPolicy
import SallyportTesting
import Synchronization
import Testing

/// What an upgrade must not undo, and what it must not need.
@Suite("After an upgrade")
struct AfterUpgradeTests {
    /// Judges releases of one package in the order given, and waits until its index is kept.
    private func judge(
        _ versions: [String],
        of name: String = "left",
        _ bytes: (String) -> [UInt8],
        at publishedAt: String = "2026-01-01T00:00:00Z",
        in world: World
    ) async throws {
        var fake = FakePackage(try package(name))
        for version in versions { fake.release(version, bytes(version), publishedAt: publishedAt) }
        fake.publish(to: world.upstream)
        try await world.withGate { (gate) async throws in
            for version in versions { _ = try await gate.admit(fake.package, filename: fake.filename(version)) }
            while try await world.catalogue.index(of: fake.package)?.document != fake.document { await Task.yield() }
        }
    }

    /// Waits until a file was judged for the second time.
    private func waitForJudgement(of filename: String, in world: World) async {
        while world.events.judged.count(where: { $0 == filename }) < 2 { await Task.yield() }
    }

    @Test("bytes that were replaced upstream stay held, and are not fetched")
    func replaced() async throws {
        let world = World()
        try await judge(["1.0.0"], { FakeTarball.honest("left", $0) }, in: world)
        try await judge(["1.0.0"], of: "right", { FakeTarball.honest("right", $0) }, in: world)
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.hooked("left", "1.0.0"))
        fake.release("0.9.0", FakeTarball.honest("left", "0.9.0"))
        fake.publish(to: world.upstream)
        world.clock.advance(seconds: 60)
        let left = try package()
        try await world.withGate { (gate) async throws in
            _ = try await gate.ticket(for: left)
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal == ["digest-changed"])
            while try await world.catalogue.index(of: left)?.document != fake.document { await Task.yield() }
        }
        let fetched = world.upstream.fetched
        try await world.growOld(["left-1.0.0.tgz", "right-1.0.0.tgz"])
        world.clientPatience.open()
        try await world.withGate { (gate) async throws in
            await waitForJudgement(of: "right-1.0.0.tgz", in: world)
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal == ["digest-changed"])
        }
        #expect(world.upstream.fetched == fetched)
    }

    @Test("a stop during a repair does not make replaced bytes good")
    func replacedAndInterrupted() async throws {
        let world = World()
        try await judge(["1.0.0"], { FakeTarball.honest("left", $0) }, in: world)
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.hooked("left", "1.0.0"))
        fake.release("0.9.0", FakeTarball.honest("left", "0.9.0"))
        fake.publish(to: world.upstream)
        world.clock.advance(seconds: 60)
        let artifact = try #require(world.catalogue.recordedJudgements.first?.artifact)
        try await world.catalogue.notePending(artifact)
        let left = try package()
        try await world.withGate { (gate) async throws in
            while try await !world.catalogue.pending(limit: 1).isEmpty { await Task.yield() }
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal == ["digest-changed"])
        }
        #expect(world.upstream.fetched == ["left-1.0.0.tgz"])
    }

    @Test("bytes that are damaged here and replaced upstream are not replaced here")
    func replacedAndDamaged() async throws {
        let world = World()
        try await judge(["1.0.0"], { FakeTarball.honest("left", $0) }, in: world)
        let left = try package()
        try await world.withGate { (gate) async throws in
            let clearance = try #require(try await gate.admit(left, filename: "left-1.0.0.tgz").clearance)
            var fake = FakePackage(left)
            fake.release("1.0.0", FakeTarball.hooked("left", "1.0.0"))
            fake.release("0.9.0", FakeTarball.honest("left", "0.9.0"))
            fake.publish(to: world.upstream)
            world.clock.advance(seconds: 60)
            _ = try await gate.ticket(for: left)
            world.blobs.damage(clearance.digest)
            await #expect(throws: GateFailure.self) { try await gate.open(clearance) }
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal == ["digest-changed"])
        }
        #expect(world.catalogue.recordedJudgements.count == 1)
    }

    @Test("a name that has become our own is neither read again nor served from what is kept")
    func owned() async throws {
        var world = World()
        try await judge(["1.0.0"], { FakeTarball.honest("left", $0) }, in: world)
        try await judge(["1.0.0"], of: "right", { FakeTarball.honest("right", $0) }, in: world)
        try await world.growOld(["left-1.0.0.tgz", "right-1.0.0.tgz"])
        let asked = world.upstream.asked
        world.isOwned = { $0.name == "left" }
        world.clientPatience.open()
        let left = try package()
        try await world.withGate { (gate) async throws in
            await waitForJudgement(of: "right-1.0.0.tgz", in: world)
            for _ in 0..<2 {
                let failure = await #expect(throws: GateFailure.self) {
                    try await gate.admit(left, filename: "left-1.0.0.tgz")
                }
                #expect(failure?.failure.status == 404)
                await #expect(throws: GateFailure.self) { try await gate.ticket(for: left) }
            }
        }
        #expect(world.upstream.asked == asked)
        #expect(world.catalogue.recordedJudgements.last { $0.artifact.release.package == left }?.engine == "an old one")
    }

    @Test("a name that has become our own is not asked of an upstream that is slow either")
    func ownedAndSlow() async throws {
        var world = World()
        try await judge(["1.0.0"], { FakeTarball.honest("left", $0) }, in: world)
        try await judge(["1.0.0"], of: "right", { FakeTarball.honest("right", $0) }, in: world)
        world.isOwned = { $0.name == "left" }
        let asked = world.upstream.asked.count(where: { $0 == "left" })
        world.clock.advance(seconds: 60)
        world.upstream.indexCheckpoint.close()
        world.upstreamPatience.open()
        let left = try package()
        try await world.withGate { (gate) async throws in
            #expect(try await gate.ticket(for: try package("right")).staleSince != nil)
            await #expect(throws: GateFailure.self) { try await gate.ticket(for: left) }
            await #expect(throws: GateFailure.self) { try await gate.admit(left, filename: "left-1.0.0.tgz") }
            world.upstream.indexCheckpoint.open()
        }
        #expect(world.upstream.asked.count(where: { $0 == "left" }) == asked)
    }

    @Test("reading again asks no upstream, and calls no index stale")
    func quiet() async throws {
        let world = World()
        try await judge(["1.0.0"], { FakeTarball.honest("left", $0) }, in: world)
        try await world.growOld(["left-1.0.0.tgz"])
        let asked = world.upstream.asked.count
        var fake = FakePackage(try package())
        for version in ["1.0.0", "1.1.0"] { fake.release(version, FakeTarball.honest("left", version)) }
        fake.release("1.1.0", FakeTarball.honest("left", "1.1.0"), publishedAt: "2026-11-01T00:00:00Z")
        fake.publish(to: world.upstream)
        world.clientPatience.open()
        try await world.withGate { (gate) async throws in
            await waitForJudgement(of: "left-1.0.0.tgz", in: world)
            #expect(world.upstream.asked.count == asked)
            // What was published since is there for whoever asks.
            _ = try await gate.admit(try package(), filename: "left-1.1.0.tgz")
            #expect(try await gate.ticket(for: try package()).staleSince == nil)
        }
        #expect(!world.events.all.contains { if case .indexStale = $0 { true } else { false } })
    }

    @Test("a look-alike stays held, though the names it imitates are not in memory yet")
    func lookalike() async throws {
        let world = World()
        try await judge(["1.0.0"], of: "leftist-tower", { FakeTarball.honest("leftist-tower", $0) }, in: world)
        let bytes: (String) -> [UInt8] = { FakeTarball.hooked("leftist-towr", $0) }
        try await judge(["1.0.0"], of: "leftist-towr", bytes, at: "2026-11-01T00:00:00Z", in: world)
        let held = try #require(world.catalogue.recordedJudgements.last)
        #expect(held.verdict.reasons.map(\.code).contains("name-imitation"))
        try await world.growOld([held.artifact.filename])
        try await world.withGate { (gate) async throws in
            await waitForJudgement(of: held.artifact.filename, in: world)
            let refusal = try await gate.admit(held.artifact.release.package, filename: held.artifact.filename).refusal
            #expect(refusal?.contains("name-imitation") == true)
        }
    }

    @Test("what was seen around a release only when it appeared stays in its report")
    func remembered() async throws {
        let world = World()
        try await judge(["1.0.0"], { FakeTarball.honest("left", $0) }, in: world)
        let judged = try #require(world.catalogue.recordedJudgements.first)
        let seen = [
            Fact(code: .indexNewDependencyYoung, reach: .load, detail: "tiny first appeared 2 days before"),
            Fact(code: .indexBurst, reach: .load, detail: "scope: 12 packages within 20 minutes"),
        ]
        let gone = Fact(code: .indexDormant, reach: .load, detail: "package: 400 days after 0.1.0")
        let report = try #require(try await world.catalogue.report(of: judged)).adding(seen + [gone])
        world.catalogue.seed(judged.made(by: "an old one"), report: report)
        try await world.withGate { _ in await waitForJudgement(of: "left-1.0.0.tgz", in: world) }
        let again = try #require(world.catalogue.recordedJudgements.last)
        let facts = try #require(try await world.catalogue.report(of: again)).facts
        #expect(Set(facts.filter { $0.code.rawValue.hasPrefix("index.") }) == Set(seen))
    }

    @Test("goes on after the record could not be read, and says so")
    func recordAway() async throws {
        let world = World()
        try await judge(["1.0.0"], { FakeTarball.honest("left", $0) }, in: world)
        try await world.growOld(["left-1.0.0.tgz"])
        let failures = Mutex(2)
        struct Away: Error {}
        let catalogue = WatchedCatalogue(
            inner: world.catalogue,
            before: { call in
                guard call == "outdated" else { return }
                let isAway = failures.withLock { left in
                    left -= 1
                    return left >= 0
                }
                if isAway { throw Away() }
            }
        )
        world.clientPatience.open()
        try await world.withGate(catalogue: catalogue, blobs: world.blobs) { _ in
            await waitForJudgement(of: "left-1.0.0.tgz", in: world)
        }
        #expect(world.events.all.count(where: { if case .rereadingFailed = $0 { true } else { false } }) == 2)
    }
}

extension World {
    /// Makes it so that another engine judged these files, and admitted or held them as they are.
    func growOld(_ filenames: [String]) async throws {
        for filename in filenames {
            guard let judgement = catalogue.recordedJudgements.last(where: { $0.artifact.filename == filename }),
                let report = try await catalogue.report(of: judgement)
            else { continue }
            catalogue.seed(judgement.made(by: "an old one"), report: report)
        }
    }

}

extension Judgement {
    /// The same by another engine, under another policy.
    func made(by engine: String, under policy: String? = nil) -> Judgement {
        Judgement(
            artifact: artifact,
            digest: digest,
            digests: digests,
            size: size,
            verdict: verdict,
            predecessor: predecessor,
            policy: policy ?? self.policy,
            engine: engine,
            judgedAt: judgedAt,
            companion: companion
        )
    }
}
