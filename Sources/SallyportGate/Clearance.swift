public import SallyportModel

/// The right to read one artifact's bytes, for one digest.
///
/// Only the gate makes one: the initialiser is internal to this room, and the blob store hands out bytes for
/// nothing else. Whoever holds a clearance can serve exactly the bytes that were inspected, and no others.
public struct Clearance: Hashable, Sendable {
    /// The artifact that was admitted.
    public let artifact: Artifact
    /// The SHA-256 of the bytes that were inspected; for a companion, of the companion.
    public let digest: Digest
    /// Their number.
    public let size: Int

    init(artifact: Artifact, digest: Digest, size: Int) {
        self.artifact = artifact
        self.digest = digest
        self.size = size
    }
}

/// The right to read bytes that have not been admitted, in order to inspect them. Made by quarantine alone.
public struct QuarantinePass: Hashable, Sendable {
    /// The SHA-256 of the bytes.
    public let digest: Digest

    init(digest: Digest) {
        self.digest = digest
    }
}
