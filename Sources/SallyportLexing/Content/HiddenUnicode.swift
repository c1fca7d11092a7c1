/// Counts of the invisible and direction-changing characters of a text: what hides code from a reader.
public struct HiddenUnicode: Sendable, Equatable {
    /// The classes that are counted apart.
    public enum Kind: String, Sendable, CaseIterable {
        /// Embeddings, overrides, isolates and marks that reorder text (Trojan Source).
        case bidirectionalControl = "bidirectional-control"
        /// Zero-width space, joiners, and a byte order mark that is not the first character.
        case zeroWidth = "zero-width"
        /// U+FE00–FE0F, U+E0100–E01EF and the Mongolian ones.
        case variationSelector = "variation-selector"
        /// U+E0000–E007F
        case tag
        /// The three private-use areas.
        case privateUse = "private-use"
        /// Fillers, soft hyphens and other characters that show nothing.
        case otherInvisible = "other-invisible"
    }

    /// What was found of one class.
    public struct Count: Sendable, Equatable {
        /// How many there are.
        public fileprivate(set) var count = 0
        /// The byte offset of the first one.
        public fileprivate(set) var firstOffset = 0
    }

    private var counts: [Kind: Count] = [:]
    /// How many hidden characters stand in one unbroken row at most, whatever their classes.
    public private(set) var longestRun = 0
    /// The byte offset at which that row begins.
    public private(set) var longestRunOffset = 0
    /// How many bytes belong to no UTF-8 sequence.
    public private(set) var invalidByteCount = 0

    /// The count of one class; zero when there is none.
    public subscript(_ kind: Kind) -> Count { counts[kind] ?? Count() }

    /// All hidden characters together.
    public var total: Int { counts.values.reduce(0) { $0 + $1.count } }

    /// Scans a text; linear, and eight bytes a step where it is ASCII.
    ///
    /// Not counted, because honest text has them: a byte order mark at the start; one variation selector behind a
    /// character that is not ASCII (U+FE0E and U+FE0F also behind a digit, `#` or `*`); one joiner between two characters that are
    /// not ASCII, as emoji and Indic and Arabic scripts use it; tags that follow the black flag (U+1F3F4), up to eight.
    public static func scan(_ source: Span<UInt8>) -> HiddenUnicode {
        var scan = HiddenScan()
        var offset = 0
        while offset < source.count {
            if offset + 8 <= source.count, Word.load(source, at: offset) & Word.high == 0 {
                repeat {
                    offset += 8
                } while offset + 8 <= source.count
                    && Word.load(source, at: offset) & Word.high == 0
                scan.passASCII(lastByte: source[offset - 1])
                continue
            }
            guard let scalar = UTF8Reading.scalar(in: source, at: offset) else {
                scan.result.invalidByteCount += 1
                scan.passASCII(lastByte: 0)
                offset += 1
                continue
            }
            let next = offset + scalar.length
            scan.pass(scalar.value, at: offset, nextByte: next < source.count ? source[next] : 0)
            offset = next
        }
        return scan.result
    }

    fileprivate mutating func add(_ kind: Kind, at offset: Int) {
        var count = counts[kind] ?? Count(count: 0, firstOffset: offset)
        count.count += 1
        counts[kind] = count
    }

    fileprivate mutating func noteRun(_ length: Int, from offset: Int) {
        guard length > longestRun else { return }
        longestRun = length
        longestRunOffset = offset
    }
}

private struct HiddenScan {
    private static let blackFlag: UInt32 = 0x1F3F4
    /// A flag's region takes up to five letters, a digit more for some, and the cancel tag.
    private static let flagTagsMax = 8

    var result = HiddenUnicode()
    private var previous: UInt32 = 0
    private var runLength = 0
    private var runStart = 0
    private var flagTags = 0

    @inline(__always)
    mutating func passASCII(lastByte: UInt8) {
        previous = UInt32(lastByte)
        runLength = 0
        flagTags = 0
    }

    mutating func pass(_ value: UInt32, at offset: Int, nextByte: UInt8) {
        defer { previous = value }
        guard let kind = HiddenScalars.kind(of: value) else {
            runLength = 0
            flagTags = value == Self.blackFlag ? Self.flagTagsMax : 0
            return
        }
        if isHonest(kind, value, at: offset, nextByte: nextByte) {
            runLength = 0
            return
        }
        if runLength == 0 { runStart = offset }
        runLength += 1
        result.add(kind, at: offset)
        result.noteRun(runLength, from: runStart)
    }

    private mutating func isHonest(
        _ kind: HiddenUnicode.Kind,
        _ value: UInt32,
        at offset: Int,
        nextByte: UInt8
    ) -> Bool {
        switch kind {
        case .zeroWidth:
            if value == 0xFEFF { return offset == 0 }
            let isJoiner = value == 0x200C || value == 0x200D
            let followsVisible =
                previous >= 0x80 && (HiddenScalars.kind(of: previous) ?? .variationSelector) == .variationSelector
            return isJoiner && followsVisible && nextByte >= 0x80
        case .variationSelector:
            if HiddenScalars.isHidden(previous) { return false }
            let isKeycap = previous == 0x23 || previous == 0x2A || (0x30...0x39).contains(previous)
            return previous >= 0x80 || (isKeycap && (value == 0xFE0E || value == 0xFE0F))
        case .tag:
            guard flagTags > 0 else { return false }
            flagTags -= 1
            return true
        case .bidirectionalControl, .privateUse, .otherInvisible:
            return false
        }
    }
}
