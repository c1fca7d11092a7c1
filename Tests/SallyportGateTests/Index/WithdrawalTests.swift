import SallyportEcosystem
import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportGate

@Suite("What the upstream takes back")
struct WithdrawalTests {
    private let world = World()

    private func publish(_ versions: [String]) throws {
        var fake = FakePackage(try Self.left())
        for version in versions {
            fake.release(version, FakeTarball.honest("left", version), publishedAt: "2026-01-01T00:00:00Z")
        }
        fake.publish(to: world.upstream)
    }

    @Test("a package that it knows no more is served no more, neither index nor files, nor after a restart")
    func package() async throws {
        try publish(["1.0.0"])
        let left = try Self.left()
        try await world.withGate { gate in
            _ = try await gate.ticket(for: left)
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal == nil)
            while try await world.catalogue.index(of: left) == nil { await Task.yield() }
            world.upstream.serve(nil as IndexDocument?, at: "left")
            world.clock.advance(seconds: 11)
            #expect(try await gate.ticket(for: left).staleSince != nil)
            world.clock.advance(seconds: 61)
            await #expect(throws: GateFailure.self) { try await gate.ticket(for: left) }
            await #expect(throws: GateFailure.self) { try await gate.admit(left, filename: "left-1.0.0.tgz") }
        }
        #expect(try await world.catalogue.index(of: left) == nil)
        try await world.withGate { gate in
            await #expect(throws: GateFailure.self) { try await gate.admit(left, filename: "left-1.0.0.tgz") }
        }
    }

    @Test("a word to the contrary within a minute keeps it, and the doubt begins anew")
    func mistaken() async throws {
        try publish(["1.0.0"])
        let left = try Self.left()
        try await world.withGate { gate in
            _ = try await gate.ticket(for: left)
            for _ in 0..<3 {
                world.upstream.serve(nil as IndexDocument?, at: "left")
                for _ in 0..<5 {
                    world.clock.advance(seconds: 11)
                    #expect(try await gate.ticket(for: left).staleSince != nil)
                }
                try publish(["1.0.0"])
                world.clock.advance(seconds: 11)
                #expect(try await gate.ticket(for: left).staleSince == nil)
            }
        }
    }

    @Test("a package that is unknown is not asked for again for ten seconds", arguments: [9, 10])
    func unknown(seconds: Int64) async throws {
        let left = try Self.left()
        try await world.withGate { gate in
            for _ in 0..<2 {
                let failure = await #expect(throws: GateFailure.self) { try await gate.ticket(for: left) }
                #expect(failure?.failure.status == 404)
            }
            #expect(world.upstream.asked.count == 1)
            try publish(["1.0.0"])
            world.clock.advance(seconds: seconds)
            let ticket = try? await gate.ticket(for: left)
            #expect((ticket != nil) == (seconds == 10))
        }
    }

    @Test("what is still to be noted of it does not put it back")
    func noteUnderWay() async throws {
        try publish(["1.0.0"])
        let left = try Self.left()
        let (notes, kept, dropped) = (Checkpoint(isClosed: true), Checkpoint(), Checkpoint())
        let watched = WatchedCatalogue(
            inner: world.catalogue,
            before: { if $0 == "keep" { await notes.pass() } },
            after: { name in
                if name == "keep" { kept.count() }
                if name == "dropIndex" { dropped.count() }
            }
        )
        try await world.withGate(catalogue: watched, blobs: world.blobs) { gate in
            _ = try await gate.ticket(for: left)
            await notes.waitForArrivals(1)
            world.upstream.serve(nil as IndexDocument?, at: "left")
            world.clock.advance(seconds: 11)
            _ = try await gate.ticket(for: left)
            world.clock.advance(seconds: 61)
            let withdrawn = Task { try await gate.ticket(for: left) }
            while gate.notes.waiterCount(left) == 0, dropped.arrived == 0 { await Task.yield() }
            notes.open()
            await kept.waitForArrivals(1)
            await dropped.waitForArrivals(1)
            await #expect(throws: GateFailure.self) { try await withdrawn.value }
        }
        #expect(try await world.catalogue.index(of: left) == nil)
    }

    @Test("files that are asked for without the index do not outlive for long what it says", arguments: [299, 301])
    func version(seconds: Int64) async throws {
        try publish(["1.0.0", "1.1.0"])
        let left = try Self.left()
        let looks = Checkpoint()
        let watched = WatchedCatalogue(inner: world.catalogue, after: { if $0 == "look" { looks.count() } })
        try await world.withGate(catalogue: watched, blobs: world.blobs) { gate in
            _ = try await gate.ticket(for: left)
            #expect(try await gate.admit(left, filename: "left-1.1.0.tgz").refusal == nil)
            let before = world.upstream.asked.count
            try publish(["1.0.0"])
            world.clock.advance(seconds: seconds)
            // Nobody waits for it: this one is still served.
            #expect(try await gate.admit(left, filename: "left-1.1.0.tgz").refusal == nil)
            guard seconds > ShelvedIndex.unaskedSecondsMax else {
                #expect(world.upstream.asked.count == before)
                return
            }
            await looks.waitForArrivals(2)
            while (try? await gate.admit(left, filename: "left-1.1.0.tgz")) != nil { await Task.yield() }
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal == nil)
        }
    }

    private static func left() throws -> Package { try #require(Package(.npm, "left")) }
}
