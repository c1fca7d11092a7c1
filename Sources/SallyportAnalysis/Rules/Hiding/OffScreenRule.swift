import SallyportLexing
import SallyportModel

/// Code that stands so far to the right, or so far below, that nobody scrolls there.
///
/// What counts is white space inside of a line with code on the other side of it. A long line is none, and where a whole
/// file is set in columns nothing is hidden.
enum OffScreenRule {
    /// White space in one line behind which nobody looks.
    static let spacesMin = 200
    /// Bytes between two tokens that are looked at: tabs are wider than they are long.
    static let gapMin = 50
    /// Bytes between two tokens that may be a run of blank lines.
    static let blankLinesMin = 120
    /// Places of one file above which it is a table.
    static let placesMax = 4
    /// Bytes of code that follow.
    static let codeMin = 16

    static func look(at tokens: [Token], _ source: Span<UInt8>, _ collector: inout FindingsCollector) {
        var end: UInt32 = 0
        var places = Places()
        for (index, token) in tokens.enumerated() {
            let start = token.kind == .indent ? token.end : token.start
            if start >= end &+ UInt32(gapMin) || token.kind == .indent && token.count >= spacesMin {
                if isHidden(index, Int(end), Int(start), tokens, source) { places.note(start) }
            }
            if token.kind != .dedent { end = token.end }
        }
        places.state(in: &collector)
    }

    /// The same where the tokens that may be hidden are known, in a language without indentation.
    static func look(
        at tokens: [Token],
        behind gaps: [Int],
        _ source: Span<UInt8>,
        _ collector: inout FindingsCollector
    ) {
        var places = Places()
        for index in gaps where index < tokens.count {
            let end = index > 0 ? Int(tokens[index - 1].end) : 0
            if isHidden(index, end, Int(tokens[index].start), tokens, source) { places.note(tokens[index].start) }
        }
        places.state(in: &collector)
    }

    /// Where hidden code stands.
    private struct Places {
        private var count = 0
        private var first = -1

        mutating func note(_ offset: UInt32) {
            count += 1
            if first < 0 { first = Int(offset) }
        }

        func state(in collector: inout FindingsCollector) {
            guard count > 0, count <= placesMax else { return }
            collector.add(.hidingOffScreen, "code behind a wide empty space", at: first, .sensitive)
        }
    }

    private static func isHidden(
        _ index: Int,
        _ before: Int,
        _ start: Int,
        _ tokens: [Token],
        _ source: Span<UInt8>
    ) -> Bool {
        // A table is aligned in values; what runs begins with a name.
        var next = index
        while next < tokens.count, tokens[next].kind == .indent || tokens[next].isPunctuator(UInt8(ascii: ";")) {
            next += 1
        }
        guard next < tokens.count, tokens[next].kind != .newline, tokens[next].kind != .dedent else { return false }
        guard
            tokens[next].kind == .identifier || tokens[next].kind == .keyword || tokens[next].lead == UInt8(ascii: "(")
                || tokens[next].lead == UInt8(ascii: "!") || tokens[next].lead == UInt8(ascii: "+")
        else { return false }
        var spaces = 0
        var offset = start
        while offset > before, spaces < spacesMin, source[offset - 1] == 0x20 || source[offset - 1] == 0x09 {
            offset -= 1
            spaces += source[offset] == 0x09 ? 4 : 1
        }
        guard spaces >= spacesMin else {
            return hasBlankLines(before, start, source) && lineLength(start, source) >= spacesMin
        }
        return lineLength(start, source) >= codeMin
    }

    /// Counted from behind, so that a comment that stands there is not walked through.
    private static func hasBlankLines(_ before: Int, _ start: Int, _ source: Span<UInt8>) -> Bool {
        var lines = 0
        var offset = min(start, source.count)
        while offset > before, source[offset - 1] <= 0x20 {
            offset -= 1
            if source[offset] == 0x0A { lines += 1 }
        }
        return lines >= blankLinesMin
    }

    private static func lineLength(_ start: Int, _ source: Span<UInt8>) -> Int {
        var end = start
        while end < source.count, source[end] != 0x0A, end - start < spacesMin { end += 1 }
        return end - start
    }
}
