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

    /// The header's sizes and offset with those that are all ones replaced from the zip64 field (APPNOTE 4.5.3).
    ///
    /// The field holds, in order, the values that are all ones in the header. Some writers put all values there, which
    /// is taken only when no reader could assign them differently: when they start with the ones that are wanted,
    /// and the rest repeat the header.
    func resolved(_ bytes: Span<UInt8>, plain: [Int], place: Place) throws(ArchiveError) -> [Int] {
        let wanted = plain.count { $0 == Self.allOnes }
        guard let field = zip64 else {
            guard wanted == 0 else { throw place.error(.zip64Mismatch) }
            return plain
        }
        var values: [Int] = []
        var cursor = field.lowerBound
        while field.upperBound - cursor >= 8, values.count < plain.count {
            guard let value = bytes.size64(at: cursor) else { throw place.error(.zip64Mismatch) }
            values.append(value)
            cursor += 8
        }
        // All values may be followed by the number of the disk, of which there is only one.
        if values.count == 3, field.upperBound - cursor == 4, bytes.uint32(at: cursor) == 0 { cursor += 4 }
        guard cursor == field.upperBound, values.count >= wanted else { throw place.error(.zip64Mismatch) }
        guard values.count > wanted else {
            var rest = values[...]
            return plain.map { $0 == Self.allOnes ? rest.popFirst() ?? 0 : $0 }
        }
        for (index, value) in values.enumerated() {
            let isRight = index < wanted ? plain[index] == Self.allOnes : plain[index] == value
            guard isRight else { throw place.error(.zip64Mismatch) }
        }
        return values + plain[values.count...]
    }

    /// What a 32-bit field holds when its value stands in the zip64 field.
    static let allOnes = 0xFFFF_FFFF
}
