import SallyportEcosystem
import SallyportGate
import Synchronization

/// What was withheld from each client run, to be announced at its end.
///
/// A run is known by a key that the client makes up, so sessions and what is kept of each are bounded.
final class SessionLedger: Sendable {
    /// Runs that are remembered.
    static let sessionsMax = 1_000
    /// Refusals that are remembered of one run.
    static let refusalsMax = 20
    /// Longest key, in bytes.
    static let keyBytesMax = 128

    private let sessions = Mutex(BoundedCache<String, [Refusal]>(costMax: sessionsMax))

    func note(_ refusals: [Refusal], in session: String) {
        guard !refusals.isEmpty, session.utf8.count <= Self.keyBytesMax else { return }
        sessions.withLock { sessions in
            var known = sessions.value(for: session) ?? []
            for refusal in refusals where known.count < Self.refusalsMax && !known.contains(refusal) {
                known.append(refusal)
            }
            sessions.insert(known, for: session, cost: 1)
        }
    }

    func refusals(in session: String) -> [Refusal] {
        sessions.withLock { $0.value(for: session) ?? [] }
    }
}
