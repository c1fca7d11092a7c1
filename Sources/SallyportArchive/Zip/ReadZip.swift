extension ArchiveReader {
    /// A zip file. All structure is checked before the first byte is decompressed.
    static func readZip<V: ArchiveVisitor>(
        _ bytes: Span<UInt8>,
        limits: ArchiveLimits,
        into visitor: inout V
    ) throws(ArchiveError) -> ArchiveSummary {
        let end = try ZipEnd(bytes, limits: limits)
        let layout = try ZipLayout(bytes, end: end, limits: limits)
        let content = try ZipContent()
        var tree = EntryTree(limits: limits)
        var files = 0
        var contentBytes = 0
        for slot in layout.slots {
            let name = bytes.array(slot.entry.name)
            let place = Place(layer: .zip, offset: slot.entry.localOffset, name: name)
            let kind = try visit(
                bytes,
                content,
                slot,
                name: name,
                limits: limits,
                place: place,
                tree: &tree,
                into: &visitor
            )
            guard kind == .file else { continue }
            files += 1
            contentBytes += slot.entry.size
        }
        return ArchiveSummary(
            entries: layout.slots.count,
            files: files,
            contentBytes: contentBytes,
            unpackedBytes: layout.unpackedBytes,
            archiveBytes: bytes.count
        )
    }

    private static func visit<V: ArchiveVisitor>(
        _ bytes: Span<UInt8>,
        _ content: borrowing ZipContent,
        _ slot: ZipLayout.Slot,
        name: [UInt8],
        limits: ArchiveLimits,
        place: Place,
        tree: inout EntryTree,
        into visitor: inout V
    ) throws(ArchiveError) -> ArchiveEntry.Kind {
        let isDirectory = slot.kind == .directory
        let path = try EntryPath.validated(name, isDirectory: isDirectory, limits: limits, place: place)
        let kind: ArchiveEntry.Kind
        switch slot.kind {
        case .file: kind = .file
        case .directory: kind = .directory
        case .symbolicLink:
            var target: [UInt8] = []
            try content.read(bytes, slot.data, of: slot.entry, place: place) { (chunk) throws(ArchiveError) in
                target += chunk.array(0..<chunk.count)
            }
            kind = .symbolicLink(
                target: try LinkTarget.validated(target, linkPath: path, limits: limits, place: place)
            )
        }
        try tree.insert(path, kind: kind, place: place)
        let isExecutable = slot.entry.unixMode & 0o111 != 0
        let size = kind == .file ? slot.entry.size : 0
        visitor.begin(ArchiveEntry(path: path, kind: kind, isExecutable: isExecutable, size: size))
        if slot.kind != .symbolicLink {
            // A directory's content is empty, but it may be compressed emptiness, which is read all the same.
            try content.read(bytes, slot.data, of: slot.entry, place: place) { (chunk) throws(ArchiveError) in
                visitor.content(chunk)
            }
        }
        visitor.end()
        return kind
    }
}
