import SallyportEcosystem
import SallyportModel

/// Checks what a page lists, file by file, and builds the index of what can be trusted.
struct PageAssembly {
    let package: Package
    let limits: SimpleLimits
    /// Where relative links start.
    var base: String
    /// Where the page itself is.
    private let origin: URLParts?
    var project = SimpleProject()

    private var files: [SimpleFile?] = []
    private var positions: [String: Int] = [:]
    private var listed = 0
    private var omissions: [String] = []
    private var omitted = 0

    init(package: Package, base: String, limits: SimpleLimits) {
        self.package = package
        self.base = base
        origin = URLParts(base[...])
        self.limits = limits
    }

    /// Takes a file in, or notes why it is left out; throws when the page lists too many.
    mutating func add(_ file: ListedFile) throws(IndexError) {
        listed += 1
        guard listed <= limits.filesMax else {
            throw IndexError(
                code: "simple-too-many-files",
                description: "The page of \(package.name) lists more than \(limits.filesMax) files."
            )
        }
        let checked: SimpleFile
        do {
            checked = try self.checked(file)
        } catch {
            return omit(file.filename, error.description)
        }
        guard let known = positions[file.filename] else {
            positions[file.filename] = files.count
            files.append(checked)
            return
        }
        // Said twice in the same words is said once; said differently, no client knows which is meant.
        guard files[known] != checked else { return }
        files[known] = nil
        omit(file.filename, "is listed twice with different contents")
    }

    /// Notes a sentence about something that was left out.
    mutating func omit(_ name: String, _ why: String) {
        omitted += 1
        guard omitted <= limits.omissionsMax else { return }
        omissions.append("`\(Refusal.printable(name, bytesMax: 120))` \(why).")
    }

    /// Keeps the project's status where it is one that we know.
    mutating func setStatus(_ status: String, reason: String?) {
        guard let known = SimpleProject.Status(rawValue: status) else {
            return omit(status, "is no project status of PEP 792")
        }
        project.status = known
        project.statusReason = reason.map { OneLine.text($0, bytesMax: limits.textBytesMax) }
    }

    /// The location when it is one that may be passed on.
    func location(_ text: String) -> String? {
        guard let parts = URLParts(text[...]), parts.isAllowed else { return nil }
        return URLReference.resolve(text, against: text, bytesMax: limits.urlBytesMax)?.url
    }

    /// The index of everything that was taken in.
    mutating func finish() -> SimpleIndex {
        // PEP 792: nothing of a quarantined project is offered, whatever the page lists.
        if project.status == .quarantined, !files.isEmpty {
            omit(package.name, "is quarantined by its index, so none of its files is offered")
            files = []
        }
        if omitted > limits.omissionsMax {
            omissions.append("\(omitted - limits.omissionsMax) more were left out.")
        }
        return SimpleIndex(package: package, project: project, files: files.compactMap { $0 }, omissions: omissions)
    }

    /// The end of the sentence that says why a file is left out.
    private struct Omission: Error {
        let description: String
    }

    private func checked(_ file: ListedFile) throws(Omission) -> SimpleFile {
        let distribution: Distribution
        do {
            distribution = try Distribution(filename: file.filename, of: package)
        } catch {
            throw Omission(description: error.sentence)
        }
        guard let release = Release(package, distribution.version.description),
            let artifact = Artifact(release, filename: file.filename)
        else { throw Omission(description: "has a name that can't be used in a path") }
        guard let url = URLReference.resolve(file.reference, against: base, bytesMax: limits.urlBytesMax) else {
            throw Omission(description: "links to no http or https URL that may be followed")
        }
        guard file.requiresPython?.utf8.count ?? 0 <= limits.textBytesMax else {
            throw Omission(description: "asks for Python versions at too great length")
        }
        let uploadTime = file.uploadTime.flatMap(UploadTime.init)
        let indexed = IndexedArtifact(
            artifact: artifact,
            url: url.url,
            digests: try digests(file.hashes),
            size: file.size,
            publishedAt: uploadTime?.instant,
            companionDigest: metadataDigest(of: file, distribution)
        )
        return SimpleFile(
            indexed: indexed,
            distribution: distribution,
            requiresPython: file.requiresPython.flatMap { $0.isEmpty ? nil : OneLine.text($0, bytesMax: .max) },
            yank: yank(file.yank),
            uploadTime: uploadTime?.text,
            hasProvenance: file.provenance.map { isServed($0, artifact) } ?? false
        )
    }

    /// Whether a file's attestations are where a request for them is passed on to: at the page's own origin, in the path
    /// of the living specification's index. Those of any other place are not offered, for nobody could fetch them here.
    private func isServed(_ provenance: String, _ artifact: Artifact) -> Bool {
        guard !provenance.isEmpty, let origin,
            let url = URLReference.resolve(provenance, against: base, bytesMax: limits.urlBytesMax)?.url,
            let parts = URLParts(url[...]), parts.query.isEmpty,
            parts.scheme.lowercased() == origin.scheme.lowercased(),
            parts.authority.lowercased() == origin.authority.lowercased()
        else { return false }
        return PyPIRoutes.isProvenancePath(String(parts.path), of: artifact)
    }

    /// The digests that are strong enough to know a file by, SHA-256 first.
    private func digests(_ hashes: [(algorithm: String, hex: String)]) throws(Omission) -> [Digest] {
        var digests: [Digest] = []
        for algorithm in [Digest.Algorithm.sha256, .sha384, .sha512] {
            for hash in hashes where hash.algorithm == algorithm.rawValue {
                guard let digest = Digest(algorithm, hex: hash.hex) else {
                    throw Omission(description: "has a `\(algorithm.rawValue)` that is none")
                }
                if !digests.contains(digest) { digests.append(digest) }
            }
        }
        guard !digests.isEmpty else { throw Omission(description: "has no SHA-256, SHA-384 or SHA-512") }
        guard Set(digests.map(\.algorithm)).count == digests.count else {
            throw Omission(description: "has two different digests of one algorithm")
        }
        return digests
    }

    private func metadataDigest(of file: ListedFile, _ distribution: Distribution) -> Digest? {
        guard case .wheel = distribution.kind else { return nil }
        return file.metadataSHA256.flatMap { Digest(.sha256, hex: $0) }
    }

    private func yank(_ yank: SimpleFile.Yank) -> SimpleFile.Yank {
        guard case .because(let reason) = yank else { return yank }
        let line = OneLine.text(reason, bytesMax: limits.textBytesMax)
        return line.isEmpty ? .yes : .because(line)
    }
}
