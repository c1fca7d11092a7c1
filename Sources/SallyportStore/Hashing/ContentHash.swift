import Crypto
import SallyportModel

/// SHA-256 of bytes that come in pieces.
struct ContentHash: RunningDigest {
    private var hash = SHA256()

    /// Takes the next bytes.
    mutating func update(_ bytes: Span<UInt8>) {
        // SAFETY: the pointer lives for the closure, and the hash only reads from it.
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    }

    var digest: SallyportModel.Digest { finalize() }

    /// Takes the first `count` bytes of a buffer.
    mutating func update(_ buffer: [UInt8], count: Int) {
        // SAFETY: the pointer lives for the closure, the rebased part lies within it, and the hash only reads.
        unsafe buffer.withUnsafeBytes { bytes in
            let part = unsafe UnsafeRawBufferPointer(rebasing: bytes[..<count])
            unsafe hash.update(bufferPointer: part)
        }
    }

    func finalize() -> SallyportModel.Digest { ContentDigests.digest(.sha256, hash.finalize()) }
}
