/// Strings as JSON writes them: decoding what stands between the quotes, and encoding.
public enum JSONText {
    /// The text of a string value whose range includes its quotes, such as `JSONCursor` gives for values; nil for a value
    /// of another kind. Half surrogates become U+FFFD.
    public static func string(_ bytes: Span<UInt8>, _ value: Range<Int>) -> String? {
        guard value.count >= 2, value.lowerBound >= 0, value.upperBound <= bytes.count,
            bytes[value.lowerBound] == JSONScanner.quote, bytes[value.upperBound - 1] == JSONScanner.quote
        else { return nil }
        return decode(bytes, (value.lowerBound + 1)..<(value.upperBound - 1))
    }

    /// The text of what stands between two quotes, such as `JSONCursor` gives for names. Escapes that are none are kept
    /// as they stand; half surrogates become U+FFFD.
    public static func decode(_ bytes: Span<UInt8>, _ inside: Range<Int>) -> String {
        var index = inside.lowerBound
        while index < inside.upperBound, bytes[index] != JSONScanner.backslash { index += 1 }
        if index == inside.upperBound { return UTF8Reading.text(bytes, inside) }
        return String(decoding: decodedBytes(bytes, inside).bytes, as: UTF8.self)
    }

    /// Whether what stands between two quotes means `text`, without decoding when it has no escape.
    public static func matches(_ bytes: Span<UInt8>, _ inside: Range<Int>, _ text: String) -> Bool {
        if UTF8Reading.matches(bytes, inside, text) { return true }
        for index in inside where bytes[index] == JSONScanner.backslash {
            return decode(bytes, inside) == text
        }
        return false
    }

    /// The shortest JSON string for `text`, with its quotes. Escaped are the quote, the backslash, control characters,
    /// and U+2028 and U+2029, which JavaScript before 2019 takes for line ends.
    public static func escape(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count + 2)
        appendEscaped(text, to: &output)
        return output
    }

    /// Appends what `escape` gives.
    public static func appendEscaped(_ text: String, to output: inout [UInt8]) {
        output.append(JSONScanner.quote)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C:
                output.append(JSONScanner.backslash)
                output.append(UInt8(truncatingIfNeeded: scalar.value))
            case 0x08: output += [JSONScanner.backslash, UInt8(ascii: "b")]
            case 0x09: output += [JSONScanner.backslash, UInt8(ascii: "t")]
            case 0x0A: output += [JSONScanner.backslash, UInt8(ascii: "n")]
            case 0x0C: output += [JSONScanner.backslash, UInt8(ascii: "f")]
            case 0x0D: output += [JSONScanner.backslash, UInt8(ascii: "r")]
            case ..<0x20, 0x2028, 0x2029: appendUnicodeEscape(scalar.value, to: &output)
            default: UTF8Reading.append(scalar.value, to: &output)
            }
        }
        output.append(JSONScanner.quote)
    }

    private static func appendUnicodeEscape(_ value: UInt32, to output: inout [UInt8]) {
        output += [JSONScanner.backslash, UInt8(ascii: "u")]
        for shift in [UInt32(12), 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: value >> shift & 0xF)
            output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }

    /// The bytes that a string's inside stands for. A half surrogate is written as three bytes, so that it equals
    /// nothing but itself.
    static func decodedBytes(
        _ bytes: Span<UInt8>,
        _ inside: Range<Int>
    ) -> (bytes: [UInt8], hasLoneSurrogate: Bool) {
        var output: [UInt8] = []
        output.reserveCapacity(inside.count)
        var hasLoneSurrogate = false
        var index = inside.lowerBound
        while index < inside.upperBound {
            let byte = bytes[index]
            guard byte == JSONScanner.backslash, index + 1 < inside.upperBound else {
                output.append(byte)
                index += 1
                continue
            }
            guard bytes[index + 1] == UInt8(ascii: "u") else {
                appendSimpleEscape(bytes[index + 1], to: &output)
                index += 2
                continue
            }
            guard let unit = HexDigit.value(bytes, at: index + 2, count: 4, end: inside.upperBound) else {
                output.append(byte)
                index += 1
                continue
            }
            let scalar = joinedScalar(unit, bytes, at: index, end: inside.upperBound)
            hasLoneSurrogate = hasLoneSurrogate || (0xD800...0xDFFF).contains(scalar.value)
            UTF8Reading.append(scalar.value, to: &output)
            index += scalar.length
        }
        return (output, hasLoneSurrogate)
    }

    private static func appendSimpleEscape(_ letter: UInt8, to output: inout [UInt8]) {
        switch letter {
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "r"): output.append(0x0D)
        default: output.append(letter)
        }
    }

    private static func joinedScalar(
        _ unit: UInt32,
        _ bytes: Span<UInt8>,
        at index: Int,
        end: Int
    ) -> (value: UInt32, length: Int) {
        guard (0xD800...0xDBFF).contains(unit), index + 12 <= end,
            bytes[index + 6] == JSONScanner.backslash, bytes[index + 7] == UInt8(ascii: "u"),
            let second = HexDigit.value(bytes, at: index + 8, count: 4, end: end), (0xDC00...0xDFFF).contains(second)
        else { return (unit, 6) }
        return (0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00), 12)
    }
}
