/// How much an archive may hold before it is refused.
///
/// Every limit is inclusive: a value equal to the limit passes, one above is refused.
public struct ArchiveLimits: Sendable, Equatable {
    /// Bytes after decompression: the whole tar stream with its headers, or the contents of a zip. 1 GiB by default.
    public var unpackedBytesMax: Int = 1 << 30

    /// Bytes of one entry's content. 512 MiB by default.
    public var entryBytesMax: Int = 512 << 20

    /// Entries of every kind. 100,000 by default.
    public var entriesMax: Int = 100_000

    /// Unpacked bytes for each byte of the archive, counted once `ratioFloorBytes` are unpacked. 200 by default;
    /// deflate itself can reach 1,032.
    public var ratioMax: Int = 200

    /// Unpacked bytes up to which no ratio is counted, so that a small file of zeros passes. 1 MiB by default.
    public var ratioFloorBytes: Int = 1 << 20

    /// UTF-8 bytes of one path or link target. 1,024 by default.
    public var pathBytesMax: Int = 1024

    /// Components of one path. 64 by default.
    public var pathDepthMax: Int = 64

    /// Bytes that remembering all names may cost, about 64 a distinct component and its UTF-8. 64 MiB by default.
    public var namesBytesMax: Int = 64 << 20

    /// Bytes of one block of metadata: a pax header, a GNU long name, a gzip header field. 1 MiB by default.
    public var metadataBytesMax: Int = 1 << 20

    /// The defaults.
    public init() {}

    /// The defaults, for packages from a public registry.
    public static let standard = ArchiveLimits()
}
