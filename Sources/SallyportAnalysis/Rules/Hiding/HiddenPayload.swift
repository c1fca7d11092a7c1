import SallyportLexing

/// Text that is written in characters nobody sees.
enum HiddenPayload {
    /// Characters of one text.
    static let countMax = 1 << 20

    /// The text that a row of variation selectors or tags spells; `nil` when it spells none.
    ///
    /// Sixteen selectors and 240 more stand for the 256 values of a byte, and the tags for ASCII.
    static func text(in bytes: Span<UInt8>, from start: Int) -> [UInt8]? {
        var output: [UInt8] = []
        var offset = start
        while offset + 2 < bytes.count, output.count < countMax {
            if bytes[offset] == 0xEF, bytes[offset + 1] == 0xB8, bytes[offset + 2] & 0xF0 == 0x80 {
                output.append(bytes[offset + 2] & 0x0F)
                offset += 3
                continue
            }
            guard offset + 3 < bytes.count, bytes[offset] == 0xF3, bytes[offset + 1] == 0xA0 else { break }
            let value = Int(bytes[offset + 2] & 0x3F) << 6 | Int(bytes[offset + 3] & 0x3F)
            switch value {
            case 0x20...0x7E: output.append(UInt8(value))
            case 0x100...0x1EF: output.append(UInt8(value - 0x100 + 16))
            default: break
            }
            offset += 4
        }
        guard output.count >= 8 else { return nil }
        // Two selectors for each byte is the other way to write it.
        let halves = output.allSatisfy { $0 < 16 }
        if halves { output = stride(from: 0, to: output.count - 1, by: 2).map { output[$0] << 4 | output[$0 + 1] } }
        let plain = output.count { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
        return plain * 10 >= output.count * 9 ? output : nil
    }
}
