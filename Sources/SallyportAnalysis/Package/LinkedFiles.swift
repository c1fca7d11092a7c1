import SallyportArchive
import SallyportModel

/// Reads files that are code or a manifest only by the name of a link to them.
struct LinkedFiles {
    let reader: CodeReader
    let limits: AnalysisLimits

    /// Makes files of the links and reads them; what can't be read says so.
    func read(_ shelf: inout Shelf, _ bytes: Span<UInt8>, _ format: ArchiveFormat, limits archive: ArchiveLimits) {
        shelf.resolveLinks(limits: limits)
        let linked = shelf.files.indices.filter { shelf.files[$0].source != nil }
        guard !linked.isEmpty else { return }
        let unread = linked.compactMap { position -> Reachable.Node? in
            let file = shelf.files[position]
            guard let language = file.language, file.findings[language] == nil, file.unread == nil else { return nil }
            return Reachable.Node(file: position, language: language)
        }
        WantedPass.read(unread, of: bytes, format, limits: archive, reader: reader, into: &shelf)
        let manifests = linked.filter { ManifestPaths.isManifest(shelf.files[$0].path) }
        guard !manifests.isEmpty else { return }
        let entries = Set(manifests.map { shelf.files[$0].entryPath })
        var capture = FileCapture(entries, bytesMax: ManifestPaths.bytesMax)
        _ = try? ArchiveReader.read(bytes, as: format, limits: archive, into: &capture)
        for position in manifests {
            let file = shelf.files[position]
            if let content = capture.contents[file.entryPath],
                shelf.keepManifest(content.span, at: file.path, limits: limits)
            {
                continue
            }
            shelf.markUnread(position, "manifest-too-large")
        }
    }
}
