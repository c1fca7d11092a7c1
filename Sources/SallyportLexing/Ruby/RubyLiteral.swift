/// The values of Ruby's literals and names.
public enum RubyLiteral {
    /// What a string, a symbol, a label, a literal part, or a name means, as text; nil for other kinds of token.
    ///
    /// Bytes that are not UTF-8 become U+FFFD; ``bytes(of:in:)`` gives them as they are.
    public static func value(of token: Token, in source: Span<UInt8>) -> String? {
        bytes(of: token, in: source).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What a string, a symbol, a label, a literal part, or a name means, as bytes; nil for other kinds of token.
    ///
    /// Escapes are decoded where the quotes allow them. A here-document is given as it stands: `<<~` does not lose its
    /// indentation.
    public static func bytes(of token: Token, in source: Span<UInt8>) -> [UInt8]? {
        guard let inside = inside(of: token, in: source) else { return nil }
        guard token.flags.contains(.escaped) else {
            var output: [UInt8] = []
            output.reserveCapacity(inside.count)
            for index in inside { output.append(source[index]) }
            return output
        }
        return decoded(source, inside, isRaw: token.flags.contains(.raw))
    }

    /// The range of what stands between a string's quotes, or behind a symbol's colon; nil for tokens that have no value.
    public static func inside(of token: Token, in source: Span<UInt8>) -> Range<Int>? {
        let range = token.range
        guard range.upperBound <= source.count, !range.isEmpty else { return nil }
        switch token.kind {
        case .identifier, .keyword, .formattedMiddle: return range
        case .label: return label(token, source)
        case .symbol, .string, .command, .words:
            let start = openingEnd(source, range)
            let hasClosing = !token.flags.contains(.malformed) && isClosed(token, source)
            return start..<max(start, range.upperBound - (hasClosing ? 1 : 0))
        default: return nil
        }
    }

    /// The words of a list such as `%w[a b]`, at most `countMax`.
    public static func words(of token: Token, in source: Span<UInt8>, countMax: Int) -> [Range<Int>] {
        guard token.kind == .words, let inside = inside(of: token, in: source) else { return [] }
        var words: [Range<Int>] = []
        var start = inside.lowerBound
        var index = start
        while index <= inside.upperBound, words.count < countMax {
            let isSpace = index == inside.upperBound || source[index] == 0x20 || (0x09...0x0D).contains(source[index])
            if isSpace {
                if index > start { words.append(start..<index) }
                start = index + 1
            } else if source[index] == UInt8(ascii: "\\") {
                index += 1
            }
            index += 1
        }
        return words
    }

    private static func label(_ token: Token, _ source: Span<UInt8>) -> Range<Int> {
        let range = token.range
        let isQuoted = token.lead == UInt8(ascii: "\"") || token.lead == UInt8(ascii: "'")
        guard isQuoted else { return range.lowerBound..<(range.upperBound - 1) }
        return (range.lowerBound + 1)..<max(range.lowerBound + 1, range.upperBound - 2)
    }

    /// Behind the opening quote, whatever its form.
    private static func openingEnd(_ source: Span<UInt8>, _ range: Range<Int>) -> Int {
        let first = source[range.lowerBound]
        let second = range.count > 1 ? source[range.lowerBound + 1] : 0
        let width: Int
        switch first {
        case UInt8(ascii: "%"): width = second.isASCIILetter ? 3 : 2
        case UInt8(ascii: ":"): width = second == UInt8(ascii: "\"") || second == UInt8(ascii: "'") ? 2 : 1
        default: width = 1
        }
        return min(range.lowerBound + width, range.upperBound)
    }

    private static func isClosed(_ token: Token, _ source: Span<UInt8>) -> Bool {
        switch token.lead {
        case UInt8(ascii: "?"): return false
        case UInt8(ascii: ":"):
            let second = token.count > 1 ? source[Int(token.start) + 1] : 0
            return second == UInt8(ascii: "\"") || second == UInt8(ascii: "'")
        default: return true
        }
    }

    // MARK: Escapes

    private static func decoded(_ source: Span<UInt8>, _ inside: Range<Int>, isRaw: Bool) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(inside.count)
        var index = inside.lowerBound
        while index < inside.upperBound {
            let byte = source[index]
            guard byte == UInt8(ascii: "\\"), index + 1 < inside.upperBound else {
                output.append(byte)
                index += 1
                continue
            }
            if isRaw {
                let next = source[index + 1]
                let isEscape = !next.isASCIILetter && !next.isASCIIDigit && next != 0x20 && next != 0x0A && next < 0x80
                if !isEscape { output.append(byte) }
                output.append(next)
                index += 2
            } else {
                index = appendEscape(source, at: index, end: inside.upperBound, to: &output)
            }
        }
        return output
    }

