import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("Judging ahead of demand")
struct AheadTests {
    private func publish(
        _ releases: [(version: String, bytes: [UInt8])],
        publishedAt: String = "2026-01-01T00:00:00Z",
        to world: World
    ) throws {
        var fake = FakePackage(try package())
        for release in releases { fake.release(release.version, release.bytes, publishedAt: publishedAt) }
        fake.publish(to: world.upstream)
    }

    private func visible(_ ticket: IndexTicket, by gate: Gate) -> [String] {
        let answer = gate.render(ticket, as: IndexForm("lines"), mountURL: "", namesRestrictions: false)
        return String(decoding: answer.body, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test("the likeliest version is judged before the index goes out, and what a bad one hid in its turn")
    func likeliest() async throws {
        let world = World()
        try publish(
            [
                ("1.0.0", FakeTarball.honest("left", "1.0.0")), ("1.1.0", FakeTarball.honest("left", "1.1.0")),
                ("1.2.0", FakeTarball.unreadable("1.2.0")), ("1.3.0", FakeTarball.thief("left", "1.3.0")),
            ],
            to: world
        )
        try await world.withGate { gate in
            let ticket = try await gate.ticketAfterJudgingLikeliest(for: try package())
            #expect(visible(ticket, by: gate) == ["left-1.0.0.tgz", "left-1.1.0.tgz"])
        }
        #expect(world.events.judged == ["left-1.3.0.tgz", "left-1.2.0.tgz", "left-1.1.0.tgz"])
    }

    @Test("every young version that is shown is judged first")
    func young() async throws {
        let world = World()
        try publish(
            [("1.0.0", FakeTarball.curious("left", "1.0.0")), ("1.1.0", FakeTarball.honest("left", "1.1.0"))],
            publishedAt: "2026-11-01T00:00:00Z",
            to: world
        )
        try await world.withGate { gate in
            let ticket = try await gate.ticketAfterJudgingLikeliest(for: try package())
            #expect(visible(ticket, by: gate) == ["left-1.1.0.tgz"])
        }
        #expect(Set(world.events.judged) == ["left-1.0.0.tgz", "left-1.1.0.tgz"])
    }

    @Test("when time runs out the index goes out as it is, and the judging goes on")
    func impatience() async throws {
        let world = World()
        try publish([("1.0.0", FakeTarball.unreadable("1.0.0"))], to: world)
        let checkpoint = world.upstream.checkpoint("left-1.0.0.tgz")
        checkpoint.close()
        let left = try package()
        try await world.withGate { gate in
            let client = Task { try await gate.ticketAfterJudgingLikeliest(for: left) }
            await checkpoint.waitForArrivals(1)
            world.patience.open()
            let before = try await client.value
            #expect(visible(before, by: gate) == ["left-1.0.0.tgz"])
            checkpoint.open()
            await world.events.wait { if case .judged = $0 { true } else { false } }
            let after = try await gate.ticket(for: left)
            #expect(visible(after, by: gate) == [])
        }
    }

    @Test("there is one deadline for all that a bad newest version uncovers")
    func oneDeadline() async throws {
        let world = World()
        try publish(
            [("1.0.0", FakeTarball.unreadable("1.0.0")), ("1.1.0", FakeTarball.unreadable("1.1.0"))],
            to: world
        )
        let hung = world.upstream.checkpoint("left-1.0.0.tgz")
        hung.close()
        let left = try package()
        try await world.withGate { gate in
            let client = Task { try await gate.ticketAfterJudgingLikeliest(for: left) }
            await hung.waitForArrivals(1)
            await world.patience.waitForArrivals(1)
            world.patience.open()
            let ticket = try await client.value
            #expect(visible(ticket, by: gate) == ["left-1.0.0.tgz"])
            #expect(world.patience.arrived == 1)
            hung.open()
        }
    }

    @Test("an artifact that could not be judged is not waited for again until it has rested")
    func rest() async throws {
        var world = World()
        world.limits.indexFreshSeconds = 86_400
        try publish([("1.0.0", FakeTarball.honest("left", "1.0.0"))], to: world)
        try await world.withGate { gate in
            _ = try await gate.ticket(for: try package())
            world.upstream.fail(with: UpstreamError(.unreachable, "The upstream is down."))
            for (seconds, fetches) in [(Int64(0), 1), (59, 1), (1, 2)] {
                world.clock.advance(seconds: seconds)
                _ = try await gate.ticketAfterJudgingLikeliest(for: try package())
                #expect(world.upstream.fetched.count == fetches)
            }
        }
    }

    @Test("a huge artifact is not judged ahead", arguments: [-1, 0, 1])
    func huge(room: Int) async throws {
        var world = World()
        let bytes = FakeTarball.honest("left", "1.0.0")
        world.limits.aheadBytesMax = bytes.count + room
        try publish([("1.0.0", bytes)], to: world)
        try await world.withGate { gate in
            _ = try await gate.ticketAfterJudgingLikeliest(for: try package())
        }
        #expect(world.upstream.fetched.count == (room >= 0 ? 1 : 0))
    }

    @Test("after an index went out no more than so many are judged")
    func bounded() async throws {
        var world = World()
        world.limits.aheadPerIndexMax = 2
        let versions = (1...5).map { "\($0).0.0" }
        try publish(versions.map { ($0, FakeTarball.honest("left", $0)) }, to: world)
        try await world.withGate { gate in
            gate.judgeAhead(under: try await gate.ticket(for: try package()))
            await world.events.wait { event in
                if case .judged(let judgement) = event {
                    judgement.artifact.filename == "left-4.0.0.tgz"
                } else {
                    false
                }
            }
            // What is demanded now comes after whatever else had been queued.
            _ = try await gate.admit(try package(), filename: "left-1.0.0.tgz")
        }
        #expect(world.events.judged == ["left-5.0.0.tgz", "left-4.0.0.tgz", "left-1.0.0.tgz"])
    }

    @Test("the next ones take their turn when the first are judged")
    func inTurn() async throws {
        var world = World()
        world.limits.aheadPerIndexMax = 2
        let versions = (1...5).map { "\($0).0.0" }
        try publish(versions.map { ($0, FakeTarball.honest("left", $0)) }, to: world)
        let events = world.events
        try await world.withGate { gate in
            for last in ["left-4.0.0.tgz", "left-2.0.0.tgz", "left-1.0.0.tgz"] {
                gate.judgeAhead(under: try await gate.ticket(for: try package()))
                await events.wait { event in
                    if case .judged(let judgement) = event { judgement.artifact.filename == last } else { false }
                }
            }
        }
        #expect(events.judged == versions.reversed().map { "left-\($0).tgz" })
    }

    @Test("nothing that is held is fetched ahead")
    func heldIsLeft() async throws {
        let world = World()
        try publish([("1.0.0", FakeTarball.honest("left", "1.0.0"))], publishedAt: "2026-11-21T12:00:00Z", to: world)
        try await world.withGate { gate in
            let ticket = try await gate.ticketAfterJudgingLikeliest(for: try package())
            gate.judgeAhead(under: ticket)
            #expect(visible(ticket, by: gate) == [])
        }
        #expect(world.upstream.fetched == [])
    }
}
