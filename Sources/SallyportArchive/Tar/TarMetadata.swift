/// What extended headers have said of the next entry.
struct TarMetadata {
    private var pax: PaxRecords?
    private var longName: [UInt8]?
    private var longLinkName: [UInt8]?

    /// Whether nothing has been said.
    var isEmpty: Bool { pax == nil && longName == nil && longLinkName == nil }

    /// Takes a pax header. Not after another, nor beside the older GNU headers: readers differ in which one wins.
    mutating func take(_ records: PaxRecords, place: Place) throws(ArchiveError) {
        guard isEmpty else { throw place.error(.metadataConflict) }
        pax = records
    }

    /// Takes the body of a GNU long name (`L`) or long link (`K`) header: text that ends with one NUL.
    mutating func takeLong(_ body: [UInt8], isLink: Bool, place: Place) throws(ArchiveError) {
        guard pax == nil, (isLink ? longLinkName : longName) == nil else { throw place.error(.metadataConflict) }
        var text = body
        guard text.popLast() == 0, !text.isEmpty, !text.contains(0) else { throw place.error(.invalidMetadata) }
        if isLink { longLinkName = text } else { longName = text }
    }

    /// The name of the entry with this header.
    func name(for header: TarHeader) -> [UInt8] { pax?.path ?? longName ?? header.name }

    /// The link target of the entry with this header.
    func linkName(for header: TarHeader) -> [UInt8] { pax?.linkPath ?? longLinkName ?? header.linkName }

    /// Whether the name does not come from the header itself.
    var replacesName: Bool { pax?.path != nil || longName != nil }

    /// Whether a link target has been given.
    var namesLink: Bool { pax?.linkPath != nil || longLinkName != nil }

    /// Refuses a pax size that is not the header's: a reader that heeds the other one finds other entries.
    func checkSize(of header: TarHeader, place: Place) throws(ArchiveError) {
        guard let size = pax?.size else { return }
        guard size == header.size else { throw place.error(.sizeMismatch) }
    }
}
