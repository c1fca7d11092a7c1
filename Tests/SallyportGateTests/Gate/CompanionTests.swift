import SallyportAnalysis
import SallyportEcosystem
import SallyportModel
import SallyportPolicy
import SallyportTesting
import Testing

@testable import SallyportGate

@Suite("Companions of artifacts")
struct CompanionTests {
    private func world(_ companion: @escaping @Sendable (Artifact) -> [UInt8]?) throws -> World {
        var world = World()
        world.ecosystem = FakeEcosystem(companion: companion)
        return world
    }

    @Test("that are promised and not there are known to be missing once the artifact was read")
    func promised() throws {
        let bare = try entry()
        let promising = IndexedArtifact(
            artifact: bare.artifact,
            url: bare.url,
            digests: bare.digests,
            publishedAt: bare.publishedAt,
            companionDigest: bare.digests.first
        )
        let companion = Judgement.Companion(digest: try #require(staged().digest(.sha256)), size: 1)
        for (indexed, judgement, isLacking) in [
            (promising, nil, false), (promising, try judgement(on: promising), true),
            (promising, try judgement(on: promising, companion: companion), false),
            (promising, try judgement(on: promising, verdict: verdict(.hold)), false),
            (bare, try judgement(on: bare), false),
        ] as [(IndexedArtifact, Judgement?, Bool)] {
            var shelved = ShelvedIndex(
                kept: KeptIndex(
                    document: IndexDocument(body: [], contentType: "text/plain", url: ""),
                    confirmedAt: hour(0)
                ),
                index: OneFile(package: try package(), artifacts: [indexed]),
                sightings: [Sighting(firstSeen: hour(0), previousLook: nil)],
                judgements: judgement.map { [$0] } ?? [],
                freshUntil: hour(1)
            )
            let rules = StandingRules(
                policy: .standard,
                engine: Inspector.engineVersion,
                book: DecisionBook(),
                now: hour(0)
            )
            shelved.settle(under: rules) { 1 }
            #expect(shelved.view(mountURL: "", namesRestrictions: false).lackingCompanions == (isLacking ? [0] : []))
        }
    }

    /// An index of one file.
    private struct OneFile: PackageIndex {
        let package: Package
        let artifacts: [IndexedArtifact]
        let omissions: [String] = []
        let byteCount = 0

        func likely(in view: IndexView) -> [Int] { [] }
        func newerWithheld(in view: IndexView) -> [Int] { [] }
        func render(_ form: IndexForm, view: IndexView) -> Answer { Answer(status: 200) }
    }

    private func publish(_ bytes: [UInt8], to world: World) throws {
        var fake = FakePackage(try package())
        fake.release("1.0.0", bytes)
        fake.publish(to: world.upstream)
    }

    @Test("share the verdict of their artifact")
    func refused() async throws {
        let world = try world { _ in Array("metadata".utf8) }
        try publish(FakeTarball.unreadable("1.0.0"), to: world)
        try await world.withGate { gate in
            let admission = try await gate.admitCompanion(try package(), filename: "left-1.0.0.tgz")
            #expect(admission.refusal == ["archive-unreadable"])
        }
    }

    @Test("are served from the artifact's own bytes, and repaired with them")
    func served() async throws {
        let world = try world { _ in Array("metadata".utf8) }
        try publish(FakeTarball.honest("left", "1.0.0"), to: world)
        try await world.withGate { gate in
            let admission = try await gate.admitCompanion(try package(), filename: "left-1.0.0.tgz")
            let clearance = try #require(admission.clearance)
            for _ in 0..<2 {
                let blob = try await gate.open(clearance)
                #expect(try await blob.read(0..<blob.size) == Array("metadata".utf8))
                world.blobs.damage(clearance.digest)
            }
        }
        #expect(world.events.damages == 1)
    }

    @Test("wait for their artifact no longer than their client does")
    func notYet() async throws {
        let world = try world { _ in Array("metadata".utf8) }
        try publish(FakeTarball.honest("left", "1.0.0"), to: world)
        let checkpoint = world.upstream.checkpoint("left-1.0.0.tgz")
        checkpoint.close()
        world.clientPatience.open()
        try await world.withGate { gate in
            let left = try package()
            let failure = await #expect(throws: GateFailure.self) {
                try await gate.admitCompanion(left, filename: "left-1.0.0.tgz", patience: .seconds(10))
            }
            #expect(failure?.failure.status == 503)
            checkpoint.open()
            let admission = try await gate.admitCompanion(left, filename: "left-1.0.0.tgz")
            #expect(admission.clearance != nil)
        }
    }

    @Test("that do not exist are not found")
    func none() async throws {
        let world = try world { _ in nil }
        try publish(FakeTarball.honest("left", "1.0.0"), to: world)
        try await world.withGate { gate in
            let left = try package()
            await #expect(throws: GateFailure.self) {
                try await gate.admitCompanion(left, filename: "left-1.0.0.tgz")
            }
        }
    }
}
