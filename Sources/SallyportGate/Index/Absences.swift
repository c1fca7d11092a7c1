import SallyportModel

/// Packages that the upstream says it does not know.
///
/// One that is kept here is not given up at the first such word: a mirror that is being rebuilt, or a proxy that has lost its way,
/// says it of everything. Any other one is not asked for again for some seconds.
struct Absences: Sendable {
    /// Since when of packages whose index is kept.
    private var doubted: BoundedCache<Package, Instant>
    /// Until when of those that are not.
    private var unknown: BoundedCache<Package, Instant>
    private let doubtSeconds: Int64
    private let restSeconds: Int64

    init(_ limits: GateLimits) {
        doubted = BoundedCache(costMax: limits.waitingMax)
        unknown = BoundedCache(costMax: limits.waitingMax)
        doubtSeconds = limits.absenceDoubtSeconds
        restSeconds = limits.absenceRestSeconds
    }

    /// Whether the upstream said a moment ago that it does not know a package, of which nothing is kept.
    func isUnknown(_ package: Package, at now: Instant) -> Bool {
        unknown.peek(package).map { now < $0 } ?? false
    }

    /// The upstream does not know a package that is kept; answers whether it has said so for long enough.
    mutating func isBelieved(of package: Package, at now: Instant) -> Bool {
        let since = doubted.value(for: package) ?? now
        doubted.insert(since, for: package, cost: 1)
        return now >= since.adding(seconds: doubtSeconds)
    }

    /// The upstream does not know a package, and nothing is kept of it.
    mutating func note(_ package: Package, at now: Instant) {
        doubted.removeValue(for: package)
        unknown.insert(now.adding(seconds: restSeconds), for: package, cost: 1)
    }

    /// The upstream knows a package.
    mutating func end(_ package: Package) {
        doubted.removeValue(for: package)
        unknown.removeValue(for: package)
    }
}
