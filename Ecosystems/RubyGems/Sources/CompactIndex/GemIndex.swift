import SallyportEcosystem
import SallyportModel

/// A gem's index: the `/info` page as the upstream sent it, and what its lines say.
struct GemIndex: PackageIndex {
    let package: Package
    let artifacts: [IndexedArtifact]
    let body: [UInt8]
    let page: InfoPage
    let digests: RepresentationDigests

    var omissions: [String] { page.omissions }
    let byteCount: Int

    init(
        _ document: IndexDocument,
        of package: Package,
        digests: RepresentationDigests,
        limits: CompactIndexLimits
    ) throws(IndexError) {
        let page = try InfoPage(document.body, of: package, limits: limits)
        guard Self.isPage(document.url, of: package) else {
            throw IndexError(
                code: "info-elsewhere",
                description: "The page of \(package.name) came from an address that does not end with `info/NAME`."
            )
        }
        let times = document.supplement.map { VersionTimes($0, limits: limits) }
        self.package = package
        self.page = page
        self.digests = digests
        body = document.body
        let needed = page.entries.reduce(0) { $0 + $1.line.dependencies.count }
        byteCount = document.body.count + 1_024 + page.entries.count * 900 + needed * 96
        artifacts = page.entries.compactMap { entry in
            let line = entry.line
            let filename = GemFilename.of(package.name, line.version.description, platform: line.platform)
            guard let release = Release(package, line.version.description),
                let artifact = Artifact(release, filename: filename)
            else { return nil }
            return IndexedArtifact(
                artifact: artifact,
                // Gems lie below the base by protocol, wherever a redirect led for the page.
                url: "\(IndexedArtifact.baseScheme)gems/\(filename)",
                digests: [line.checksum],
                publishedAt: line.createdAt ?? times?.time(of: line)
            )
        }
    }

    /// A page does not name its gem: its address does.
    private static func isPage(_ url: String, of package: Package) -> Bool {
        let plain = url.prefix { $0 != "?" && $0 != "#" }
        return [package.name, PercentEncoding.encode(package.name)].contains { plain.hasSuffix("/info/\($0)") }
    }

    /// The line at a position of ``artifacts``.
    func line(_ position: Int) -> InfoLine { page.entries[position].line }

    func statement(at position: Int) -> IndexStatement? {
        guard page.entries.indices.contains(position) else { return nil }
        return IndexStatement(
            dependencies: line(position).dependencies.map { dependency in
                IndexStatement.Requirement(
                    name: dependency.name,
                    requirement: dependency.ranges.replacing("&", with: ", "),
                    role: "runtime"
                )
            }
        )
    }

    func render(_ form: IndexForm, view: IndexView) -> Answer {
        switch form {
        case .info: digests.answer(infoPage(view))
        case .gemDocument: GemDocuments(index: self, view: view).gem()
        case .versionsDocument: GemDocuments(index: self, view: view).versions()
        case .latestDocument: GemDocuments(index: self, view: view).latest()
        default: GemAnswers.notFound
        }
    }

    /// The upstream's own bytes where all is visible; else its lines, those of what is withheld with a requirement that
    /// nothing meets.
    func infoPage(_ view: IndexView) -> [UInt8] {
        let isWhole = page.omissions.isEmpty && page.entries.indices.allSatisfy(view.isVisible)
        guard !isWhole else { return body }
        var text = Array("---\n".utf8)
        for (position, entry) in page.entries.enumerated() {
            switch position < view.standings.count ? view.standings[position] : .withheld("") {
            case .visible: text += body[entry.range]
            case .withheld(let reason): text += WithheldLine.text(entry.line, because: reason)
            }
            if text.last != 0x0A { text.append(0x0A) }
        }
        return text
    }

    func likely(in view: IndexView) -> [Int] { LikelyGems(index: self, view: view).positions() }

    func newerWithheld(in view: IndexView) -> [Int] { LikelyGems(index: self, view: view).newerWithheld() }
}

extension IndexForm {
    /// The page of the compact index.
    static let info = IndexForm("info")
    /// `/api/v1/gems/NAME.json`.
    static let gemDocument = IndexForm("gem")
    /// `/api/v1/versions/NAME.json`.
    static let versionsDocument = IndexForm("versions-of")
    /// `/api/v1/versions/NAME/latest.json`.
    static let latestDocument = IndexForm("latest-of")
}
