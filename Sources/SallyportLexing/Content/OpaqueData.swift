/// Data that says nothing to a reader: compressed, encrypted, or written in letters that stand for bytes.
public enum OpaqueData: String, Sendable, CaseIterable {
    /// Bytes of all values alike, in no format that is known.
    case random = "bytes without any structure"
    /// One text in base64, or in its relatives.
    case base64 = "one text in base64"
    /// One text of hexadecimal digits.
    case hexadecimal = "one text of hexadecimal digits"

    /// Bytes below which nothing is said.
    public static let bytesMin = 1024
    /// Bytes that are looked at.
    public static let bytesMax = 64 << 10
    /// Bits in a byte from which on bytes count as random: a long text in any language stays below 6, tables of numbers
    /// below 7.
    static let randomBits = 7.6

    /// What a file is that has no known format, by its first ``bytesMax`` bytes; `nil` for text and for tables.
    public static func detect(_ bytes: Span<UInt8>) -> OpaqueData? {
        guard bytes.count >= bytesMin else { return nil }
        let count = min(bytes.count, bytesMax)
        var counts = [Int](repeating: 0, count: 256)
        for index in 0..<count { counts[Int(bytes[index])] += 1 }
        let blanks = counts[0x0A] + counts[0x0D]
        var hex = blanks
        var base64 = blanks
        for value in 0..<256 {
            let byte = UInt8(value)
            if HexDigit.value(byte) != nil { hex += counts[value] }
            let letter = byte | 0x20
            let isLetter = letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
            let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
            if isLetter || isDigit || [0x2B, 0x2F, 0x2D, 0x5F, 0x3D].contains(byte) { base64 += counts[value] }
        }
        // Words have blanks between them; a list of words has short lines.
        let isOneText = blanks * 40 <= count
        if hex == count, isOneText { return .hexadecimal }
        if base64 == count, isOneText { return .base64 }
        // Half of all values carry seven bits at most.
        guard counts[128...].contains(where: { $0 > 0 }) else { return nil }
        return ByteEntropy.bits(bytes, in: 0..<count) >= randomBits ? .random : nil
    }
}
