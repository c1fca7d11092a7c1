/// Text in HTML: character references read, and written.
enum HTMLText {
    /// Longest reference that is read, without `&` and `;`.
    private static let referenceBytesMax = 10

    /// Replaces `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&apos;` and numeric references; anything else stays as it stands.
    static func decode(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "&"), let reference = reference(in: bytes, at: index + 1) {
                result += Array(String(Character(reference.scalar)).utf8)
                index = reference.end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Appends text so that it is the same text inside an element or a quoted attribute, in ASCII whatever the charset.
    static func appendEscaped(_ text: String, to output: inout [UInt8]) {
        let isPlain = text.utf8.allSatisfy { byte in
            byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
                && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
        }
        if isPlain { return output.append(contentsOf: text.utf8) }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += Array("&amp;".utf8)
            case "<": output += Array("&lt;".utf8)
            case ">": output += Array("&gt;".utf8)
            case "\"": output += Array("&quot;".utf8)
            case "'": output += Array("&#39;".utf8)
            default:
                if (0x20..<0x7F).contains(scalar.value) {
                    output.append(UInt8(truncatingIfNeeded: scalar.value))
                } else {
                    // References to control characters are errors in HTML; a space says as much.
                    output += scalar.value < 0xA0 ? [0x20] : Array("&#\(scalar.value);".utf8)
                }
            }
        }
    }

    private static func reference(in bytes: [UInt8], at start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
        let limit = min(bytes.count, start + referenceBytesMax + 1)
        guard start < limit, let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        guard let scalar = scalar(named: name) else { return nil }
        return (scalar, end + 1)
    }

    private static func scalar(named name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let digits = name.dropFirst()
            let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
            let number = isHexadecimal ? digits.dropFirst() : digits
            // `UInt32` would read a sign.
            guard number.first != "+", let value = UInt32(number, radix: isHexadecimal ? 16 : 10) else { return nil }
            return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
        }
    }
}
