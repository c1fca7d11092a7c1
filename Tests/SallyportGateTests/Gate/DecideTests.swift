import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("Deciding")
struct DecideTests {
    private static let left = "pkg:npm/left@1.0.0"

    /// A draft that makes no sense.
    struct Nonsense: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let action: Decision.Action
        var subject: String?
        var reason = "for the test"
        var expires: Instant?
        var asOf: Instant?
    }

    static let nonsense = [
        Nonsense(testDescription: "no reason", action: .admit, subject: left, reason: ""),
        Nonsense(
            testDescription: "a reason of 1,001 bytes",
            action: .admit,
            subject: left,
            reason: String(repeating: "x", count: 1_001)
        ),
        Nonsense(testDescription: "an end that is over", action: .admit, subject: left, expires: hour(0)),
        Nonsense(testDescription: "no subject", action: .deny),
        Nonsense(testDescription: "one file", action: .deny, subject: left + "?file_name=left-1.0.0.tgz"),
        Nonsense(testDescription: "a denial that ends", action: .deny, subject: left, expires: hour(1)),
        Nonsense(testDescription: "a freeze at no instant", action: .freeze),
        Nonsense(testDescription: "a freeze in the future", action: .freeze, asOf: hour(1)),
        Nonsense(testDescription: "a thaw of nothing", action: .thaw),
    ]

    @Test("the queue is as long as what waits, also behind decided ones", arguments: [2, 3, 4])
    func queueLimit(limit: Int) async throws {
        let world = World()
        var fake = FakePackage(try package())
        let versions = (1...8).map { "\($0).0.0" }
        for version in versions { fake.release(version, FakeTarball.unreadable(version)) }
        fake.publish(to: world.upstream)
        try await world.withGate { gate in
            for version in versions { _ = try await gate.admit(try package(), filename: "left-\(version).tgz") }
            // The newest five are decided; three wait.
            for version in versions.dropFirst(3) {
                try await world.decide(.deny, PackageURL("pkg:npm/left@\(version)"), by: gate)
            }
            let waiting = ["left-3.0.0.tgz", "left-2.0.0.tgz", "left-1.0.0.tgz"]
            #expect(try await gate.queue(limit: limit).map(\.artifact.filename) == Array(waiting.prefix(limit)))
            #expect(try await gate.queue(limit: 0) == [])
        }
    }

    @Test("nonsense is refused and not recorded", arguments: nonsense)
    func refused(_ nonsense: Nonsense) async throws {
        let world = World()
        try await world.withGate { gate in
            let draft = DecisionDraft(
                action: nonsense.action,
                subject: try nonsense.subject.map { try PackageURL($0) },
                actor: "ada",
                at: hour(0),
                reason: nonsense.reason,
                expires: nonsense.expires,
                asOf: nonsense.asOf
            )
            let failure = await #expect(throws: GateFailure.self) { try await gate.decide(draft) }
            #expect(failure?.failure.status == 400)
            #expect(try await gate.decisions() == [])
        }
    }

    @Test("a reason of 1,000 bytes and an end in a second are taken")
    func limits() async throws {
        let world = World()
        try await world.withGate { gate in
            let draft = DecisionDraft(
                action: .admit,
                subject: try PackageURL(Self.left),
                actor: "ada",
                at: hour(0),
                reason: String(repeating: "x", count: 1_000),
                expires: hour(0).adding(seconds: 1)
            )
            #expect(try await gate.decide(draft).sequence == 1)
        }
    }

    @Test("a decision that could not be recorded is not in force")
    func notRecorded() async throws {
        struct DiskFull: Error {}
        let world = World()
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.honest("left", "1.0.0"))
        fake.publish(to: world.upstream)
        try await world.withGate { gate in
            _ = try await gate.admit(try package(), filename: "left-1.0.0.tgz")
            world.catalogue.fail(with: DiskFull())
            await #expect(throws: DiskFull.self) {
                try await world.decide(.deny, try PackageURL(Self.left), by: gate)
            }
            world.catalogue.fail(with: nil)
            #expect(try await gate.admit(try package(), filename: "left-1.0.0.tgz").clearance != nil)
        }
    }

    @Test("the queue names what content holds, until somebody decides")
    func queue() async throws {
        let world = World()
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.unreadable("1.0.0"))
        fake.release("1.1.0", FakeTarball.honest("left", "1.1.0"))
        fake.publish(to: world.upstream)
        try await world.withGate { gate in
            for version in ["1.0.0", "1.1.0"] {
                _ = try await gate.admit(try package(), filename: "left-\(version).tgz")
            }
            #expect(try await gate.queue(limit: 10).map(\.artifact.filename) == ["left-1.0.0.tgz"])
            try await world.decide(.deny, try PackageURL(Self.left), by: gate)
            #expect(try await gate.queue(limit: 10) == [])
            try await world.decide(.reopen, try PackageURL(Self.left), by: gate)
            #expect(try await gate.queue(limit: 10).count == 1)
        }
    }

    @Test("an explanation names the reasons, the facts and what it was compared with")
    func why() async throws {
        let world = World()
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.honest("left", "1.0.0"))
        fake.release("1.1.0", FakeTarball.hooked("left", "1.1.0"), publishedAt: "2026-11-01T00:00:00Z")
        fake.publish(to: world.upstream)
        try await world.withGate { gate in
            let before = try await gate.explain(try release("1.1.0"))
            #expect(before.map(\.isInspected) == [false])
            for version in ["1.0.0", "1.1.0"] {
                _ = try await gate.admit(try package(), filename: "left-\(version).tgz")
            }
            let after = try #require(try await gate.explain(try release("1.1.0")).first)
            #expect(after.isInspected)
            #expect(after.verdict.reasons.first?.code == "hook-added")
            #expect(after.predecessor == "pkg:npm/left@1.0.0")
            #expect(after.facts.contains { $0.code.rawValue == "hook.declared" })
            await #expect(throws: GateFailure.self) { try await gate.explain(try release("9.0.0")) }
        }
    }
}
