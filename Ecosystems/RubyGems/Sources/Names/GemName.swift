import SallyportModel

/// What a gem may be called.
enum GemName {
    /// The package of a name; `nil` for what RubyGems forbids: anything but letters, digits, `.`, `-` and `_`, a name without a
    /// letter, and one that begins with `.` or `-`.
    static func package(_ name: String) -> Package? {
        guard isName(name.utf8) else { return nil }
        return Package(.gem, name)
    }

    static func isName(_ bytes: some Collection<UInt8>) -> Bool {
        guard let first = bytes.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-") else { return false }
        var hasLetter = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): hasLetter = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): break
            default: return false
            }
        }
        return hasLetter
    }
}

extension GemName {
    /// Whether a range of bytes is a name.
    static func isName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard let first = range.first, bytes[first] != UInt8(ascii: "."), bytes[first] != UInt8(ascii: "-") else {
            return false
        }
        var hasLetter = false
        for index in range {
            let byte = bytes[index]
            if (0x61...0x7A).contains(byte | 0x20) {
                hasLetter = true
            } else {
                guard (0x2D...0x2E).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F else { return false }
            }
        }
        return hasLetter
    }
}
