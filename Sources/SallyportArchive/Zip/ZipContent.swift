/// The contents of zip entries, decompressed and checked.
struct ZipContent: ~Copyable {
    private let inflate: OneShotInflate

    init() throws(ArchiveError) {
        inflate = try OneShotInflate(layer: .zip)
    }

    /// Feeds the content to the sink; refuses it when it is not exactly what both headers said.
    func read(
        _ bytes: Span<UInt8>,
        _ data: Range<Int>,
        of entry: ZipCentralEntry,
        place: Place,
        sink: (_ chunk: Span<UInt8>) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        let stored = bytes.extracting(data)
        if entry.method == 0 {
            try Self.check(stored, entry, place: place)
            if !stored.isEmpty { try sink(stored) }
            return
        }
        if entry.size <= ArchiveReader.oneShotBytesMax,
            let content = inflate.decompress(stored, size: entry.size)
        {
            try Self.check(content.span, entry, place: place)
            if !content.isEmpty { try sink(content.span) }
            return
        }
        try Self.stream(bytes, data, of: entry, place: place, sink: sink)
    }

    private static func check(_ content: Span<UInt8>, _ entry: ZipCentralEntry, place: Place) throws(ArchiveError) {
        guard Int(Checksum.crc32(0, content)) == entry.checksum else { throw place.error(.checksumMismatch) }
    }

    private static func stream(
        _ bytes: Span<UInt8>,
        _ data: Range<Int>,
        of entry: ZipCentralEntry,
        place: Place,
        sink: (_ chunk: Span<UInt8>) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        var made = 0
        var sum: UInt32 = 0
        let end: Int
        do throws(ArchiveError) {
            end = try StreamInflate.decompress(bytes, in: data, layer: .zip) { (chunk, _) throws(ArchiveError) in
                made += chunk.count
                guard made <= entry.size else { throw place.error(.sizeMismatch) }
                sum = Checksum.crc32(sum, chunk)
                try sink(chunk)
            }
        } catch {
            // The same reason, with the entry's name.
            throw error.path == nil ? place.error(error.code) : error
        }
        guard made == entry.size, end == data.upperBound else { throw place.error(.sizeMismatch) }
        guard Int(sum) == entry.checksum else { throw place.error(.checksumMismatch) }
    }
}
