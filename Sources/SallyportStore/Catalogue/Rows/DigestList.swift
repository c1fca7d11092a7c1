import FoundationEssentials
import SallyportModel

/// Digests in one column: for each, a byte for the algorithm and the digest.
enum DigestList {
    static func encode(_ digests: [Digest]) -> Data {
        var data = Data()
        for digest in digests {
            data.append(tag(of: digest.algorithm))
            data.append(contentsOf: digest.bytes)
        }
        return data
    }

    /// Reads the column; `nil` when it is none.
    static func decode(_ data: Data) -> [Digest]? {
        var rest = data[...]
        var digests: [Digest] = []
        while let tag = rest.popFirst() {
            guard let algorithm = Digest.Algorithm.allCases.first(where: { self.tag(of: $0) == tag }) else {
                return nil
            }
            let bytes = rest.prefix(algorithm.byteCount)
            guard let digest = Digest(algorithm, bytes: Array(bytes)) else { return nil }
            digests.append(digest)
            rest = rest.dropFirst(bytes.count)
        }
        return digests
    }

    private static func tag(of algorithm: Digest.Algorithm) -> UInt8 {
        switch algorithm {
        case .sha1: 1
        case .sha256: 2
        case .sha384: 3
        case .sha512: 4
        }
    }
}
