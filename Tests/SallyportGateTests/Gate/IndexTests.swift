import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("What an index shows")
struct IndexTests {
    private let world = World()
    private static let down = UpstreamError(.unreachable, "The upstream is down.")

    private func publish(
        _ releases: [(version: String, bytes: [UInt8], publishedAt: String)],
        editions: Int = 1
    ) throws {
        var fake = FakePackage(try package())
        for _ in 0..<editions {
            for release in releases { fake.release(release.version, release.bytes, publishedAt: release.publishedAt) }
        }
        fake.publish(to: world.upstream)
    }

    private func honest(_ version: String, _ publishedAt: String = "2026-01-01T00:00:00Z") -> (
        version: String, bytes: [UInt8], publishedAt: String
    ) {
        (version, FakeTarball.honest("left", version), publishedAt)
    }

    private func lines(_ ticket: IndexTicket, by gate: Gate) -> [String] {
        let answer = gate.render(ticket, as: IndexForm("lines"), mountURL: "", namesRestrictions: false)
        return String(decoding: answer.body, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test("not what is held")
    func held() async throws {
        try publish([honest("1.0.0"), honest("1.1.0", "2026-11-21T12:00:00Z"), honest("1.2.0", "-")])
        try await world.withGate { gate in
            let ticket = try await gate.ticket(for: try package())
            #expect(lines(ticket, by: gate) == ["left-1.0.0.tgz"])
            for (version, code) in [("1.1.0", "cooldown"), ("1.2.0", "time-unknown")] {
                #expect(try await gate.admit(try package(), filename: "left-\(version).tgz").refusal == [code])
            }
        }
    }

    @Test("not what was judged badly, and again what a person admits")
    func judgedBadly() async throws {
        try publish([honest("1.0.0"), ("1.1.0", FakeTarball.unreadable("1.1.0"), "2026-01-02T00:00:00Z")])
        let left = try package()
        try await world.withGate { gate in
            let before = try await gate.ticket(for: left)
            #expect(lines(before, by: gate).count == 2)
            _ = try await gate.admit(left, filename: "left-1.1.0.tgz")
            let after = try await gate.ticket(for: left)
            #expect(lines(after, by: gate) == ["left-1.0.0.tgz"])
            #expect(after.generation != before.generation)
            #expect(!before.lease.isValid(at: world.clock.now))
            try await world.decide(.admit, PackageURL(package: left, version: "1.1.0"), by: gate)
            #expect(lines(try await gate.ticket(for: left), by: gate).count == 2)
            // A ticket of before shows what it showed then, so its lease has to be over.
            #expect(lines(after, by: gate) == ["left-1.0.0.tgz"])
            #expect(!after.lease.isValid(at: world.clock.now))
        }
    }

    @Test("a freeze hides what appeared later, a thaw shows it again")
    func freeze() async throws {
        try publish([honest("1.0.0"), honest("2.0.0", "2026-06-01T00:00:00Z")])
        try await world.withGate { gate in
            #expect(lines(try await gate.ticket(for: try package()), by: gate).count == 2)
            try await world.decide(.freeze, by: gate, asOf: Instant("2026-03-01T00:00:00Z"))
            #expect(lines(try await gate.ticket(for: try package()), by: gate) == ["left-1.0.0.tgz"])
            #expect(try await gate.admit(try package(), filename: "left-2.0.0.tgz").refusal == ["frozen"])
            try await world.decide(.thaw, by: gate)
            #expect(lines(try await gate.ticket(for: try package()), by: gate).count == 2)
        }
    }

    @Test("within the time that it counts as fresh nobody is asked, at its end somebody is", arguments: [9, 10])
    func freshness(seconds: Int64) async throws {
        try publish([honest("1.0.0")])
        try await world.withGate { gate in
            let first = try await gate.ticket(for: try package())
            world.clock.advance(seconds: seconds)
            let second = try await gate.ticket(for: try package())
            #expect(second.generation == first.generation)
        }
        #expect(world.upstream.asked.count == (seconds < 10 ? 1 : 2))
        #expect(world.upstream.unchanged == (seconds < 10 ? 0 : 1))
    }

    @Test("twenty who ask at once cost one request")
    func twenty() async throws {
        try publish([honest("1.0.0")])
        world.upstream.indexCheckpoint.close()
        try await world.withGate { gate in
            try await withThrowingTaskGroup(of: UInt64.self) { group in
                for _ in 0..<20 { group.addTask { try await gate.ticket(for: try package()).generation } }
                await world.upstream.indexCheckpoint.waitForArrivals(1)
                world.upstream.indexCheckpoint.open()
                let generations = try await group.reduce(into: Set<UInt64>()) { $0.insert($1) }
                #expect(generations.count == 1)
            }
        }
        #expect(world.upstream.asked == ["left"])
    }

    @Test("when the upstream is down the index is stale and says since when, and admitted bytes are cleared")
    func stale() async throws {
        try publish([honest("1.0.0"), honest("1.1.0")])
        let confirmedAt = world.clock.now
        try await world.withGate { gate in
            _ = try await gate.admit(try package(), filename: "left-1.0.0.tgz")
            world.upstream.fail(with: Self.down)
            world.clock.advance(seconds: 60)
            let ticket = try await gate.ticket(for: try package())
            #expect(ticket.staleSince == confirmedAt)
            #expect(lines(ticket, by: gate).count == 2)
            #expect(try await gate.admit(try package(), filename: "left-1.0.0.tgz").clearance != nil)
            await #expect(throws: GateFailure.self) {
                try await gate.admit(try package(), filename: "left-1.1.0.tgz")
            }
            world.upstream.fail(with: nil)
            world.clock.advance(seconds: 5)
            #expect(try await gate.ticket(for: try package()).staleSince == nil)
        }
    }

    @Test("the same after a restart while the upstream is down")
    func staleAfterRestart() async throws {
        try publish([honest("1.0.0")])
        let confirmedAt = world.clock.now
        try await world.withGate { gate in
            _ = try await gate.admit(try package(), filename: "left-1.0.0.tgz")
            while try await world.catalogue.index(of: try package()) == nil { await Task.yield() }
        }
        world.clock.advance(seconds: 3_600)
        world.upstream.fail(with: Self.down)
        try await world.withGate { gate in
            let left = try package()
            #expect(try await gate.ticket(for: left).staleSince == confirmedAt)
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").clearance != nil)
        }
    }

    @Test("without anything kept a failing upstream is told of, in its kind")
    func failing() async throws {
        let kinds: [(UpstreamError.Code, Int)] = [
            (.unreachable, 502), (.notConfigured, 502), (.tooLarge, 502), (.forbiddenTarget, 502), (.storage, 503),
            (.notFound, 404),
        ]
        for (code, status) in kinds {
            world.upstream.fail(with: UpstreamError(code, "No."))
            try await world.withGate { gate in
                let left = try package()
                let failure = await #expect(throws: GateFailure.self) { try await gate.ticket(for: left) }
                #expect(failure?.failure.status == status, "\(code)")
            }
        }
    }

    @Test("an unknown package and an unknown file are not found")
    func notFound() async throws {
        try publish([honest("1.0.0")])
        try await world.withGate { gate in
            let left = try package()
            let missing = await #expect(throws: GateFailure.self) { try await gate.ticket(for: try package("right")) }
            #expect(missing?.failure.status == 404)
            let file = await #expect(throws: GateFailure.self) {
                try await gate.admit(left, filename: "left-9.9.9.tgz")
            }
            #expect(file?.failure.status == 404)
        }
    }

