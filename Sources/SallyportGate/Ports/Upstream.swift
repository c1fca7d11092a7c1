public import SallyportEcosystem
public import SallyportModel

/// The registries outside, one for each ecosystem at most.
///
/// An implementation bounds every fetch in size, time and redirects, verifies TLS, retries what is worth it, sends
/// credentials only to the origin that they were configured for, and refuses private and loopback addresses unless
/// the configured upstream is one itself.
public protocol Upstream: Sendable {
    /// Whether an upstream is configured for the ecosystem.
    func isConfigured(_ ecosystem: Ecosystem) -> Bool

    /// Asks for an index; conditional when `known` has a validator. One that grows at its end may be answered with a part.
    func index(
        _ request: IndexRequest,
        of ecosystem: Ecosystem,
        known: IndexDocument?
    ) async throws(UpstreamError) -> IndexReply

    /// Streams an artifact into a staged blob; stops with `tooLarge` beyond `bytesMax`.
    func fetch(
        _ artifact: IndexedArtifact,
        bytesMax: Int,
        into staged: any StagedBlob
    ) async throws(UpstreamError)

    /// Passes a request on and answers with the upstream's status, media type and body, within bounds.
    func relay(
        _ relay: Relay,
        query: String,
        body: [UInt8],
        of ecosystem: Ecosystem
    ) async throws(UpstreamError) -> Answer
}

/// An upstream's answer to a request for an index.
public enum IndexReply: Hashable, Sendable {
    /// A new document, and what says that it is whole.
    case document(IndexDocument, IndexReceipt = .whole)
    /// What follows the known document, for a request for one that grows at its end.
    case part(IndexPart)
    /// The known document is current.
    case unchanged
    /// The upstream knows no such package.
    case notFound
}

/// How an index arrived, as far as that says whether it is whole.
public struct IndexReceipt: Hashable, Sendable {
    /// Whether the upstream said where the body ends: by its length, by chunks, or by its encoding. Without it a connection
    /// that breaks looks like the end.
    public let hasEnd: Bool
    /// The field `repr-digest` (RFC 9530), where it is about the body as it was read.
    public let representationDigest: String?

    /// Of a body whose end was said.
    public static let whole = IndexReceipt(hasEnd: true, representationDigest: nil)

    /// Makes a receipt.
    public init(hasEnd: Bool, representationDigest: String?) {
        self.hasEnd = hasEnd
        self.representationDigest = representationDigest
    }
}

/// Why an upstream gave nothing.
public struct UpstreamError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Hashable, Sendable {
        /// No upstream is configured for the ecosystem.
        case notConfigured = "not-configured"
        /// No connection, a time-out, or a 5xx after all retries.
        case unreachable
        /// The upstream answered 404 or 410 for an artifact.
        case notFound = "not-found"
        /// The upstream refused: 401, 403, 407, 451.
        case refused
        /// A redirect or a link led where it may not: a private address, another scheme, too many hops.
        case forbiddenTarget = "forbidden-target"
        /// The answer for an artifact is complete and has another number of bytes than its index promises.
        case otherSize = "other-size"
        /// More bytes than allowed or announced.
        case tooLarge = "too-large"
        /// The answer broke its own promise: a short body, a bad encoding.
        case invalid
        /// The bytes could not be stored.
        case storage
    }

    /// The kind.
    public let code: Code
    /// A sentence for the operator and the terminal; names the URL without credentials.
    public let description: String

    /// Makes an error.
    public init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
