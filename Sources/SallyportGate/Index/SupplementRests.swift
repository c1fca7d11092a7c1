import SallyportModel

/// Until when the second document of each index is not asked for again.
struct SupplementRests: Sendable {
    private struct Rest: Sendable {
        var until: Instant
        var seconds: Int64
    }

    private var rests: BoundedCache<Package, Rest>
    private let first: Int64
    private let longest: Int64

    init(_ limits: GateLimits) {
        rests = BoundedCache(costMax: limits.waitingMax)
        first = limits.supplementRestSeconds
        longest = limits.supplementRestSecondsMax
    }

    func isOver(_ package: Package, at now: Instant) -> Bool {
        rests.peek(package).map { $0.until <= now } ?? true
    }

    /// It is asked for now: the next time comes after a while that doubles, until the first document changes.
    mutating func begin(_ package: Package, at now: Instant, isNew: Bool = false) {
        let last = isNew ? nil : rests.peek(package)
        let seconds = last.map { min($0.seconds * 2, longest) } ?? first
        rests.insert(Rest(until: now.adding(seconds: seconds), seconds: seconds), for: package, cost: 1)
    }
}
