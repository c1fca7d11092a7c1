public import SallyportAnalysis
public import SallyportEcosystem
public import SallyportModel
public import SallyportPolicy
import Synchronization

/// The gate: the only way from a request to bytes.
///
/// It joins indexes, sightings, judgements and decisions into what exists for a client, has unknown artifacts judged
/// between the doors, and hands out a ``Clearance`` for what was admitted. All outside operations are ports; the
/// clock is a function. Its work runs inside ``run()``.
public final class Gate: Sendable {
    let ecosystems: [Ecosystem: any PackageEcosystem]
    let catalogue: any Catalogue
    let blobs: any Blobs
    let upstream: any Upstream
    let inspector: Inspector
    let hashing: any ContentHashing
    let policy: Policy
    let limits: GateLimits
    let isOwned: @Sendable (Package) -> Bool
    let ownNames: @Sendable (Ecosystem) -> [String]
    let clock: @Sendable () -> Instant
    let pause: @Sendable (Duration) async throws -> Void
    let observe: @Sendable (GateEvent) -> Void

    let shelf: Shelf
    let book: Mutex<DecisionBook>
    let indexWork: SharedWork<Package, ShelvedIndex>
    let quarantine: SharedWork<Artifact, Judgement>
    let notes: SharedWork<Package, Void>
    /// What they are to write.
    let indexNotes = Mutex(IndexNotes())
    /// Looks at what a listing has to be told.
    let recalls: SharedWork<Ecosystem, Void>
    /// Ecosystems whose kept indexes a listing was told of since the start.
    let recalled = Mutex<Set<Ecosystem>>([])
    let supplementRests: Mutex<SupplementRests>
    let absences: Mutex<Absences>
    let failures: Mutex<BoundedCache<Artifact, Instant>>
    /// Names that new ones are held against.
    let knownNames: Mutex<KnownNames>
    /// Until when an upstream counts as one that does not answer soon.
    let slowUntil = Mutex<[Ecosystem: Instant]>([:])

    /// Composes a gate; decisions and known names are read from the catalogue before anything is served.
    ///
    /// - Parameters:
    ///   - ecosystems: one of each kind at most.
    ///   - isOwned: whether a name is the company's own: such names are never asked of an upstream.
    ///   - ownNames: the company's own names, and scopes written `@scope/*`: names close to them are stated.
    ///   - clock: the wall clock.
    ///   - pause: waits, or throws when the task is cancelled.
    ///   - observe: hears of what an operator may want to know; must not block.
    public init(
        ecosystems: [any PackageEcosystem],
        catalogue: any Catalogue,
        blobs: any Blobs,
        upstream: any Upstream,
        inspector: Inspector,
        hashing: any ContentHashing,
        policy: Policy,
        limits: GateLimits = GateLimits(),
        isOwned: @escaping @Sendable (Package) -> Bool = { _ in false },
        ownNames: @escaping @Sendable (Ecosystem) -> [String] = { _ in [] },
        clock: @escaping @Sendable () -> Instant,
        pause: @escaping @Sendable (Duration) async throws -> Void,
        observe: @escaping @Sendable (GateEvent) -> Void = { _ in }
    ) async throws {
        self.ecosystems = Dictionary(ecosystems.map { ($0.ecosystem, $0) }) { first, _ in first }
        self.catalogue = catalogue
        self.blobs = blobs
        self.upstream = upstream
        self.inspector = inspector
        self.hashing = hashing
        self.policy = policy
        self.limits = limits
        self.isOwned = isOwned
        self.ownNames = ownNames
        self.clock = clock
        self.pause = pause
        self.observe = observe
        shelf = Shelf(
            bytesMax: limits.shelfBytesMax,
            listed: Set(ecosystems.filter { $0.listing != nil }.map(\.ecosystem)),
            departedMax: limits.departedMax
        )
        recalls = SharedWork(limits: .init(ecosystems.count, ahead: ecosystems.count, waiting: limits.waitingMax))
        supplementRests = Mutex(SupplementRests(limits))
        absences = Mutex(Absences(limits))
        let decisions = DecisionBook(try await catalogue.decisions())
        book = Mutex(decisions)
        var admitted: [Ecosystem: [String]] = [:]
        for ecosystem in ecosystems.map(\.ecosystem) {
            let names = try await catalogue.admittedNames(of: ecosystem, limit: limits.knownNamesMax)
            admitted[ecosystem] = names.filter { Package(ecosystem, $0).map { !decisions.denies($0) } ?? false }
        }
        knownNames = Mutex(KnownNames(admitted, countMax: limits.knownNamesMax))
        indexWork = SharedWork(limits: .init(limits.fetchingIndexesMax, ahead: 4, waiting: limits.waitingMax))
        quarantine = SharedWork(
            limits: .init(
                running: limits.judgingMax,
                runningAhead: limits.judgingAheadMax,
                waiting: limits.waitingMax,
                waitingAhead: limits.waitingAheadMax
            )
        )
        failures = Mutex(BoundedCache(costMax: limits.waitingMax))
        notes = SharedWork(limits: .init(4, ahead: 4, waiting: limits.waitingMax))
    }

    /// Carries work out until the surrounding task is cancelled; takes up first what a stop interrupted,
    /// then what an earlier engine read.
    public func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.indexWork.run() }
            group.addTask { await self.quarantine.run() }
            group.addTask { await self.notes.run() }
            group.addTask { await self.recalls.run() }
            group.addTask { await self.recallListings() }
            group.addTask {
                await self.resumeInterrupted()
                await self.rereadOutdated()
            }
        }
    }

    /// The rules by which standings are made at this moment.
    var rules: StandingRules { rules(at: clock()) }

    func rules(at now: Instant) -> StandingRules {
        StandingRules(
            policy: policy,
            engine: inspector.engine,
            book: book.withLock { $0 },
            now: now
        )
    }

    /// What `work` gives, or `nil` when `time` is up before it ends; work that others share goes on then.
    func within<Value: Sendable>(
        _ time: Duration,
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value? {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await self.pause(time)
                return nil
            }
            group.addTask { try await work() }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }

    func implementation(of ecosystem: Ecosystem) throws -> any PackageEcosystem {
        guard let implementation = ecosystems[ecosystem] else {
            throw GateFailure(.notFound("This server serves no \(ecosystem) packages."))
        }
        return implementation
    }
}

extension SharedWork.Limits {
    init(_ running: Int, ahead: Int, waiting: Int) {
        self.init(running: running, runningAhead: ahead, waiting: waiting, waitingAhead: waiting)
    }
}
