import Glibc
import SallyportGate
import SallyportModel
import Synchronization

/// A call that the port does not allow at this moment, or a system call that failed.
struct FakeMisuse: Error, Hashable {
    let description: String
}

/// Bytes on their way into ``MemoryBlobs``.
final class MemoryStagedBlob: StagedBlob {
    private enum Phase {
        case open([UInt8])
        case finished([UInt8])
        case ended
    }

    private let phase = Mutex(Phase.open([]))
    private let blobs: MemoryBlobs

    init(blobs: MemoryBlobs) {
        self.blobs = blobs
    }

    deinit { end() }

    func write(_ bytes: [UInt8]) async throws {
        if let failure = blobs.state.withLock({ $0.failure }) { throw failure }
        try phase.withLock { phase in
            guard case .open(let written) = phase else { throw FakeMisuse(description: "written to out of order") }
            phase = .open(written + bytes)
        }
    }

    func finish() async throws -> StagedContent {
        let bytes: [UInt8] = try phase.withLock { phase in
            guard case .open(let written) = phase else { throw FakeMisuse(description: "finished out of order") }
            phase = .finished(written)
            return written
        }
        return StagedContent(size: bytes.count, digests: blobs.digests(bytes))
    }

    func inspect<Value: Sendable>(_ body: @escaping @Sendable (Span<UInt8>) -> Value) async throws -> Value {
        let bytes = try finished()
        return body(bytes.span)
    }

    func commit() async throws {
        if let failure = blobs.state.withLock({ $0.failure }) { throw failure }
        blobs.put(try finished())
        end()
    }

    func discard() async { end() }

    private func finished() throws -> [UInt8] {
        try phase.withLock { phase in
            guard case .finished(let bytes) = phase else { throw FakeMisuse(description: "used out of order") }
            return bytes
        }
    }

    private func end() {
        let isFirst = phase.withLock { phase in
            if case .ended = phase { return false }
            phase = .ended
            return true
        }
        if isFirst { blobs.state.withLock { $0.stagedCount -= 1 } }
    }
}

/// A blob of ``MemoryBlobs`` with a real descriptor, of a file without a name.
final class MemoryOpenBlob: OpenBlob {
    let size: Int
    let descriptor: Int32
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        size = bytes.count
        descriptor = try Self.nameless(bytes)
    }

    private static func nameless(_ bytes: [UInt8]) throws -> Int32 {
        var name = Array("/tmp/sallyport-blob-XXXXXX".utf8CString)
        // SAFETY: the template ends with a zero; the call writes the name over it, and within its bounds.
        let descriptor = unsafe mkstemp(&name)
        // SAFETY: the pointer lives for the closure, and the call reads within its bounds.
        let written = unsafe bytes.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        // SAFETY: the name outlives the call, which only reads it.
        unsafe unlink(name)
        guard written == bytes.count else { throw FakeMisuse(description: "a temporary file could not be made") }
        return descriptor
    }

    deinit { close(descriptor) }

    func read(_ range: Range<Int>) async throws -> [UInt8] {
        guard range.lowerBound >= 0, range.upperBound <= size else { throw FakeMisuse(description: "read outside") }
        return Array(bytes[range])
    }
}
