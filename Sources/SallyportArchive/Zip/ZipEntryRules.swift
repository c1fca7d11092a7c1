/// What an entry of the central directory is once unpacked.
enum ZipEntryRules {
    /// The kinds that a zip entry can have; a link's target is its content and not known yet.
    enum Kind {
        case file, directory, symbolicLink
    }

    private static let typeMask = 0o170_000
    private static let directoryType = 0o040_000
    private static let fileType = 0o100_000
    private static let linkType = 0o120_000

    /// The kind, on which the name's trailing `/`, the Unix mode and the DOS directory bit must agree: each is the
    /// one that counts for some reader.
    static func kind(
        of entry: ZipCentralEntry,
        name: [UInt8],
        limits: ArchiveLimits,
        place: Place
    ) throws(ArchiveError) -> Kind {
        let isDirectory = name.last == EntryPath.slash
        guard isDirectory || !entry.hasDOSDirectoryBit else { throw place.error(.headerMismatch) }
        switch entry.unixMode & typeMask {
        case 0: break
        case directoryType:
            guard isDirectory else { throw place.error(.headerMismatch) }
        case fileType:
            guard !isDirectory else { throw place.error(.headerMismatch) }
        case linkType:
            // On other systems the same bits mean nothing, so the entry would be a file for some and a link for others.
            guard !isDirectory, entry.isUnix else { throw place.error(.headerMismatch) }
            guard entry.size <= limits.pathBytesMax else { throw place.error(.pathTooLong) }
            return .symbolicLink
        default: throw place.error(.deviceEntry)
        }
        if isDirectory {
            guard entry.size == 0 else { throw place.error(.directoryContent) }
            return .directory
        }
        guard entry.size <= limits.entryBytesMax else { throw place.error(.entryTooLarge) }
        return .file
    }
}
