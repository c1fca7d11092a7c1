import SallyportEcosystem
import SallyportLexing
import SallyportModel

/// From an upstream's full packument to an index: validated once, scanned once, each version judged for whether it can
/// be understood.
struct PackumentParser {
    let package: Package
    var limits = PackumentLimits()

    /// What tarballs are called after.
    private let base: Substring
    private var artifacts: [IndexedArtifact] = []
    private var versions: [SemanticVersion] = []
    private var omissions: [String] = []
    private var omittedCount = 0
    private var filenames: Set<String> = []

    init(package: Package, limits: PackumentLimits = PackumentLimits()) {
        self.package = package
        self.limits = limits
        base = NPMName.base(of: package)
    }

    mutating func parse(_ document: IndexDocument) throws(IndexError) -> PackumentIndex {
        let bytes = document.body.span
        let scanner = try scan(bytes)
        guard let name = scanner.name, let text = JSONText.string(bytes, name) else {
            throw IndexError(code: "packument-without-name", description: "The packument of \(package) has no name.")
        }
        guard text == package.name else {
            let other = Refusal.printable(text, bytesMax: 100)
            throw IndexError(
                code: "packument-of-another",
                offset: name.lowerBound,
                description: "The packument of \(package) calls itself `\(other)`."
            )
        }
        return settle(scanner, document)
    }

    private func scan(_ bytes: Span<UInt8>) throws(IndexError) -> PackumentScanner {
        do throws(PackumentScanner.Refused) {
            var scanner = PackumentScanner(limits: limits)
            do throws(JSONError) {
                try JSONValidator.validate(bytes, limits: JSONLimits(bytesMax: limits.bytesMax))
            } catch {
                throw .json(error)
            }
            try scanner.scan(bytes)
            return scanner
        } catch {
            throw indexError(error)
        }
    }

    private func indexError(_ refused: PackumentScanner.Refused) -> IndexError {
        switch refused {
        case .json(let error):
            IndexError(
                code: error.code.rawValue,
                offset: error.offset,
                description: "The packument of \(package) can't be read. \(error.message)"
            )
        case .tooManyVersions(let offset):
            IndexError(
                code: "packument-too-many-versions",
                offset: offset,
                description: "The packument of \(package) has more than \(limits.versionsMax) versions."
            )
        case .tooManyTags(let offset):
            IndexError(
                code: "packument-too-many-tags",
                offset: offset,
                description: "The packument of \(package) has more than \(limits.tagsMax) tags."
            )
        }
    }

    private mutating func settle(_ scanned: PackumentScanner, _ document: IndexDocument) -> PackumentIndex {
        var scanner = scanned
        let bytes = document.body.span
        let keys = scanner.manifests.map { JSONText.decode(bytes, $0.key) }
        let published = publishTimes(scanner, bytes)
        let canonical = Set(keys.map { TarballName.canonical(base, $0) })
        var positions: [Int?] = []
        for (index, manifest) in scanner.manifests.enumerated() {
            let key = keys[index]
            guard let found = artifact(manifest, key, published[key], canonical, bytes) else {
                positions.append(nil)
                continue
            }
            positions.append(artifacts.count)
            artifacts.append(found.artifact)
            versions.append(found.version)
        }
        let versionOf = Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
        scanner.settle(positions: positions, versionOf: versionOf, bytes)
        if omittedCount > omissions.count {
            omissions.append("\(omittedCount - omissions.count) more versions were left out.")
        }
        return PackumentIndex(
            package: package,
            body: document.body,
            layout: scanner.layout,
            artifacts: artifacts,
            versions: versions,
            omissions: omissions,
            limits: limits
        )
    }

    private func publishTimes(_ scanner: PackumentScanner, _ bytes: Span<UInt8>) -> [String: Instant] {
        var times: [String: Instant] = [:]
        for (key, member) in scanner.times {
            guard let text = JSONText.string(bytes, member.value..<member.end), let instant = Instant(text) else {
                continue
            }
            times[JSONText.decode(bytes, key)] = instant
        }
        return times
    }

