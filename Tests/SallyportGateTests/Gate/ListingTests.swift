import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Synchronization
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

    @Test("are right after a restart, before anybody asks for one of the packages, and ask no upstream for them")
    func restart() async throws {
        var world = World()
        world.ecosystem = FakeEcosystem(hasListing: true)
        serve("upstream", in: world)
        try publish("left", ["1.0.0", "1.1.0"], in: world)
        try publish("right", ["2.0.0"], in: world, at: world.clock.now.description)
        let before = try await world.withGate { gate in
            for name in ["left", "right"] { _ = try await gate.ticket(for: try #require(Package(.npm, name))) }
            try await world.decide(.deny, PackageURL("pkg:npm/left@1.1.0"), by: gate)
            return try await text(gate).0
        }
        #expect(before == "form 1\nupstream\nleft: 1.0.0\nright: ")
        let asked = world.upstream.asked.count { $0 != FakeEcosystem.listingName }
        try await world.withGate { gate in
            #expect(try await text(gate).0 == before)
            try await world.decide(.reopen, PackageURL("pkg:npm/left@1.1.0"), by: gate)
            #expect(try await text(gate).0 == "form 1\nupstream\nleft: 1.0.0 1.1.0\nright: ")
        }
        #expect(world.upstream.asked.count { $0 != FakeEcosystem.listingName } == asked)
    }

    @Test("go on being right about packages that left the memory: by decisions, by time, by a restart")
    func departed() async throws {
        var world = World()
        world.ecosystem = FakeEcosystem(hasListing: true)
        // Room for the listing and two indexes.
        world.limits.shelfBytesMax = 6_000
        serve("upstream", in: world)
        let names = (0..<12).map { "package-\($0)" }
        for name in names { try publish(name, ["1.0.0", "1.1.0"], in: world) }
        try publish("young", ["2.0.0"], in: world, at: world.clock.now.description)
        func lines(_ hidden: [String] = [], young: String = "") -> String {
            let lines = (names + ["young"]).sorted().map { name in
                name == "young" ? "young: \(young)" : "\(name): 1.0.0\(hidden.contains(name) ? "" : " 1.1.0")"
            }
            return "upstream\n" + lines.joined(separator: "\n")
        }
        func shown(_ gate: Gate) async throws -> String {
            String(try await text(gate).0.drop { $0 != "\n" }.dropFirst())
        }
        try await world.withGate { gate in
            _ = try await text(gate)
            for name in names + ["young"] {
                _ = try await gate.ticket(for: try #require(Package(.npm, name)))
                _ = try await text(gate)
            }
            #expect(try await shown(gate) == lines())
            for name in ["package-0", "package-7"] {
                try await world.decide(.deny, PackageURL("pkg:npm/\(name)@1.1.0"), by: gate)
            }
            #expect(try await shown(gate) == lines(["package-0", "package-7"]))
            world.clock.advance(seconds: 4 * 86_400)
            #expect(try await shown(gate) == lines(["package-0", "package-7"], young: "2.0.0"))
        }
        let asked = world.upstream.asked.count { $0 != FakeEcosystem.listingName }
        let again = try await world.withGate { gate in try await shown(gate) }
        #expect(again == lines(["package-0", "package-7"], young: "2.0.0"))
        #expect(world.upstream.asked.count { $0 != FakeEcosystem.listingName } == asked)
    }

    @Test("what can't be read of the record is not forgotten: it is looked at again, also after a start")
    func unreadable() async throws {
        var world = World()
        world.ecosystem = FakeEcosystem(hasListing: true)
        // Room for the listing and two indexes.
        world.limits.shelfBytesMax = 2_000
        serve("upstream", in: world)
        let names = (0..<6).map { "package-\($0)" }
        for name in names { try publish(name, ["1.0.0", "1.1.0"], in: world) }
        let isAway = Mutex(false)
        let watched = WatchedCatalogue(
            inner: world.catalogue,
            reading: { package in
                if isAway.withLock({ $0 }), package.name != FakeEcosystem.listingName { throw Away() }
            }
        )
        func shown(_ gate: Gate) async throws -> String {
            String(try await text(gate).0.drop { $0 != "\n" }.dropFirst())
        }
        func lines(_ hidden: [String]) -> String {
            "upstream\n" + names.map { "\($0): 1.0.0\(hidden.contains($0) ? "" : " 1.1.0")" }.joined(separator: "\n")
        }
        try await world.withGate(catalogue: watched, blobs: world.blobs) { gate in
            for name in names {
                _ = try await gate.ticket(for: try #require(Package(.npm, name)))
                _ = try await text(gate)
            }
            try await world.decide(.deny, PackageURL("pkg:npm/package-0@1.1.0"), by: gate)
            #expect(try await shown(gate) == lines(["package-0"]))
            isAway.withLock { $0 = true }
            try await world.decide(.freeze, by: gate, asOf: world.clock.now)
            #expect(try await shown(gate) == lines(["package-0"]))
            isAway.withLock { $0 = false }
            world.clock.advance(seconds: 6)
            #expect(try await shown(gate) == lines(["package-0"]))
        }
        isAway.withLock { $0 = true }
        try await world.withGate(catalogue: watched, blobs: world.blobs) { gate in
            _ = try await shown(gate)
            isAway.withLock { $0 = false }
            world.clock.advance(seconds: 6)
            #expect(try await shown(gate) == lines(["package-0"]))
        }
        let told = world.events.all.count { if case .lookFailed = $0 { true } else { false } }
        #expect(told >= 2)
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

    @Test(
        "a second document that failed to come is asked for again while the first stays as it is, with growing pauses"
    )
    func lateSupplement() async throws {
        var world = World()
        world.ecosystem = FakeEcosystem(supplement: { "times/\($0.name)" })
        try publish("left", ["1.0.0"], in: world, at: "-")
        let package = try package()
        func render(_ gate: Gate) async throws -> String {
            let ticket = try await gate.ticket(for: package)
            let answer = gate.render(ticket, as: form, mountURL: "", namesRestrictions: false)
            return String(decoding: answer.body, as: UTF8.self)
        }
        func asked() -> Int { world.upstream.asked.count { $0 == "times/left" } }
        try await world.withGate { gate in
            let first = try await render(gate)
            #expect(first == "")
            #expect(asked() == 1)
            for (seconds, count) in [(11, 1), (50, 2), (61, 2), (60, 3)] {
                world.clock.advance(seconds: Int64(seconds))
                let again = try await render(gate)
                #expect(again == "")
                #expect(asked() == count)
            }
            let times = Array("1.0.0 2026-01-01T00:00:00Z".utf8)
            world.upstream.serve(IndexDocument(body: times, contentType: "text/plain", url: ""), at: "times/left")
            for seconds in [241, 10_000] {
                world.clock.advance(seconds: Int64(seconds))
                let told = try await render(gate)
                #expect(told == "left-1.0.0.tgz\n")
            }
            #expect(asked() == 4)
        }
        #expect(try await world.catalogue.index(of: package)?.document.supplement != nil)
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

private struct Away: Error {}
