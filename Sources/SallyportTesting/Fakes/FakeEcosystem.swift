public import SallyportEcosystem
public import SallyportModel

/// An ecosystem as small as the seam allows: an index is a line for each file, oldest first.
///
///     1.0.0 left-1.0.0.tgz 2026-01-01T00:00:00Z 312 sha256:…
///
/// An index named ``listingName`` is a listing of all others. It takes the place of a real one in tests of the rooms that must not care which ecosystem they serve.
public struct FakeEcosystem: PackageEcosystem {
    /// Which ecosystem it stands for: archives are read as that one's.
    public let ecosystem: Ecosystem
    /// The companion that is taken from an artifact's bytes.
    private let companion: @Sendable (Artifact) -> [UInt8]?
    /// What the index says of an artifact's installation.
    private let statement: @Sendable (Artifact) -> IndexStatement?
    /// What the index says of an artifact's release and those around it; `nil` for the times alone.
    private let surroundings: @Sendable (Artifact) -> Surroundings?
    /// The path of the second document that a package's index is read with: `1.0.0 2026-01-01T00:00:00Z`, a line a version.
    private let supplement: @Sendable (Package) -> String?
    /// Whether it says that it has a listing.
    private let hasListing: Bool

    /// The name of the index that lists all packages.
    public static let listingName = "-/all"

    /// Makes one in the place of `ecosystem`.
    public init(
        _ ecosystem: Ecosystem = .npm,
        companion: @escaping @Sendable (Artifact) -> [UInt8]? = { _ in nil },
        statement: @escaping @Sendable (Artifact) -> IndexStatement? = { _ in nil },
        surroundings: @escaping @Sendable (Artifact) -> Surroundings? = { _ in nil },
        supplement: @escaping @Sendable (Package) -> String? = { _ in nil },
        hasListing: Bool = false
    ) {
        self.hasListing = hasListing
        self.ecosystem = ecosystem
        self.companion = companion
        self.statement = statement
        self.surroundings = surroundings
        self.supplement = supplement
    }

    /// ``listingName``, where the test said so.
    public var listing: Package? { hasListing ? Package(ecosystem, Self.listingName) : nil }

    /// `fake`
    public var mount: String { "fake" }

    /// `/NAME` is an index, `/NAME/FILE` a file.
    public func route(_ request: ClientRequest) -> Route {
        let parts = request.path.split(separator: "/").map(String.init)
        guard let name = parts.first, let package = Package(ecosystem, name) else {
            return .answer(Answer(status: 404))
        }
        return parts.count == 1 ? .index(package, IndexForm("lines")) : .artifact(package, filename: parts[1])
    }

    /// Asks for the package's name.
    public func indexRequest(for package: Package) -> IndexRequest {
        let isListing = hasListing && package.name == Self.listingName
        return IndexRequest(path: package.name, accept: "text/plain", bytesMax: 1 << 20, growsAtItsEnd: isListing)
    }

    /// Joins what goes on with `,`, and nothing else.
    public func joined(_ known: IndexDocument, with part: IndexPart) -> IndexDocument? {
        guard part.bytes.dropFirst().first == UInt8(ascii: ",") else { return nil }
        return IndexDocument(
            body: known.body + part.bytes.dropFirst(),
            contentType: known.contentType,
            url: known.url,
            etag: part.etag
        )
    }

    /// What the test said.
    public func supplement(to document: IndexDocument, of package: Package) -> IndexRequest? {
        supplement(package).map { IndexRequest(path: $0, accept: "text/plain", bytesMax: 1 << 20) }
    }

    private static func times(_ supplement: [UInt8]?) -> [String: Instant] {
        let lines = String(decoding: supplement ?? [], as: UTF8.self).split(separator: "\n")
        let pairs = lines.map { $0.split(separator: " ").map(String.init) }
        return Dictionary(pairs.compactMap { pair in Instant(pair[1]).map { (pair[0], $0) } }) { first, _ in first }
    }

