/// One entry of the central directory (APPNOTE 4.3.12), every size resolved.
struct ZipCentralEntry {
    /// Where its name stands in the file.
    let name: Range<Int>
    let flags: Int
    let method: Int
    let checksum: Int
    let compressedSize: Int
    let size: Int
    let localOffset: Int
    /// Unix type and permissions; 0 when the archive was made without them.
    let unixMode: Int
    let isUnix: Bool
    let hasDOSDirectoryBit: Bool
    /// Where the entry starts, and where the next one does.
    let offset: Int
    let end: Int

    static let fixedBytes = 46

    /// Reads the entry at an offset; it must end at or before `limit`.
    init(_ bytes: Span<UInt8>, at offset: Int, limit: Int) throws(ArchiveError) {
        let start = Place(layer: .zip, offset: offset)
        guard limit - offset >= Self.fixedBytes else { throw start.error(.truncated) }
        guard bytes.hasZipSignature(1, 2, at: offset) else { throw start.error(.invalidHeader) }
        name = (offset + Self.fixedBytes)..<(offset + Self.fixedBytes + bytes.uint16(at: offset + 28))
        let extraRange = name.upperBound..<(name.upperBound + bytes.uint16(at: offset + 30))
        end = extraRange.upperBound + bytes.uint16(at: offset + 32)
        guard end <= limit else { throw start.error(.truncated) }
        let place = Place(layer: .zip, offset: offset, name: bytes.array(name))
        self.offset = offset
        flags = bytes.uint16(at: offset + 8)
        method = bytes.uint16(at: offset + 10)
        checksum = bytes.uint32(at: offset + 16)
        let attributes = bytes.uint32(at: offset + 38)
        let system = bytes[offset + 5]
        isUnix = system == 3 || system == 19
        unixMode = attributes >> 16
        hasDOSDirectoryBit = attributes & 0x10 != 0
        let extra = try ZipExtra(bytes, extraRange, place: place)
        try extra.checkUnicodePath(bytes, name: name, place: place)
        // No unpacker shows a comment, and the public index for Python refuses wheels that have one.
        guard bytes.uint16(at: offset + 32) == 0 else { throw place.error(.hiddenData) }
        guard bytes.uint16(at: offset + 34) == 0 else { throw place.error(.multipleDisks) }
        let plain = [bytes.uint32(at: offset + 24), bytes.uint32(at: offset + 20), bytes.uint32(at: offset + 42)]
        let resolved = try extra.resolved(bytes, plain: plain, place: place)
        (size, compressedSize, localOffset) = (resolved[0], resolved[1], resolved[2])
        try checkReadable(place: place)
    }

    /// Whether sizes and checksum stand behind the data.
    var hasDescriptor: Bool { flags & Self.descriptorFlag != 0 }

    private static let encryptionFlags = 0x2041
    private static let descriptorFlag = 0x0008
    private static let unicodeFlag = 0x0800
    /// Deflate's two level bits, the descriptor bit and the UTF-8 bit; all others mean something that is not read.
    private static let knownFlags = 0x0006 | descriptorFlag | unicodeFlag

    private func checkReadable(place: Place) throws(ArchiveError) {
        guard flags & Self.encryptionFlags == 0 else { throw place.error(.encrypted) }
        guard flags & ~Self.knownFlags == 0 else { throw place.error(.unsupportedMethod) }
        guard method == 0 || method == 8 else { throw place.error(.unsupportedMethod) }
        guard method == 8 || compressedSize == size else { throw place.error(.sizeMismatch) }
        // A reader that streams can't tell where stored data of unknown length ends.
        guard method == 8 || !hasDescriptor || size == 0 else { throw place.error(.descriptorMismatch) }
        // Without the UTF-8 bit a name is in code page 437, or whatever the reader likes.
        guard flags & Self.unicodeFlag != 0 || (place.name ?? []).allSatisfy({ $0 < 0x80 }) else {
            throw place.error(.pathEncoding)
        }
    }
}
