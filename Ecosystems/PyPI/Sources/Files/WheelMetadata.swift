import SallyportArchive
import SallyportModel

/// A wheel's `METADATA`, which may be served beside it (PEP 658).
enum WheelMetadata {
    /// Longest metadata that is taken out. Descriptions of some hundred KiB exist.
    static let bytesMax = 8 << 20

    /// The bytes of `{project}-{version}.dist-info/METADATA`; `nil` when the wheel can't be read, has no or several
    /// such folders at its root, or when the folder is another project's.
    static func read(_ bytes: Span<UInt8>, of artifact: Artifact) -> [UInt8]? {
        guard artifact.filename.hasSuffix(".whl") else { return nil }
        var visitor = MetadataVisitor()
        do {
            try ArchiveReader.read(bytes, as: .zip, limits: .standard, into: &visitor)
        } catch {
            return nil
        }
        guard visitor.folders.count == 1, let folder = visitor.folders.first, names(folder, artifact.release) else {
            return nil
        }
        return visitor.isTooLarge ? nil : visitor.metadata
    }

    private static func names(_ folder: String, _ release: Release) -> Bool {
        let stem = folder.dropLast(".dist-info".count)
        guard let dash = stem.firstIndex(of: "-") else { return false }
        return PackageURL.pypiNormal(String(stem[..<dash])) == release.package.name
            && PythonVersion(String(stem[stem.index(after: dash)...])) == PythonVersion(release.version)
    }
}

/// Keeps one file of an archive and the names of the folders that could hold it.
private struct MetadataVisitor: ArchiveVisitor {
    private(set) var folders: Set<String> = []
    private(set) var metadata: [UInt8]?
    private(set) var isTooLarge = false
    private var isInside = false

    mutating func begin(_ entry: ArchiveEntry) {
        isInside = false
        let parts = entry.path.split(separator: "/", maxSplits: 2)
        guard let first = parts.first, first.hasSuffix(".dist-info") else { return }
        // A bound on what a hostile wheel can make us remember; two are refused anyway.
        if folders.count < 2 { folders.insert(String(first)) }
        guard entry.kind == .file, parts.count == 2, parts[1] == "METADATA" else { return }
        guard entry.size <= WheelMetadata.bytesMax else {
            isTooLarge = true
            return
        }
        isInside = true
        metadata = []
    }

    mutating func content(_ chunk: Span<UInt8>) {
        guard isInside else { return }
        for index in chunk.indices { metadata?.append(chunk[index]) }
    }

    mutating func end() {
        isInside = false
    }
}
