import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("An upstream that takes connections and does not answer")
struct SlowUpstreamTests {
    private let world = World()

    private func publish(_ versions: String..., name: String = "left") throws {
        var fake = FakePackage(try package(name))
        for version in versions { fake.release(version, FakeTarball.honest(name, version)) }
        fake.publish(to: world.upstream)
    }

    private func lines(_ ticket: IndexTicket, by gate: Gate) -> [String] {
        let answer = gate.render(ticket, as: IndexForm("lines"), mountURL: "", namesRestrictions: false)
        return String(decoding: answer.body, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Looks once, lets the look grow old, and stops the upstream's answers.
    private func lookAndHang(_ gate: Gate) async throws -> Instant {
        let confirmedAt = world.clock.now
        _ = try await gate.ticket(for: try package())
        world.clock.advance(seconds: 60)
        world.upstream.indexCheckpoint.close()
        world.upstreamPatience.open()
        return confirmedAt
    }

    @Test("is not waited for where an index is kept, and is asked on: its answer counts when it comes")
    func kept() async throws {
        try publish("1.0.0")
        try await world.withGate { gate in
            let confirmedAt = try await lookAndHang(gate)
            try publish("1.0.0", "1.1.0")
            let stale = try await gate.ticket(for: try package())
            #expect(stale.staleSince == confirmedAt)
            #expect(lines(stale, by: gate) == ["left-1.0.0.tgz"])
            world.upstreamPatience.close()
            world.upstream.indexCheckpoint.open()
            world.clock.advance(seconds: 5)
            let fresh = try await gate.ticket(for: try package())
            #expect(fresh.staleSince == nil)
        }
        #expect(world.upstream.asked.count <= 3)
    }

    @Test("is not waited for after a restart either")
    func afterRestart() async throws {
        try publish("1.0.0")
        let left = try package()
        let confirmedAt = world.clock.now
        try await world.withGate { gate in
            _ = try await gate.admit(left, filename: "left-1.0.0.tgz")
            while try await world.catalogue.index(of: left) == nil { await Task.yield() }
        }
        world.clock.advance(seconds: 3_600)
        world.upstream.indexCheckpoint.close()
        world.upstreamPatience.open()
        try await world.withGate { gate in
            let ticket = try await gate.ticket(for: left)
            #expect(ticket.staleSince == confirmedAt)
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").clearance != nil)
        }
    }

    @Test("is waited for where nothing is kept")
    func nothingKept() async throws {
        try publish("1.0.0")
        world.upstream.indexCheckpoint.close()
        world.upstreamPatience.open()
        try await world.withGate { gate in
            let left = try package()
            let client = Task { try await gate.ticket(for: left) }
            await world.upstreamPatience.waitForArrivals(1)
            await world.upstream.indexCheckpoint.waitForArrivals(1)
            world.upstream.indexCheckpoint.open()
            let ticket = try await client.value
            #expect(ticket.staleSince == nil)
            #expect(lines(ticket, by: gate) == ["left-1.0.0.tgz"])
        }
        #expect(world.upstream.asked == ["left"])
    }

    @Test("is waited for where the kept index does not know the file that is asked for")
    func unknownFile() async throws {
        try publish("1.0.0")
        try await world.withGate { gate in
            _ = try await lookAndHang(gate)
            try publish("1.0.0", "1.1.0")
            let left = try package()
            let client = Task { try await gate.admit(left, filename: "left-1.1.0.tgz") }
            await world.events.wait { if case .indexStale = $0 { true } else { false } }
            world.upstream.indexCheckpoint.open()
            #expect(try await client.value.refusal?.first == "backdated")
        }
    }

    @Test("is asked again for a file that the kept index does not know, also when it failed just now")
    func unknownFileAfterFailure() async throws {
        try publish("1.0.0")
        try await world.withGate { gate in
            let left = try package()
            _ = try await gate.ticket(for: left)
            world.clock.advance(seconds: 60)
            world.upstream.fail(with: UpstreamError(.unreachable, "The upstream is down."))
            #expect(try await gate.ticket(for: left).staleSince != nil)
            world.upstream.fail(with: nil)
            try publish("1.0.0", "1.1.0")
            #expect(try await gate.admit(left, filename: "left-1.1.0.tgz").refusal?.first == "backdated")
            #expect(try await gate.ticket(for: left).staleSince == nil)
        }
    }

    @Test("is known to be slow for a while: the next index does not wait at all")
    func knownToBeSlow() async throws {
        try publish("1.0.0")
        try publish("1.0.0", name: "right")
        try await world.withGate { gate in
            _ = try await gate.ticket(for: try package("right"))
            _ = try await lookAndHang(gate)
            _ = try await gate.ticket(for: try package())
            let waits = world.upstreamPatience.arrived
            #expect(try await gate.ticket(for: try package("right")).staleSince != nil)
            #expect(world.upstreamPatience.arrived == waits)
            world.clock.advance(seconds: 5)
            _ = try await gate.ticket(for: try package("right"))
            #expect(world.upstreamPatience.arrived == waits + 1)
        }
    }
}
