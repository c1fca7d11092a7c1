public import SallyportGate
public import SallyportModel
import Synchronization

/// Blobs in memory that keep the port's promises as long as the process lives.
///
/// It passes the same suite as the folder. Damage and failing disks are made by ``damage(_:)``, ``remove(_:)`` and
/// ``failWrites(with:)``.
public final class MemoryBlobs: Blobs {
    struct State {
        var blobs: [Digest: [UInt8]] = [:]
        var damaged: Set<Digest> = []
        var stagedCount = 0
        var failure: (any Error)?
    }

    let state = Mutex(State())
    let digests: @Sendable ([UInt8]) -> [Digest]

    /// Makes an empty store; `digests` gives one digest for each algorithm.
    ///
    /// The default is ``StandInHashing``, which is quick and needs no cryptography, so that the digests that a test
    /// publishes for its artifacts must come from there too.
    public init(digests: @escaping @Sendable ([UInt8]) -> [Digest] = StandInHashing.digests(of:)) {
        self.digests = digests
    }

    /// The digests of everything that was committed and is still there.
    public var committed: Set<Digest> { state.withLock { Set($0.blobs.keys) } }

    /// Staged blobs that were neither committed nor discarded.
    public var stagedCount: Int { state.withLock(\.stagedCount) }

    /// The next read finds other bytes under this key.
    public func damage(_ digest: Digest) {
        state.withLock { _ = $0.damaged.insert(digest) }
    }

    /// The next read finds nothing under this key.
    public func remove(_ digest: Digest) {
        state.withLock { $0.blobs[digest] = nil }
    }

    /// From now on writing and committing throw `error`; with `nil`, they don't.
    public func failWrites(with error: (any Error)?) {
        state.withLock { $0.failure = error }
    }

    /// Puts bytes there as a commit would; answers their SHA-256.
    @discardableResult
    public func put(_ bytes: [UInt8]) -> Digest? {
        let key = digests(bytes).first { $0.algorithm == .sha256 }
        if let key { state.withLock { $0.blobs[key] = bytes } }
        return key
    }

    /// Opens a place in memory.
    public func stage() async throws -> any StagedBlob {
        state.withLock { $0.stagedCount += 1 }
        return MemoryStagedBlob(blobs: self)
    }

    /// Finds damage as the folder does, and forgets the blob then.
    public func open(_ clearance: Clearance) async throws -> any OpenBlob {
        let bytes = try intact(clearance.digest)
        guard bytes.count == clearance.size else {
            throw BlobDamaged(digest: clearance.digest, description: "has \(bytes.count) bytes")
        }
        return try MemoryOpenBlob(bytes)
    }

    /// Runs `body` where it is called.
    public func inspect<Value: Sendable>(
        _ pass: QuarantinePass,
        _ body: @escaping @Sendable (Span<UInt8>) -> Value
    ) async throws -> Value {
        let bytes = try intact(pass.digest)
        return body(bytes.span)
    }

    private func intact(_ digest: Digest) throws -> [UInt8] {
        try state.withLock { state in
            guard let bytes = state.blobs[digest] else { throw BlobDamaged(digest: digest, description: "is missing") }
            guard state.damaged.remove(digest) == nil else {
                state.blobs[digest] = nil
                throw BlobDamaged(digest: digest, description: "its bytes have another digest")
            }
            return bytes
        }
    }
}
