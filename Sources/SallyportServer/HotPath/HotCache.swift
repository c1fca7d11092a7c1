import NIOCore
import NIOHTTP1
import SallyportGate
import SallyportModel
import Synchronization

/// An answer that can be given again without asking anybody, as long as its lease holds.
struct HotEntry: Sendable {
    /// Where the bytes are.
    enum Content: Sendable {
        /// In memory, shared and never changed.
        case memory(ByteBuffer)
        /// In an open file, sent without a copy.
        case file(HotFile)
    }

    let lease: Lease
    let etag: String
    /// All fields of a 200 answer except those of the single request.
    let headers: HTTPHeaders
    let content: Content
    /// What a delivery of these bytes is recorded as; absent for indexes.
    let clearance: Clearance?

    var size: Int {
        switch content {
        case .memory(let buffer): buffer.readableBytes
        case .file(let file): file.size
        }
    }
}

/// What makes two requests the same to the hot path.
struct HotKey: Hashable, Sendable {
    /// The target as sent.
    let target: String
    /// The fields that an index's form depends on; empty for artifacts, whose bytes are the same for everyone.
    let variant: String

    /// Bytes that it takes: whoever asks chooses them.
    var byteCount: Int { target.utf8.count + variant.utf8.count }

    init(artifact target: String) {
        self.target = target
        variant = ""
    }

    init(index target: String, host: String, accept: String, encoding: String, agent: String) {
        self.target = target
        // A line break can't occur in a field's value, so no two variants are written alike.
        variant = "\(host)\n\(accept)\n\(encoding)\n\(agent)"
    }
}

/// Answers that were given lately, within a number of bytes.
final class HotCache: Sendable {
    private let entries: Mutex<BoundedCache<HotKey, HotEntry>>
    private let clock: @Sendable () -> Instant

    /// The largest content that is kept in memory, in bytes; larger artifacts are sent from their file.
    static let memoryBytesMax = 1_024 * 1_024
    /// What an open file counts in the cache's bound: it is the descriptors that are scarce, not the bytes.
    static let fileCost = 256 * 1_024
    /// What an entry counts beside its content and its key.
    static let entryCost = 1_024
    /// The longest target that is kept, in bytes, and the longest list of fields that an answer depends on.
    static let keyPartBytesMax = 1_024

    init(bytesMax: Int, clock: @escaping @Sendable () -> Instant) {
        entries = Mutex(BoundedCache(costMax: bytesMax))
        self.clock = clock
    }

    func entry(for key: HotKey) -> HotEntry? {
        let now = clock()
        return entries.withLock { entries in
            guard let entry = entries.value(for: key) else { return nil }
            guard entry.lease.isValid(at: now) else {
                entries.removeValue(for: key)
                return nil
            }
            return entry
        }
    }

    func keep(_ entry: HotEntry, for key: HotKey) {
        guard key.target.utf8.count <= Self.keyPartBytesMax, key.variant.utf8.count <= Self.keyPartBytesMax else {
            return
        }
        let contentCost =
            switch entry.content {
            case .memory(let buffer): buffer.readableBytes
            case .file: Self.fileCost
            }
        entries.withLock { _ = $0.insert(entry, for: key, cost: contentCost + key.byteCount + Self.entryCost) }
    }
}
