import SallyportEcosystem
import SallyportLexing
import SallyportModel

/// An npm packument, kept as the upstream's bytes and a table of where its parts stand.
///
/// Every form is spliced from ranges of those bytes: what is shown is what was published, byte for byte, but for the
/// tarball addresses, the tags that had to move, and the versions that are not there.
struct PackumentIndex: PackageIndex {
    let package: Package
    let artifacts: [IndexedArtifact]
    let omissions: [String]

    let body: [UInt8]
    let layout: PackumentLayout
    /// Parallel to ``artifacts``.
    let versions: [SemanticVersion]
    /// Positions in ``artifacts``, highest version first.
    let descending: [Int]
    /// Where each version's artifact is, by the version's text.
    let positionOf: [String: Int]
    let limits: PackumentLimits

    init(
        package: Package,
        body: [UInt8],
        layout: PackumentLayout,
        artifacts: [IndexedArtifact],
        versions: [SemanticVersion],
        omissions: [String],
        limits: PackumentLimits
    ) {
        self.package = package
        self.body = body
        self.layout = layout
        self.artifacts = artifacts
        self.versions = versions
        self.omissions = omissions
        self.limits = limits
        descending = versions.indices.sorted { left, right in
            // Versions that differ in build metadata alone keep the document's order.
            versions[left] == versions[right] ? left < right : versions[left] > versions[right]
        }
        positionOf = Dictionary(
            artifacts.enumerated().map { ($0.element.artifact.release.version, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// An artifact takes about 900 bytes with its strings and digests.
    var byteCount: Int { body.count + layout.byteCount + artifacts.count * 900 }

    func likely(in view: IndexView) -> [Int] {
        let tags = TagRepair(index: self, view: view).repaired()
        let latest = tags.filter { layout.tags[$0.tag].name == "latest" }
        let others = tags.filter { layout.tags[$0.tag].name != "latest" }
        var positions: [Int] = []
        var seen: Set<Int> = []
        for tag in (latest + others).prefix(limits.likelyTagsMax) where seen.insert(tag.position).inserted {
            positions.append(tag.position)
        }
        var lines: Set<ReleaseLine> = []
        for position in descending where positions.count < limits.likelyMax {
            guard view.isVisible(position), versions[position].isStable else { continue }
            guard lines.insert(versions[position].line).inserted, seen.insert(position).inserted else { continue }
            positions.append(position)
        }
        return positions
    }

    func newerWithheld(in view: IndexView) -> [Int] {
        var newestOfLine: [ReleaseLine: SemanticVersion] = [:]
        for position in descending where view.isVisible(position) && versions[position].isStable {
            let line = versions[position].line
            if newestOfLine[line] == nil { newestOfLine[line] = versions[position] }
        }
        let latest = TagRepair(index: self, view: view).repaired().first { layout.tags[$0.tag].name == "latest" }
        let tagged = Set(layout.tags.compactMap { positionOf[$0.target] })
        var positions: [Int] = []
        for position in descending where !view.isVisible(position) && positions.count < limits.newerWithheldMax {
            let version = versions[position]
            // Who did not ask for pre-releases need not hear of them, unless a tag led there.
            guard version.isStable || tagged.contains(position) else { continue }
            let floor = newestOfLine[version.line] ?? latest.map { versions[$0.position] }
            if floor.map({ version > $0 }) ?? true { positions.append(position) }
        }
        return positions
    }

    /// Reads one version's manifest as a tree. The document was validated, so it can be read; where it can't all the same,
    /// the statement says so and agrees with nothing. A version that is not there says nothing.
    func statement(at position: Int) -> IndexStatement? {
        guard let version = layout.versions.first(where: { $0.position == position }) else { return nil }
        let manifest = body.span.extracting(version.member.value..<version.member.end)
        guard let value = try? JSONValue.parse(manifest, limits: JSONLimits(bytesMax: limits.bytesMax)) else {
            return IndexStatement(isReadable: false)
        }
        return VersionStatement.read(value)
    }

    /// Reads the manifests of the version and of those nearest to it, and of others the times alone.
    func surroundings(at position: Int) -> Surroundings? {
        PackumentSurroundings(index: self).at(position)
    }

    func render(_ form: IndexForm, view: IndexView) -> Answer {
        let rendering = PackumentRendering(index: self, view: view)
        switch form.name {
        case IndexForm.full.name: return rendering.full()
        case IndexForm.abbreviated.name: return rendering.abbreviated()
        case IndexForm.distTags.name: return rendering.distTags()
        case "manifest": return rendering.manifest(form.selector ?? "latest")
        default: return NPMAnswers.notFound
        }
    }
}
