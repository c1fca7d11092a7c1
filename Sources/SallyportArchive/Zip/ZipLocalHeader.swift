/// The header in front of an entry's data (APPNOTE 4.3.7), held against its entry of the central directory.
struct ZipLocalHeader {
    /// Where the data stands.
    let data: Range<Int>
    /// Where the data and its descriptor end.
    let end: Int

    private static let fixedBytes = 30

    /// Reads the header of an entry, whose every byte must stand before `limit`.
    init(_ bytes: Span<UInt8>, of entry: ZipCentralEntry, limit: Int, place: Place) throws(ArchiveError) {
        let offset = entry.localOffset
        guard limit - offset >= Self.fixedBytes else { throw place.error(.truncated) }
        guard bytes.hasZipSignature(3, 4, at: offset) else { throw place.error(.invalidHeader) }
        let nameStart = offset + Self.fixedBytes
        let name = nameStart..<(nameStart + bytes.uint16(at: offset + 26))
        let extraRange = name.upperBound..<(name.upperBound + bytes.uint16(at: offset + 28))
        let dataStart = extraRange.upperBound
        guard dataStart <= limit else { throw place.error(.truncated) }
        guard bytes.equal(name, entry.name), bytes.uint16(at: offset + 6) == entry.flags,
            bytes.uint16(at: offset + 8) == entry.method
        else { throw place.error(.headerMismatch) }
        guard entry.compressedSize <= limit - dataStart else { throw place.error(.truncated) }
        let extra = try ZipExtra(bytes, extraRange, place: place)
        try extra.checkUnicodePath(bytes, name: name, place: place)
        data = dataStart..<(dataStart + entry.compressedSize)
        let isWide = try Self.checkSizes(bytes, extra, of: entry, place: place)
        guard entry.hasDescriptor else {
            end = data.upperBound
            return
        }
        end = try Self.endOfDescriptor(
            bytes,
            at: data.upperBound,
            of: entry,
            isWide: isWide,
            limit: limit,
            place: place
        )
    }

    /// Sizes and checksum must be the central directory's; with a descriptor they may all be zero.
    ///
    /// - Returns: whether the sizes are 64-bit ones.
    private static func checkSizes(
        _ bytes: Span<UInt8>,
        _ extra: ZipExtra,
        of entry: ZipCentralEntry,
        place: Place
    ) throws(ArchiveError) -> Bool {
        let offset = entry.localOffset
        let checksum = bytes.uint32(at: offset + 14)
        let plain = [bytes.uint32(at: offset + 22), bytes.uint32(at: offset + 18)]
        let isWide = plain[0] == ZipExtra.allOnes
        // The local zip64 field holds both sizes or is not needed.
        guard (plain[1] == ZipExtra.allOnes) == isWide else { throw place.error(.zip64Mismatch) }
        let resolved = try extra.resolved(bytes, plain: plain + [offset], place: place)
        let (size, compressedSize) = (resolved[0], resolved[1])
        if entry.hasDescriptor, checksum == 0, size == 0, compressedSize == 0 { return isWide }
        guard size == entry.size, compressedSize == entry.compressedSize else { throw place.error(.sizeMismatch) }
        guard checksum == entry.checksum else { throw place.error(.headerMismatch) }
        return isWide
    }

    /// The descriptor with its signature (APPNOTE 4.3.9). Without one it could be mistaken, so that is refused.
    private static func endOfDescriptor(
        _ bytes: Span<UInt8>,
        at offset: Int,
        of entry: ZipCentralEntry,
        isWide: Bool,
        limit: Int,
        place: Place
    ) throws(ArchiveError) -> Int {
        let end = offset + (isWide ? 24 : 16)
        guard end <= limit, bytes.hasZipSignature(7, 8, at: offset) else { throw place.error(.descriptorMismatch) }
        let sizes =
            isWide
            ? (bytes.size64(at: offset + 8), bytes.size64(at: offset + 16))
            : (bytes.uint32(at: offset + 8), bytes.uint32(at: offset + 12))
        guard bytes.uint32(at: offset + 4) == entry.checksum, sizes.0 == entry.compressedSize, sizes.1 == entry.size
        else { throw place.error(.descriptorMismatch) }
        return end
    }
}
