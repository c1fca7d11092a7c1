import SallyportEcosystem
import SallyportGate
import SallyportModel
import Synchronization

/// What clients asked for lately: which packages' indexes, and which artifacts they were refused.
///
/// `sallyport run` reads it at its end, to say what the command that it ran did not get. It is kept in memory and
/// within a bound, the least recent going first; the record of what was delivered is another (`DownloadLedger`).
final class RecentRequests: Sendable {
    /// Packages, and refused artifacts, that are remembered.
    static let entriesMax = 4_096

    private struct State {
        var packages = BoundedCache<Package, Instant>(costMax: entriesMax)
        var refusals = BoundedCache<Release, (refusal: Refusal, at: Instant)>(costMax: entriesMax)
    }

    private let state = Mutex(State())
    private let clock: @Sendable () -> Instant

    init(clock: @escaping @Sendable () -> Instant) {
        self.clock = clock
    }

    /// Somebody was given a package's index.
    func note(index package: Package) {
        let now = clock()
        state.withLock { _ = $0.packages.insert(now, for: package, cost: 1) }
    }

    /// Somebody asked for an artifact and was refused.
    func note(_ refusal: Refusal) {
        let now = clock()
        state.withLock { _ = $0.refusals.insert((refusal, now), for: refusal.release, cost: 1) }
    }

    /// The packages whose indexes were given out at or after an instant, by name.
    func packages(since instant: Instant) -> [Package] {
        state.withLock { state in
            state.packages.keys.filter { state.packages.value(for: $0).map { $0 >= instant } ?? false }
        }.sorted { $0.description < $1.description }
    }

    /// What was refused at or after an instant, oldest first; the last refusal of each release.
    func refusals(since instant: Instant) -> [Refusal] {
        state.withLock { state in
            state.refusals.keys.compactMap { state.refusals.value(for: $0) }
        }.filter { $0.at >= instant }.sorted { $0.at < $1.at }.map(\.refusal)
    }
}
