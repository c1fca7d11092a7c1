public import SallyportModel

/// What every ecosystem owes the gate: URL shapes, indexes, names, version order, and the words its clients print.
///
/// An ecosystem is a set of pure functions over bytes and values. It does no I/O and keeps no state; the same
/// input gives the same bytes. It never decides what is visible: it is told, by ``IndexView``.
public protocol PackageEcosystem: Sendable {
    /// Which ecosystem this is.
    var ecosystem: Ecosystem { get }

    /// The first path component of its routes, `npm` for `/npm/…`.
    var mount: String { get }

    /// What a client asks for; paths are relative to the mount. Unknown shapes are refused, never passed on.
    func route(_ request: ClientRequest) -> Route

    /// The name under which the list of all packages is kept, where clients read one (``PackageListing``).
    var listing: Package? { get }

    /// How to ask the upstream for a package's index.
    func indexRequest(for package: Package) -> IndexRequest

    /// A second document that the upstream may have of the package, when a new index leaves something out that it could
    /// tell, above all times. An upstream without it is no failure.
    func supplement(to document: IndexDocument, of package: Package) -> IndexRequest?

    /// A document that grows at its end, with its new end; `nil` when nothing says that they belong together, and it is
    /// asked for whole.
    func joined(_ known: IndexDocument, with part: IndexPart) -> IndexDocument?

    /// Whether the upstream's entity tag says that a document is whole, where this protocol makes it of the body; `nil` when it
    /// says nothing.
    func isWhole(_ document: IndexDocument) -> Bool?

    /// Why a decision about a subject would be about nothing, as a sentence that says what to write; `nil` when it would
    /// be about something that can be.
    func objection(to subject: PackageURL) -> String?

    /// Reads an upstream index once, completely and strictly.
    ///
    /// A release that cannot be understood is left out and named in ``PackageIndex/omissions``; a document that
    /// cannot be understood throws.
    func parseIndex(_ document: IndexDocument, of package: Package) throws(IndexError) -> any PackageIndex

    /// The admitted artifact that a new one is compared with: the newest below it on its release line, of its kind.
    func predecessor(of artifact: Artifact, among admitted: [Artifact]) -> Artifact?

    /// A file that clients may ask for beside an artifact and that is a part of it (PEP 658 metadata of a wheel);
    /// taken from the artifact's own bytes. `nil` when there is none.
    func companion(of artifact: Artifact, in bytes: Span<UInt8>) -> [UInt8]?

    /// The refusal of an artifact's bytes, in the form whose reason this ecosystem's clients print.
    func answer(refusing refusal: Refusal) -> Answer

    /// An error that is no verdict (no such package, upstream down), in the form that the clients understand.
    func answer(failing failure: Failure) -> Answer

    /// What goes upstream of a relayed request: names for which `isOwned` holds are taken out first.
    func prepare(_ relay: Relay, body: [UInt8], isOwned: (Package) -> Bool) -> RelayStep

    /// How long the client that sent the request waits for the first byte of an artifact, less a margin: nothing can be
    /// sent before the artifact has been inspected, so it is then told to ask again.
    func patience(of request: ClientRequest) -> Duration

    /// Whether the client that sent the request understands a list of restricted versions in an index, and may be
    /// given ``IndexView/namesRestrictions``. What is rendered depends on it, so it is a part of the rendered cache's key.
    func namesRestrictions(for request: ClientRequest) -> Bool

    /// Headers that make the client print at the end of its run what was withheld from it.
    func headers(announcing withheld: [Refusal]) -> [Header]
}

extension PackageEcosystem {
    /// Most clients read no list of all packages.
    public var listing: Package? { nil }

    /// Most indexes tell everything themselves.
    public func supplement(to document: IndexDocument, of package: Package) -> IndexRequest? { nil }

    /// Most indexes are asked for whole.
    public func joined(_ known: IndexDocument, with part: IndexPart) -> IndexDocument? { nil }

    /// Most entity tags are anybody's.
    public func isWhole(_ document: IndexDocument) -> Bool? { nil }

    /// Most names of versions can be.
    public func objection(to subject: PackageURL) -> String? { nil }

    /// Most ecosystems have no companions.
    public func companion(of artifact: Artifact, in bytes: Span<UInt8>) -> [UInt8]? { nil }

    /// Ten seconds: less than any client's own limit.
    public func patience(of request: ClientRequest) -> Duration { .seconds(10) }

    /// Most clients understand no restrictions.
    public func namesRestrictions(for request: ClientRequest) -> Bool { false }

    /// Most clients print no headers.
    public func headers(announcing withheld: [Refusal]) -> [Header] { [] }
}
