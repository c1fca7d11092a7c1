import SallyportEcosystem
import SallyportModel

/// A project's page as one client may see it: what both forms are rendered from.
struct SimplePage: Sendable {
    /// One file's line.
    struct Line: Sendable {
        let filename: String
        /// Below our mount, without a fragment.
        let url: String
        let digests: [Digest]
        let size: Int?
        let uploadTime: String?
        let requiresPython: String?
        /// The publisher's, or for a withheld file the reason why it is withheld.
        let yank: SimpleFile.Yank
        /// The digest of the metadata that we can serve.
        let metadata: Digest?
        let provenance: String?
    }

    let name: String
    let project: SimpleProject
    let lines: [Line]
    /// Every version that has a file here, older first.
    let versions: [String]

    /// A withheld file stays on the page, yanked: a resolver passes it over and prints why, and a lock file that names it
    /// leads to the refusal of its bytes rather than to nothing.
    init(_ index: SimpleIndex, view: IndexView) {
        name = index.package.name
        project = index.project
        lines = index.files.indices.map { Self.line(of: index.files[$0], at: $0, view) }
        var texts: [PythonVersion: String] = [:]
        for file in index.files {
            let version = file.distribution.version
            texts[version] = texts[version] ?? file.indexed.artifact.release.version
        }
        versions = texts.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func line(of file: SimpleFile, at position: Int, _ view: IndexView) -> Line {
        let artifact = file.indexed.artifact
        let isVisible = view.isVisible(position)
        var metadata: Digest?
        if isVisible, file.isWheel, !view.lackingCompanions.contains(position) {
            metadata = view.companions[position] ?? file.indexed.companionDigest
        }
        let offersProvenance = isVisible && file.hasProvenance
        return Line(
            filename: artifact.filename,
            url: view.mountURL + PyPIRoutes.filePath(of: artifact),
            digests: file.indexed.digests,
            size: file.indexed.size,
            uploadTime: file.uploadTime,
            requiresPython: file.requiresPython,
            yank: isVisible ? file.yank : .because(reason(at: position, view)),
            metadata: metadata,
            provenance: offersProvenance ? view.mountURL + PyPIRoutes.provenancePath(of: artifact) : nil
        )
    }

    private static func reason(at position: Int, _ view: IndexView) -> String {
        guard view.standings.indices.contains(position), case .withheld(let text) = view.standings[position],
            !text.isEmpty
        else { return "Held by Sallyport" }
        return Refusal.printable(text, bytesMax: Refusal.lineBytesMax)
    }
}
