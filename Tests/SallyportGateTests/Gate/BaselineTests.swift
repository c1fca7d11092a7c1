import SallyportAnalysis
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportPolicy
import SallyportTesting
import Synchronization
import Testing

/// What a release is compared with.
///
/// All releases here have the same hook, which a newcomer may not have: who is admitted was compared with an admitted one.
@Suite("The release to compare with")
struct BaselineTests {
    private static let old = "2026-01-01T00:00:00Z"
    private static let young = "2026-11-01T00:00:00Z"
    private let left: Package

    init() throws { left = try package() }

    private func publish(_ versions: [(String, String)], to world: World) {
        var fake = FakePackage(left)
        for (version, publishedAt) in versions {
            fake.release(version, FakeTarball.curious("left", version), publishedAt: publishedAt)
        }
        fake.publish(to: world.upstream)
    }

    private func file(_ version: String) -> String { "left-\(version).tgz" }

    private func stricter() throws -> Policy { try Policy(yaml: "version: 1\ncooldown: 1d\n", file: "policy.yaml") }

    @Test("is one that is still admitted when another policy judges again")
    func denied() async throws {
        var world = World()
        publish([("1.0.0", Self.old), ("1.1.0", Self.young)], to: world)
        try await world.withGate { (gate) async throws in
            for version in ["1.0.0", "1.1.0"] {
                #expect(try await gate.admit(left, filename: file(version)).clearance != nil)
            }
            try await world.decide(.deny, PackageURL(package: left, version: "1.0.0"), by: gate)
        }
        world.policy = try stricter()
        try await world.withGate { (gate) async throws in
            #expect(try await gate.admit(left, filename: file("1.1.0")).refusal?.first == "newcomer-hook")
        }
        let again = try #require(world.catalogue.recordedJudgements.last { $0.artifact.filename == file("1.1.0") })
        #expect(again.predecessor == nil)
    }

    @Test("is the newest before it, in whatever order they were recorded")
    func order() async throws {
        var world = World()
        publish([("1.2.0", Self.young), ("1.1.0", Self.young), ("1.0.0", Self.old)], to: world)
        try await world.withGate { (gate) async throws in
            #expect(try await gate.admit(left, filename: file("1.2.0")).refusal?.first == "newcomer-hook")
            #expect(try await gate.admit(left, filename: file("1.1.0")).refusal?.first == "newcomer-hook")
            #expect(try await gate.admit(left, filename: file("1.0.0")).clearance != nil)
        }
        world.policy = try stricter()
        try await world.withGate { (gate) async throws in
            #expect(try await gate.admit(left, filename: file("1.2.0")).clearance != nil)
        }
        let judged = world.catalogue.recordedJudgements.suffix(3)
        #expect(judged.map { $0.predecessor?.filename } == [nil, file("1.0.0"), file("1.1.0")])
        #expect(world.events.judged.count == 3, "no bytes were read again")
    }

    @Test("is never the report of another engine")
    func otherEngine() async throws {
        var world = World()
        var fake = FakePackage(left)
        fake.release("1.0.0", FakeTarball.hooked("left", "1.0.0"), publishedAt: Self.old)
        fake.release("1.1.0", FakeTarball.hooked("left", "1.1.0"), publishedAt: Self.young)
        fake.publish(to: world.upstream)
        try await world.withGate { (gate) async throws in
            for version in ["1.0.0", "1.1.0"] { _ = try await gate.admit(left, filename: file(version)) }
        }
        let first = try #require(world.catalogue.recordedJudgements.first)
        world.catalogue.seed(first.made(by: "an old one"), report: emptyReport)
        world.policy = try stricter()
        try await world.withGate { (gate) async throws in
            #expect(try await gate.admit(left, filename: file("1.1.0")).clearance != nil)
        }
    }

    @Test("is none that a person took back, whoever read it")
    func takenBack() async throws {
        let world = World()
        publish([("1.0.0", Self.old), ("1.1.0", Self.young)], to: world)
        try await world.withGate { (gate) async throws in
            _ = try await gate.admit(left, filename: file("1.0.0"))
            try await world.decide(.reopen, PackageURL(package: left, version: "1.0.0"), by: gate)
        }
        try await world.growOld([file("1.0.0")])
        try await world.withGate(catalogue: withoutRereading(world), blobs: world.blobs) { (gate) async throws in
            #expect(try await gate.admit(left, filename: file("1.1.0")).refusal?.first == "newcomer-hook")
        }
    }

    @Test("is read once where another engine read it")
    func readOnce() async throws {
        let world = World()
        publish([("1.0.0", Self.old), ("1.1.0", Self.young)], to: world)
        try await world.withGate { gate in _ = try await gate.admit(left, filename: file("1.0.0")) }
        try await world.growOld([file("1.0.0")])
        let reads = Mutex(0)
        let blobs = WatchedBlobs(
            inner: world.blobs,
            before: { call in if call == "inspect" { reads.withLock { $0 += 1 } } }
        )
        try await world.withGate(catalogue: withoutRereading(world), blobs: blobs) { (gate) async throws in
            #expect(try await gate.admit(left, filename: file("1.1.0")).clearance != nil)
        }
        #expect(reads.withLock { $0 } == 1)
    }

    /// A record that never says what is to be read again.
    private func withoutRereading(_ world: World) -> WatchedCatalogue {
        struct Away: Error {}
        return WatchedCatalogue(inner: world.catalogue, before: { if $0 == "outdated" { throw Away() } })
    }
}