    /// One version's artifact, or a sentence about why there is none.
    private mutating func artifact(
        _ manifest: PackumentScanner.Manifest,
        _ key: String,
        _ publishedAt: Instant?,
        _ canonical: Set<String>,
        _ bytes: Span<UInt8>
    ) -> (artifact: IndexedArtifact, version: SemanticVersion)? {
        guard let version = SemanticVersion(key, .loose), let release = Release(package, key) else {
            return omit(key, "is no version that npm could order")
        }
        guard manifest.isObject else { return omit(key, "has no manifest") }
        if let name = manifest.name, JSONText.string(bytes, name) != package.name {
            return omit(key, "has the manifest of another package")
        }
        if let text = manifest.version, JSONText.string(bytes, text) != key {
            return omit(key, "has the manifest of another version")
        }
        guard let url = manifest.tarball.flatMap({ JSONText.string(bytes, $0) }) else {
            return omit(key, "has no tarball")
        }
        guard isPlainURL(url) else { return omit(key, "has a tarball address that is no HTTP URL") }
        guard let digests = digests(manifest, bytes) else {
            return omit(key, "has neither an integrity value nor a shasum that can be read")
        }
        let own = TarballName.canonical(base, key)
        guard let filename = filename(own: own, url: url, canonical),
            let artifact = Artifact(release, filename: filename)
        else { return omit(key, "has a tarball that can't be told from another version's") }
        filenames.insert(filename)
        return (IndexedArtifact(artifact: artifact, url: url, digests: digests, publishedAt: publishedAt), version)
    }

    private mutating func omit(
        _ key: String,
        _ reason: String
    ) -> (artifact: IndexedArtifact, version: SemanticVersion)? {
        omittedCount += 1
        if omissions.count < limits.omissionsMax {
            omissions.append("Version `\(Refusal.printable(key, bytesMax: 80))` \(reason).")
        }
        return nil
    }

    private func isPlainURL(_ url: String) -> Bool {
        guard url.utf8.count <= limits.urlBytesMax, url.hasPrefix("https://") || url.hasPrefix("http://") else {
            return false
        }
        return url.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// The name in the URL, unless it is, or will be, another version's.
    private func filename(own: String, url: String, _ canonical: Set<String>) -> String? {
        if let last = TarballName.last(inURL: url), last == own || !canonical.contains(last), !filenames.contains(last)
        {
            return last
        }
        return filenames.contains(own) ? nil : own
    }

    /// All digests that are published; nil when there is none, or one of a known algorithm that can't be read.
    private func digests(_ manifest: PackumentScanner.Manifest, _ bytes: Span<UInt8>) -> [Digest]? {
        var digests: [Digest] = []
        if let integrity = manifest.integrity.flatMap({ JSONText.string(bytes, $0) }) {
            let hashes = integrity.utf8.split(whereSeparator: VersionScanner.isSpace)
            guard hashes.count <= limits.hashesMax else { return nil }
            for hash in hashes {
                let name = hash.prefix { $0 != UInt8(ascii: "-") }
                guard let algorithm = Digest.Algorithm(rawValue: String(decoding: name, as: UTF8.self)) else {
                    continue
                }
                // Options behind `?` are not part of the hash (W3C Subresource Integrity, section 3.5).
                let value = hash.dropFirst(name.count + 1).prefix { $0 != UInt8(ascii: "?") }
                guard let decoded = Base64.decode(String(decoding: value, as: UTF8.self)),
                    let digest = Digest(algorithm, bytes: decoded)
                else { return nil }
                if !digests.contains(digest) { digests.append(digest) }
            }
        }
        if let text = manifest.shasum.flatMap({ JSONText.string(bytes, $0) }), !text.isEmpty {
            guard let digest = Digest(.sha1, hex: text) else { return nil }
            if !digests.contains(digest) { digests.append(digest) }
        }
        return digests.isEmpty ? nil : digests
    }
}
