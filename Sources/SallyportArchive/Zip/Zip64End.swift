/// The zip64 end record and its locator (APPNOTE 4.3.14 and 4.3.15), directly in front of the plain end record.
struct Zip64End {
    /// What either kind of end record says of the central directory.
    struct Values {
        let entries: Int
        let directorySize: Int
        let directoryOffset: Int
    }

    let values: Values
    /// Where the record starts.
    let offset: Int

    static let locatorBytes = 20
    private static let recordBytes = 56

    /// The records in front of an offset; nil when there is no locator. A locator without its record is refused:
    /// some readers would go on without it and others not.
    init?(_ bytes: Span<UInt8>, before end: Int) throws(ArchiveError) {
        let locator = end - Self.locatorBytes
        guard bytes.hasZipSignature(6, 7, at: locator) else { return nil }
        let place = Place(layer: .zip, offset: locator)
        guard bytes.uint32(at: locator + 4) == 0, bytes.uint32(at: locator + 16) == 1 else {
            throw place.error(.multipleDisks)
        }
        offset = locator - Self.recordBytes
        // Directly before the locator, at its true place, and without an extension that only some readers know.
        guard bytes.hasZipSignature(6, 6, at: offset), bytes.size64(at: locator + 8) == offset else {
            throw place.error(.zip64Mismatch)
        }
        guard bytes.size64(at: offset + 4) == Self.recordBytes - 12 else { throw place.error(.zip64Mismatch) }
        guard bytes.uint32(at: offset + 16) == 0, bytes.uint32(at: offset + 20) == 0 else {
            throw place.error(.multipleDisks)
        }
        guard let here = bytes.size64(at: offset + 24), let entries = bytes.size64(at: offset + 32),
            let size = bytes.size64(at: offset + 40), let start = bytes.size64(at: offset + 48), here == entries
        else { throw place.error(.zip64Mismatch) }
        values = Values(entries: entries, directorySize: size, directoryOffset: start)
    }

    /// Refuses a plain record whose fields are neither the mark for "see zip64" nor the same value.
    func checkAgrees(with plain: Values, place: Place) throws(ArchiveError) {
        guard plain.entries == 0xFFFF || plain.entries == values.entries,
            plain.directorySize == 0xFFFF_FFFF || plain.directorySize == values.directorySize,
            plain.directoryOffset == 0xFFFF_FFFF || plain.directoryOffset == values.directoryOffset
        else { throw place.error(.zip64Mismatch) }
    }
}
