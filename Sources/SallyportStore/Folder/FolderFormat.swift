import SystemPackage

/// The `format` file: which version of the layout a folder has, and whether its records have been made.
///
/// The second line keeps a lost record from being mistaken for a new one: once `records` stands there, a missing or
/// empty database is damage, and the server does not start with an empty memory of what was denied.
struct FolderFormat: Hashable, Sendable {
    static let name = "format"
    /// The layout that this code writes and reads.
    static let current = 1

    let version: Int
    let hasRecords: Bool

    /// The longest `format` file that is read, in bytes.
    private static let bytesMax = 256

    var text: String { "sallyport-data \(version)\n" + (hasRecords ? "records\n" : "") }

    /// Reads the text of a `format` file; `nil` when it is none.
    init?(text: String) {
        let lines = text.split(separator: "\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 2, words[0] == "sallyport-data", let version = Int(words[1]), version > 0 else {
            return nil
        }
        self.init(version: version, hasRecords: lines.dropFirst().first == "records")
    }

    init(version: Int, hasRecords: Bool) {
        self.version = version
        self.hasRecords = hasRecords
    }

    /// Reads a folder's file; `nil` when there is none, a text that is no format when it can't be understood.
    static func read(in folder: FilePath) throws(Errno) -> String? {
        let file: FileDescriptor
        do {
            file = try Disk.open(folder.appending(name), .readOnly)
        } catch {
            if error == .noSuchFileOrDirectory { return nil }
            throw error
        }
        defer { try? file.close() }
        var bytes = [UInt8](repeating: 0, count: bytesMax)
        let count = try Disk.read(file, at: 0, into: &bytes)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// Replaces a folder's file, durably: written beside it, synced, renamed, and the folder synced.
    func write(in folder: FilePath) throws(Errno) {
        let beside = folder.appending(Self.name + ".new")
        let file = try Disk.open(beside, .writeOnly, options: [.create, .truncate])
        defer { try? file.close() }
        try Disk.write(Array(text.utf8), to: file)
        try Disk.syncData(file)
        try Disk.rename(beside, to: folder.appending(Self.name))
        try Disk.syncFolder(folder)
    }
}
