import HTTPTypes
import HummingbirdCore
import NIOCore
import SallyportArchive
import SallyportEcosystem
import SallyportModel

extension ClientRequest {
    /// The request as an ecosystem mounted at `/mount` sees it; `nil` when the path lies elsewhere.
    ///
    /// Runs of `/` are one `/` (pipenv sends `//`); nothing else of the path is changed or decoded.
    init?(_ head: HTTPRequest, below mount: String, identity: String?) {
        let target = head.path ?? "/"
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = Self.collapsingSlashes(parts[0])
        guard path == "/\(mount)" || path.hasPrefix("/\(mount)/") else { return nil }
        let below = path.dropFirst(mount.utf8.count + 1)
        self.init(
            method: head.method.rawValue,
            path: below.isEmpty ? "/" : String(below),
            query: parts.count > 1 ? String(parts[1]) : "",
            headers: head.headerFields.map { Header($0.name.canonicalName, $0.value) },
            identity: identity
        )
    }

    static func collapsingSlashes(_ path: Substring) -> String {
        guard path.contains("//") else { return String(path) }
        var result = ""
        for character in path where character != "/" || result.last != "/" { result.append(character) }
        return result
    }
}

/// Where links in documents point: the configured address, or the one that the client itself used.
struct PublicAddress: Sendable {
    /// The configured base, without a trailing slash.
    let configured: String?

    /// The path that a proxy puts before ours, without a trailing slash; empty without one.
    var pathPrefix: String {
        // `https:`, nothing, the authority, and the path.
        let parts = (configured ?? "").split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return parts.count > 3 ? "/\(parts[3])" : ""
    }

    /// The base URL for one request; `nil` when the client sent no usable host.
    func base(for head: HTTPRequest) -> String? {
        if let configured { return configured }
        guard let authority = head.authority, Self.isPlausible(authority) else { return nil }
        return "http://\(authority)"
    }

    /// A host reaches documents and cache keys, so only what a host can be is taken.
    static func isPlausible(_ authority: String) -> Bool {
        guard (1...255).contains(authority.utf8.count) else { return false }
        return authority.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"): true
            case UInt8(ascii: "["), UInt8(ascii: "]"): true
            default: false
            }
        }
    }
}

/// Reads a request's body within a bound, decoded.
enum RequestBodyReader {
    /// Throws ``GateFailure``-like failures for bodies that are too large or badly encoded.
    static func read(_ request: Request, bytesMax: Int) async throws(BodyError) -> [UInt8] {
        let buffer: ByteBuffer
        do { buffer = try await request.body.collect(upTo: bytesMax) } catch { throw BodyError.tooLarge(bytesMax) }
        let bytes = Array(buffer.readableBytesView)
        guard let encoding = request.headers[.contentEncoding], encoding.lowercased() != "identity" else {
            return bytes
        }
        guard encoding.lowercased() == "gzip" else { throw BodyError.encoding(encoding) }
        do { return try Gzip.decompress(bytes.span, limit: bytesMax) } catch { throw BodyError.broken(error.message) }
    }

    /// Why a body was not read.
    enum BodyError: Error {
        case tooLarge(Int)
        case encoding(String)
        case broken(String)

        var sentence: String {
            switch self {
            case .tooLarge(let bytes): "The request's body is larger than \(bytes) bytes."
            case .encoding(let name):
                "The encoding `\(name)` of the request's body is not understood; send gzip or none."
            case .broken(let detail): "The request's body can't be decompressed: \(detail)"
            }
        }
    }
}
