public import SallyportModel

/// Digests that depend on every byte and have the right lengths, for tests of rooms that own no cryptography.
///
/// They are not the digests of any standard, and it is easy to make two inputs with the same one: never outside tests.
public struct StandInHashing: ContentHashing {
    /// Makes one; it keeps no state.
    public init() {}

    /// A stand-in for the SHA-256 of the bytes.
    public func sha256(_ bytes: Span<UInt8>) -> Digest {
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in bytes.indices { state = (state ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
        return Self.digest(.sha256, seed: state)
    }

    /// A stand-in digest for each algorithm, weaker first; the SHA-256 is that of ``sha256(_:)``.
    @Sendable public static func digests(of bytes: [UInt8]) -> [Digest] {
        let key = StandInHashing().sha256(bytes.span)
        let seed = key.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Digest.Algorithm.allCases.map { $0 == .sha256 ? key : digest($0, seed: seed) }
    }

    private static func digest(_ algorithm: Digest.Algorithm, seed: UInt64) -> Digest {
        var state = seed
        var bytes: [UInt8] = []
        while bytes.count < algorithm.byteCount {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: state >> shift))
            }
            state = (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9 &+ 1
        }
        guard let digest = Digest(algorithm, bytes: Array(bytes.prefix(algorithm.byteCount))) else {
            preconditionFailure("The bytes were cut to the algorithm's length.")
        }
        return digest
    }
}