    @Test("a file that was published since the last look is found")
    func newFile() async throws {
        try publish([honest("1.0.0")])
        try await world.withGate { gate in
            _ = try await gate.ticket(for: try package())
            try publish([honest("1.0.0"), honest("1.1.0")])
            world.clock.advance(seconds: 10)
            // It appeared with a time from before our last look.
            #expect(try await gate.admit(try package(), filename: "left-1.1.0.tgz").refusal?.first == "backdated")
        }
    }

    @Test("an answer of unchanged is a look: what appears later was not there")
    func confirmationIsALook() async throws {
        try publish([honest("1.0.0")])
        let left = try package()
        let looks = Checkpoint()
        let watched = WatchedCatalogue(inner: world.catalogue, after: { if $0 == "confirmLook" { looks.count() } })
        try await world.withGate(catalogue: watched, blobs: world.blobs) { gate in
            _ = try await gate.ticket(for: left)
            world.clock.advance(seconds: 86_400 * 10)
            let confirmedAt = world.clock.now
            _ = try await gate.ticket(for: left)
            await looks.waitForArrivals(1)
            world.clock.advance(seconds: 86_400 * 31)
            let published = confirmedAt.adding(seconds: -86_400)
            try publish([honest("1.0.0"), honest("1.1.0", published.description)])
            _ = try await gate.ticket(for: left)
            #expect(try await gate.admit(left, filename: "left-1.1.0.tgz").refusal?.first == "backdated")
        }
        #expect(world.upstream.unchanged == 1)
    }

