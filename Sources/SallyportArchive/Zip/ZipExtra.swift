/// The extra fields of one header (APPNOTE 4.5): only those that can change what an entry is are looked at.
struct ZipExtra {
    /// Where the zip64 field's content stands.
    private(set) var zip64: Range<Int>?
    private(set) var unicodePath: Range<Int>?

    private static let zip64ID = 0x0001
    private static let unicodePathID = 0x7075

    /// Walks the fields, which must fill the range exactly.
    init(_ bytes: Span<UInt8>, _ range: Range<Int>, place: Place) throws(ArchiveError) {
        var cursor = range.lowerBound
        while cursor < range.upperBound {
            guard range.upperBound - cursor >= 4 else { throw place.error(.invalidMetadata) }
            let id = bytes.uint16(at: cursor)
            let content = (cursor + 4)..<(cursor + 4 + bytes.uint16(at: cursor + 2))
            guard content.upperBound <= range.upperBound else { throw place.error(.invalidMetadata) }
            if id == Self.zip64ID {
                guard zip64 == nil else { throw place.error(.zip64Mismatch) }
                zip64 = content
            }
            if id == Self.unicodePathID {
                guard unicodePath == nil else { throw place.error(.metadataConflict) }
                unicodePath = content
            }
            cursor = content.upperBound
        }
    }

    /// Refuses a Unicode path field (APPNOTE 4.6.9) that says another name than the header.
    func checkUnicodePath(_ bytes: Span<UInt8>, name: Range<Int>, place: Place) throws(ArchiveError) {
        guard let field = unicodePath else { return }
        guard field.count >= 5, bytes[field.lowerBound] == 1 else { throw place.error(.invalidMetadata) }
        let stated = bytes.uint32(at: field.lowerBound + 1)
        guard stated == Int(Checksum.crc32(0, bytes.extracting(name))),
            bytes.equal((field.lowerBound + 5)..<field.upperBound, name)
        else { throw place.error(.headerMismatch) }
    }

    /// The 64-bit values for the fields that a header leaves to the zip64 field, in its order; they must be all that
    /// the field holds.
    func sizes(_ bytes: Span<UInt8>, wanted: Int, place: Place) throws(ArchiveError) -> [Int] {
        guard let field = zip64 else {
            guard wanted == 0 else { throw place.error(.zip64Mismatch) }
            return []
        }
        guard wanted > 0, field.count == wanted * 8 else { throw place.error(.zip64Mismatch) }
        var values: [Int] = []
        for index in 0..<wanted {
            guard let value = bytes.size64(at: field.lowerBound + index * 8) else { throw place.error(.zip64Mismatch) }
            values.append(value)
        }
        return values
    }
}
