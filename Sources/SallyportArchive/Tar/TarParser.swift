/// A tar stream, taken in chunks of any size.
///
/// The stream is a sequence of whole blocks of 512 bytes: headers, bodies padded with zeros, and at the end two or
/// more blocks of zeros and nothing else.
struct TarParser {
    private enum State {
        case header
        case content
        case metadata(type: UInt8)
        case padding
        case end
    }

    private let limits: ArchiveLimits
    private var rules: TarEntryRules
    private var state = State.header
    /// Bytes that the state still wants; unused at the end.
    private var wanted = TarHeader.blockBytes
    private var paddingBytes = 0
    /// The bytes of a header or of an extended header's body.
    private var collected: [UInt8] = []
    private var metadata = TarMetadata()
    private var offset = 0
    private var endOffset = 0
    private var entries = 0
    private var files = 0
    private var contentBytes = 0
    private let dialect: TarDialect

    init(limits: ArchiveLimits, dialect: TarDialect = .full) {
        self.limits = limits
        self.dialect = dialect
        rules = TarEntryRules(limits: limits, dialect: dialect)
        collected.reserveCapacity(TarHeader.blockBytes)
    }

    /// Takes the next bytes of the stream.
    mutating func feed<V: ArchiveVisitor>(_ chunk: Span<UInt8>, into visitor: inout V) throws(ArchiveError) {
        var cursor = 0
        while cursor < chunk.count {
            if case .end = state {
                let rest = chunk.extracting(cursor..<chunk.count)
                guard rest.isZero else { throw place.error(.trailingData) }
                offset += rest.count
                return
            }
            let taken = min(wanted, chunk.count - cursor)
            let part = chunk.extracting(cursor..<(cursor + taken))
            cursor += taken
            wanted -= taken
            try take(part, into: &visitor)
            offset += taken
            if wanted == 0 { try advance(into: &visitor) }
        }
    }

    /// Says that the stream has ended; refuses one that is not complete.
    mutating func finish(archiveBytes: Int) throws(ArchiveError) -> ArchiveSummary {
        guard case .end = state else {
            if case .header = state, collected.isEmpty, metadata.isEmpty { throw place.error(.missingEnd) }
            throw place.error(.truncated)
        }
        guard offset - endOffset >= 2 * TarHeader.blockBytes else { throw place.error(.missingEnd) }
        guard offset % TarHeader.blockBytes == 0 else { throw place.error(.truncated) }
        return ArchiveSummary(
            entries: entries,
            files: files,
            contentBytes: contentBytes,
            unpackedBytes: offset,
            archiveBytes: archiveBytes
        )
    }

    private var place: Place { Place(layer: .tar, offset: offset) }

    private mutating func take<V: ArchiveVisitor>(
        _ part: Span<UInt8>,
        into visitor: inout V
    ) throws(ArchiveError) {
        switch state {
        case .header, .metadata:
            for index in 0..<part.count { collected.append(part[index]) }
        case .content: visitor.content(part)
        case .padding:
            guard part.isZero else { throw place.error(.hiddenData) }
        case .end: return
        }
    }

    /// The state has all that it wanted: goes on to the next one.
    private mutating func advance<V: ArchiveVisitor>(into visitor: inout V) throws(ArchiveError) {
        switch state {
        case .header: try readHeader(into: &visitor)
        case .content:
            visitor.end()
            expectPadding()
        case .metadata(let type):
            try readMetadata(type)
            expectPadding()
        case .padding: expectHeader()
        case .end: return
        }
    }

    private mutating func readHeader<V: ArchiveVisitor>(into visitor: inout V) throws(ArchiveError) {
        let start = offset - TarHeader.blockBytes
        let place = Place(layer: .tar, offset: start)
        if collected.span.isZero {
            guard metadata.isEmpty else { throw place.error(.truncated) }
            endOffset = start
            state = .end
            return
        }
        let header = try TarHeader(collected.span, place: place)
        collected.removeAll(keepingCapacity: true)
        paddingBytes = (TarHeader.blockBytes - header.size % TarHeader.blockBytes) % TarHeader.blockBytes
        switch header.type {
        case UInt8(ascii: "x"), UInt8(ascii: "g"), UInt8(ascii: "L"), UInt8(ascii: "K"):
            guard dialect == .full else { throw place.error(.unsupportedExtension) }
            guard header.size <= limits.metadataBytesMax else { throw place.error(.metadataTooLarge) }
            guard header.size > 0 else { throw place.error(.invalidMetadata) }
            wanted = header.size
            state = .metadata(type: header.type)
        default: try begin(header, at: start, into: &visitor)
        }
    }

    private mutating func begin<V: ArchiveVisitor>(
        _ header: TarHeader,
        at start: Int,
        into visitor: inout V
    ) throws(ArchiveError) {
        let entry = try rules.entry(header, metadata, offset: start)
        metadata = TarMetadata()
        entries += 1
        guard entries <= limits.entriesMax else { throw Place(layer: .tar, offset: start).error(.tooManyEntries) }
        if entry.kind == .file { files += 1 }
        contentBytes += entry.size
        visitor.begin(entry)
        if entry.size > 0 {
            wanted = entry.size
            state = .content
        } else {
            visitor.end()
            expectHeader()
        }
    }

    private mutating func readMetadata(_ type: UInt8) throws(ArchiveError) {
        let place = Place(layer: .tar, offset: offset - collected.count)
        switch type {
        case UInt8(ascii: "x"):
            try metadata.take(PaxRecords(collected, isGlobal: false, place: place), place: place)
        case UInt8(ascii: "g"):
            // Between an extended header and its entry, readers differ in whom the extended header belongs to.
            guard metadata.isEmpty else { throw place.error(.metadataConflict) }
            _ = try PaxRecords(collected, isGlobal: true, place: place)
        default:
            try metadata.takeLong(collected, isLink: type == UInt8(ascii: "K"), place: place)
        }
        collected.removeAll(keepingCapacity: true)
    }

    private mutating func expectPadding() {
        guard paddingBytes > 0 else { return expectHeader() }
        wanted = paddingBytes
        state = .padding
    }

    private mutating func expectHeader() {
        wanted = TarHeader.blockBytes
        state = .header
    }
}
