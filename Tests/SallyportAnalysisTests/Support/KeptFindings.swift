import SallyportAnalysis
import SallyportModel
import Synchronization

/// Findings in memory, with counts of what was kept and what was found again.
final class KeptFindings: FindingsStore {
    private let state = Mutex((kept: [String: FileFindings](), hits: 0))

    var counts: [Int] { state.withLock { [$0.kept.count, $0.hits] } }

    func findings(for digest: Digest, kind: String, engine: String) -> FileFindings? {
        state.withLock { state in
            let found = state.kept[digest.hex + kind + engine]
            if found != nil { state.hits += 1 }
            return found
        }
    }

    func keep(_ findings: FileFindings, for digest: Digest, kind: String, engine: String) {
        state.withLock { $0.kept[digest.hex + kind + engine] = findings }
    }
}
