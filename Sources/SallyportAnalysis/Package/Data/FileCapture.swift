import SallyportArchive

/// A further reading of an archive that keeps the bytes of a few files.
struct FileCapture: ArchiveVisitor {
    /// What was kept, by path.
    private(set) var contents: [String: [UInt8]] = [:]
    private let wanted: Set<String>
    private var room: Int
    private var path: String?
    private var buffer: [UInt8] = []

    /// - Parameters:
    ///   - wanted: the paths.
    ///   - bytesMax: bytes that are kept of all of them; files beyond are left out.
    init(_ wanted: Set<String>, bytesMax: Int) {
        self.wanted = wanted
        room = bytesMax
    }

    mutating func begin(_ entry: ArchiveEntry) {
        let isWanted = wanted.contains(entry.path) && entry.kind == .file && entry.size <= room
        path = isWanted ? entry.path : nil
        if path != nil { room -= entry.size }
        buffer = []
    }

    mutating func content(_ chunk: Span<UInt8>) {
        guard path != nil else { return }
        for index in 0..<chunk.count { buffer.append(chunk[index]) }
    }

    mutating func end() {
        if let path { contents[path] = buffer }
        path = nil
        buffer = []
    }
}
