import SallyportArchive
import SallyportLexing
import SallyportModel

/// Archives inside a package that its running code names: their code is read as the package's own.
///
/// Archives that nothing names are test data in nearly all packages, and are not opened.
struct NestedArchives {
    let reader: CodeReader
    let limits: AnalysisLimits

    /// Archives of one package that are opened.
    static let archivesMax = 32
    /// Bytes of these archives.
    static let bytesMax = 64 << 20
    /// Archives inside archives that are opened.
    static let depthMax = 2

    /// How much may come out of one of them.
    private static let inner: ArchiveLimits = {
        var limits = ArchiveLimits()
        limits.unpackedBytesMax = 128 << 20
        limits.entryBytesMax = 64 << 20
        limits.entriesMax = 20_000
        return limits
    }()

    /// What was found.
    struct Found {
        /// Files of code with what they do, by their paths: `outer.zip!/inner.js`.
        var files: [(file: PackageFile, path: String)] = []
        /// Archives that were not read, and why.
        var unread: [(path: String, why: String)] = []
    }

    private struct Waiting {
        let path: String
        let bytes: [UInt8]
        let depth: Int
    }

    /// Whether a file is an archive, readable or not.
    static func isArchive(_ content: String) -> Bool {
        ["zip", "gzip", "tar", "xz", "zstandard", "bzip2", "7z", "rar"].contains(content)
    }

    /// Reads archives.
    func read(_ contents: [String: [UInt8]]) -> Found {
        var found = Found()
        var waiting = contents.sorted { $0.key < $1.key }.map { Waiting(path: $0.key, bytes: $0.value, depth: 1) }
        var opened = 0
        while let next = waiting.popLast() {
            opened += 1
            guard opened <= Self.archivesMax else {
                found.unread.append((next.path, "more archives than are opened"))
                break
            }
            waiting += read(next, &found)
        }
        return found
    }

    /// Reads one archive; gives those inside it.
    private func read(_ archive: Waiting, _ found: inout Found) -> [Waiting] {
        guard let format = ArchiveFormat.detect(archive.bytes.span) else {
            found.unread.append((archive.path, "an archive of a kind that is not read"))
            return []
        }
        var pass = ArchivePass(format, reader: reader, limits: limits)
        do {
            try ArchiveReader.read(archive.bytes.span, as: format, limits: Self.inner, into: &pass)
        } catch {
            if format == .gzipTar, readPlain(archive, &found) { return [] }
            found.unread.append((archive.path, error.code.rawValue))
            return []
        }
        var shelf = pass.shelf
        LinkedFiles(reader: reader, limits: limits).read(&shelf, archive.bytes.span, format, limits: Self.inner)
        if shelf.hasMoreLinks { found.unread.append((archive.path, "more links than are followed")) }
        var inside: Set<String> = []
        for file in shelf.files {
            if file.source == nil, Self.isArchive(file.record.content) { inside.insert(file.path) }
            guard file.ownFindings?.findings.isEmpty == false || NativeContent.isNative(file.record.content) else {
                continue
            }
            found.files.append((file, "\(archive.path)!/\(file.path)"))
        }
        guard !inside.isEmpty, archive.depth < Self.depthMax else { return [] }
        var capture = FileCapture(inside, bytesMax: Self.bytesMax)
        let isRead =
            (try? ArchiveReader.read(archive.bytes.span, as: format, limits: Self.inner, into: &capture)) != nil
        guard isRead else { return [] }
        return capture.contents.sorted { $0.key < $1.key }.map { path, bytes in
            Waiting(path: "\(archive.path)!/\(path)", bytes: bytes, depth: archive.depth + 1)
        }
    }

    /// One compressed file, which is no archive: what it is by its name without the ending.
    private func readPlain(_ archive: Waiting, _ found: inout Found) -> Bool {
        guard let bytes = try? Gzip.decompress(archive.bytes.span, limit: limits.fileBytesMax) else { return false }
        let type = ContentType.detect(bytes.span.extracting(first: min(bytes.count, ContentType.prefixBytesMax)))
        let path = archive.path.hasSuffix(".gz") ? String(archive.path.dropLast(3)) : archive.path
        let digest = reader.hashing.sha256(bytes.span)
        let record = FileRecord(path: path, size: bytes.count, digest: digest, content: type.name, isExecutable: false)
        let isSource = ContentKind.mayBeSource(type.name)
        let language = isSource ? Language.ofPath(path) ?? ContentKind.language(of: type.name) : nil
        var file = PackageFile(path: path, record: record, language: language)
        ContentReader.read(bytes.span, as: type, isWhole: true, into: &file)
        if let language {
            var scratch = CodeScratch()
            file.findings[language] = reader.read(bytes.span, digest: digest, as: language, scratch: &scratch)
        }
        if language != nil || file.native != nil {
            found.files.append((file, "\(archive.path)!/\(PathText.name(of: path))"))
        }
        return true
    }
}
