/// The values of JavaScript's literals and names.
public enum JavaScriptLiteral {
    /// What a string, a template part, a name or a private name (without `#`) means, escapes decoded; nil for other kinds
    /// of token. Half surrogates and bytes that are not UTF-8 become U+FFFD; never longer than the token's bytes
    /// times three.
    public static func value(of token: Token, in source: Span<UInt8>) -> String? {
        guard let inside = inside(of: token, in: source) else { return nil }
        guard token.flags.contains(.escaped) || isTemplate(token.kind) else {
            return UTF8Reading.text(source, inside)
        }
        return String(decoding: decoded(source, inside, isTemplate: isTemplate(token.kind)), as: UTF8.self)
    }

    /// The range of what stands between a literal's delimiters; nil for tokens that have none.
    public static func inside(of token: Token, in source: Span<UInt8>) -> Range<Int>? {
        let range = token.range
        guard range.upperBound <= source.count, !range.isEmpty else { return nil }
        switch token.kind {
        case .string, .template, .templateTail:
            // An unterminated literal has no closing delimiter.
            let end = token.flags.contains(.malformed) ? range.upperBound : range.upperBound - 1
            return (range.lowerBound + 1)..<max(end, range.lowerBound + 1)
        case .templateHead, .templateMiddle:
            return (range.lowerBound + 1)..<max(range.upperBound - 2, range.lowerBound + 1)
        case .identifier, .keyword:
            return range
        case .privateName:
            return (range.lowerBound + 1)..<range.upperBound
        default:
            return nil
        }
    }

    /// The value of a `\uXXXX` or `\u{…}` escape and its length in bytes; nil when there is none at `offset`.
    static func unicodeEscape(_ source: Span<UInt8>, at offset: Int, end: Int) -> (value: UInt32, length: Int)? {
        guard offset + 2 < end, source[offset] == UInt8(ascii: "\\"), source[offset + 1] == UInt8(ascii: "u") else {
            return nil
        }
        guard source[offset + 2] == UInt8(ascii: "{") else {
            guard let value = HexDigit.value(source, at: offset + 2, count: 4, end: end) else { return nil }
            return (value, 6)
        }
        var value: UInt32 = 0
        var index = offset + 3
        while index < end, let digit = HexDigit.value(source[index]) {
            value = value << 4 | digit
            guard value <= 0x10FFFF else { return nil }
            index += 1
        }
        guard index > offset + 3, index < end, source[index] == UInt8(ascii: "}") else { return nil }
        return (value, index + 1 - offset)
    }

    private static func isTemplate(_ kind: Token.Kind) -> Bool {
        kind == .template || kind == .templateHead || kind == .templateMiddle || kind == .templateTail
    }

    private static func decoded(_ source: Span<UInt8>, _ inside: Range<Int>, isTemplate: Bool) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(inside.count)
        var index = inside.lowerBound
        while index < inside.upperBound {
            let byte = source[index]
            if byte == UInt8(ascii: "\\"), index + 1 < inside.upperBound {
                index = appendEscape(source, at: index, end: inside.upperBound, to: &output)
            } else if byte == 0x0D, isTemplate {
                // A template's line ends are line feeds, however they are written.
                if index + 1 == inside.upperBound || source[index + 1] != 0x0A { output.append(0x0A) }
                index += 1
            } else {
                output.append(byte)
                index += 1
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
        case UInt8(ascii: "u"):
            guard let escape = surrogatePair(source, at: index, end: end) else {
                output.append(letter)
                return index + 2
            }
            UTF8Reading.append(escape.value, to: &output)
            return index + escape.length
        case UInt8(ascii: "x"):
            guard let value = HexDigit.value(source, at: index + 2, count: 2, end: end) else {
                output.append(letter)
                return index + 2
            }
            UTF8Reading.append(value, to: &output)
            return index + 4
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            let octal = octalEscape(source, at: index + 1, end: end)
            UTF8Reading.append(octal.value, to: &output)
            return octal.end
        case 0x0D:
            return index + 2 < end && source[index + 2] == 0x0A ? index + 3 : index + 2
        case 0x0A:
            return index + 2
        case 0xE2 where JavaScriptLexer.isLineEnd(source, at: index + 1):
            return index + 4
        default:
            output.append(singleEscape(letter))
            return index + 2
        }
    }

    private static func surrogatePair(
        _ source: Span<UInt8>,
        at index: Int,
        end: Int
    ) -> (value: UInt32, length: Int)? {
        guard let first = unicodeEscape(source, at: index, end: end) else { return nil }
        guard (0xD800...0xDBFF).contains(first.value),
            let second = unicodeEscape(source, at: index + first.length, end: end),
            (0xDC00...0xDFFF).contains(second.value)
        else { return first }
        return (0x10000 + (first.value - 0xD800) << 10 + (second.value - 0xDC00), first.length + second.length)
    }

    private static func octalEscape(_ source: Span<UInt8>, at start: Int, end: Int) -> (value: UInt32, end: Int) {
        var value: UInt32 = 0
        var index = start
        while index < min(end, start + 3), source[index] & 0xF8 == UInt8(ascii: "0") {
            let next = value << 3 | UInt32(source[index] & 7)
            guard next <= 0xFF else { break }
            value = next
            index += 1
        }
        return (value, index)
    }

    private static func singleEscape(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "v"): 0x0B
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        default: letter
        }
    }
}
