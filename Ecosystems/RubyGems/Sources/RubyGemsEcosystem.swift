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

    /// `/versions`
    public var listing: Package? { VersionsListing.package }

    /// Reads a path as ``GemRoutes`` lists them; anything else is answered 404, and whatever would write is refused.
    public func route(_ request: ClientRequest) -> Route { GemRoutes.route(request) }

    /// `info/NAME` below the upstream's base URL, and `versions` for the list of all gems, which grows at its end.
    public func indexRequest(for package: Package) -> IndexRequest {
        if package == VersionsListing.package {
            return IndexRequest(
                path: "versions",
                accept: "text/plain, */*",
                bytesMax: limits.versionsBytesMax,
                growsAtItsEnd: true
            )
        }
        return IndexRequest(path: "info/\(package.name)", accept: "text/plain, */*", bytesMax: limits.pageBytesMax)
    }

    /// `/api/v1/versions/NAME.json`, for a page that does not state the time of each version.
    public func supplement(to document: IndexDocument, of package: Package) -> IndexRequest? {
        guard package != VersionsListing.package, document.body.count <= limits.pageBytesMax,
            InfoPage.lacksTimes(document.body.span)
        else { return nil }
        return IndexRequest(
            path: "api/v1/versions/\(package.name).json",
            accept: "application/json",
            bytesMax: limits.timesBytesMax
        )
    }

    /// As Bundler does it: the part begins with the last byte that is there already, and the digest of the whole, or an entity
    /// tag that is its MD5, says that the parts belong together.
    public func joined(_ known: IndexDocument, with part: IndexPart) -> IndexDocument? {
        digests.joined(known, with: part)
    }

    /// By an entity tag of 32 hexadecimal digits, which the protocol makes of the body: its MD5.
    public func isWhole(_ document: IndexDocument) -> Bool? {
        document.etag.flatMap { RepresentationDigests.isTag($0, of: document.body) }
    }

    /// A platform is no part of a version: `1.1.0-java` is how clients write two of them at once.
    public func objection(to subject: PackageURL) -> String? {
        guard let version = subject.version else { return nil }
        let parts = version.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard GemVersion.isWellFormed(parts[0].utf8), parts.count == 1 || GemPlatform.isWellFormed(parts[1]) else {
            return "`\(Refusal.printable(version, bytesMax: 80))` is no version of a gem."
        }
        guard parts.count > 1 else { return nil }
        return """
            A decision is about all files of a release, whatever their platform: write \
            pkg:gem/\(subject.package.name)@\(parts[0]).
            """
    }

    /// Reads an `/info` page, or `/versions`.
    ///
    /// A version is left out that has no SHA-256, that RubyGems forbids, or that stands there twice. A page without its first
    /// line `---`, or above 4 MiB or 50,000 lines, is refused.
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
