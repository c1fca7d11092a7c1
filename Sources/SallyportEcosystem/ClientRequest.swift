public import SallyportModel

/// One header field.
public struct Header: Hashable, Sendable {
    /// The name, lower case.
    public let name: String
    /// The value.
    public let value: String

    /// Makes a field; the name is given in lower case.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// A client's request as an ecosystem sees it: no sockets, no body.
public struct ClientRequest: Sendable {
    /// The method, upper case.
    public let method: String
    /// The raw path below the mount, beginning with `/`; still percent-encoded, runs of `/` made one.
    public let path: String
    /// The raw query without `?`; empty when absent.
    public let query: String
    /// The fields, names in lower case, in order.
    public let headers: [Header]
    /// Who asks, when a token said so.
    public let identity: String?

    /// Makes a request.
    public init(method: String, path: String, query: String = "", headers: [Header] = [], identity: String? = nil) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.identity = identity
    }

    /// The first value of a field; the name is given in lower case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name == name }?.value
    }
}

/// What a client asks for.
public enum Route: Sendable, Equatable {
    /// A package's index, or a part of it, in one of the ecosystem's forms.
    case index(Package, IndexForm)
    /// An artifact's bytes.
    case artifact(Package, filename: String)
    /// The companion of an artifact: its name is `filename` of the artifact.
    case companion(Package, filename: String)
    /// Another path below the mount, permanently.
    case redirect(path: String)
    /// A request that the upstream answers: search, advisories, keys.
    case relay(Relay)
    /// An answer that needs nobody else: a ping, an unknown path.
    case answer(Answer)
}

/// One of the forms in which an index can be rendered; also the key of the rendered cache.
public struct IndexForm: Hashable, Sendable {
    /// The form's name within its ecosystem: `full`, `abbreviated`, `html`.
    public let name: String
    /// The part that is asked for, a version or a tag; bounded by the ecosystem.
    public let selector: String?

    /// Makes a form.
    public init(_ name: String, selector: String? = nil) {
        self.name = name
        self.selector = selector
    }
}

/// An answer to a client, complete.
public struct Answer: Hashable, Sendable {
    /// The status code.
    public let status: Int
    /// The reason phrase where it says more than the status: printable ASCII, at most 300 bytes.
    public let reasonPhrase: String?
    /// Fields beside content-length, date and etag, which the server owns.
    public let headers: [Header]
    /// The body, not encoded.
    public let body: [UInt8]
    /// The entity tag, quoted, where the protocol says what it is made of; the server makes one otherwise.
    public let etag: String?
    /// Whether the server may compress the body for clients that take it so; not what is huge and mostly asked for in parts.
    public let mayCompress: Bool

    /// Makes an answer. One that has a field `accept-ranges: bytes` is also served in parts.
    public init(
        status: Int,
        reasonPhrase: String? = nil,
        headers: [Header] = [],
        body: [UInt8] = [],
        etag: String? = nil,
        mayCompress: Bool = true
    ) {
        self.status = status
        self.reasonPhrase = reasonPhrase
        self.headers = headers
        self.body = body
        self.etag = etag
        self.mayCompress = mayCompress
    }
}

/// A request that goes on to the upstream.
public struct Relay: Hashable, Sendable {
    /// What it is, for ``PackageEcosystem/prepare(_:body:isOwned:)``: `search`, `audit`, `keys`.
    public let kind: String
    /// The method, upper case.
    public let method: String
    /// The path below the upstream's base URL, beginning with `/`.
    public let path: String
    /// Whether the path begins at the upstream's origin instead of its base URL: PyPI's attestations stand beside the
    /// simple index, not below it.
    public let isBelowOrigin: Bool
    /// The raw query without `?`.
    public let query: String
    /// The fields that are passed on.
    public let headers: [Header]
    /// Whether the answer announces what was withheld in this session.
    public let announcesWithheld: Bool

    /// Makes a relay.
    public init(
        kind: String,
        method: String,
        path: String,
        isBelowOrigin: Bool = false,
        query: String = "",
        headers: [Header] = [],
        announcesWithheld: Bool = false
    ) {
        self.kind = kind
        self.method = method
        self.path = path
        self.isBelowOrigin = isBelowOrigin
        self.query = query
        self.headers = headers
        self.announcesWithheld = announcesWithheld
    }
}

/// What becomes of a relayed request after names were taken out.
public enum RelayStep: Sendable, Equatable {
    /// It goes upstream with this query and body.
    case forward(query: String, body: [UInt8])
    /// Nothing is left to ask: this is the answer.
    case answer(Answer)
}