    /// Appends what the escape at `index` means; gives the index behind it.
    private static func appendEscape(
        _ source: Span<UInt8>,
        at index: Int,
        end: Int,
        to output: inout [UInt8]
    ) -> Int {
        let letter = source[index + 1]
        switch letter {
        case 0x0A: return index + 2
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value: UInt32 = 0
            var digit = index + 1
            while digit < min(end, index + 4), source[digit] & 0xF8 == UInt8(ascii: "0") {
                value = value << 3 | UInt32(source[digit] & 7)
                digit += 1
            }
            output.append(UInt8(truncatingIfNeeded: value))
            return digit
        case UInt8(ascii: "x"):
            var value: UInt32 = 0
            var digit = index + 2
            while digit < min(end, index + 4), let one = HexDigit.value(source[digit]) {
                value = value << 4 | one
                digit += 1
            }
            if digit > index + 2 { output.append(UInt8(truncatingIfNeeded: value)) }
            return digit
        case UInt8(ascii: "u"): return appendUnicode(source, at: index + 2, end: end, to: &output)
        case UInt8(ascii: "c"), UInt8(ascii: "C"), UInt8(ascii: "M"):
            return appendControlled(source, at: index, end: end, to: &output)
        default:
            output.append(singleEscape(letter))
            return index + 2
        }
    }

    /// `\uXXXX` or `\u{X Y Z}`, of which `start` is behind the `u`.
    private static func appendUnicode(
        _ source: Span<UInt8>,
        at start: Int,
        end: Int,
        to output: inout [UInt8]
    ) -> Int {
        guard start < end, source[start] == UInt8(ascii: "{") else {
            guard let value = HexDigit.value(source, at: start, count: 4, end: end) else { return start }
            UTF8Reading.append(value, to: &output)
            return start + 4
        }
        var index = start + 1
        var value: UInt32?
        while index < end {
            let byte = source[index]
            index += 1
            if let digit = HexDigit.value(byte) {
                value = min((value ?? 0) << 4 | digit, 0x11_0000)
            } else {
                if let scalar = value, scalar <= 0x10FFFF { UTF8Reading.append(scalar, to: &output) }
                value = nil
                if byte != 0x20, byte != 0x09 { break }
            }
        }
        return index
    }

    /// `\cx`, `\C-x`, `\M-x` and their combinations.
    private static func appendControlled(
        _ source: Span<UInt8>,
        at start: Int,
        end: Int,
        to output: inout [UInt8]
    ) -> Int {
        var index = start
        var isControl = false
        var isMeta = false
        while index + 1 < end, source[index] == UInt8(ascii: "\\") {
            let letter = source[index + 1]
            if letter == UInt8(ascii: "c") {
                index += 2
                isControl = true
            } else if letter == UInt8(ascii: "C") || letter == UInt8(ascii: "M"), index + 2 < end,
                source[index + 2] == UInt8(ascii: "-")
            {
                index += 3
                if letter == UInt8(ascii: "C") { isControl = true } else { isMeta = true }
            } else {
                break
            }
        }
        guard index > start, index < end else {
            output.append(source[start + 1])
            return start + 2
        }
        var byte = source[index]
        var next = index + 1
        if byte == UInt8(ascii: "\\"), next < end {
            byte = singleEscape(source[next])
            next += 1
        }
        if isControl { byte = byte == UInt8(ascii: "?") ? 0x7F : byte & 0x9F }
        output.append(isMeta ? byte | 0x80 : byte)
        return next
    }

    private static func singleEscape(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "a"): 0x07
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "v"): 0x0B
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "e"): 0x1B
        case UInt8(ascii: "s"): 0x20
        default: letter
        }
    }
}
