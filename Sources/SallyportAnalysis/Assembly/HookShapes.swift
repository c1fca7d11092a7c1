import SallyportArchive
import SallyportModel

/// A further reading of an archive for the shapes of the files that only an installation runs.
///
/// Few packages have any, and a shape costs as much as a file's digest, so none is made before a hook is known that leads
/// to it.
struct HookShapes: ArchiveVisitor {
    /// By the entry's path and language; absent where a file has no shape.
    private var shapes: [String: [Language: Digest]] = [:]
    private let wanted: [String: Set<Language>]
    private let reader: CodeReader
    private var scratch = CodeScratch()
    private var path: String?
    private var buffer: [UInt8] = []

    private init(_ wanted: [String: Set<Language>], reader: CodeReader) {
        self.wanted = wanted
        self.reader = reader
    }

    /// The shapes of the package's hooks.
    static func read(
        _ reach: PackageReach,
        _ shelf: Shelf,
        _ bytes: Span<UInt8>,
        _ format: ArchiveFormat,
        reader: CodeReader
    ) -> HookShapes {
        var wanted: [String: Set<Language>] = [:]
        for (hook, files) in reach.hooks where !hook.isImplied {
            for node in files.nodes where reach.isPrivate(node.file, of: files, startedBy: hook) {
                let file = shelf.files[node.file]
                guard let language = node.language, file.findings[language] != nil,
                    file.record.size <= Shape.bytesMax
                else { continue }
                wanted[file.entryPath, default: []].insert(language)
            }
        }
        var pass = HookShapes(wanted, reader: reader)
        // What was read before can be read again.
        if !wanted.isEmpty { _ = try? ArchiveReader.read(bytes, as: format, limits: .standard, into: &pass) }
        return pass
    }

    /// The shape of a file that was read as a language.
    func shape(of file: PackageFile, as language: Language?) -> Digest? {
        language.flatMap { shapes[file.entryPath]?[$0] }
    }

    mutating func begin(_ entry: ArchiveEntry) {
        let isWanted = entry.kind == .file && entry.size <= Shape.bytesMax && wanted[entry.path] != nil
        path = isWanted ? entry.path : nil
        buffer.removeAll(keepingCapacity: true)
    }

    mutating func content(_ chunk: Span<UInt8>) {
        guard path != nil else { return }
        for index in 0..<chunk.count { buffer.append(chunk[index]) }
    }

    mutating func end() {
        guard let path else { return }
        self.path = nil
        let bytes = buffer
        buffer = []
        var found: [Language: Digest] = [:]
        for language in wanted[path] ?? [] {
            found[language] = reader.shape(of: bytes.span, as: language, scratch: &scratch)
        }
        shapes[path] = found
        buffer = bytes
    }
}
