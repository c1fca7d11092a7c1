import Crypto
public import SallyportModel

/// SHA-256 and SHA-512 by swift-crypto, for the rooms that hash and own no cryptography.
public struct CryptoHashing: ContentHashing {
    /// Makes one; it keeps no state.
    public init() {}

    /// The SHA-256 of the bytes.
    public func sha256(_ bytes: Span<UInt8>) -> SallyportModel.Digest {
        var hash = SHA256()
        // SAFETY: the pointer lives for the closure, and the hash only reads from it.
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        return ContentDigests.digest(.sha256, hash.finalize())
    }

    /// Reads each byte once.
    public func runningSHA256() -> any RunningDigest { ContentHash() }

    /// The SHA-512 of the bytes.
    public func sha512(_ bytes: Span<UInt8>) -> SallyportModel.Digest? {
        var hash = SHA512()
        // SAFETY: the pointer lives for the closure, and the hash only reads from it.
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        return ContentDigests.digest(.sha512, hash.finalize())
    }
}
