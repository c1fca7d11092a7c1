public import SallyportModel

/// How to ask an upstream for an index.
public struct IndexRequest: Hashable, Sendable {
    /// The path to append to the upstream's base URL, without a leading `/`.
    public let path: String
    /// The `accept` field.
    public let accept: String
    /// The largest body that is read, in bytes, decoded.
    public let bytesMax: Int
    /// Whether the document mostly grows at its end, so that what is new is asked for as a part, and joined with what is
    /// known by ``PackageEcosystem/joined(_:with:)``.
    public let growsAtItsEnd: Bool

    /// Makes a request.
    public init(path: String, accept: String, bytesMax: Int, growsAtItsEnd: Bool = false) {
        self.path = path
        self.accept = accept
        self.bytesMax = bytesMax
        self.growsAtItsEnd = growsAtItsEnd
    }
}

/// The end of an index, from the last byte on that is known.
public struct IndexPart: Hashable, Sendable {
    /// Where it begins in the document.
    public let start: Int
    /// The bytes.
    public let bytes: [UInt8]
    /// The entity tag of the whole.
    public let etag: String?
    /// The date of the whole.
    public let lastModified: String?
    /// The field `repr-digest` (RFC 9530), of the whole.
    public let representationDigest: String?

    /// Makes a part.
    public init(start: Int, bytes: [UInt8], etag: String?, lastModified: String?, representationDigest: String?) {
        self.start = start
        self.bytes = bytes
        self.etag = etag
        self.lastModified = lastModified
        self.representationDigest = representationDigest
    }
}

/// An index as the upstream sent it.
public struct IndexDocument: Hashable, Sendable, Codable {
    /// The body, decoded.
    public let body: [UInt8]
    /// Its media type.
    public let contentType: String
    /// The URL it came from, after redirects: relative links start there.
    public let url: String
    /// The entity tag, for the next conditional request.
    public let etag: String?
    /// The date for the next conditional request.
    public let lastModified: String?
    /// The body of the second document that the index is read with, where ``PackageEcosystem/supplement(to:of:)`` asked for
    /// one and the upstream has it.
    public let supplement: [UInt8]?

    /// Makes a document.
    public init(
        body: [UInt8],
        contentType: String,
        url: String,
        etag: String? = nil,
        lastModified: String? = nil,
        supplement: [UInt8]? = nil
    ) {
        self.body = body
        self.contentType = contentType
        self.url = url
        self.etag = etag
        self.lastModified = lastModified
        self.supplement = supplement
    }

    /// The same document without anything by which the upstream would be asked whether it has changed.
    public var withoutValidators: IndexDocument {
        IndexDocument(
            body: body,
            contentType: contentType,
            url: url,
            etag: nil,
            lastModified: nil,
            supplement: supplement
        )
    }

    /// This document beside a second one.
    public func with(supplement: [UInt8]?) -> IndexDocument {
        IndexDocument(
            body: body,
            contentType: contentType,
            url: url,
            etag: etag,
            lastModified: lastModified,
            supplement: supplement
        )
    }
}

/// Why an upstream index was not understood.
public struct IndexError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A stable code, kebab case.
    public let code: String
    /// Where in the document, in bytes.
    public let offset: Int?
    /// A sentence for the operator.
    public let description: String

    /// Makes an error.
    public init(code: String, offset: Int? = nil, description: String) {
        self.code = code
        self.offset = offset
        self.description = description
    }
}

/// An upstream index, read and ready to be rendered for any view.
public protocol PackageIndex: Sendable {
    /// The package.
    var package: Package { get }
    /// Everything that could be downloaded, in the index's order. Views are parallel to this.
    var artifacts: [IndexedArtifact] { get }
    /// What the index holds that was left out, a sentence each, bounded.
    var omissions: [String] { get }
    /// Bytes kept in memory, about; for the cache's bound.
    var byteCount: Int { get }

    /// Positions in ``artifacts`` of what a resolver is most likely to take, likeliest first, for judging ahead:
    /// each tag, the newest of each visible release line, for wheels the common platforms.
    func likely(in view: IndexView) -> [Int]

