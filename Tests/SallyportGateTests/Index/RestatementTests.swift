import SallyportEcosystem
import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportGate

@Suite("What an index says otherwise than before")
struct RestatementTests {
    private let world = World()

    private func publish(
        _ version: String = "1.1.0",
        at time: String,
        _ bytes: [UInt8]? = nil,
        edition: Int
    ) throws {
        var fake = FakePackage(try package())
        // Each release makes another edition.
        for _ in 0..<edition { fake.release("1.0.0", FakeTarball.honest("left", "1.0.0")) }
        fake.release(version, bytes ?? FakeTarball.honest("left", version), publishedAt: time)
        fake.publish(to: world.upstream)
    }

    private static let fresh = "2026-11-21T23:00:00Z"
    private static let old = "2020-01-01T00:00:00Z"

    @Test("a release does not grow older by what the upstream says of its time later", arguments: [old, "-"])
    func restated(time: String) async throws {
        let left = try package()
        try publish(at: Self.fresh, edition: 1)
        try await world.withGate { gate in
            _ = try await gate.ticket(for: left)
            #expect(try await gate.admit(left, filename: "left-1.1.0.tgz").refusal == ["cooldown"])
            try publish(at: time, edition: 2)
            world.clock.advance(seconds: 11)
            _ = try await gate.ticket(for: left)
            let refusal = try await gate.admit(left, filename: "left-1.1.0.tgz").refusal
            #expect(refusal?.contains("cooldown") == true)
        }
        // Nor after a restart.
        try await world.withGate { gate in
            let refusal = try await gate.admit(left, filename: "left-1.1.0.tgz").refusal
            #expect(refusal?.contains("cooldown") == true)
            guard time == Self.old else { return }
            world.clock.advance(seconds: 3 * 86_400)
            #expect(try await gate.admit(left, filename: "left-1.1.0.tgz").refusal == nil)
        }
    }

    @Test("bytes that are promised in the place of others before anybody read those are new")
    func otherBytes() async throws {
        let left = try package()
        try publish(at: Self.old, edition: 1)
        try await world.withGate { gate in
            _ = try await gate.ticket(for: left)
            world.clock.advance(seconds: 86_400)
            try publish(at: Self.old, FakeTarball.hooked("left", "1.1.0"), edition: 2)
            _ = try await gate.ticket(for: left)
            let refusal = try await gate.admit(left, filename: "left-1.1.0.tgz").refusal
            #expect(refusal?.first == "backdated")
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal == nil)
        }
        #expect(world.upstream.fetched == ["left-1.0.0.tgz"])
    }

    @Test("a confirmation of a package whose sightings had to go does not make all of it new")
    func forgotten() async throws {
        let left = try package()
        try publish(at: Self.old, edition: 1)
        let confirmations = Checkpoint()
        let watched = WatchedCatalogue(
            inner: world.catalogue,
            after: { if $0 == "confirmIndex" { confirmations.count() } }
        )
        try await world.withGate(catalogue: watched, blobs: world.blobs) { gate in
            _ = try await gate.ticket(for: left)
            world.catalogue.forgetSightings(of: left)
            world.clock.advance(seconds: 61)
            _ = try await gate.ticket(for: left)
            await confirmations.waitForArrivals(1)
        }
        try await world.withGate { gate in
            world.clock.advance(seconds: 86_400)
            _ = try await gate.ticket(for: left)
            #expect(try await gate.admit(left, filename: "left-1.1.0.tgz").refusal == nil)
        }
    }

    @Test("a new index is kept though a confirmation of the one before is still being written")
    func keptBehindConfirmation() async throws {
        let left = try package()
        try publish(at: Self.old, edition: 1)
        let (notes, confirmed, kept) = (Checkpoint(isClosed: true), Checkpoint(), Checkpoint())
        let watched = WatchedCatalogue(
            inner: world.catalogue,
            before: { if $0 == "confirmIndex" { await notes.pass() } },
            after: { name in
                if name == "keep" { kept.count() }
                if name == "confirmIndex" { confirmed.count() }
            }
        )
        try await world.withGate(catalogue: watched, blobs: world.blobs) { gate in
            _ = try await gate.ticket(for: left)
            await kept.waitForArrivals(1)
            world.clock.advance(seconds: 61)
            _ = try await gate.ticket(for: left)
            await notes.waitForArrivals(1)
            try publish("1.2.0", at: Self.old, edition: 2)
            world.clock.advance(seconds: 61)
            _ = try await gate.ticket(for: left)
            notes.open()
            await kept.waitForArrivals(2)
        }
        let document = try await world.catalogue.index(of: left)?.document
        #expect(document.map { String(decoding: $0.body, as: UTF8.self).contains("1.2.0") } == true)
    }
}
