enum TarHeader { static func checksumHolds(_ bytes: Span<UInt8>) -> Bool { false } }
extension ArchiveReader {
    static func readGzipTar<V: ArchiveVisitor>(_ bytes: Span<UInt8>, limits: ArchiveLimits, into visitor: inout V)
        throws(ArchiveError) -> ArchiveSummary
    { throw ArchiveError(.truncated, layer: .gzip, offset: 0) }
    static func readTar<V: ArchiveVisitor>(_ bytes: Span<UInt8>, limits: ArchiveLimits, into visitor: inout V)
        throws(ArchiveError) -> ArchiveSummary
    { throw ArchiveError(.truncated, layer: .gzip, offset: 0) }
    static func readZip<V: ArchiveVisitor>(_ bytes: Span<UInt8>, limits: ArchiveLimits, into visitor: inout V)
        throws(ArchiveError) -> ArchiveSummary
    { throw ArchiveError(.truncated, layer: .gzip, offset: 0) }
}
