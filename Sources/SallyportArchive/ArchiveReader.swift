/// Reads whole archives strictly.
///
/// What two unpackers could read differently is refused with a typed code; every byte of the archive is accounted for.
/// Memory stays flat: a window of decompressed bytes, at most `oneShotBytesMax` for small archives and entries, and
/// the names.
public enum ArchiveReader {
    /// Reads an archive from its first byte to its last and feeds the visitor.
    ///
    /// - Parameters:
    ///   - bytes: the whole archive.
    ///   - format: what to read it as; `ArchiveFormat.detect` finds it from the bytes.
    ///   - limits: how much it may hold.
    ///   - visitor: receives the entries. When this throws, what it was given must not be trusted.
    /// - Returns: what the archive held.
    /// - Throws: the first reason to refuse it.
    @discardableResult
    public static func read<V: ArchiveVisitor>(
        _ bytes: Span<UInt8>,
        as format: ArchiveFormat,
        limits: ArchiveLimits,
        into visitor: inout V
    ) throws(ArchiveError) -> ArchiveSummary {
        switch format {
        case .gzipTar: try readGzipTar(bytes, limits: limits, into: &visitor)
        case .tar: try readTar(bytes, limits: limits, into: &visitor)
        case .zip: try readZip(bytes, limits: limits, into: &visitor)
        case .gem: try readGem(bytes, limits: limits, into: &visitor)
        }
    }

    /// The largest declared size that is decompressed in one step by libdeflate, which is more than twice as fast
    /// as zlib's stream but needs the whole output in memory. 8 MiB.
    static let oneShotBytesMax = 8 << 20
}
