public import SallyportEcosystem
public import SallyportModel

/// Packages of pip, uv and poetry: the simple repository API (PEP 503, PEP 691) and versions by PEP 440.
public struct PyPIEcosystem: PackageEcosystem {
    private let limits: SimpleLimits

    /// The ecosystem with its standard limits.
    public init() {
        self.init(limits: .standard)
    }

    init(limits: SimpleLimits) {
        self.limits = limits
    }

    /// `pypi`.
    public var ecosystem: Ecosystem { .pypi }

    /// `pypi`: the index is `/pypi/simple/`.
    public var mount: String { "pypi" }

    /// Reads a path as ``PyPIRoutes`` lists them; names that are not normal are redirected (PEP 503).
    public func route(_ request: ClientRequest) -> Route {
        PyPIRoutes.route(request)
    }

    /// `NAME/`, JSON before HTML; the upstream's base URL is that of its simple index.
    public func indexRequest(for package: Package) -> IndexRequest {
        IndexRequest(path: "\(package.name)/", accept: PageReader.accept, bytesMax: limits.bytesMax)
    }

    /// Reads a page in JSON or HTML by its media type.
    public func parseIndex(_ document: IndexDocument, of package: Package) throws(IndexError) -> any PackageIndex {
        try PageReader.read(document, of: package, limits: limits)
    }

    /// The admitted file of the same kind (wheel, source distribution) with the nearest tags, the newest below on its line.
    public func predecessor(of artifact: Artifact, among admitted: [Artifact]) -> Artifact? {
        Predecessor.of(artifact, among: admitted)
    }

    /// A wheel's `METADATA` (PEP 658); source distributions have none that may be relied on.
    public func companion(of artifact: Artifact, in bytes: Span<UInt8>) -> [UInt8]? {
        WheelMetadata.read(bytes, of: artifact)
    }

    /// 403 with the reason in the reason phrase, which pip prints, and in problem details, which uv prints.
    public func answer(refusing refusal: Refusal) -> Answer {
        Problem.answer(status: 403, reason: refusal.line, detail: refusal.paragraph)
    }

    /// Problem details; an unknown project is a 404, which clients take for "not here".
    public func answer(failing failure: Failure) -> Answer {
        Problem.answer(
            status: failure.status,
            sentence: failure.sentence,
            headers: failure.retryAfter.map { [Header("retry-after", String($0))] } ?? []
        )
    }

    /// uv waits half a minute for the first byte, pip and poetry a quarter.
    public func patience(of request: ClientRequest) -> Duration {
        request.header("user-agent")?.hasPrefix("uv/") == true ? .seconds(25) : .seconds(10)
    }

    /// Attestations of an upstream's project are passed on; the name of one of ours never leaves.
    public func prepare(_ relay: Relay, body: [UInt8], isOwned: (Package) -> Bool) -> RelayStep {
        let parts = relay.path.split(separator: "/")
        guard relay.kind == PyPIRoutes.provenanceKind, parts.count > 1,
            let package = PyPIRoutes.package(String(parts[1])), !isOwned(package)
        else {
            return .answer(Problem.answer(status: 404, sentence: "Sallyport knows no attestations for this file."))
        }
        return .forward(query: "", body: [])
    }
}
