/// Where the central directory of a zip file stands, as its end records say (APPNOTE 4.3.14 to 4.3.16).
struct ZipEnd {
    /// Where the central directory starts.
    let directoryOffset: Int
    /// Where it ends, and the first end record starts.
    let directoryEnd: Int
    let entries: Int

    static let recordBytes = 22
    private static let commentBytesMax = 0xFFFF

    /// Finds and reads the end record.
    ///
    /// A record counts when its comment ends exactly with the file; its signature alone, which occurs by chance in
    /// compressed data, means nothing. A second record that some reader could take instead is refused.
    init(_ bytes: Span<UInt8>, limits: ArchiveLimits) throws(ArchiveError) {
        let offset = try Self.find(bytes)
        let place = Place(layer: .zip, offset: offset)
        let plain = Zip64End.Values(
            entries: bytes.uint16(at: offset + 10),
            directorySize: bytes.uint32(at: offset + 12),
            directoryOffset: bytes.uint32(at: offset + 16)
        )
        guard bytes.uint16(at: offset + 4) == 0, bytes.uint16(at: offset + 6) == 0 else {
            throw place.error(.multipleDisks)
        }
        guard bytes.uint16(at: offset + 8) == plain.entries else { throw place.error(.multipleDisks) }
        var values = plain
        var end = offset
        if let zip64 = try Zip64End(bytes, before: offset) {
            try zip64.checkAgrees(with: plain, place: place)
            values = zip64.values
            end = zip64.offset
        } else if plain.entries == 0xFFFF || plain.directorySize == 0xFFFF_FFFF || plain.directoryOffset == 0xFFFF_FFFF
        {
            throw place.error(.zip64Mismatch)
        }
        guard values.entries <= limits.entriesMax else { throw place.error(.tooManyEntries) }
        try Self.checkDirectory(values, endsAt: end, bytes, place: place)
        directoryOffset = values.directoryOffset
        directoryEnd = end
        entries = values.entries
    }

    /// The directory must end where the end records start; anything between, or before the file's own start, is a
    /// place that readers reach differently.
    private static func checkDirectory(
        _ values: Zip64End.Values,
        endsAt end: Int,
        _ bytes: Span<UInt8>,
        place: Place
    ) throws(ArchiveError) {
        let (stated, overflows) = values.directoryOffset.addingReportingOverflow(values.directorySize)
        guard !overflows, stated <= end else { throw place.error(.sizeMismatch) }
        guard stated < end else { return }
        let isShifted = bytes.hasZipSignature(1, 2, at: end - values.directorySize)
        throw place.error(isShifted ? .prefixData : .hiddenData)
    }

    private static func find(_ bytes: Span<UInt8>) throws(ArchiveError) -> Int {
        guard bytes.count >= recordBytes else { throw error(.truncated, at: bytes.count) }
        let lowest = max(0, bytes.count - recordBytes - commentBytesMax)
        var exact: [Int] = []
        var loose: [Int] = []
        for offset in lowest...(bytes.count - recordBytes) where bytes.hasZipSignature(5, 6, at: offset) {
            if offset + recordBytes + bytes.uint16(at: offset + 20) == bytes.count { exact.append(offset) }
            if isPlausible(bytes, at: offset) { loose.append(offset) }
        }
        let chosen = exact.filter { loose.contains($0) }
        guard chosen.count <= 1 else { throw error(.ambiguousEnd, at: chosen[0]) }
        // A record inside the comment: readers that search backwards for the signature would take it.
        if let offset = chosen.first {
            guard let rival = loose.first(where: { $0 > offset }) else { return offset }
            throw error(.ambiguousEnd, at: rival)
        }
        if exact.count == 1 { return exact[0] }
        guard let offset = loose.last else { throw error(.missingEnd, at: bytes.count) }
        let end = offset + recordBytes + bytes.uint16(at: offset + 20)
        throw end < bytes.count ? error(.trailingData, at: end) : error(.truncated, at: bytes.count)
    }

    /// Whether some reader, however lenient, could find a central directory by the record at an offset.
    private static func isPlausible(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
        let size = bytes.uint32(at: offset + 12)
        if size == 0 || bytes.hasZipSignature(6, 7, at: offset - Zip64End.locatorBytes) { return true }
        if bytes.hasZipSignature(1, 2, at: offset - size) { return true }
        return bytes.hasZipSignature(1, 2, at: bytes.uint32(at: offset + 16))
    }

    private static func error(_ code: ArchiveError.Code, at offset: Int) -> ArchiveError {
        ArchiveError(code, layer: .zip, offset: offset)
    }
}
