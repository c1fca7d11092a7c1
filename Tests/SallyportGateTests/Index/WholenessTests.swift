import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("A document that may have been cut")
struct WholenessTests {
    private let world = World()

    /// A document of one version of two, under the tag of both.
    private func publish() throws {
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.honest("left", "1.0.0"))
        fake.publish(to: world.upstream)
    }

    private func digest(_ document: IndexDocument) -> String {
        "sha-256=:\(Base64.encode(StandInHashing().sha256(document.body.span).bytes)):"
    }

    @Test("one whose end nobody said is served, and asked for anew each time")
    func withoutEnd() async throws {
        try publish()
        let left = try package()
        world.upstream.deliver(as: IndexReceipt(hasEnd: false, representationDigest: nil))
        try await world.withGate { gate in
            for _ in 0..<2 {
                _ = try await gate.ticket(for: left)
                world.clock.advance(seconds: 11)
            }
            while try await world.catalogue.index(of: left) == nil { await Task.yield() }
        }
        #expect(world.upstream.unchanged == 0)
        #expect(try await world.catalogue.index(of: left)?.document.etag == nil)
    }

    @Test("one that has its digest is known again")
    func proven() async throws {
        try publish()
        let left = try package()
        var fake = FakePackage(left)
        fake.release("1.0.0", FakeTarball.honest("left", "1.0.0"))
        world.upstream.deliver(as: IndexReceipt(hasEnd: false, representationDigest: digest(fake.document)))
        try await world.withGate { gate in
            for _ in 0..<2 {
                _ = try await gate.ticket(for: left)
                world.clock.advance(seconds: 11)
            }
        }
        #expect(world.upstream.unchanged == 1)
    }

    @Test("one of another digest is not taken: what was there stays", arguments: [true, false])
    func otherDigest(hasEnd: Bool) async throws {
        try publish()
        let left = try package()
        try await world.withGate { gate in
            _ = try await gate.ticket(for: left)
            var fake = FakePackage(left)
            for version in ["1.0.0", "1.1.0"] { fake.release(version, FakeTarball.honest("left", version)) }
            let receipt = IndexReceipt(hasEnd: hasEnd, representationDigest: digest(fake.document))
            fake.release("1.1.0", FakeTarball.honest("left", "1.1.0"), publishedAt: "2026-01-02T00:00:00Z")
            fake.publish(to: world.upstream)
            world.upstream.deliver(as: receipt)
            world.clock.advance(seconds: 11)
            let ticket = try await gate.ticket(for: left)
            #expect(ticket.staleSince != nil)
            let failure = await #expect(throws: GateFailure.self) {
                try await gate.admit(left, filename: "left-1.1.0.tgz")
            }
            #expect(failure?.failure.status == 404)
        }
    }
}
