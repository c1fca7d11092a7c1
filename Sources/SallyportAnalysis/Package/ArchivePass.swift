import SallyportArchive
import SallyportLexing
import SallyportModel

/// One reading of an archive: hashes and types every file, and reads those that are code.
///
/// Memory is one file at a time. A file that arrives in one piece is read where it stands.
struct ArchivePass: ArchiveVisitor {
    /// What was found.
    private(set) var shelf = Shelf()
    private let reader: CodeReader
    private let limits: AnalysisLimits
    private var scratch = CodeScratch()
    private var entry: ArchiveEntry?
    private var buffer: [UInt8] = []
    private var stream: StreamingSHA256?
    private var received = 0
    private let format: ArchiveFormat
    private var ownTime: Duration
    private var saysNoTimeLeft = false

    init(_ format: ArchiveFormat, reader: CodeReader, limits: AnalysisLimits) {
        self.format = format
        self.reader = reader
        self.limits = limits
        ownTime = limits.ownRulesTimeMax
    }

    /// Keeps what stands beside the files of a gem.
    mutating func keep(gemSpecification bytes: [UInt8], isSigned: Bool) {
        shelf.gemSpecification = bytes
        shelf.isGemSigned = isSigned
    }

    mutating func begin(_ entry: ArchiveEntry) {
        self.entry = entry
        buffer.removeAll(keepingCapacity: buffer.capacity <= Self.keptCapacityMax)
        stream = nil
        received = 0
    }

    mutating func content(_ chunk: Span<UInt8>) {
        guard let entry else { return }
        if received == 0, chunk.count == entry.size {
            received = chunk.count
            take(chunk, of: entry)
            self.entry = nil
            return
        }
        received += chunk.count
        if entry.size > limits.fileBytesMax {
            var digest = stream ?? StreamingSHA256()
            stream = nil
            digest.update(chunk)
            stream = digest
        }
        let room = entry.size > limits.fileBytesMax ? Self.headBytes - buffer.count : chunk.count
        append(chunk, max: room)
    }

    mutating func end() {
        guard let entry else { return }
        self.entry = nil
        switch entry.kind {
        case .file:
            let bytes = buffer
            buffer = []
            take(bytes.span, of: entry)
            buffer = bytes
        case .symbolicLink(let target) where format == .zip: takeText(target, of: entry)
        case .symbolicLink(let target): shelf.addLink(entry.path, to: target)
        case .hardLink(let target):
            // The earlier file under another name, by which it may be code.
            if let position = shelf.position(of: target) { shelf.add(entry.path, linkedTo: position, limits: limits) }
        case .directory: break
        }
    }

    /// Bytes kept of a file that is too large to be read: enough to type it.
    private static let headBytes = 4096
    /// Capacity above which the buffer is given back after the file that needed it.
    private static let keptCapacityMax = 8 << 20

    private mutating func append(_ chunk: Span<UInt8>, max room: Int) {
        let count = min(chunk.count, max(0, room))
        if buffer.isEmpty, let entry { buffer.reserveCapacity(min(entry.size, limits.fileBytesMax)) }
        // SAFETY: the pointer is used within this closure only, and the array copies from it.
        unsafe chunk.extracting(first: count).withUnsafeBufferPointer { pointer in
            unsafe buffer.append(contentsOf: pointer)
        }
    }

    /// A link of a zip archive, which installers write as a file that holds the target's name.
    private mutating func takeText(_ target: String, of entry: ArchiveEntry) {
        let bytes = Array(target.utf8)
        let file = ArchiveEntry(path: entry.path, kind: .file, isExecutable: entry.isExecutable, size: bytes.count)
        take(bytes.span, of: file)
        guard let position = shelf.position(of: entry.path), shelf.files[position].language != nil else { return }
        shelf.markUnread(position, "link-in-zip")
    }

    private mutating func take(_ bytes: Span<UInt8>, of entry: ArchiveEntry) {
        let digest: Digest?
        if var stream {
            self.stream = nil
            digest = stream.finish()
        } else {
            digest = reader.hashing.sha256(bytes)
        }
        let type = ContentType.detect(bytes.extracting(first: min(bytes.count, ContentType.prefixBytesMax)))
        var content = type.name
        if Bytecode.isHashed(bytes, content) { content = Bytecode.hashedContent }
        let record = FileRecord(
            path: entry.path,
            size: entry.size,
            digest: digest,
            content: content,
            isExecutable: entry.isExecutable
        )
        let isWhole = entry.size <= limits.fileBytesMax
        let language =
            ContentKind.mayBeSource(content) ? Language.ofPath(entry.path) ?? ContentKind.language(of: content) : nil
        var file = PackageFile(path: entry.path, record: record, language: language)
        ContentReader.read(bytes, as: type, isWhole: isWhole, into: &file)
        if let language {
            if isWhole, let digest {
                var found = reader.read(bytes, digest: digest, as: language, scratch: &scratch)
                shelf.room.bound(&found, of: &file, limits)
                file.findings[language] = found
            } else {
                file.unread = "file-too-large"
            }
        }
        if let rules = reader.rules {
            file.own = isWhole ? own(bytes, rules) : OwnFindings.notLookedAt
        }
        if ManifestPaths.isManifest(entry.path) { keepManifest(bytes, isWhole: isWhole, file: &file) }
        shelf.add(file)
    }

    /// What an organisation's rules say of a file while there is time; then the first file that has none left says so.
    private mutating func own(_ bytes: Span<UInt8>, _ rules: any ContentRules) -> [Finding] {
        if ownTime > .zero { return OwnFindings.of(bytes, rules, within: &ownTime) }
        defer { saysNoTimeLeft = true }
        return saysNoTimeLeft ? [] : OwnFindings.noTimeLeft
    }

    private mutating func keepManifest(_ bytes: Span<UInt8>, isWhole: Bool, file: inout PackageFile) {
        if ManifestPaths.isInner(file.path), shelf.manifests.count >= ManifestPaths.innerCountMax { return }
        if !isWhole || !shelf.keepManifest(bytes, at: file.path, limits: limits) { file.unread = "manifest-too-large" }
    }
}
