import Crypto
import Foundation
import SallyportModel
import Testing

/// What may happen to stored bytes behind the store's back.
struct Harm: Sendable {
    let damage: @Sendable (SallyportModel.Digest) throws -> Void
    let remove: @Sendable (SallyportModel.Digest) throws -> Void

    /// The path of a blob in a data folder, as docs/formats/data-folder.md gives it.
    static func path(of digest: SallyportModel.Digest, in data: String) -> String {
        "\(data)/blobs/sha256/\(digest.hex.prefix(2))/\(digest.hex)"
    }

    static func inFolder(_ data: String) -> Harm {
        Harm(
            damage: { digest in
                let path = path(of: digest, in: data)
                var bytes = try Files.read(path)
                if bytes.isEmpty { bytes = [0] } else { bytes[bytes.count / 2] ^= 1 }
                let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
                try file.write(contentsOf: Data(bytes))
                try file.close()
            },
            remove: { try FileManager.default.removeItem(atPath: path(of: $0, in: data)) }
        )
    }
}

/// The standard digests, computed beside the code under test.
enum Bytes {
    @Sendable static func digests(of bytes: [UInt8]) -> [SallyportModel.Digest] {
        [
            SallyportModel.Digest(.sha1, bytes: Array(Insecure.SHA1.hash(data: bytes))),
            SallyportModel.Digest(.sha256, bytes: Array(SHA256.hash(data: bytes))),
            SallyportModel.Digest(.sha384, bytes: Array(SHA384.hash(data: bytes))),
            SallyportModel.Digest(.sha512, bytes: Array(SHA512.hash(data: bytes))),
        ].compactMap { $0 }
    }

    static func sha256(_ bytes: [UInt8]) throws -> SallyportModel.Digest {
        try #require(digests(of: bytes).first { $0.algorithm == .sha256 })
    }
}
