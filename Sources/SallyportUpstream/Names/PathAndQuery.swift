/// What stands after the authority, with every byte that may not stand there percent-encoded.
struct PathAndQuery {
    let path: String
    let query: String?

    init(path: String, query: String?) {
        self.path = path
        self.query = query
    }

    /// Drops the fragment; `nil` for control bytes and backslashes, which other readers take for separators.
    init?(_ text: Substring) {
        let whole = text.prefix { $0 != "#" }
        guard whole.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else { return nil }
        let mark = whole.firstIndex(of: "?")
        path = Self.encoded(whole[..<(mark ?? whole.endIndex)])
        query = mark.map { Self.encoded(whole[whole.index(after: $0)...]) }
    }

    /// The path with a leading `/` and without `.` and `..` segments; `..` above the root stays at the root.
    var absolutePath: String {
        var kept: [Substring] = []
        let relative = path.hasPrefix("/") ? path.dropFirst() : path[...]
        for segment in relative.split(separator: "/", omittingEmptySubsequences: false) {
            switch segment {
            case ".": continue
            case "..": _ = kept.popLast()
            default: kept.append(segment)
            }
        }
        let endsInFolder = path.hasSuffix("/.") || path.hasSuffix("/..") || path == "." || path == ".."
        return "/" + kept.joined(separator: "/") + (endsInFolder && !kept.isEmpty ? "/" : "")
    }

    private static func encoded(_ text: Substring) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "%") ? isEscape(bytes, at: index) : mayStand(byte) {
                result.append(byte)
            } else {
                result.append(UInt8(ascii: "%"))
                result.append(hexDigit(byte >> 4))
                result.append(hexDigit(byte & 15))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
        index + 2 < bytes.count && isHexDigit(bytes[index + 1]) && isHexDigit(bytes[index + 2])
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// Unreserved bytes, sub-delimiters and the separators of paths and queries (RFC 3986, section 3.3 and 3.4).
    private static func mayStand(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~!$&'()*+,;=:@/?".utf8.contains(byte)
        }
    }
}
