import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Synchronization

/// Lives of a gate on one disk: requests, releases, decisions, damage and failures in an order that a seed gives, each
/// life ended by a stop or by a crash at some write.
///
/// It keeps its own account of what was published and decided, as simple as can be, and holds the gate's answers
/// against that.
struct Simulator {
    private let world = World()
    private var random: SplitMix
    private var published: [String: (bytes: [UInt8], isHonest: Bool)] = [:]
    private var packages: [String: FakePackage] = [:]
    private var decided: [Decision] = []

    private(set) var violations: [String] = []
    private(set) var steps = 0
    private(set) var clearances = 0
    private(set) var refusals = 0
    private(set) var crashes = 0

    /// Seven names and versions: few, so that events meet.
    private static let names = ["left", "right"]
    private static let versions = ["1.0.0", "1.1.0", "2.0.0"]

    init(seed: UInt64) {
        random = SplitMix(state: seed)
    }

    mutating func run(lives: Int, stepsPerLife: Int) async throws {
        for name in Self.names { try release(name) }
        for _ in 0..<lives { try await live(steps: stepsPerLife) }
        // The last life has nothing wrong with it: everything recorded must be there.
        world.upstream.fail(with: nil)
        try await world.withGate { gate in
            let found = try await gate.decisions()
            if Array(found.prefix(decided.count)) != decided { report("decisions were lost") }
        }
    }

    /// One gate from its start to its stop or crash.
    private mutating func live(steps: Int) async throws {
        let fuse = Fuse(writes: random.next(3) == 0 ? nil : 3 + random.next(60))
        let catalogue = WatchedCatalogue(inner: world.catalogue, before: fuse.burn, after: fuse.burn)
        let blobs = WatchedBlobs(inner: world.blobs, before: fuse.burn)
        let recorded = world.catalogue.recordedJudgements
        try await takeStock()
        var life = self
        do {
            try await world.withGate(catalogue: catalogue, blobs: blobs) { gate in
                for _ in 0..<steps where !fuse.isBurnt { try await life.step(gate) }
            }
        } catch is Fuse.Burnt {}
        self = life
        try await takeStock()
        if fuse.isBurnt { crashes += 1 }
        let now = world.catalogue.recordedJudgements
        if Array(now.prefix(recorded.count)) != recorded { report("judgements were lost") }
        if world.blobs.stagedCount != 0 { report("\(world.blobs.stagedCount) half blobs were left") }
    }

    /// A decision whose maker never heard of its success, because of a crash, may be in force all the same.
    private mutating func takeStock() async throws {
        let found = try await world.catalogue.decisions()
        for decision in decided where !found.contains(decision) { report("lost \(decision)") }
        decided = found
    }

    private mutating func step(_ gate: Gate) async throws {
        steps += 1
        let name = Self.names[random.next(Self.names.count)]
        let version = Self.versions[random.next(Self.versions.count)]
        switch random.next(12) {
        case 0: try release(name)
        case 1: world.clock.advance(seconds: Int64(1 + random.next(86_400)))
        case 2: world.upstream.fail(with: random.next(2) == 0 ? nil : UpstreamError(.unreachable, "down"))
        case 3: damageSomething()
        case 4, 5: try await decide(on: name, version, by: gate)
        case 6: try await index(of: name, by: gate)
        default: try await ask(for: name, version, of: gate)
        }
    }

    /// Publishes a version, or the same one with other bytes.
    private mutating func release(_ name: String) throws {
        let version = Self.versions[random.next(Self.versions.count)]
        let edition = random.next(1_000)
        let isHonest = random.next(2) == 0
        let honest = TarBuilder()
            .file("package/package.json", #"{"name":"\#(name)","version":"\#(version)"}"#)
            .file("package/index.js", "module.exports = \(edition)\n")
            .gzipped()
        let bytes = isHonest ? honest : FakeTarball.unreadable("\(version) \(edition)")
        var fake = try packages[name] ?? FakePackage(package(name))
        let day = random.next(3) == 0 ? "2026-11-21T00:00:00Z" : "2026-01-01T00:00:00Z"
        fake.release(version, bytes, publishedAt: day)
        fake.publish(to: world.upstream)
        packages[name] = fake
        published[StandInHashing().sha256(bytes.span).hex] = (bytes, isHonest)
    }

    private mutating func damageSomething() {
        let committed = world.blobs.committed.sorted { $0.hex < $1.hex }
        guard !committed.isEmpty else { return }
        world.blobs.damage(committed[random.next(committed.count)])
    }

    private mutating func decide(on name: String, _ version: String, by gate: Gate) async throws {
        let action = [Decision.Action.admit, .deny, .reopen][random.next(3)]
        let subject = PackageURL(package: try package(name), version: random.next(4) == 0 ? nil : version)
        decided.append(try await world.decide(action, subject, by: gate))
    }

    private mutating func index(of name: String, by gate: Gate) async throws {
        do {
            let ticket = try await gate.ticketAfterJudgingLikeliest(for: try package(name))
            gate.judgeAhead(under: ticket)
        } catch is GateFailure {}
    }

    private mutating func ask(for name: String, _ version: String, of gate: Gate) async throws {
        do {
            let admission = try await gate.admit(try package(name), filename: "\(name)-\(version).tgz")
            switch admission {
            case .refused: refusals += 1
            case .cleared(let clearance, let lease): try await check(clearance, lease, gate)
            }
        } catch is GateFailure {
        } catch is BlobDamaged {}
    }

    /// What must hold of every clearance.
    private mutating func check(_ clearance: Clearance, _ lease: Lease, _ gate: Gate) async throws {
        clearances += 1
        let name = "\(clearance.artifact)"
        let newest = newestDecision(on: clearance.artifact.release)
        if newest?.action == .deny { report("\(name) was cleared after a denial") }
        if !lease.isValid(at: world.clock.now) { report("\(name) was cleared without a lease") }
        let judged = world.catalogue.recordedJudgements.filter {
            $0.artifact == clearance.artifact && $0.digest == clearance.digest
        }
        if judged.isEmpty { report("\(name) was cleared unjudged") }
        guard let original = published[clearance.digest.hex] else {
            report("\(name) was cleared with bytes that were never published")
            return
        }
        if !original.isHonest, newest?.action != .admit { report("\(name) was cleared although it can't be read") }
        let blob = try await gate.open(clearance)
        if try await blob.read(0..<blob.size) != original.bytes { report("\(name) was served with other bytes") }
    }

    private func newestDecision(on release: Release) -> Decision? {
        let subjects = [release.description, release.package.description]
        return decided.last { $0.subject.map(subjects.contains) ?? false }
    }

    private mutating func report(_ violation: String) {
        violations.append("step \(steps): \(violation)")
    }
}

/// A crash at the n-th call: from then on every call of that life fails.
final class Fuse: Sendable {
    /// What a dead process answers.
    struct Burnt: Error {}

    private let left: Mutex<Int?>

    init(writes: Int?) {
        left = Mutex(writes)
    }

    var isBurnt: Bool { left.withLock { $0 == 0 } }

    @Sendable func burn(_ call: String) throws {
        let isBurnt = left.withLock { left in
            guard let count = left else { return false }
            left = max(0, count - 1)
            return left == 0
        }
        if isBurnt { throw Burnt() }
    }
}

/// A small generator with a seed: the same numbers on every machine (Steele, Lea and Flood, 2014).
struct SplitMix {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }
}
