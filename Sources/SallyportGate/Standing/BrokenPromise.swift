import SallyportEcosystem
import SallyportModel

/// What the bytes of a file are not that its index says of them.
///
/// The upstream may mend it, so the file is withheld for a while that doubles, and then asked for again. The verdict is the
/// index's and not a person's: nobody can admit bytes that are not there.
struct BrokenPromise: Sendable, Hashable {
    /// In what they differ.
    enum Difference: Sendable, Hashable {
        /// The index publishes no digest that could be checked.
        case unchecked
        case digest(Digest.Algorithm)
        case size(Int, promised: Int)
        /// Fewer or more bytes, and nobody waited for them all.
        case otherSize
        /// The upstream has no such file.
        case missing
    }

    /// What the index promised.
    private let digests: [Digest]
    private let size: Int?
    let difference: Difference
    /// Until when the file is withheld for it.
    let until: Instant
    private let restSeconds: Int64

    /// Notes a difference; `earlier` is what was noted of the same file before.
    init(
        _ difference: Difference,
        of entry: IndexedArtifact,
        at now: Instant,
        after earlier: BrokenPromise?,
        limits: GateLimits
    ) {
        digests = entry.digests
        size = entry.size
        self.difference = difference
        let again = earlier.flatMap { $0.isAbout(entry) ? min($0.restSeconds * 2, limits.promiseRestSecondsMax) : nil }
        restSeconds = again ?? limits.promiseRestSeconds
        until = now.adding(seconds: restSeconds)
    }

    /// Whether it is what the index promises now.
    func isAbout(_ entry: IndexedArtifact) -> Bool { digests == entry.digests && size == entry.size }

    /// Whether a file is withheld for it.
    func withholds(_ entry: IndexedArtifact, at now: Instant) -> Bool { now < until && isAbout(entry) }
}

extension BrokenPromise.Difference {
    /// What an upstream's failure to give a file's bytes says of its index; `nil` when it says nothing.
    init?(_ error: UpstreamError) {
        switch error.code {
        case .notFound: self = .missing
        case .otherSize: self = .otherSize
        default: return nil
        }
    }

    /// How it goes on behind "its bytes": `are not those ...`.
    var words: String {
        switch self {
        case .unchecked: "can't be checked, for the index publishes no digest of them"
        case .digest(let algorithm): "are not those that the index promises (\(algorithm.rawValue) differs)"
        case .otherSize: "are not as many as the index promises"
        case .missing: "are not at the upstream, which knows no such file although its index names it"
        case .size(let found, let promised): "are \(found) and not \(promised), as the index promises"
        }
    }
}
