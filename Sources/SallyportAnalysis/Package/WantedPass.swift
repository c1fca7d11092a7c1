import SallyportArchive
import SallyportModel

/// A further reading of an archive for a few files that turned out to be code because something runs them.
struct WantedPass: ArchiveVisitor {
    /// What was found, by the entry's path and language.
    private(set) var findings: [String: [Language: FileFindings]] = [:]
    private let wanted: [String: [Language]]
    private let digests: [String: Digest]
    private let reader: CodeReader
    private var scratch = CodeScratch()
    private var entry: ArchiveEntry?
    private var buffer: [UInt8] = []

    init(_ wanted: [String: [Language]], digests: [String: Digest], reader: CodeReader) {
        self.wanted = wanted
        self.digests = digests
        self.reader = reader
    }

    /// Reads files as languages and adds what was found; files that can't be read say so.
    ///
    /// - Returns: whether the archive could be read.
    @discardableResult
    static func read(
        _ nodes: [Reachable.Node],
        of bytes: Span<UInt8>,
        _ format: ArchiveFormat,
        limits: ArchiveLimits,
        reader: CodeReader,
        into shelf: inout Shelf
    ) -> Bool {
        var wanted: [String: [Language]] = [:]
        var digests: [String: Digest] = [:]
        for node in nodes {
            let file = shelf.files[node.file]
            guard let language = node.language, let digest = file.record.digest else { continue }
            guard file.record.size <= reader.limits.fileBytesMax else {
                shelf.markUnread(node.file, "file-too-large")
                continue
            }
            if wanted[file.entryPath]?.contains(language) != true {
                wanted[file.entryPath, default: []].append(language)
            }
            digests[file.entryPath] = digest
        }
        guard !wanted.isEmpty else { return true }
        var pass = WantedPass(wanted, digests: digests, reader: reader)
        guard (try? ArchiveReader.read(bytes, as: format, limits: limits, into: &pass)) != nil else { return false }
        for node in nodes {
            let file = shelf.files[node.file]
            guard let language = node.language, file.record.digest != nil else { continue }
            if let found = pass.findings[file.entryPath]?[language] {
                shelf.add(found, as: language, at: node.file)
            } else if file.unread == nil {
                shelf.markUnread(node.file, "file-not-read")
            }
        }
        return true
    }

    mutating func begin(_ entry: ArchiveEntry) {
        // A link has no bytes of its own, and what is read of it would be kept under the digest of others.
        let isWanted = wanted[entry.path] != nil && entry.kind == .file && entry.size <= reader.limits.fileBytesMax
        self.entry = isWanted ? entry : nil
        buffer.removeAll(keepingCapacity: true)
    }

    mutating func content(_ chunk: Span<UInt8>) {
        guard entry != nil else { return }
        for index in 0..<chunk.count { buffer.append(chunk[index]) }
    }

    mutating func end() {
        guard let entry, let digest = digests[entry.path], buffer.count == entry.size else { return }
        self.entry = nil
        var found: [Language: FileFindings] = [:]
        let bytes = buffer
        buffer = []
        for language in wanted[entry.path] ?? [] {
            found[language] = reader.read(bytes.span, digest: digest, as: language, scratch: &scratch)
        }
        buffer = bytes
        findings[entry.path] = found
    }
}
