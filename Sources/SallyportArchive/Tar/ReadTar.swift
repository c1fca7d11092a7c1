extension ArchiveReader {
    /// A bare tar stream.
    static func readTar<V: ArchiveVisitor>(
        _ bytes: Span<UInt8>,
        limits: ArchiveLimits,
        into visitor: inout V
    ) throws(ArchiveError) -> ArchiveSummary {
        var budget = UnpackBudget(limits: limits, archiveBytes: bytes.count, isCompressed: false)
        try budget.spend(bytes.count, at: Place(layer: .tar, offset: 0))
        var parser = TarParser(limits: limits)
        try parser.feed(bytes, into: &visitor)
        return try parser.finish(archiveBytes: bytes.count)
    }

    /// A tar stream in one gzip member.
    static func readGzipTar<V: ArchiveVisitor>(
        _ bytes: Span<UInt8>,
        limits: ArchiveLimits,
        into visitor: inout V
    ) throws(ArchiveError) -> ArchiveSummary {
        var parser = TarParser(limits: limits)
        let member = try GzipMember(bytes, limits: limits)
        _ = try member.decompress(bytes) { (chunk) throws(ArchiveError) in
            try parser.feed(chunk, into: &visitor)
        }
        return try parser.finish(archiveBytes: bytes.count)
    }
}
