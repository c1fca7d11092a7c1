/// A cryptographic digest of some bytes, with its algorithm.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
    /// The algorithms that registries publish and Sallyport checks.
    public enum Algorithm: String, Sendable, Codable, CaseIterable, Comparable {
        /// 20 bytes; old npm releases have nothing stronger.
        case sha1
        /// 32 bytes; Sallyport's own key for blobs and files.
        case sha256
        /// 48 bytes; seen in npm integrity values.
        case sha384
        /// 64 bytes; npm's usual integrity value.
        case sha512

        /// The digest's length in bytes.
        public var byteCount: Int {
            switch self {
            case .sha1: 20
            case .sha256: 32
            case .sha384: 48
            case .sha512: 64
            }
        }

        /// Weaker first.
        public static func < (left: Algorithm, right: Algorithm) -> Bool { left.byteCount < right.byteCount }
    }

    /// The algorithm.
    public let algorithm: Algorithm
    /// The digest itself, ``Algorithm/byteCount`` bytes.
    public let bytes: [UInt8]

    /// Refuses bytes of the wrong length; returns `nil` then.
    public init?(_ algorithm: Algorithm, bytes: [UInt8]) {
        guard bytes.count == algorithm.byteCount else { return nil }
        self.algorithm = algorithm
        self.bytes = bytes
    }

    /// Reads hexadecimal of either case; `nil` for anything else.
    public init?(_ algorithm: Algorithm, hex: String) {
        let digits = Array(hex.utf8)
        guard digits.count == algorithm.byteCount * 2 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(algorithm.byteCount)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = PercentEncoding.hexValue(digits[index]),
                let low = PercentEncoding.hexValue(digits[index + 1])
            else { return nil }
            bytes.append(high << 4 | low)
        }
        self.init(algorithm, bytes: bytes)
    }

    /// Reads one hash of a Subresource Integrity value, `sha512-BASE64` (W3C SRI); options after `?` are ignored.
    public init?(integrity: String) {
        guard let dash = integrity.firstIndex(of: "-"), let algorithm = Algorithm(rawValue: String(integrity[..<dash]))
        else { return nil }
        let value = integrity[integrity.index(after: dash)...].prefix { $0 != "?" }
        guard let bytes = Base64.decode(String(value)) else { return nil }
        self.init(algorithm, bytes: bytes)
    }

    /// Lower-case hexadecimal.
    public var hex: String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(Self.hexDigit(byte >> 4))
            text.append(Self.hexDigit(byte & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The Subresource Integrity form.
    public var integrity: String { "\(algorithm.rawValue)-\(Base64.encode(bytes))" }

    /// `sha256:HEX`, the form in logs and the API.
    public var description: String { "\(algorithm.rawValue):\(hex)" }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

extension Digest: Codable {
    /// Reads `sha256:HEX`; throws for anything else.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let algorithm = Algorithm(rawValue: parts[0]),
            let digest = Digest(algorithm, hex: parts[1])
        else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "`\(text)` is no digest.")
        }
        self = digest
    }

    /// Writes `sha256:HEX`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Digests of files, given to the pure rooms by the edge that owns the cryptography library.
public protocol ContentHashing: Sendable {
    /// The SHA-256 of the bytes.
    func sha256(_ bytes: Span<UInt8>) -> Digest
    /// The SHA-512 of the bytes; nil where it can't be computed.
    func sha512(_ bytes: Span<UInt8>) -> Digest?
    /// The SHA-256 of bytes that are yet to come, for a text that only grows.
    func runningSHA256() -> any RunningDigest
}

extension ContentHashing {
    /// No SHA-512.
    public func sha512(_ bytes: Span<UInt8>) -> Digest? { nil }
}
