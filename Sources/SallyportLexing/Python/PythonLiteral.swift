/// The values of Python's literals and names.
public enum PythonLiteral {
    /// What a string, a literal part of a formatted string, or a name means; nil for other kinds of token.
    ///
    /// Escapes are decoded unless the string is raw; `\N{…}` is decoded for the characters of ASCII and else left as it stands; `{{` and `}}` of a formatted string are
    /// one brace each; line ends are line feeds. A bytes literal gives each byte as the character of its value. A name is
    /// given as Python looks it up: compatibility forms of ASCII letters are those letters (PEP 3131).
    public static func value(of token: Token, in source: Span<UInt8>) -> String? {
        guard let inside = inside(of: token, in: source) else { return nil }
        switch token.kind {
        case .identifier, .keyword:
            let text = UTF8Reading.text(source, inside)
            return token.flags.contains(.nonASCII) ? PythonNames.normalized(text) : text
        default:
            let isFormatted = token.kind == .formattedMiddle
            return String(
                decoding: decoded(source, inside, flags: token.flags, isFormatted: isFormatted),
                as: UTF8.self
            )
        }
    }

    /// The range of what stands between a string's quotes, prefix left out; nil for tokens that have no value.
    public static func inside(of token: Token, in source: Span<UInt8>) -> Range<Int>? {
        let range = token.range
        guard range.upperBound <= source.count, !range.isEmpty else { return nil }
        switch token.kind {
        case .identifier, .keyword, .formattedMiddle:
            return range
        case .string:
            var start = range.lowerBound
            while start < range.upperBound, source[start].isASCIILetter { start += 1 }
            guard start < range.upperBound else { return nil }
            let quote = source[start]
            let isTriple = start + 2 < range.upperBound && source[start + 1] == quote && source[start + 2] == quote
            let width = isTriple ? 3 : 1
            // An unterminated string has no closing quotes.
            let end = token.flags.contains(.malformed) ? range.upperBound : range.upperBound - width
            return (start + width)..<max(start + width, end)
        default:
            return nil
        }
    }

    private static func decoded(
        _ source: Span<UInt8>,
        _ inside: Range<Int>,
        flags: Token.Flags,
        isFormatted: Bool
    ) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(inside.count)
        let end = inside.upperBound
        var index = inside.lowerBound
        while index < end {
            let byte = source[index]
            if byte == UInt8(ascii: "\\"), !flags.contains(.raw), index + 1 < end {
                index = appendEscape(source, at: index, end: end, isBytes: flags.contains(.bytes), to: &output)
            } else if byte == 0x0D {
                if index + 1 >= end || source[index + 1] != 0x0A { output.append(0x0A) }
                index += 1
            } else {
                output.append(byte)
                let isBrace = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
                index += isFormatted && isBrace && index + 1 < end && source[index + 1] == byte ? 2 : 1
            }
        }
        return output
    }

    /// Appends what the escape at `index` means; gives the index behind it.
    private static func appendEscape(
        _ source: Span<UInt8>,
        at index: Int,
        end: Int,
        isBytes: Bool,
        to output: inout [UInt8]
    ) -> Int {
        let letter = source[index + 1]
        switch letter {
        case 0x0A: return index + 2
        case 0x0D: return index + 2 < end && source[index + 2] == 0x0A ? index + 3 : index + 2
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            return appendOctal(source, at: index + 1, end: end, isBytes: isBytes, to: &output)
        case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
            let digits = letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : 8
            if letter != UInt8(ascii: "x"), isBytes { break }
            guard let value = HexDigit.value(source, at: index + 2, count: digits, end: end), value <= 0x10FFFF else {
                break
            }
            UTF8Reading.append(value, to: &output)
            return index + 2 + digits
        case UInt8(ascii: "N"):
            guard !isBytes, let named = namedCharacter(source, at: index + 2, end: end) else { break }
            output.append(named.byte)
            return named.end
        default:
            if let byte = singleEscape(letter) {
                output.append(byte)
                return index + 2
            }
        }
        // No escape: the backslash stays.
        output.append(UInt8(ascii: "\\"))
        return index + 1
    }

    /// The names that Unicode gives to the printable characters of ASCII.
    private static let characterNames: [String: UInt8] = {
        var names: [String: UInt8] = [:]
        for byte in UInt8(0x20)...0x7E {
            if let name = Unicode.Scalar(byte).properties.name { names[name] = byte }
        }
        return names
    }()

    /// No ASCII character's name is longer.
    private static let characterNameBytesMax = 32

    private static func namedCharacter(_ source: Span<UInt8>, at start: Int, end: Int) -> (byte: UInt8, end: Int)? {
        guard start < end, source[start] == UInt8(ascii: "{") else { return nil }
        var close = start + 1
        while close < end, source[close] != UInt8(ascii: "}"), close - start <= characterNameBytesMax { close += 1 }
        guard close < end, source[close] == UInt8(ascii: "}") else { return nil }
        let name = UTF8Reading.text(source, (start + 1)..<close).uppercased()
        return characterNames[name].map { ($0, close + 1) }
    }

    private static func appendOctal(
        _ source: Span<UInt8>,
        at start: Int,
        end: Int,
        isBytes: Bool,
        to output: inout [UInt8]
    ) -> Int {
        var value: UInt32 = 0
        var index = start
        while index < min(end, start + 3), source[index] & 0xF8 == UInt8(ascii: "0") {
            value = value << 3 | UInt32(source[index] & 7)
            index += 1
        }
        UTF8Reading.append(isBytes ? value & 0xFF : value, to: &output)
        return index
    }

    private static func singleEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): letter
        case UInt8(ascii: "a"): 0x07
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "v"): 0x0B
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        default: nil
        }
    }
}
