import Crypto
import SallyportModel

/// All digests that registries publish, taken as the bytes arrive.
struct ContentDigests {
    private var sha1 = Insecure.SHA1()
    private var sha256 = SHA256()
    private var sha384 = SHA384()
    private var sha512 = SHA512()

    /// Takes the next bytes.
    mutating func update(_ bytes: [UInt8]) {
        // SAFETY: the pointer lives for the closure, and the hashes only read from it.
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe sha1.update(bufferPointer: bytes)
            unsafe sha256.update(bufferPointer: bytes)
            unsafe sha384.update(bufferPointer: bytes)
            unsafe sha512.update(bufferPointer: bytes)
        }
    }

    /// One digest for each algorithm, weaker first.
    func finalize() -> [SallyportModel.Digest] {
        [
            Self.digest(.sha1, sha1.finalize()),
            Self.digest(.sha256, sha256.finalize()),
            Self.digest(.sha384, sha384.finalize()),
            Self.digest(.sha512, sha512.finalize()),
        ]
    }

    static func digest(
        _ algorithm: SallyportModel.Digest.Algorithm,
        _ value: some Crypto.Digest
    ) -> SallyportModel.Digest {
        guard let digest = SallyportModel.Digest(algorithm, bytes: Array(value)) else {
            preconditionFailure("A hash function gives as many bytes as its algorithm has.")
        }
        return digest
    }
}
