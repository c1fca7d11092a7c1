/// The SHA-256 of bytes that come one after the other. A copy goes on by itself.
public protocol RunningDigest: Sendable {
    /// Reads further bytes.
    mutating func update(_ bytes: Span<UInt8>)
    /// The digest of all bytes so far; more may follow.
    var digest: Digest { get }
}

extension ContentHashing {
    /// Keeps all bytes and reads them again each time: for tests, and for whoever never asks for it.
    public func runningSHA256() -> any RunningDigest { KeptBytes(hashing: self) }
}

/// All bytes so far.
private struct KeptBytes<Hashing: ContentHashing>: RunningDigest {
    let hashing: Hashing
    private var bytes: [UInt8] = []

    init(hashing: Hashing) { self.hashing = hashing }

    mutating func update(_ more: Span<UInt8>) {
        for index in more.indices { bytes.append(more[index]) }
    }

    var digest: Digest { hashing.sha256(bytes.span) }
}
