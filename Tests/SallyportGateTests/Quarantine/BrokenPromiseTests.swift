import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("Bytes that are not those that the index promises")
struct BrokenPromiseTests {
    private let world = World()

    private func publish(isMended: Bool = false) throws {
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.honest("left", "1.0.0"), publishedAt: "2026-01-01T00:00:00Z")
        let bytes = FakeTarball.honest("left", "1.1.0")
        fake.release(
            "1.1.0",
            isMended ? bytes : FakeTarball.thief("left", "1.1.0"),
            publishedAt: "2026-01-02T00:00:00Z",
            promised: bytes
        )
        fake.publish(to: world.upstream)
    }

    private func text(_ gate: Gate) async throws -> String {
        let ticket = try await gate.ticketAfterJudgingLikeliest(for: try package())
        let answer = gate.render(ticket, as: IndexForm("lines"), mountURL: "", namesRestrictions: false)
        return String(decoding: answer.body, as: UTF8.self)
    }

    @Test("are withheld before the index goes out, with the reason, whatever a person decides")
    func withheld() async throws {
        try publish()
        try await world.withGate { gate in
            #expect(try await text(gate) == "left-1.0.0.tgz\n")
            try await world.decide(.admit, PackageURL("pkg:npm/left@1.1.0"), by: gate)
            #expect(try await text(gate) == "left-1.0.0.tgz\n")
            guard case .refused(let refusal) = try await gate.admit(try package(), filename: "left-1.1.0.tgz") else {
                Issue.record("other bytes were cleared")
                return
            }
            #expect(refusal.line.contains("has bytes that are not those that the index promises"))
            #expect(try await gate.admit(try package(), filename: "left-1.0.0.tgz").clearance != nil)
        }
        #expect(world.upstream.fetched.count { $0 == "left-1.1.0.tgz" } == 1)
    }

    @Test("are asked for again after a while that doubles, and served when they are the promised ones")
    func askedAgain() async throws {
        try publish()
        func fetched() -> Int { world.upstream.fetched.count { $0 == "left-1.1.0.tgz" } }
        try await world.withGate { gate in
            #expect(try await text(gate) == "left-1.0.0.tgz\n")
            for (seconds, count) in [(119, 1), (1, 2), (120, 2), (119, 2), (1, 3)] {
                world.clock.advance(seconds: Int64(seconds))
                #expect(try await text(gate) == "left-1.0.0.tgz\n")
                #expect(fetched() == count)
            }
            try publish(isMended: true)
            world.clock.advance(seconds: 480)
            #expect(try await text(gate) == "left-1.0.0.tgz\nleft-1.1.0.tgz\n")
            #expect(try await gate.admit(try package(), filename: "left-1.1.0.tgz").clearance != nil)
        }
    }

    @Test("are withheld too where the upstream has none, or another number of them", arguments: [true, false])
    func missing(isThere: Bool) async throws {
        try publish(isMended: true)
        world.upstream.serve(isThere ? Array("short".utf8) : nil, as: "left-1.1.0.tgz")
        try await world.withGate { gate in
            let code = isThere ? "promise-broken" : "bytes-missing"
            #expect(try await gate.admit(try package(), filename: "left-1.1.0.tgz").refusal == [code])
            #expect(try await text(gate) == "left-1.0.0.tgz\n")
            try publish(isMended: true)
            // A person who reopens it has it asked for at once.
            try await world.decide(.reopen, PackageURL("pkg:npm/left@1.1.0"), by: gate)
            #expect(try await gate.admit(try package(), filename: "left-1.1.0.tgz").clearance != nil)
        }
    }

    @Test("are asked for again at once when the index promises something else")
    func otherPromise() async throws {
        try publish()
        try await world.withGate { gate in
            #expect(try await text(gate) == "left-1.0.0.tgz\n")
            // The same promise: what was found of it stays.
            try publish(isMended: true)
            world.clock.advance(seconds: 11)
            #expect(try await text(gate) == "left-1.0.0.tgz\n")
            var fake = FakePackage(try package())
            for version in ["1.0.0", "1.2.0", "1.1.0"] {
                fake.release(version, FakeTarball.honest("left", version + "0"))
            }
            fake.publish(to: world.upstream)
            world.clock.advance(seconds: 11)
            _ = try await text(gate)
            #expect(try await gate.admit(try package(), filename: "left-1.1.0.tgz").refusal != ["promise-broken"])
        }
    }
}
