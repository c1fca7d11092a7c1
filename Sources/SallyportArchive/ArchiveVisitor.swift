/// Receives the entries of an archive while it is read.
///
/// For each entry, in archive order, the reader calls `begin`, then `content` any number of times (files only), then
/// `end`. When the reader throws, the calls stop where they are, and nothing that was visited may be trusted.
public protocol ArchiveVisitor {
    /// The next entry; its name and kind have been checked.
    mutating func begin(_ entry: ArchiveEntry)

    /// The next bytes of the current file, in order, cut anywhere; never empty. Valid during the call only.
    mutating func content(_ chunk: Span<UInt8>)

    /// The current entry is complete: a file's chunks add up to its `size`.
    mutating func end()
}

/// What a whole archive held, once every byte of it is accounted for.
public struct ArchiveSummary: Sendable, Equatable {
    /// Entries of every kind.
    public let entries: Int

    /// Entries that are regular files.
    public let files: Int

    /// Bytes of all file contents.
    public let contentBytes: Int

    /// Bytes after decompression: the tar stream with headers and padding, or the contents of a zip.
    public let unpackedBytes: Int

    /// Bytes of the archive itself.
    public let archiveBytes: Int

    /// A summary as the readers make it.
    public init(entries: Int, files: Int, contentBytes: Int, unpackedBytes: Int, archiveBytes: Int) {
        self.entries = entries
        self.files = files
        self.contentBytes = contentBytes
        self.unpackedBytes = unpackedBytes
        self.archiveBytes = archiveBytes
    }
}
