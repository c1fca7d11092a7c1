import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("Requests that are passed on")
struct RelayTests {
    private func relay(announces: Bool = true) -> Relay {
        Relay(kind: "audit", method: "POST", path: "/audit", announcesWithheld: announces)
    }

    private func world() throws -> World {
        var world = World()
        world.isOwned = { $0.name == "ours" }
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.honest("left", "1.0.0"))
        fake.release("1.1.0", FakeTarball.honest("left", "1.1.0"), publishedAt: "2026-11-21T12:00:00Z")
        fake.publish(to: world.upstream)
        return world
    }

    @Test("go out without names of our own")
    func owned() async throws {
        let world = try world()
        try await world.withGate { gate in
            let answer = try await gate.relay(relay(), body: Array("left\nours\nright".utf8), of: world.ecosystem)
            #expect(answer.status == 200)
        }
        #expect(world.upstream.relayedBodies == [Array("left\nright".utf8)])
        #expect(world.upstream.asked == [])
    }

    @Test("that are only about our own do not go out")
    func onlyOwned() async throws {
        let world = try world()
        try await world.withGate { gate in
            let answer = try await gate.relay(relay(), body: Array("ours".utf8), of: world.ecosystem)
            #expect(answer.status == 204)
        }
        #expect(world.upstream.relayedBodies == [])
    }

    @Test("come back with what is withheld of indexes that were served, and fetch nothing for it")
    func announcement() async throws {
        let world = try world()
        try await world.withGate { gate in
            let before = try await gate.relay(relay(), body: Array("left".utf8), of: world.ecosystem)
            #expect(!before.headers.contains { $0.name == "withheld" })
            _ = try await gate.ticket(for: try package())
            let after = try await gate.relay(relay(), body: Array("left".utf8), of: world.ecosystem)
            #expect(after.headers.contains(Header("withheld", "pkg:npm/left@1.1.0")))
            let silent = try await gate.relay(relay(announces: false), body: Array("left".utf8), of: world.ecosystem)
            #expect(!silent.headers.contains { $0.name == "withheld" })
        }
        #expect(world.upstream.asked == ["left"])
    }

    @Test("fail in the kind of the upstream's failure")
    func failure() async throws {
        let world = try world()
        world.upstream.fail(with: UpstreamError(.unreachable, "The upstream is down."))
        try await world.withGate { gate in
            let failure = await #expect(throws: GateFailure.self) {
                try await gate.relay(relay(announces: false), body: Array("left".utf8), of: world.ecosystem)
            }
            #expect(failure?.failure.status == 502)
        }
    }

    @Test("announce what is withheld although the upstream failed: the client prints that of failures as well")
    func announcementOfFailure() async throws {
        let world = try world()
        try await world.withGate { gate in
            _ = try await gate.ticket(for: try package())
            world.upstream.fail(with: UpstreamError(.unreachable, "The upstream is down."))
            let answer = try await gate.relay(relay(), body: Array("left".utf8), of: world.ecosystem)
            #expect(answer.status == 502)
            #expect(answer.headers.contains(Header("withheld", "pkg:npm/left@1.1.0")))
        }
    }
}
