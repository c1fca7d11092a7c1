public import SallyportEcosystem
public import SallyportModel

/// npm's side of the gate: the routes of a registry, packuments, version order, and the words that npm, yarn and pnpm
/// print.
///
/// The protocol is that of npm's registry as its clients use it; `Ecosystems/NPM/README.md` explains it to a newcomer.
public struct NPMEcosystem: PackageEcosystem {
    /// Makes the ecosystem; it has no settings and no state.
    public init() {}

    /// `npm`
    public var ecosystem: Ecosystem { .npm }

    /// `npm`
    public var mount: String { "npm" }

    /// What a client asks for; unknown paths are answered 404, and whatever would write is refused.
    public func route(_ request: ClientRequest) -> Route {
        NPMRouter(request: request).route()
    }

    /// Asks for the full packument: the abbreviated one has no publish times, without which everything would be held.
    public func indexRequest(for package: Package) -> IndexRequest {
        IndexRequest(
            path: NPMName.pathComponent(package),
            accept: "application/json",
            bytesMax: PackumentLimits().bytesMax
        )
    }

    /// Reads a full packument.
    ///
    /// The JSON is refused when two readers could understand it differently (duplicate names above all), when it is
    /// another package's, or above 128 MiB, 20,000 versions or 10,000 tags. A version is left out that has no readable
    /// digest, no HTTP tarball, or the manifest of another.
    public func parseIndex(_ document: IndexDocument, of package: Package) throws(IndexError) -> any PackageIndex {
        var parser = PackumentParser(package: package)
        return try parser.parse(document)
    }

    /// The highest admitted version below on the same release line (same major; same minor below 1.0).
    public func predecessor(of artifact: Artifact, among admitted: [Artifact]) -> Artifact? {
        guard let version = SemanticVersion(artifact.release.version, .loose) else { return nil }
        var best: (version: SemanticVersion, artifact: Artifact)?
        for candidate in admitted where candidate.release.package == artifact.release.package {
            guard let other = SemanticVersion(candidate.release.version, .loose), other < version,
                other.line == version.line
            else { continue }
            if best.map({ $0.version < other }) ?? true { best = (other, candidate) }
        }
        return best?.artifact
    }

    /// 403 with the reason in the reason phrase, in JSON `error`, and in `npm-notice`.
    public func answer(refusing refusal: Refusal) -> Answer {
        NPMAnswers.refusing(refusal)
    }

    /// JSON `error`, the one member that npm and yarn 1 print.
    public func answer(failing failure: Failure) -> Answer {
        NPMAnswers.failing(failure)
    }

    /// Takes names that are ours out of audits, and keeps searches for them and their attestations here.
    public func prepare(_ relay: Relay, body: [UInt8], isOwned: (Package) -> Bool) -> RelayStep {
        switch relay.kind {
        case "search": SearchRequest(query: relay.query).step(isOwned: isOwned)
        case "attestations": NPMRouter.step(toAttestations: relay, isOwned: isOwned)
        case "audit-bulk": AuditBody.bulk(body, query: relay.query, isOwned: isOwned)
        case "audit-tree": AuditBody.tree(body, query: relay.query, isOwned: isOwned)
        default: .forward(query: relay.query, body: body)
        }
    }

    /// npm waits 5 minutes for the first byte, pnpm one, yarn 1 half a one.
    public func patience(of request: ClientRequest) -> Duration {
        let agent = request.header("user-agent") ?? ""
        if agent.hasPrefix("npm/") { return .seconds(240) }
        return agent.hasPrefix("pnpm/") ? .seconds(50) : .seconds(25)
    }

    /// Whether the client's `user-agent` says npm 10.8.2 or later.
    public func namesRestrictions(for request: ClientRequest) -> Bool {
        request.header("user-agent").map { Self.honoursRestrictions(userAgent: $0) } ?? false
    }

    /// Whether a client of this `user-agent` chooses correctly beside `policyRestrictions`: npm from 10.8.2 on.
    ///
    /// Earlier ones pick a restricted version when `latest` is outside the range asked for, and fail although another
    /// one fits. yarn, pnpm and deno ignore the field.
    public static func honoursRestrictions(userAgent: String) -> Bool {
        NPMNotice.honoursRestrictions(userAgent: userAgent)
    }

    /// `npm-notice`, which npm prints with the audit's answer at the end of an install; one line, at most 600 bytes.
    public func headers(announcing withheld: [Refusal]) -> [Header] {
        NPMNotice.announcement(withheld).map { [Header("npm-notice", $0)] } ?? []
    }
}
