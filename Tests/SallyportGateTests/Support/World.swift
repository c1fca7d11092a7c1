import SallyportAnalysis
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportPolicy
import SallyportTesting
import Synchronization

/// Everything outside a gate, in memory. It outlives the gates that are run in it, as a disk outlives a server.
struct World: Sendable {
    let catalogue = MemoryCatalogue()
    let blobs = MemoryBlobs()
    let upstream = FakeUpstream()
    let clock = ManualClock()
    /// Where the wait for the likeliest artifacts ends when a test opens it.
    let patience = Checkpoint(isClosed: true)
    /// The same for the wait for the upstream's index.
    let upstreamPatience = Checkpoint(isClosed: true)
    /// The same for a client's wait for an inspection: every wait that is none of the others.
    let clientPatience = Checkpoint(isClosed: true)
    let events = EventLog()
    var ecosystem = FakeEcosystem()
    var policy = Policy.standard
    /// The rules of the organisation about bytes.
    var rules: (any ContentRules)?
    var limits = GateLimits()
    var isOwned: @Sendable (Package) -> Bool = { _ in false }

    /// Runs a gate for as long as `body` takes; ends it as a server that is stopped does.
    @discardableResult
    func withGate<Value: Sendable>(_ body: (Gate) async throws -> Value) async throws -> Value {
        try await withGate(catalogue: catalogue, blobs: blobs, body)
    }

    /// The same over other ports.
    @discardableResult
    func withGate<Value: Sendable>(
        catalogue: any Catalogue,
        blobs: any Blobs,
        _ body: (Gate) async throws -> Value
    ) async throws -> Value {
        let clock = clock
        let (patience, upstreamPatience, clientPatience) = (patience, upstreamPatience, clientPatience)
        let limits = limits
        let events = events
        let hashing = StandInHashing()
        let gate = try await Gate(
            ecosystems: [ecosystem],
            catalogue: catalogue,
            blobs: blobs,
            upstream: upstream,
            inspector: Inspector(hashing: hashing, rules: rules),
            hashing: hashing,
            policy: policy,
            limits: limits,
            isOwned: isOwned,
            clock: { clock.now },
            pause: { duration in
                switch duration {
                case limits.awaitedFor: await patience.pass()
                case limits.upstreamAwaitedFor: await upstreamPatience.pass()
                default: await clientPatience.pass()
                }
                try Task.checkCancellation()
            },
            observe: { events.note($0) }
        )
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await gate.run() }
            defer { group.cancelAll() }
            return try await body(gate)
        }
    }

    /// Appends a decision at the clock's time, and moves the clock on by a second.
    @discardableResult
    func decide(
        _ action: Decision.Action,
        _ subject: PackageURL? = nil,
        by gate: Gate,
        expires: Instant? = nil,
        asOf: Instant? = nil
    ) async throws -> Decision {
        let draft = DecisionDraft(
            action: action,
            subject: subject,
            actor: "ada",
            at: clock.now,
            reason: "for the test",
            expires: expires,
            asOf: asOf
        )
        let decision = try await gate.decide(draft)
        clock.advance(seconds: 1)
        return decision
    }
}

/// What a gate told the operator.
final class EventLog: Sendable {
    private struct State {
        var events: [GateEvent] = []
        var watchers: [(matches: @Sendable (GateEvent) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    var all: [GateEvent] { state.withLock(\.events) }

    func note(_ event: GateEvent) {
        let watchers = state.withLock { state in
            state.events.append(event)
            let reached = state.watchers.filter { $0.matches(event) }
            state.watchers.removeAll { $0.matches(event) }
            return reached
        }
        for watcher in watchers { watcher.continuation.resume() }
    }

    /// Returns once an event has been noted that matches, also one of the past.
    func wait(for matches: @escaping @Sendable (GateEvent) -> Bool) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.events.contains(where: matches) { return true }
                state.watchers.append((matches, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    /// The file names of everything that was judged, in order.
    var judged: [String] {
        all.compactMap { event in
            if case .judged(let judgement) = event { judgement.artifact.filename } else { nil }
        }
    }

    /// Every judgement, in order.
    var judgements: [Judgement] {
        all.compactMap { event in
            if case .judged(let judgement) = event { judgement } else { nil }
        }
    }

    /// How often stored bytes were found damaged.
    var damages: Int {
        all.count { event in
            if case .blobDamaged = event { true } else { false }
        }
    }
}
