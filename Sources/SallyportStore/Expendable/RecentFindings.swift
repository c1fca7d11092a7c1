import SallyportAnalysis
import SallyportModel
import Synchronization

/// What findings are kept for.
struct FindingsKey: Hashable, Sendable {
    let digest: Digest
    let kind: String
    let engine: String

    /// The first eight bytes of the digest: enough to know that something is not stored.
    var mark: UInt64 { Self.mark(digest.bytes) }

    static func mark(_ bytes: some Collection<UInt8>) -> UInt64 {
        bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// The findings in memory: those used last, those not yet written, and which digests are stored at all.
final class RecentFindings: Sendable {
    /// Findings that may wait to be written; beyond that they are only remembered.
    static let unwrittenMax = 16_384

    enum Answer {
        case found(FileFindings)
        case absent
        case perhapsStored
    }

    private struct State {
        var recent: RecentTable<FindingsKey, FileFindings>
        var unwritten: [(FindingsKey, FileFindings)] = []
        var known: Set<UInt64>
    }

    private let state: Mutex<State>

    init(limits: ExpendableLimits, known: Set<UInt64>) {
        state = Mutex(State(recent: RecentTable(countMax: limits.findingsInMemoryMax), known: known))
    }

    func find(_ key: FindingsKey) -> Answer {
        state.withLock { state in
            if let findings = state.recent.value(for: key) { return .found(findings) }
            return state.known.contains(key.mark) ? .perhapsStored : .absent
        }
    }

    func remember(_ findings: FileFindings, for key: FindingsKey) {
        state.withLock { $0.recent.enter(findings, for: key) }
    }

    /// Remembers findings to be written; answers whether they are the first since the last writing.
    func keep(_ findings: FileFindings, for key: FindingsKey) -> Bool {
        state.withLock { state in
            state.recent.enter(findings, for: key)
            guard state.unwritten.count < Self.unwrittenMax else { return false }
            state.unwritten.append((key, findings))
            state.known.insert(key.mark)
            return state.unwritten.count == 1
        }
    }

    func takeUnwritten() -> [(FindingsKey, FileFindings)] {
        state.withLock { state in
            defer { state.unwritten = [] }
            return state.unwritten
        }
    }
}
