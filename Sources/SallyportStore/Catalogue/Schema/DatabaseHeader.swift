import SystemPackage

/// The first bytes of a database file, read before SQLite sees the file, so that a damaged one is refused without
/// anything being opened, recovered or written.
///
/// Format: sqlite.org/fileformat2.html, section 1.3.
struct DatabaseHeader: Hashable, Sendable {
    static let byteCount = 100

    let pageSize: Int
    let pageCount: Int

    /// Reads a header; `nil` when the bytes are none.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount, bytes.starts(with: Array("SQLite format 3\0".utf8)) else { return nil }
        let size = Int(bytes[16]) << 8 | Int(bytes[17])
        pageSize = size == 1 ? 65_536 : size
        guard pageSize >= 512, pageSize.nonzeroBitCount == 1 else { return nil }
        pageCount = bytes[28..<32].reduce(0) { $0 << 8 | Int($1) }
    }

    /// Refuses a file that is missing, empty, shorter than it says, or no database at all.
    ///
    /// When records were never made (`mustExist` is false), a missing or empty file is a first start.
    static func check(_ path: FilePath, mustExist: Bool) throws {
        let lost = "restore it from a backup, or move the whole data folder away to start with an empty record"
        guard let status = try Disk.status(path) else {
            guard mustExist else { return }
            throw StoreError(.damaged, "`\(path)` is missing, and records were kept in it: \(lost).")
        }
        let size = Int(status.size)
        if size == 0, !mustExist { return }
        let file = try Disk.open(path, .readOnly)
        defer { try? file.close() }
        var bytes = [UInt8](repeating: 0, count: byteCount)
        let count = try Disk.read(file, at: 0, into: &bytes)
        guard count == byteCount, let header = DatabaseHeader(bytes) else {
            throw StoreError(.damaged, "`\(path)` is no database any more (\(size) bytes): \(lost).")
        }
        // A crash while the write-ahead log was copied into the database leaves it shorter than its first page says;
        // SQLite copies again then, from the log that is still there.
        let log = try Disk.status(FilePath(path.string + "-wal"))
        if let log, log.size > 0 { return }
        guard size >= header.pageSize * header.pageCount, size.isMultiple(of: header.pageSize) else {
            let expected = header.pageSize * header.pageCount
            throw StoreError(.damaged, "`\(path)` is cut: \(size) bytes of \(expected): \(lost).")
        }
    }
}
