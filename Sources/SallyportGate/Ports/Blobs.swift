public import SallyportModel

/// Where bytes lie, keyed by their SHA-256: a folder, later an object store.
///
/// Nothing here judges. Bytes come out against a ``Clearance`` or a ``QuarantinePass`` and in no other way.
public protocol Blobs: Sendable {
    /// Opens a place to receive bytes whose digest is not known yet.
    func stage() async throws -> any StagedBlob

    /// Opens admitted bytes.
    ///
    /// The digest is checked on the way: bytes that are damaged or gone throw ``BlobDamaged``, and the gate fetches
    /// and judges them again.
    func open(_ clearance: Clearance) async throws -> any OpenBlob

    /// Reads stored bytes again for inspection, on the executor for heavy work; throws ``BlobDamaged`` as `open` does.
    func inspect<Result: Sendable>(
        _ pass: QuarantinePass,
        _ body: @escaping @Sendable (Span<UInt8>) -> Result
    ) async throws -> Result
}

/// Bytes on their way in. Exactly one of ``commit()`` and ``discard()`` ends it; a crash leaves nothing that could
/// be taken for a blob.
public protocol StagedBlob: AnyObject, Sendable {
    /// Appends bytes; throws when the disk does.
    func write(_ bytes: [UInt8]) async throws

    /// Ends writing and answers what was written. No more writes may follow.
    func finish() async throws -> StagedContent

    /// Hands all bytes, memory-mapped, to `body`, on the executor for heavy work. Only after ``finish()``.
    func inspect<Result: Sendable>(_ body: @escaping @Sendable (Span<UInt8>) -> Result) async throws -> Result

    /// Makes the bytes durable under their SHA-256: synced, renamed, and the folder synced.
    func commit() async throws

    /// Takes the bytes away.
    func discard() async
}

/// What a staged blob turned out to be.
public struct StagedContent: Hashable, Sendable {
    /// The number of bytes.
    public let size: Int
    /// Its digests, one for each of ``Digest/Algorithm``.
    public let digests: [Digest]

    /// Makes a description.
    public init(size: Int, digests: [Digest]) {
        self.size = size
        self.digests = digests
    }

    /// The digest of one algorithm.
    public func digest(_ algorithm: Digest.Algorithm) -> Digest? {
        digests.first { $0.algorithm == algorithm }
    }
}

/// Admitted bytes, open for reading; closed when the last reference goes.
public protocol OpenBlob: AnyObject, Sendable {
    /// The number of bytes.
    var size: Int { get }
    /// A descriptor for positioned reads and for sending without a copy; valid as long as this object lives.
    var descriptor: Int32 { get }
    /// Reads a range, which must lie inside the blob, off the cooperative pool.
    func read(_ range: Range<Int>) async throws -> [UInt8]
}

/// Bytes under a key are not the bytes of that key.
public struct BlobDamaged: Error, Hashable, Sendable, CustomStringConvertible {
    /// The key.
    public let digest: Digest
    /// What was found instead.
    public let description: String

    /// Makes the error.
    public init(digest: Digest, description: String) {
        self.digest = digest
        self.description = description
    }
}
