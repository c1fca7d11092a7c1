import SallyportLexing

/// Characters that change the direction of text, as far as they make code look like other code (Trojan Source).
///
/// A reader is deceived where a change of direction is still open when a literal or a comment ends: what stands behind it
/// is drawn somewhere else. Inside one literal only its own text moves, and a line in the middle of a long literal has
/// nothing else on it. A line of thousands of bytes is nothing that anybody reads.
enum DirectionControls {
    /// The longest line that a person reads, in bytes.
    static let readLineMax = 4096

    /// The offset of the first one that deceives; `nil` when there is none.
    ///
    /// The two marks (U+200E, U+200F) do not reorder ASCII and stand in honest translations.
    static func firstDeceiving(in bytes: Span<UInt8>, _ tokens: [Token]) -> Int? {
        var offset = 0
        var line = 0..<0
        while offset + 2 < bytes.count {
            guard isControl(bytes, offset) else {
                offset += 1
                continue
            }
            if !line.contains(offset) { line = Self.line(around: offset, bytes) }
            guard line.count <= readLineMax else {
                offset = line.upperBound
                continue
            }
            let text = text(around: offset, on: line, tokens)
            if !text.isInside, isOpen(at: text.range.upperBound, from: offset, bytes) { return offset }
            offset = max(offset + 1, text.range.upperBound)
        }
        return nil
    }

    private static func line(around offset: Int, _ bytes: Span<UInt8>) -> Range<Int> {
        var start = offset
        var end = offset
        while start > 0, !isBreak(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, !isBreak(bytes[end]) { end += 1 }
        return start..<end
    }

    private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// The part of a line that is one token, or lies between two; and whether the line lies in the middle of a token.
    private static func text(
        around offset: Int,
        on line: Range<Int>,
        _ tokens: [Token]
    ) -> (range: Range<Int>, isInside: Bool) {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].end) <= offset { low = middle + 1 } else { high = middle }
        }
        let before = low > 0 ? Int(tokens[low - 1].end) : 0
        guard low < tokens.count else { return (max(before, line.lowerBound)..<line.upperBound, false) }
        let start = Int(tokens[low].start)
        let end = Int(tokens[low].end)
        guard start <= offset else { return (max(before, line.lowerBound)..<min(start, line.upperBound), false) }
        let isInside = start < line.lowerBound && end > line.upperBound
        return (max(start, line.lowerBound)..<min(end, line.upperBound), isInside)
    }

    /// Whether a direction is still changed at the end of a text (UAX #9, X1 to X8).
    private static func isOpen(at end: Int, from start: Int, _ bytes: Span<UInt8>) -> Bool {
        var embeddings = 0
        var isolates: [Int] = []
        for offset in start..<max(start, end - 2) where isControl(bytes, offset) && !isInTable(bytes, offset) {
            switch (bytes[offset + 1], bytes[offset + 2]) {
            case (0x80, 0xAC): embeddings = max(0, embeddings - 1)
            case (0x80, _): embeddings += 1
            case (_, 0xA9): embeddings = isolates.popLast() ?? embeddings
            default:
                isolates.append(embeddings)
                embeddings = 0
            }
        }
        return embeddings > 0 || !isolates.isEmpty
    }

    private static func isControl(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
        guard offset >= 0, offset + 2 < bytes.count, bytes[offset] == 0xE2 else { return false }
        let third = bytes[offset + 2]
        return bytes[offset + 1] == 0x80
            ? third >= 0xAA && third <= 0xAE : bytes[offset + 1] == 0x81 && third >= 0xA6 && third <= 0xA9
    }

    /// A range in a table of characters, `X-Y`, between characters that are not ASCII either: what the classes of a
    /// regular expression look like.
    private static func isInTable(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
        let after = offset + 3 < bytes.count ? bytes[offset + 3] : 0
        let before = offset > 0 ? bytes[offset - 1] : 0
        if after == UInt8(ascii: "-") { return before >= 0x80 && offset + 4 < bytes.count && bytes[offset + 4] >= 0x80 }
        guard before == UInt8(ascii: "-"), offset >= 2 else { return false }
        return bytes[offset - 2] >= 0x80 && (after >= 0x80 || after == UInt8(ascii: "]"))
    }
}
