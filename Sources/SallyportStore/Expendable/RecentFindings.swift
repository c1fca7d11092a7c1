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
        var recentBytes = 0
        var unwritten: [(FindingsKey, FileFindings)] = []
        var unwrittenBytes = 0
        var known: Set<UInt64>

        /// Remembers findings; those used longest ago give way, in number and in bytes.
        mutating func remember(_ findings: FileFindings, for key: FindingsKey, bytesMax: Int) {
            recentBytes += findings.bytesInMemory
            recentBytes -= recent.enter(findings, for: key)?.bytesInMemory ?? 0
            while recentBytes > bytesMax, let oldest = recent.removeOldest() { recentBytes -= oldest.bytesInMemory }
        }
    }

    private let state: Mutex<State>
    private let bytesMax: Int

    init(limits: ExpendableLimits, known: Set<UInt64>) {
        bytesMax = limits.findingsInMemoryBytesMax
        state = Mutex(State(recent: RecentTable(countMax: limits.findingsInMemoryMax), known: known))
    }

    func find(_ key: FindingsKey) -> Answer {
        state.withLock { state in
            if let findings = state.recent.value(for: key) { return .found(findings) }
            return state.known.contains(key.mark) ? .perhapsStored : .absent
        }
    }

    func remember(_ findings: FileFindings, for key: FindingsKey) {
        state.withLock { $0.remember(findings, for: key, bytesMax: bytesMax) }
    }

    /// Remembers findings to be written; answers whether they are the first since the last writing.
    func keep(_ findings: FileFindings, for key: FindingsKey) -> Bool {
        state.withLock { state in
            state.remember(findings, for: key, bytesMax: bytesMax)
            let bytes = findings.bytesInMemory
            guard state.unwritten.count < Self.unwrittenMax, state.unwrittenBytes + bytes <= bytesMax else {
                return false
            }
            state.unwritten.append((key, findings))
            state.unwrittenBytes += bytes
            state.known.insert(key.mark)
            return state.unwritten.count == 1
        }
    }

    /// How many digests count as stored.
    var knownCount: Int { state.withLock { $0.known.count } }

    /// Forgets what is stored no more: rows go as others come, and their marks must not stay for ever.
    func know(only stored: Set<UInt64>) {
        state.withLock { state in
            state.known = stored.union(state.unwritten.map(\.0.mark))
        }
    }

    func takeUnwritten() -> [(FindingsKey, FileFindings)] {
        state.withLock { state in
            defer {
                state.unwritten = []
                state.unwrittenBytes = 0
            }
            return state.unwritten
        }
    }
}

extension FileFindings {
    /// About how many bytes the findings take: their texts, and what holds these.
    var bytesInMemory: Int {
        var bytes = 128 * (1 + findings.count) + 64 * references.count
        for finding in findings { bytes += finding.detail.utf8.count + finding.excerpt.utf8.count }
        for reference in references { bytes += reference.name.utf8.count }
        return bytes
    }
}
