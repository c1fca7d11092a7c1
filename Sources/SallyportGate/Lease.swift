public import SallyportModel
import Synchronization

/// A promise that something cached may still be served: until an instant, and unless the gate takes it back.
///
/// The hot path holds leases instead of asking the gate; checking one takes no lock.
public final class Lease: Sendable {
    /// When time alone ends it; `nil` when time does not.
    public let expiresAt: Instant?
    private let isRevoked = Atomic<Bool>(false)

    init(expiresAt: Instant?) {
        self.expiresAt = expiresAt
    }

    /// Whether what was cached under this lease may be served at `now`.
    public func isValid(at now: Instant) -> Bool {
        guard !isRevoked.load(ordering: .acquiring) else { return false }
        return expiresAt.map { now < $0 } ?? true
    }

    func revoke() {
        isRevoked.store(true, ordering: .releasing)
    }
}
