import SallyportEcosystem
import SallyportModel

/// A project's simple page, read once and rendered in each form from the same values.
struct SimpleIndex: PackageIndex {
    let package: Package
    let project: SimpleProject
    let files: [SimpleFile]
    let artifacts: [IndexedArtifact]
    let omissions: [String]
    let byteCount: Int

    init(package: Package, project: SimpleProject, files: [SimpleFile], omissions: [String]) {
        self.package = package
        self.project = project
        self.files = files
        self.omissions = omissions
        artifacts = files.map(\.indexed)
        byteCount = files.reduce(into: 1_024) { $0 += Self.bytes(of: $1) }
    }

    func likely(in view: IndexView) -> [Int] {
        LikelyFiles.positions(in: files, view: view)
    }

    func newerWithheld(in view: IndexView) -> [Int] {
        WithheldReleases.positions(in: files, view: view)
    }

    /// Times, attestations (PEP 740) and yanks; a page does not say who published.
    func surroundings(at position: Int) -> Surroundings? {
        guard let neighbours = NeighbouringReleases(of: position, in: artifacts) else { return nil }
        // Of the release in question the very file counts: one that is added later, by hand, has its own attestation or none.
        let release = statement(neighbours.release, provenanceOf: [position])
        let others = neighbours.others.map { statement($0, provenanceOf: $0.positions) }
        return Surroundings(release: release, others: others)
    }

    private func statement(
        _ entry: NeighbouringReleases.Entry,
        provenanceOf positions: [Int]
    ) -> ReleaseStatement {
        ReleaseStatement(
            version: entry.version,
            publishedAt: entry.publishedAt,
            provenance: positions.contains { files[$0].hasProvenance } ? Provenance() : nil,
            isWithdrawn: entry.positions.allSatisfy { files[$0].yank != .no }
        )
    }

    func render(_ form: IndexForm, view: IndexView) -> Answer {
        guard let known = SimpleForm(rawValue: form.name), form.selector == nil else {
            return Problem.answer(status: 404, sentence: "Simple pages have no form `\(form.name)`.")
        }
        let page = SimplePage(self, view: view)
        return Answer(
            status: 200,
            headers: known.headers,
            body: known == .json ? JSONPage.render(page) : HTMLPage.render(page)
        )
    }

    /// A file's strings are shared by its artifact; 640 is about what the two take without them.
    private static func bytes(of file: SimpleFile) -> Int {
        let texts = [
            file.indexed.url, file.indexed.artifact.filename, file.requiresPython ?? "", file.uploadTime ?? "",
        ]
        return 640 + texts.reduce(0) { $0 + $1.utf8.count } + file.indexed.digests.count * 64
    }
}
