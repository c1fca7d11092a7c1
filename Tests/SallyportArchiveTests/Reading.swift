import SallyportArchive
import SallyportTesting
import Testing

/// Keeps what it is shown.
struct Recorder: ArchiveVisitor {
    var entries: [ArchiveEntry] = []
    var contents: [String: [UInt8]] = [:]
    var calls: [String] = []
    private var isOpen = false

    mutating func begin(_ entry: ArchiveEntry) {
        calls.append(isOpen ? "begin within an entry" : "begin")
        isOpen = true
        entries.append(entry)
        contents[entry.path] = []
    }

    mutating func content(_ chunk: Span<UInt8>) {
        guard let path = entries.last?.path else { return }
        if chunk.isEmpty { calls.append("empty chunk") }
        // SAFETY: the buffer is copied during the call. Byte by byte takes a minute of tests without optimisation.
        unsafe chunk.withUnsafeBufferPointer { buffer in
            unsafe contents[path, default: []].append(contentsOf: buffer)
        }
    }

    mutating func end() {
        calls.append(isOpen ? "end" : "end without begin")
        isOpen = false
    }

    func text(_ path: String) -> String? {
        contents[path].map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Counts only, for archives that are large or many.
struct Counter: ArchiveVisitor {
    var entries = 0
    var bytes = 0
    mutating func begin(_ entry: ArchiveEntry) { entries += 1 }
    mutating func content(_ chunk: Span<UInt8>) { bytes += chunk.count }
    mutating func end() {}
}

/// Reads an archive and gives what was visited.
func visit(
    _ bytes: [UInt8],
    as format: ArchiveFormat,
    limits: ArchiveLimits = .standard
) throws(ArchiveError) -> Recorder {
    var recorder = Recorder()
    try ArchiveReader.read(bytes.span, as: format, limits: limits, into: &recorder)
    return recorder
}

/// Why an archive is refused; nil when it is not.
func refusal(_ bytes: [UInt8], as format: ArchiveFormat, limits: ArchiveLimits = .standard) -> ArchiveError? {
    do {
        _ = try visit(bytes, as: format, limits: limits)
        return nil
    } catch {
        return error
    }
}

/// The code with which a tar stream is refused, the same bare as within gzip.
func tarRefusal(_ builder: TarBuilder, limits: ArchiveLimits = .standard) -> ArchiveError.Code? {
    let bare = refusal(builder.bytes(), as: .tar, limits: limits)
    let compressed = refusal(builder.gzipped(), as: .gzipTar, limits: limits)
    return bare == compressed ? bare?.code : .invalidCompression
}

/// The code with which a zip file is refused.
func zipRefusal(_ builder: ZipBuilder, limits: ArchiveLimits = .standard) -> ArchiveError.Code? {
    refusal(builder.bytes(), as: .zip, limits: limits)?.code
}

/// Bytes that compress badly and are the same each time: 64 KiB of noise, over and over, which deflate does not see.
func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < min(count, 1 << 16) {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        bytes.append(UInt8(truncatingIfNeeded: state))
    }
    let period = bytes
    while bytes.count < count { bytes += period.prefix(count - bytes.count) }
    return bytes
}

/// One hostile tar: why it is refused, and how it is made.
struct TarCase: Sendable, CustomTestStringConvertible {
    let name: String
    let code: ArchiveError.Code
    let builder: TarBuilder

    init(_ name: String, _ code: ArchiveError.Code, _ builder: TarBuilder) {
        self.name = name
        self.code = code
        self.builder = builder
    }

    var testDescription: String { name }
}

/// One hostile zip: why it is refused, and how it is made.
struct ZipCase: Sendable, CustomTestStringConvertible {
    let name: String
    let code: ArchiveError.Code
    let builder: ZipBuilder

    init(_ name: String, _ code: ArchiveError.Code, _ builder: ZipBuilder) {
        self.name = name
        self.code = code
        self.builder = builder
    }

    var testDescription: String { name }
}
