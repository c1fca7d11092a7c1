import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("Listings of many packages, and indexes of two documents")
struct ListingTests {
    private let form = IndexForm("lines")

    private func all() throws -> Package { try #require(Package(.npm, FakeEcosystem.listingName)) }

    private func serve(_ text: String, in world: World) {
        let document = IndexDocument(body: Array(text.utf8), contentType: "text/plain", url: "", etag: "\"\(text)\"")
        world.upstream.serve(document, at: FakeEcosystem.listingName)
    }

    private func publish(
        _ name: String,
        _ versions: [String],
        in world: World,
        at time: String = "2026-01-01T00:00:00Z"
    ) throws {
        var fake = FakePackage(try #require(Package(.npm, name)))
        for version in versions { fake.release(version, FakeTarball.honest(name, version), publishedAt: time) }
        fake.publish(to: world.upstream)
    }

    private func text(_ gate: Gate) async throws -> (String, UInt64) {
        let ticket = try await gate.ticket(for: try all())
        #expect(ticket.isListing)
        let answer = gate.render(ticket, as: form, mountURL: "", namesRestrictions: false)
        return (String(decoding: answer.body, as: UTF8.self), ticket.generation)
    }

    @Test("show what is visible of the packages that were asked for, and follow decisions")
    func decisions() async throws {
        let world = World()
        serve("upstream", in: world)
        try publish("left", ["1.0.0", "1.1.0"], in: world)
        try publish("right", ["2.0.0"], in: world)
        try await world.withGate { gate in
            let first = try await text(gate)
            #expect(first.0 == "form 1\nupstream")
            _ = try await gate.ticket(for: try #require(Package(.npm, "left")))
            let second = try await text(gate)
            #expect(second.0 == "form 1\nupstream\nleft: 1.0.0 1.1.0")
            #expect(second.1 != first.1)
            #expect(try await text(gate).1 == second.1)
            try await world.decide(.deny, PackageURL("pkg:npm/left@1.1.0"), by: gate)
            let third = try await text(gate)
            #expect(third.0 == "form 1\nupstream\nleft: 1.0.0")
            #expect(third.1 != second.1)
            try await world.decide(.reopen, PackageURL("pkg:npm/left@1.1.0"), by: gate)
            #expect(try await text(gate).0 == second.0)
        }
    }

    @Test("follow time: what a cooldown held is shown when it ends, though nobody asks for the package")
    func time() async throws {
        let world = World()
        serve("upstream", in: world)
        try publish("left", ["1.0.0"], in: world, at: world.clock.now.description)
        try await world.withGate { gate in
            _ = try await gate.ticket(for: try #require(Package(.npm, "left")))
            #expect(try await text(gate).0 == "form 1\nupstream\nleft: ")
            world.clock.advance(seconds: 4 * 86_400)
            #expect(try await text(gate).0 == "form 1\nupstream\nleft: 1.0.0")
            #expect(world.upstream.asked.count { $0 == "left" } == 1)
        }
    }

    @Test("go on with what they said when the upstream's text changes, and offer no name of our own")
    func continuing() async throws {
        var world = World()
        world.isOwned = { $0.name == "right" }
        serve("upstream", in: world)
        try publish("left", ["1.0.0"], in: world)
        try await world.withGate { gate in
            #expect(try await text(gate).0 == "form 1\nupstream")
            serve("upstream, and more", in: world)
            _ = try await gate.ticket(for: try #require(Package(.npm, "left")))
            world.clock.advance(seconds: 11)
            #expect(try await text(gate).0 == "form 2\nupstream, and more\nleft: 1.0.0")
        }
    }

    @Test("a second document tells what the first leaves out, and stays when the upstream loses it")
    func supplement() async throws {
        var world = World()
        world.ecosystem = FakeEcosystem(supplement: { "times/\($0.name)" })
        try publish("left", ["1.0.0"], in: world, at: "-")
        let package = try package()
        func render(_ gate: Gate) async throws -> String {
            let ticket = try await gate.ticket(for: package)
            return String(
                decoding: gate.render(ticket, as: form, mountURL: "", namesRestrictions: false).body,
                as: UTF8.self
            )
        }
        try await world.withGate { gate in
            let rendered = try await render(gate)
            #expect(rendered == "")
        }
        let times = IndexDocument(body: Array("1.0.0 2026-01-01T00:00:00Z".utf8), contentType: "text/plain", url: "")
        let other = World()
        other.upstream.serve(times, at: "times/left")
        var telling = other
        telling.ecosystem = world.ecosystem
        try publish("left", ["1.0.0"], in: telling, at: "-")
        try await telling.withGate { gate in
            let rendered = try await render(gate)
            #expect(rendered == "left-1.0.0.tgz\n")
            // An index that is unchanged is not asked about again.
            telling.clock.advance(seconds: 11)
            let again = try await render(gate)
            #expect(again == "left-1.0.0.tgz\n")
            #expect(telling.upstream.asked == ["left", "times/left", "left"])
        }
        // What was kept has both.
        #expect(try await telling.catalogue.index(of: package)?.document.supplement == times.body)
    }
}
