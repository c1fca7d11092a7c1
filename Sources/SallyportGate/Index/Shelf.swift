import SallyportEcosystem
import SallyportModel
import Synchronization

/// Parsed indexes in memory, the least recently used ones dropped beyond a number of bytes.
///
/// Rules are made inside the lock, from the decisions of that moment: rules that were made before could put an index
/// back as it was before a denial, with a lease that nobody takes back any more.
final class Shelf: Sendable {
    private struct State {
        var indexes: BoundedCache<Package, ShelvedIndex>
        var departed: DepartedPackages
        /// Ecosystems that have a listing.
        let listed: Set<Ecosystem>
        var generation: UInt64 = 0
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - listed: ecosystems that have a listing: their packages are remembered when they leave.
    ///   - departedMax: how many of them.
    init(bytesMax: Int, listed: Set<Ecosystem> = [], departedMax: Int = 0) {
        state = Mutex(
            State(
                indexes: BoundedCache(costMax: bytesMax),
                departed: DepartedPackages(countMax: departedMax),
                listed: listed
            )
        )
    }

    /// The index of a package, with standings that are right now.
    func index(of package: Package, under rules: @autoclosure () -> StandingRules, at now: Instant) -> ShelvedIndex? {
        state.withLock { state in
            guard var shelved = state.indexes.value(for: package) else { return nil }
            if shelved.isSettled(at: now) {
                if shelved.renewArtifactLease(at: now) { state.indexes.replace(shelved, for: package) }
                return shelved
            }
            return Self.replace(shelved, of: package, under: rules(), in: &state)
        }
    }

    /// Puts an index on the shelf; judgements that were settled while it was put together stay, and one that was kept,
    /// not looked at just now, gives way to what is there.
    func put(
        _ shelved: ShelvedIndex,
        of package: Package,
        isLook: Bool,
        under rules: @autoclosure () -> StandingRules
    ) -> ShelvedIndex {
        state.withLock { state in
            var shelved = shelved
            if let earlier = state.indexes.value(for: package) {
                guard isLook else {
                    return Self.replace(earlier, of: package, under: rules(), in: &state)
                }
                earlier.revoke()
                shelved.keepNewer(earlier.judgements)
                shelved.keepBroken(earlier.broken)
                if !shelved.continueListing(of: earlier) { state.departed.outdateAll(where: shelved.lists) }
            } else if shelved.isListing {
                state.departed.outdateAll(where: shelved.lists)
            }
            if shelved.isListing {
                state.generation += 1
                shelved.begin(edition: state.generation)
            }
            return Self.replace(shelved, of: package, under: rules(), in: &state)
        }
    }

    /// Changes a shelved index and settles it again; `nil` when it is not there.
    func update(
        _ package: Package,
        under rules: @autoclosure () -> StandingRules,
        _ change: (inout ShelvedIndex) -> Void
    ) -> ShelvedIndex? {
        state.withLock { state in
            guard var shelved = state.indexes.value(for: package) else {
                state.departed.outdate(package)
                return nil
            }
            change(&shelved)
            return Self.replace(shelved, of: package, under: rules(), in: &state)
        }
    }

    /// Notes that the upstream confirmed an index as it stands.
    func confirm(_ package: Package, at now: Instant, isNoted: Bool, freshUntil: Instant) -> ShelvedIndex? {
        state.withLock { state in
            guard var shelved = state.indexes.value(for: package) else { return nil }
            shelved.confirm(at: now, isNoted: isNoted, freshUntil: freshUntil)
            Self.keep(shelved, of: package, in: &state)
            return shelved
        }
    }

    /// The indexes in memory of packages that are wanted, with standings that are right now; no use of them. And the
    /// packages that are not in memory any more.
    func settled(
        under rules: @autoclosure () -> StandingRules,
        at now: Instant,
        where isWanted: (Package) -> Bool
    ) -> ([ShelvedIndex], DepartedPackages) {
        state.withLock { state in
            let found = state.indexes.values(where: isWanted)
            guard found.contains(where: { !$0.isSettled(at: now) }) else { return (found, state.departed) }
            let rules = rules()
            let settled = found.map { shelved in
                guard !shelved.isSettled(at: now) else { return shelved }
                var shelved = shelved
                Self.settle(&shelved, under: rules, in: &state)
                state.indexes.replace(shelved, for: shelved.index.package)
                return shelved
            }
            return (settled, state.departed)
        }
    }

