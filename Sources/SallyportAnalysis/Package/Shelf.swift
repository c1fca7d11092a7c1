import SallyportModel

/// Everything that one reading of an archive brought: files in archive order, and the bytes of the manifests.
struct Shelf {
    /// The files, in archive order.
    var files: [PackageFile] = []
    /// Positions in ``files`` by path.
    private(set) var positions: [String: Int] = [:]
    /// Symbolic links, by path: the path that they lead to.
    private(set) var links: [String: String] = [:]
    /// Contents of small files that state what a package is, by path.
    private(set) var manifests: [String: [UInt8]] = [:]
    /// Symbolic links that lead to nothing in the archive.
    var unresolvedLinks: Set<String> = []
    /// Links to a folder that they lie in.
    var circularLinks: [String] = []
    /// Whether there were more links than are followed.
    var hasMoreLinks = false
    /// What may still be kept of what was found.
    var room = FindingsRoom()
    private var manifestBytes = 0
    /// The specification of a gem, which lies beside its files.
    var gemSpecification: [UInt8]?
    /// Whether a signature lies beside each of a gem's files.
    var isGemSigned = false
    /// Bytes of all files.
    private(set) var unpackedBytes = 0

    /// Adds a file.
    mutating func add(_ file: PackageFile) {
        positions[file.path] = files.count
        if file.source == nil { unpackedBytes += file.record.size }
        files.append(file)
    }

    /// Keeps a manifest's content; `false` when there is no room for it.
    mutating func keepManifest(_ bytes: Span<UInt8>, at path: String, limits: AnalysisLimits) -> Bool {
        manifestBytes += bytes.count
        guard bytes.count <= limits.manifestBytesMax, manifests.count < ManifestPaths.countMax,
            manifestBytes <= ManifestPaths.bytesMax
        else { return false }
        var copy: [UInt8] = []
        copy.reserveCapacity(bytes.count)
        for index in 0..<bytes.count { copy.append(bytes[index]) }
        manifests[path] = copy
        return true
    }

    /// Remembers where a symbolic link leads.
    mutating func addLink(_ path: String, to target: String) {
        links[path] = PathText.join(PathText.folder(of: path), target)
    }

    /// Adds findings to a file.
    mutating func add(_ findings: FileFindings, as language: Language, at position: Int) {
        files[position].findings[language] = findings
    }

    /// Remembers that a file was not read to its end.
    mutating func markUnread(_ position: Int, _ reason: String) {
        files[position].unread = reason
    }

    /// Whether there is a folder of a wheel's metadata.
    var hasWheelMetadata: Bool {
        positions.keys.contains { $0.hasSuffix(".dist-info/WHEEL") || $0.hasSuffix(".dist-info/METADATA") }
    }

    /// The file at a path.
    func position(of path: String) -> Int? { positions[path] }

    /// The content of the manifest at a path; `nil` when it was not kept.
    func manifest(at path: String) -> [UInt8]? { manifests[path] }

    /// The one folder that holds everything, with its slash; empty when there is none.
    var root: String {
        guard let first = files.first?.path, let slash = first.firstIndex(of: "/") else { return "" }
        let root = String(first[...slash])
        return files.indices.allSatisfy { files[$0].path.hasPrefix(root) } ? root : ""
    }
}
