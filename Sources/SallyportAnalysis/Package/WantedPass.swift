import SallyportArchive
import SallyportModel

/// A further reading of an archive for a few files that turned out to be code because something runs them.
struct WantedPass: ArchiveVisitor {
    /// What was found, by path and language.
    private(set) var findings: [String: [Language: FileFindings]] = [:]
    private let wanted: [String: [Language]]
    private let digests: [String: Digest]
    private let reader: CodeReader
    private var scratch = CodeScratch()
    private var path: String?
    private var buffer: [UInt8] = []

    init(_ wanted: [String: [Language]], digests: [String: Digest], reader: CodeReader) {
        self.wanted = wanted
        self.digests = digests
        self.reader = reader
    }

    mutating func begin(_ entry: ArchiveEntry) {
        let isWanted = wanted[entry.path] != nil && entry.size <= reader.limits.fileBytesMax
        path = isWanted ? entry.path : nil
        buffer.removeAll(keepingCapacity: true)
    }

    mutating func content(_ chunk: Span<UInt8>) {
        guard path != nil else { return }
        for index in 0..<chunk.count { buffer.append(chunk[index]) }
    }

    mutating func end() {
        guard let path, let digest = digests[path] else { return }
        var found: [Language: FileFindings] = [:]
        let bytes = buffer
        buffer = []
        for language in wanted[path] ?? [] {
            found[language] = reader.read(bytes.span, digest: digest, as: language, scratch: &scratch)
        }
        buffer = bytes
        findings[path] = found
        self.path = nil
    }
}
