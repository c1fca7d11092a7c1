/// What the unpackers of a format read of a tar stream.
enum TarDialect {
    /// Extended headers of pax and GNU that name what follows.
    case full
    /// What RubyGems reads: it passes over extended headers as over files of an unknown type, and takes each entry by the
    /// name in its own header.
    case rubyGems
}

extension ArchiveReader {
    /// A bare tar stream.
    static func readTar<V: ArchiveVisitor>(
        _ bytes: Span<UInt8>,
        limits: ArchiveLimits,
        dialect: TarDialect = .full,
        into visitor: inout V
    ) throws(ArchiveError) -> ArchiveSummary {
        var budget = UnpackBudget(limits: limits, archiveBytes: bytes.count, isCompressed: false)
        try budget.spend(bytes.count, at: Place(layer: .tar, offset: 0))
        var parser = TarParser(limits: limits, dialect: dialect)
        try parser.feed(bytes, into: &visitor)
        return try parser.finish(archiveBytes: bytes.count)
    }

    /// A tar stream in one gzip member.
    static func readGzipTar<V: ArchiveVisitor>(
        _ bytes: Span<UInt8>,
        limits: ArchiveLimits,
        dialect: TarDialect = .full,
        into visitor: inout V
    ) throws(ArchiveError) -> ArchiveSummary {
        var parser = TarParser(limits: limits, dialect: dialect)
        let member = try GzipMember(bytes, limits: limits)
        _ = try member.decompress(bytes) { (chunk) throws(ArchiveError) in
            try parser.feed(chunk, into: &visitor)
        }
        return try parser.finish(archiveBytes: bytes.count)
    }
}
