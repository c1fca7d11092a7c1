/// Turns a header, and what extended headers said before it, into a checked entry.
struct TarEntryRules {
    let limits: ArchiveLimits
    private let dialect: TarDialect
    private var tree: EntryTree

    init(limits: ArchiveLimits, dialect: TarDialect = .full) {
        self.limits = limits
        self.dialect = dialect
        tree = EntryTree(limits: limits)
    }

    /// The entry, entered into the tree of names.
    mutating func entry(
        _ header: TarHeader,
        _ metadata: TarMetadata,
        offset: Int
    ) throws(ArchiveError) -> ArchiveEntry {
        let name = metadata.name(for: header)
        let place = Place(layer: .tar, offset: offset, name: name)
        try metadata.checkSize(of: header, place: place)
        let isDirectory = try isDirectory(header, metadata, place: place)
        let path = try EntryPath.validated(name, isDirectory: isDirectory, limits: limits, place: place)
        let kind = try kind(header, metadata, path: path, isDirectory: isDirectory, place: place)
        if kind == .file {
            guard header.size <= limits.entryBytesMax else { throw place.error(.entryTooLarge) }
        } else {
            guard header.size == 0 else { throw place.error(isDirectory ? .directoryContent : .sizeMismatch) }
        }
        if dialect == .rubyGems { try checkSpaces(name, metadata.linkName(for: header), place: place) }
        try tree.insert(path, kind: kind, place: place)
        return ArchiveEntry(path: path, kind: kind, isExecutable: header.mode & 0o111 != 0, size: header.size)
    }

    /// Type 5, or a file of the oldest form whose name ends with `/`.
    ///
    /// On a file of the newer form some readers heed the mark and others don't. On one of the oldest form some look
    /// for it in the header's own name even when a longer name replaces that one.
    private func isDirectory(
        _ header: TarHeader,
        _ metadata: TarMetadata,
        place: Place
    ) throws(ArchiveError) -> Bool {
        if header.type == UInt8(ascii: "5") { return true }
        guard header.type == 0 || header.type == UInt8(ascii: "0") else { return false }
        guard header.name.last == EntryPath.slash else { return false }
        if header.type == 0, !metadata.replacesName { return true }
        guard header.type != 0, metadata.replacesName else { throw place.error(.headerMismatch) }
        return false
    }

    /// RubyGems cuts spaces off the end of each field, and a path is in one or two of them.
    private func checkSpaces(_ name: [UInt8], _ linkName: [UInt8], place: Place) throws(ArchiveError) {
        for path in [name, linkName] {
            guard path.split(separator: EntryPath.slash).allSatisfy({ $0.last != 0x20 }) else {
                throw place.error(.trailingSpace)
            }
        }
    }

    private func kind(
        _ header: TarHeader,
        _ metadata: TarMetadata,
        path: String,
        isDirectory: Bool,
        place: Place
    ) throws(ArchiveError) -> ArchiveEntry.Kind {
        let isLink = header.type == UInt8(ascii: "1") || header.type == UInt8(ascii: "2")
        guard isLink || !metadata.namesLink else { throw place.error(.metadataConflict) }
        if isDirectory { return .directory }
        let target = metadata.linkName(for: header)
        switch header.type {
        case 0, UInt8(ascii: "0"): return .file
        case UInt8(ascii: "1"):
            let linked = try EntryPath.validated(target, isDirectory: false, limits: limits, place: place)
            guard tree.holdsFile(linked) else { throw place.error(.linkMissing) }
            return .hardLink(target: linked)
        case UInt8(ascii: "2"):
            let linked = try LinkTarget.validated(target, linkPath: path, limits: limits, place: place)
            return .symbolicLink(target: linked)
        case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "6"): throw place.error(.deviceEntry)
        case UInt8(ascii: "S"): throw place.error(.sparseEntry)
        default: throw place.error(.unsupportedEntry)
        }
    }
}