    /// Packages that are not in memory, of which a listing has to be told.
    func enterDeparted(_ packages: [Package]) {
        state.withLock { state in
            for package in packages where state.indexes.peek(package) == nil {
                state.departed.enter(toLookAt: package)
            }
        }
    }

    /// Some packages that are not in memory and may have changed since they were.
    func outdated(in ecosystem: Ecosystem, at now: Instant, limit: Int) -> [Package] {
        state.withLock { $0.departed.outdated(in: ecosystem, at: now, limit: limit) }
    }

    /// Takes an index off the shelf, with all that was promised of it; nothing is known of the package any more.
    func remove(_ package: Package) {
        state.withLock { state in
            state.indexes.removeValue(for: package)?.revoke()
            state.departed.remove(package)
        }
    }

    /// Nothing is known of a package any more.
    func forgetDeparted(_ package: Package) {
        state.withLock { $0.departed.remove(package) }
    }

    /// A package was looked at; if it is not in memory, there was no room for it.
    func noteLook(at package: Package, rightUntil end: Instant?) {
        state.withLock { state in
            guard state.indexes.peek(package) == nil else { return state.departed.remove(package) }
            state.departed.enter(package, rightUntil: end)
        }
    }

    /// Puts a listing in the place of the form that it was made from; `nil` when another one stands there by now. One that
    /// has left the shelf, or never found room, is given back as it is to be shown.
    func show(_ listing: any PackageListing, inPlaceOf earlier: ShelvedIndex, isSeen: Bool) -> ShelvedIndex? {
        state.withLock { state in
            let package = earlier.index.package
            let current = state.indexes.value(for: package)
            guard current == nil || current?.edition == earlier.edition else { return nil }
            var shelved = current ?? earlier
            state.generation += 1
            shelved.begin(edition: state.generation)
            shelved.show(listing, generation: isSeen ? state.generation : nil)
            if current != nil { Self.keep(shelved, of: package, in: &state) }
            return shelved
        }
    }

    /// The indexes in memory of other packages that are wanted.
    func indexes(where isWanted: (Package) -> Bool) -> [ShelvedIndex] {
        state.withLock { $0.indexes.values(where: isWanted) }
    }

    /// Settles everything again: a decision about all ecosystems was made.
    func settleAll(under rules: @autoclosure () -> StandingRules) {
        state.withLock { state in
            let rules = rules()
            state.departed.outdateAll()
            for package in state.indexes.keys {
                guard let shelved = state.indexes.value(for: package) else { continue }
                _ = Self.replace(shelved, of: package, under: rules, in: &state)
            }
        }
    }

    private static func replace(
        _ shelved: ShelvedIndex,
        of package: Package,
        under rules: StandingRules,
        in state: inout State
    ) -> ShelvedIndex {
        var shelved = shelved
        settle(&shelved, under: rules, in: &state)
        keep(shelved, of: package, in: &state)
        return shelved
    }

    private static func settle(_ shelved: inout ShelvedIndex, under rules: StandingRules, in state: inout State) {
        shelved.settle(under: rules) {
            state.generation += 1
            return state.generation
        }
    }

    /// What is not on the shelf would not hear of decisions, so its promises end: also those of an index that is too
    /// large to be kept at all.
    private static func keep(_ shelved: ShelvedIndex, of package: Package, in state: inout State) {
        state.departed.remove(package)
        for evicted in state.indexes.insert(shelved, for: package, cost: shelved.byteCount)
        where evicted.index.package != package || shelved.byteCount > state.indexes.costMax {
            evicted.revoke()
            let gone = evicted.index.package
            guard state.listed.contains(gone.ecosystem), !evicted.isListing else { continue }
            state.departed.enter(gone, rightUntil: evicted.changesAt)
        }
    }
}