    /// Reads lines; a line that is none throws.
    public func parseIndex(_ document: IndexDocument, of package: Package) throws(IndexError) -> any PackageIndex {
        if package.name == Self.listingName { return FakeListing(package: package, body: document.body) }
        let times = Self.times(document.supplement)
        var artifacts: [IndexedArtifact] = []
        for line in String(decoding: document.body, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: " ").map(String.init)
            guard fields.count == 5, let release = Release(package, fields[0]),
                let artifact = Artifact(release, filename: fields[1])
            else { throw IndexError(code: "no-line", description: "`\(line)` is no line of an index.") }
            let digest = fields[4].split(separator: ":")
            artifacts.append(
                IndexedArtifact(
                    artifact: artifact,
                    url: "https://registry.example.invalid/\(fields[1])",
                    digests: digest.count == 2 ? [Digest(.sha256, hex: String(digest[1]))].compactMap { $0 } : [],
                    size: Int(fields[3]),
                    publishedAt: Instant(fields[2]) ?? times[fields[0]]
                )
            )
        }
        return FakeIndex(
            package: package,
            artifacts: artifacts,
            byteCount: document.body.count,
            stated: statement,
            surrounding: surroundings
        )
    }

    /// The last one before it in the order of the index.
    public func predecessor(of artifact: Artifact, among admitted: [Artifact]) -> Artifact? {
        admitted.filter { $0.release.version < artifact.release.version }.max {
            $0.release.version < $1.release.version
        }
    }

    /// What the test said.
    public func companion(of artifact: Artifact, in bytes: Span<UInt8>) -> [UInt8]? { companion(artifact) }

    /// 403 with the line.
    public func answer(refusing refusal: Refusal) -> Answer {
        Answer(status: 403, reasonPhrase: refusal.line, body: Array(refusal.line.utf8))
    }

    /// The status with the sentence.
    public func answer(failing failure: Failure) -> Answer {
        let headers = failure.retryAfter.map { [Header("retry-after", String($0))] } ?? []
        return Answer(status: failure.status, headers: headers, body: Array(failure.sentence.utf8))
    }

    /// A body is a name a line; what is not ours is passed on.
    public func prepare(_ relay: Relay, body: [UInt8], isOwned: (Package) -> Bool) -> RelayStep {
        let names = String(decoding: body, as: UTF8.self).split(separator: "\n").filter { name in
            Package(ecosystem, String(name)).map { !isOwned($0) } ?? false
        }
        guard !names.isEmpty else { return .answer(Answer(status: 204)) }
        return .forward(query: relay.query, body: Array(names.joined(separator: "\n").utf8))
    }

    /// `withheld` with the releases.
    public func headers(announcing withheld: [Refusal]) -> [Header] {
        withheld.isEmpty ? [] : [Header("withheld", withheld.map(\.release.description).joined(separator: " "))]
    }
}

/// The index of a ``FakeEcosystem``.
struct FakeIndex: PackageIndex {
    let package: Package
    let artifacts: [IndexedArtifact]
    let omissions: [String] = []
    let byteCount: Int
    let stated: @Sendable (Artifact) -> IndexStatement?
    let surrounding: @Sendable (Artifact) -> Surroundings?

    func surroundings(at position: Int) -> Surroundings? {
        guard artifacts.indices.contains(position) else { return nil }
        if let stated = surrounding(artifacts[position].artifact) { return stated }
        return NeighbouringReleases(of: position, in: artifacts).map { neighbours in
            Surroundings(release: neighbours.release.statement, others: neighbours.others.map(\.statement))
        }
    }

    func statement(at position: Int) -> IndexStatement? {
        artifacts.indices.contains(position) ? stated(artifacts[position].artifact) : nil
    }

    /// What is visible, newest first.
    func likely(in view: IndexView) -> [Int] {
        artifacts.indices.reversed().filter { view.isVisible($0) }
    }

    func newerWithheld(in view: IndexView) -> [Int] {
        let newest = artifacts.indices.last { view.isVisible($0) } ?? -1
        return artifacts.indices.reversed().filter { $0 > newest }
    }

    /// A line for each visible file: its name, and its companion's digest when that is known.
    func render(_ form: IndexForm, view: IndexView) -> Answer {
        let lines = artifacts.indices.filter { view.isVisible($0) }.map { position in
            artifacts[position].artifact.filename + (view.companions[position].map { " \($0)" } ?? "")
        }
        let headers = [Header("content-type", "text/plain"), Header("vary", "Accept")]
        return Answer(status: 200, headers: headers, body: Array(lines.map { $0 + "\n" }.joined().utf8))
    }
}
