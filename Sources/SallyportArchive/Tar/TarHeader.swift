/// One 512-byte tar header whose checksum holds: ustar (POSIX.1-2017, pax), old GNU, or v7.
struct TarHeader {
    /// The name field, with the prefix field of a ustar header in front.
    let name: [UInt8]
    let linkName: [UInt8]
    let mode: Int
    let size: Int
    let type: UInt8

    static let blockBytes = 512

    // Offsets and lengths of the fields that are read.
    private static let nameField = 0..<100
    private static let modeField = 100..<108
    private static let sizeField = 124..<136
    private static let checksumField = 148..<156
    private static let typeOffset = 156
    private static let linkNameField = 157..<257
    private static let magicField = 257..<265
    private static let prefixField = 345..<500
    private static let tailField = 500..<512

    /// Reads a header. What readers take differently for want of a rule is refused.
    init(_ block: Span<UInt8>, place: Place) throws(ArchiveError) {
        guard Self.checksumHolds(block) else { throw place.error(.checksumMismatch) }
        let shortName = try Self.text(block, Self.nameField, place: place)
        let named = Place(layer: place.layer, offset: place.offset, name: shortName)
        linkName = try Self.text(block, Self.linkNameField, place: named)
        guard let mode = Self.number(block, Self.modeField), let size = Self.number(block, Self.sizeField) else {
            throw named.error(.invalidHeader)
        }
        self.mode = mode
        self.size = size
        type = block[Self.typeOffset]
        let prefix = try Self.prefix(block, place: named)
        name = prefix.isEmpty ? shortName : prefix + [EntryPath.slash] + shortName
        guard block.extracting(Self.tailField).isZero else { throw named.error(.hiddenData) }
    }

    /// Whether a block starts the bytes whose checksum field is the sum of its bytes, the field itself as spaces.
    static func checksumHolds(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= blockBytes, let stated = number(bytes, checksumField) else { return false }
        var sum = 0
        for index in 0..<blockBytes { sum += Int(bytes[index]) }
        for index in checksumField { sum += 0x20 - Int(bytes[index]) }
        return sum == stated
    }

    /// A text field: what stands before the first NUL, after which there must be nothing else.
    private static func text(
        _ block: Span<UInt8>,
        _ field: Range<Int>,
        place: Place
    ) throws(ArchiveError) -> [UInt8] {
        var end = field.lowerBound
        while end < field.upperBound, block[end] != 0 { end += 1 }
        guard block.extracting(end..<field.upperBound).isZero else { throw place.error(.hiddenData) }
        return block.array(field.lowerBound..<end)
    }

    /// The prefix field of a ustar header. Elsewhere its bytes mean times or nothing, but some readers take them as
    /// a prefix whatever the magic says, so they must be zero there.
    private static func prefix(_ block: Span<UInt8>, place: Place) throws(ArchiveError) -> [UInt8] {
        let isUstar = magic(block, is: [0x75, 0x73, 0x74, 0x61, 0x72, 0, 0x30, 0x30])
        guard isUstar else {
            guard block.extracting(prefixField).isZero else { throw place.error(.headerMismatch) }
            return []
        }
        // node-tar, when it knows them, keeps access and change time in the last 24 bytes, behind a NUL.
        if block[475] == 0, number(block, 476..<488) != nil, number(block, 488..<500) != nil {
            return try text(block, prefixField.lowerBound..<475, place: place)
        }
        return try text(block, prefixField, place: place)
    }

    private static func magic(_ block: Span<UInt8>, is expected: [UInt8]) -> Bool {
        for (index, byte) in expected.enumerated() where block[magicField.lowerBound + index] != byte { return false }
        return true
    }

    /// A number field: octal digits between spaces and NULs, or base 256 marked by the high bit; nil when it is
    /// neither, negative, or too large for a size. An empty field is 0.
    private static func number(_ block: Span<UInt8>, _ field: Range<Int>) -> Int? {
        if block[field.lowerBound] & 0x80 != 0 { return base256(block, field) }
        var cursor = field.lowerBound
        var value = 0
        while cursor < field.upperBound, block[cursor] == 0x20 { cursor += 1 }
        while cursor < field.upperBound, block[cursor] & 0xF8 == 0x30 {
            value = value << 3 | Int(block[cursor] & 7)
            cursor += 1
        }
        while cursor < field.upperBound {
            guard block[cursor] == 0x20 || block[cursor] == 0 else { return nil }
            cursor += 1
        }
        return value
    }

    private static func base256(_ block: Span<UInt8>, _ field: Range<Int>) -> Int? {
        guard block[field.lowerBound] == 0x80 else { return nil }
        var value = 0
        for index in field.dropFirst() {
            guard value < 1 << 54 else { return nil }
            value = value << 8 | Int(block[index])
        }
        return value
    }
}
