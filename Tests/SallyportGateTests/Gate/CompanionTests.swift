import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("Companions of artifacts")
struct CompanionTests {
    private func world(_ companion: @escaping @Sendable (Artifact) -> [UInt8]?) throws -> World {
        var world = World()
        world.ecosystem = FakeEcosystem(companion: companion)
        return world
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