    /// Releases newer than all that is visible on their line, for telling a client what was withheld: positions
    /// in ``artifacts``, newest first.
    func newerWithheld(in view: IndexView) -> [Int]

    /// The answer in one form: 200 with the document, or 404 in the ecosystem's words when the part that was asked
    /// for is not there or not visible. Status, media type and `vary` are set; the body is identity-encoded.
    func render(_ form: IndexForm, view: IndexView) -> Answer

    /// What the index says of the installation of the artifact at a position, read when it is asked for: an artifact is
    /// judged with it. `nil` when this ecosystem's indexes say nothing that a client acts on.
    func statement(at position: Int) -> IndexStatement?

    /// What the index states of the release at a position and of the package's releases around it, read when it is asked
    /// for. `nil` for a position that is not there.
    func surroundings(at position: Int) -> Surroundings?
}

extension PackageIndex {
    /// The times, which every index states.
    public func surroundings(at position: Int) -> Surroundings? {
        NeighbouringReleases(of: position, in: artifacts).map { neighbours in
            Surroundings(release: neighbours.release.statement, others: neighbours.others.map(\.statement))
        }
    }

    /// Most indexes say nothing of what runs.
    public func statement(at position: Int) -> IndexStatement? { nil }
}

/// One file that an index offers.
public struct IndexedArtifact: Hashable, Sendable {
    /// Its identity.
    public let artifact: Artifact
    /// What ``url`` begins with where a protocol fixes the place of a file: a path below the upstream's base URL follows.
    public static let baseScheme = "upstream:"

    /// Where the upstream serves it: an absolute URL, or ``baseScheme`` and a path.
    public let url: String
    /// The digests that the index publishes; what is fetched must have every one of them.
    public let digests: [Digest]
    /// The size that the index publishes.
    public let size: Int?
    /// The publish time that the index states.
    public let publishedAt: Instant?
    /// The digest that the index publishes for the companion.
    public let companionDigest: Digest?

    /// Makes an entry.
    public init(
        artifact: Artifact,
        url: String,
        digests: [Digest],
        size: Int? = nil,
        publishedAt: Instant? = nil,
        companionDigest: Digest? = nil
    ) {
        self.artifact = artifact
        self.url = url
        self.digests = digests
        self.size = size
        self.publishedAt = publishedAt
        self.companionDigest = companionDigest
    }
}

/// Whether an artifact exists for a client, as decided elsewhere.
public enum Standing: Hashable, Sendable {
    /// It does.
    case visible
    /// It does not; the text is the reason in one line of printable ASCII.
    case withheld(String)

    /// Whether a client may see it.
    public var isVisible: Bool { self == .visible }
}

/// What is visible of an index, to whom it is rendered.
public struct IndexView: Sendable {
    /// The absolute URL of the mount, without a trailing slash: links point there.
    public let mountURL: String
    /// The standing of each of ``PackageIndex/artifacts``, in the same order.
    public let standings: [Standing]
    /// Digests of companions that are known from admitted artifacts, by position.
    public let companions: [Int: Digest]
    /// Positions of admitted artifacts that were read and have no companion, whatever the index says.
    public let lackingCompanions: Set<Int>
    /// Whether this client understands a list of restricted versions (npm's `policyRestrictions`).
    public let namesRestrictions: Bool

    /// Makes a view.
    public init(
        mountURL: String,
        standings: [Standing],
        companions: [Int: Digest] = [:],
        lackingCompanions: Set<Int> = [],
        namesRestrictions: Bool = false
    ) {
        self.mountURL = mountURL
        self.standings = standings
        self.companions = companions
        self.lackingCompanions = lackingCompanions
        self.namesRestrictions = namesRestrictions
    }

    /// Whether the artifact at a position is visible; positions outside are not.
    public func isVisible(_ position: Int) -> Bool {
        standings.indices.contains(position) && standings[position].isVisible
    }
}
