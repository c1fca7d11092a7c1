import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@Suite("A client that waits for an inspection")
struct PatienceTests {
    private let world = World()
    private static let file = "left-1.0.0.tgz"

    private func publish() throws {
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.honest("left", "1.0.0"))
        fake.publish(to: world.upstream)
    }

    @Test("is told to ask again when its patience ends, and gets the bytes of the same inspection then")
    func notYet() async throws {
        try publish()
        let left = try package()
        let checkpoint = world.upstream.checkpoint(Self.file)
        checkpoint.close()
        try await world.withGate { gate in
            let client = Task { try await gate.admit(left, filename: Self.file, patience: .seconds(10)) }
            await checkpoint.waitForArrivals(1)
            world.clientPatience.open()
            let failure = await #expect(throws: GateFailure.self) { try await client.value }
            #expect(failure?.failure.status == 503)
            #expect(failure?.failure.retryAfter == world.limits.inspectionRetrySeconds)
            #expect(failure?.failure.sentence.contains(Self.file) == true)
            checkpoint.open()
            await world.events.wait { if case .judged = $0 { true } else { false } }
            let admission = try await gate.admit(left, filename: Self.file, patience: .seconds(10))
            #expect(admission.clearance != nil)
        }
        #expect(world.upstream.fetched == [Self.file])
    }

    @Test("gets its answer at once when the inspection ends within its patience")
    func inTime() async throws {
        try publish()
        try await world.withGate { gate in
            let admission = try await gate.admit(try package(), filename: Self.file, patience: .seconds(10))
            #expect(admission.clearance != nil)
        }
    }

    @Test("hears of a failure as soon as there is one")
    func failure() async throws {
        try publish()
        world.upstream.serve(nil as [UInt8]?, as: Self.file)
        try await world.withGate { gate in
            let left = try package()
            let admission = try await gate.admit(left, filename: Self.file, patience: .seconds(10))
            #expect(admission.refusal == ["bytes-missing"])
        }
    }
}
