/// Hexadecimal digits as every language that we read writes them.
enum HexDigit {
    /// The value of an ASCII hexadecimal digit, or nil.
    @inline(__always)
    static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// The value of exactly `count` digits at `offset` (at most eight, all below `end`), or nil.
    static func value(_ bytes: Span<UInt8>, at offset: Int, count: Int, end: Int) -> UInt32? {
        guard offset + count <= end, count <= 8 else { return nil }
        var result: UInt32 = 0
        for index in offset..<(offset + count) {
            guard let digit = value(bytes[index]) else { return nil }
            result = result << 4 | digit
        }
        return result
    }
}
