/// The outer layer of a gem: a bare tar of a few files, each of which is compressed by itself.
///
/// RubyGems takes what it knows by name and passes over the rest. Here the rest is refused, and so is a second file of one
/// name, so that what is read is what is installed.
public struct GemMembers: Sendable {
    /// The specification, decompressed: YAML.
    public let specification: [UInt8]
    /// The digests of the other files, decompressed: YAML; nil in gems of old tools.
    public let checksums: [UInt8]?
    /// The files as they stand in the gem, by name, which the digests are of.
    public let compressed: [String: [UInt8]]

    /// Whether a signature lies beside the specification and beside the package's files. It is not checked: RubyGems checks
    /// it only where it is told whom to trust.
    public var isSigned: Bool {
        [Self.specificationName, Self.dataName].allSatisfy { compressed[$0 + Self.signatureSuffix]?.isEmpty == false }
    }

    /// The name of the specification in the gem.
    public static let specificationName = "metadata.gz"
    /// The name of the package's files in the gem.
    public static let dataName = "data.tar.gz"
    static let checksumsName = "checksums.yaml.gz"
    static let names: Set<String> = [specificationName, dataName, checksumsName]
    static let signatureSuffix = ".sig"

    /// Reads the outer layer of a gem, and of its content all but the package's files.
    ///
    /// - Throws: the first reason to refuse it; `metadata-too-large` for a specification or digests above
    ///   `ArchiveLimits.metadataBytesMax` times eight.
    public init(_ bytes: Span<UInt8>, limits: ArchiveLimits) throws(ArchiveError) {
        var collector = GemCollector()
        _ = try ArchiveReader.readTar(bytes, limits: limits, dialect: .rubyGems, into: &collector)
        if let path = collector.unexpected {
            throw ArchiveError(.unexpectedEntry, layer: .tar, offset: 0, path: path)
        }
        for name in [Self.specificationName, Self.dataName] where collector.files[name] == nil {
            throw ArchiveError(.missingEntry, layer: .tar, offset: bytes.count, path: name)
        }
        compressed = collector.files
        specification = try Self.inflated(Self.specificationName, collector.files, limits)
        checksums =
            collector.files[Self.checksumsName] == nil
            ? nil : try Self.inflated(Self.checksumsName, collector.files, limits)
    }

    /// How many times a block of metadata a specification may be: it lists every file of the package.
    private static let specificationBlocksMax = 8

    private static func inflated(
        _ name: String,
        _ files: [String: [UInt8]],
        _ limits: ArchiveLimits
    ) throws(ArchiveError) -> [UInt8] {
        let limit = limits.metadataBytesMax * specificationBlocksMax
        let member = files[name] ?? []
        do {
            return try Gzip.decompress(member.span, limit: limit)
        } catch {
            let code: ArchiveError.Code = error.code == .unpackedTooLarge ? .metadataTooLarge : error.code
            throw ArchiveError(code, layer: .gzip, offset: error.offset, path: name)
        }
    }
}

/// Keeps the files of a gem's outer layer.
private struct GemCollector: ArchiveVisitor {
    var files: [String: [UInt8]] = [:]
    var unexpected: String?
    private var name: String?
    private var content: [UInt8] = []

    mutating func begin(_ entry: ArchiveEntry) {
        let suffix = GemMembers.signatureSuffix
        let bare = entry.path.hasSuffix(suffix) ? String(entry.path.dropLast(suffix.utf8.count)) : entry.path
        guard entry.kind == .file, GemMembers.names.contains(bare) else {
            unexpected = unexpected ?? entry.path
            name = nil
            return
        }
        name = entry.path
        content = []
        content.reserveCapacity(entry.size)
    }

    mutating func content(_ chunk: Span<UInt8>) {
        guard name != nil else { return }
        content += chunk.array(0..<chunk.count)
    }

    mutating func end() {
        guard let name else { return }
        files[name] = content
        content = []
        self.name = nil
    }
}

extension ArchiveReader {
    /// The package's files of a gem.
    static func readGem<V: ArchiveVisitor>(
        _ bytes: Span<UInt8>,
        limits: ArchiveLimits,
        into visitor: inout V
    ) throws(ArchiveError) -> ArchiveSummary {
        let members = try GemMembers(bytes, limits: limits)
        let data = members.compressed[GemMembers.dataName] ?? []
        let summary = try readGzipTar(data.span, limits: limits, dialect: .rubyGems, into: &visitor)
        return ArchiveSummary(
            entries: summary.entries,
            files: summary.files,
            contentBytes: summary.contentBytes,
            unpackedBytes: summary.unpackedBytes,
            archiveBytes: bytes.count
        )
    }
}
