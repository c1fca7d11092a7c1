import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportPolicy
import SallyportTesting
import Testing

@Suite("A gate that starts again")
struct RestartTests {
    private func publish(_ bytes: [UInt8], _ publishedAt: String = "2026-01-01T00:00:00Z", to world: World) throws {
        var fake = FakePackage(try package())
        fake.release("1.0.0", bytes, publishedAt: publishedAt)
        fake.publish(to: world.upstream)
    }

    @Test("takes up what was being judged when it was stopped")
    func resumes() async throws {
        let world = World()
        try publish(FakeTarball.honest("left", "1.0.0"), to: world)
        let checkpoint = world.upstream.checkpoint("left-1.0.0.tgz")
        checkpoint.close()
        let left = try package()
        try await world.withGate { gate in
            let client = Task { try await gate.admit(left, filename: "left-1.0.0.tgz") }
            await checkpoint.waitForArrivals(1)
            while try await world.catalogue.pending(limit: 1).isEmpty { await Task.yield() }
            client.cancel()
        }
        #expect(try await world.catalogue.pending(limit: 10).map(\.filename) == ["left-1.0.0.tgz"])
        #expect(world.blobs.stagedCount == 0)
        checkpoint.open()
        try await world.withGate { _ in
            await world.events.wait { if case .judged = $0 { true } else { false } }
        }
        #expect(try await world.catalogue.pending(limit: 10) == [])
    }

    @Test("does not take up what left the index meanwhile, and forgets it")
    func forgetsTheGone() async throws {
        let world = World()
        let left = try package()
        var fake = FakePackage(left)
        fake.release("1.0.1", FakeTarball.honest("left", "1.0.1"), publishedAt: "2026-01-01T00:00:00Z")
        fake.publish(to: world.upstream)
        let gone = try #require(Release(left, "1.0.0").flatMap { Artifact($0, filename: "left-1.0.0.tgz") })
        try await world.catalogue.notePending(gone)
        try await world.withGate { _ in
            while try await !world.catalogue.pending(limit: 1).isEmpty { await Task.yield() }
        }
        #expect(world.upstream.fetched == [])
    }

    @Test("does not take up what failed")
    func forgetsFailures() async throws {
        let world = World()
        try publish(FakeTarball.honest("left", "1.0.0"), to: world)
        world.upstream.serve(nil as [UInt8]?, as: "left-1.0.0.tgz")
        try await world.withGate { gate in
            let left = try package()
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal == ["bytes-missing"])
        }
        #expect(try await world.catalogue.pending(limit: 10) == [])
    }

    @Test("knows judgements and decisions, and fetches nothing again")
    func remembers() async throws {
        let world = World()
        try publish(FakeTarball.honest("left", "1.0.0"), to: world)
        let left = try package()
        try await world.withGate { gate in
            _ = try await gate.admit(left, filename: "left-1.0.0.tgz")
        }
        try await world.withGate { gate in
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").clearance != nil)
            try await world.decide(.deny, PackageURL(package: left, version: nil), by: gate)
        }
        try await world.withGate { gate in
            let left = try package()
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal == ["denied-by-person"])
        }
        #expect(world.upstream.fetched == ["left-1.0.0.tgz"])
    }

    @Test("under another policy judges again from the report, without the bytes")
    func anotherPolicy() async throws {
        var world = World()
        try publish(FakeTarball.curious("left", "1.0.0"), "2026-11-01T00:00:00Z", to: world)
        try await world.withGate { gate in
            let left = try package()
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal?.first == "newcomer-hook")
        }
        world.policy = try Policy(yaml: "version: 1\nrules:\n  newcomer-hook: admit\n", file: "policy.yaml")
        try await world.withGate { gate in
            let left = try package()
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").clearance != nil)
        }
        #expect(world.upstream.fetched == ["left-1.0.0.tgz"])
        #expect(world.events.judged.count == 1)
        #expect(world.catalogue.recordedJudgements.count == 2)
    }

    @Test("looks again at what was held as young once it is old")
    func outgrown() async throws {
        let world = World()
        try publish(FakeTarball.curious("left", "1.0.0"), "2026-11-01T00:00:00Z", to: world)
        try await world.withGate { gate in
            let left = try package()
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal?.first == "newcomer-hook")
            world.clock.advance(seconds: 86_400 * 30)
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").clearance != nil)
        }
        #expect(world.upstream.fetched == ["left-1.0.0.tgz"])
    }
}