    @Test("a look that finds nothing new is noted once a minute")
    func notedLooks() async throws {
        try publish([honest("1.0.0")])
        let left = try package()
        let (looks, confirmations) = (Checkpoint(), Checkpoint())
        let watched = WatchedCatalogue(
            inner: world.catalogue,
            after: {
                if $0 == "confirmLook" { looks.count() }
                if $0 == "confirmIndex" { confirmations.count() }
            }
        )
        try await world.withGate(catalogue: watched, blobs: world.blobs) { gate in
            _ = try await gate.ticket(for: left)
            for (turn, expected) in [(1, 0), (2, 1), (3, 1), (4, 2)] {
                world.clock.advance(seconds: 40)
                _ = try await gate.ticket(for: left)
                await confirmations.waitForArrivals(turn)
                #expect(looks.arrived == expected)
            }
        }
    }

    @Test("an answer of unchanged is remembered: after a restart the index is stale since then, not since the document")
    func confirmationIsKept() async throws {
        try publish([honest("1.0.0")])
        let left = try package()
        let confirmations = Checkpoint()
        let watched = WatchedCatalogue(
            inner: world.catalogue,
            after: { if $0 == "confirmIndex" { confirmations.count() } }
        )
        try await world.withGate(catalogue: watched, blobs: world.blobs) { gate in
            _ = try await gate.ticket(for: left)
            while try await world.catalogue.index(of: left) == nil { await Task.yield() }
            world.clock.advance(seconds: 3_600)
            _ = try await gate.ticket(for: left)
            await confirmations.waitForArrivals(1)
        }
        let confirmedAt = world.clock.now
        world.clock.advance(seconds: 3_600)
        world.upstream.fail(with: Self.down)
        try await world.withGate { gate in
            let ticket = try await gate.ticket(for: left)
            #expect(ticket.staleSince == confirmedAt)
        }
    }

    @Test("a kept index that can't be read any more is asked for as if none were kept")
    func keptUnreadable() async throws {
        try publish([honest("1.0.0")])
        let left = try package()
        let document = IndexDocument(body: Array("old".utf8), contentType: "text/plain", url: "", etag: "\"1\"")
        try await world.catalogue.keep(KeptIndex(document: document, confirmedAt: hour(0)), of: left)
        try await world.withGate { gate in
            let ticket = try await gate.ticket(for: left)
            #expect(lines(ticket, by: gate) == ["left-1.0.0.tgz"])
        }
        #expect(world.upstream.asked.count == 1)
        #expect(world.upstream.unchanged == 0)
    }

    @Test("an index that can't be read is not taken: the one before stays, stale")
    func unreadable() async throws {
        try publish([honest("1.0.0")])
        try await world.withGate { gate in
            _ = try await gate.ticket(for: try package())
            world.clock.advance(seconds: 60)
            world.upstream.serve(
                IndexDocument(body: Array("nonsense".utf8), contentType: "text/plain", url: "", etag: "x"),
                at: "left"
            )
            let ticket = try await gate.ticket(for: try package())
            #expect(ticket.staleSince != nil)
            #expect(lines(ticket, by: gate) == ["left-1.0.0.tgz"])
        }
    }

    @Test("names of our own never reach the upstream")
    func owned() async throws {
        var world = world
        world.isOwned = { $0.name == "ours" }
        var fake = FakePackage(try package("ours"))
        fake.release("1.0.0", FakeTarball.honest("ours", "1.0.0"))
        fake.publish(to: world.upstream)
        try await world.withGate { gate in
            let ours = try package("ours")
            let index = await #expect(throws: GateFailure.self) { try await gate.ticket(for: ours) }
            #expect(index?.failure.status == 404)
            for _ in 0..<2 {
                await #expect(throws: GateFailure.self) { try await gate.admit(ours, filename: "ours-1.0.0.tgz") }
            }
            await #expect(throws: GateFailure.self) { try await gate.explain(try release(of: "ours")) }
        }
        #expect(world.upstream.asked == [])
        #expect(world.upstream.fetched == [])
    }

    @Test("an ecosystem that is not served is not found")
    func unservedEcosystem() async throws {
        try await world.withGate { gate in
            let other = try #require(Package(.pypi, "left"))
            let failure = await #expect(throws: GateFailure.self) { try await gate.ticket(for: other) }
            #expect(failure?.failure.status == 404)
        }
    }
}
