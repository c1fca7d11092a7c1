import SallyportArchive

/// Limits small enough that no input can slow the fuzzer down.
let limits: ArchiveLimits = {
    var limits = ArchiveLimits()
    limits.unpackedBytesMax = 4 << 20
    limits.entriesMax = 1000
    limits.namesBytesMax = 1 << 20
    return limits
}()

/// What the reader promises of every archive, whether it admits it in the end or not.
struct Invariants: ArchiveVisitor {
    private var open: ArchiveEntry?
    private var seen = 0
    private(set) var entries = 0
    private(set) var contentBytes = 0

    mutating func begin(_ entry: ArchiveEntry) {
        precondition(open == nil, "an entry began within another")
        precondition(!entry.path.isEmpty && entry.path.utf8.count <= limits.pathBytesMax, "a path of wrong length")
        precondition(entry.path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x5C }, "a path with a control or backslash")
        for component in entry.path.split(separator: "/", omittingEmptySubsequences: false) {
            precondition(component != "" && component != "." && component != "..", "a path that wanders")
        }
        if case .file = entry.kind {} else { precondition(entry.size == 0, "content of something that has none") }
        open = entry
        seen = 0
        entries += 1
    }

    mutating func content(_ chunk: Span<UInt8>) {
        precondition(open?.kind == .file, "content outside a file")
        precondition(!chunk.isEmpty, "an empty chunk")
        seen += chunk.count
        contentBytes += chunk.count
    }

    mutating func end() {
        precondition(open != nil && open?.size == seen, "a file of another size")
        open = nil
    }
}

/// Why the input is refused; nil when it is admitted, after its summary was held against what was visited.
func refusal(_ input: Span<UInt8>, as format: ArchiveFormat) -> ArchiveError? {
    var invariants = Invariants()
    do {
        let summary = try ArchiveReader.read(input, as: format, limits: limits, into: &invariants)
        precondition(summary.entries == invariants.entries, "another number of entries")
        precondition(summary.contentBytes == invariants.contentBytes, "another number of bytes")
        precondition(summary.archiveBytes == input.count, "an archive of another size")
        return nil
    } catch {
        precondition(error.offset >= 0, "an error before the start")
        precondition(!error.message.isEmpty, "an error without a message")
        return error
    }
}
