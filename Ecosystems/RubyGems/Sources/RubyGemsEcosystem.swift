public import SallyportEcosystem
public import SallyportModel

/// Gems of Ruby: the compact index that gem and Bundler read, the older indexes beside it, and versions as `Gem::Version`
/// orders them.
public struct RubyGemsEcosystem: PackageEcosystem {
    private let digests: RepresentationDigests
    private let limits: CompactIndexLimits

    /// The ecosystem with its standard limits; `hashing` makes the digests that clients compare.
    public init(hashing: any ContentHashing) {
        self.init(hashing: hashing, limits: .standard)
    }

    init(hashing: any ContentHashing, limits: CompactIndexLimits) {
        digests = RepresentationDigests(hashing: hashing)
        self.limits = limits
    }

    /// `gem`
    public var ecosystem: Ecosystem { .gem }

    /// `rubygems`: the source is `/rubygems/`.
    public var mount: String { "rubygems" }

    /// Reads a path as ``GemRoutes`` lists them; anything else is answered 404, and whatever would write is refused.
    public func route(_ request: ClientRequest) -> Route { GemRoutes.route(request) }

    /// `info/NAME` below the upstream's base URL, and `versions` for the list of all gems.
    public func indexRequest(for package: Package) -> IndexRequest {
        if package == VersionsListing.package {
            return IndexRequest(path: "versions", accept: "text/plain, */*", bytesMax: limits.versionsBytesMax)
        }
        return IndexRequest(path: "info/\(package.name)", accept: "text/plain, */*", bytesMax: limits.pageBytesMax)
    }

    /// `/api/v1/versions/NAME.json`, for a page that does not state the time of each version.
    public func supplement(to document: IndexDocument, of package: Package) -> IndexRequest? {
        guard package != VersionsListing.package, let page = try? InfoPage(document.body, of: package, limits: limits),
            page.entries.contains(where: { $0.line.createdAt == nil })
        else { return nil }
        return IndexRequest(
            path: "api/v1/versions/\(package.name).json",
            accept: "application/json",
            bytesMax: limits.timesBytesMax
        )
    }

    /// Reads an `/info` page, or `/versions`.
    ///
    /// A version is left out that has no SHA-256, that RubyGems forbids, or that stands there twice. A page without its first
    /// line `---`, or above 16 MiB or 50,000 lines, is refused.
    public func parseIndex(_ document: IndexDocument, of package: Package) throws(IndexError) -> any PackageIndex {
        if package == VersionsListing.package {
            return try VersionsListing(document, package, digests: digests, limits: limits)
        }
        return try GemIndex(document, of: package, digests: digests, limits: limits)
    }

    /// The admitted gem of the nearest platform, the newest below on its release line (same major; same minor below 1.0).
    public func predecessor(of artifact: Artifact, among admitted: [Artifact]) -> Artifact? {
        GemPredecessor.of(artifact, among: admitted)
    }

    /// The specification for `/quick/Marshal.4.8/`, written from the gem's own metadata: nothing that an upstream marshalled
    /// reaches a client.
    public func companion(of artifact: Artifact, in bytes: Span<UInt8>) -> [UInt8]? {
        QuickSpecification.read(bytes, of: artifact)
    }

    /// 403 with the reason in the reason phrase, which gem and Bundler print, and as plain text.
    public func answer(refusing refusal: Refusal) -> Answer { GemAnswers.refusing(refusal) }

    /// Plain text, and the sentence in the reason phrase.
    public func answer(failing failure: Failure) -> Answer { GemAnswers.failing(failure) }

    /// Nothing is passed on.
    public func prepare(_ relay: Relay, body: [UInt8], isOwned: (Package) -> Bool) -> RelayStep {
        .answer(GemAnswers.notFound)
    }

    /// gem waits a minute for the first byte, Bundler ten seconds.
    public func patience(of request: ClientRequest) -> Duration {
        let agent = request.header("user-agent") ?? ""
        return agent.hasPrefix("Ruby, RubyGems/") ? .seconds(50) : .seconds(8)
    }
}
