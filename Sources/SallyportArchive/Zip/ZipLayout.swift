/// The entries of a zip file in the order in which they stand, found to fill it from its first byte to the central
/// directory without gap or overlap.
struct ZipLayout {
    /// One entry and the place of its data.
    struct Slot {
        let entry: ZipCentralEntry
        let kind: ZipEntryRules.Kind
        let data: Range<Int>
    }

    let slots: [Slot]
    /// Bytes of all contents, link targets included.
    let unpackedBytes: Int

    init(_ bytes: Span<UInt8>, end: ZipEnd, limits: ArchiveLimits) throws(ArchiveError) {
        var entries = try Self.directory(bytes, end: end)
        entries.sort { $0.localOffset < $1.localOffset }
        var budget = UnpackBudget(limits: limits, archiveBytes: bytes.count, isCompressed: true)
        var slots: [Slot] = []
        slots.reserveCapacity(entries.count)
        var expected = 0
        for entry in entries {
            let name = bytes.array(entry.name)
            let place = Place(layer: .zip, offset: entry.localOffset, name: name)
            guard entry.localOffset >= expected else { throw place.error(.overlappingEntries) }
            guard entry.localOffset == expected else {
                throw ArchiveError(expected == 0 ? .prefixData : .hiddenData, layer: .zip, offset: expected)
            }
            let kind = try ZipEntryRules.kind(of: entry, name: name, limits: limits, place: place)
            try budget.spend(entry.size, at: place)
            let local = try ZipLocalHeader(bytes, of: entry, limit: end.directoryOffset, place: place)
            slots.append(Slot(entry: entry, kind: kind, data: local.data))
            expected = local.end
        }
        guard expected == end.directoryOffset else {
            throw ArchiveError(entries.isEmpty ? .prefixData : .hiddenData, layer: .zip, offset: expected)
        }
        self.slots = slots
        unpackedBytes = budget.unpacked
    }

    private static func directory(_ bytes: Span<UInt8>, end: ZipEnd) throws(ArchiveError) -> [ZipCentralEntry] {
        var entries: [ZipCentralEntry] = []
        var cursor = end.directoryOffset
        while cursor < end.directoryEnd {
            guard entries.count < end.entries else {
                throw ArchiveError(.hiddenData, layer: .zip, offset: cursor)
            }
            let entry = try ZipCentralEntry(bytes, at: cursor, limit: end.directoryEnd)
            entries.append(entry)
            cursor = entry.end
        }
        guard entries.count == end.entries else { throw ArchiveError(.truncated, layer: .zip, offset: cursor) }
        return entries
    }
}
