/// Characters that change the direction of text, as far as they make code look like other code (Trojan Source).
enum DirectionControls {
    /// The offset of the first override, embedding or isolate; `nil` when there is none.
    ///
    /// The two marks (U+200E, U+200F) do not reorder ASCII and stand in honest translations.
    static func firstUnbalanced(in bytes: Span<UInt8>, atLeast count: Int) -> Int? {
        guard count > 0, bytes.count >= 3 else { return nil }
        for offset in 0...(bytes.count - 3) where isControl(bytes, offset) {
            if !isInTable(bytes, offset) { return offset }
        }
        return nil
    }

    private static func isControl(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
        guard offset >= 0, offset + 2 < bytes.count, bytes[offset] == 0xE2 else { return false }
        let third = bytes[offset + 2]
        return bytes[offset + 1] == 0x80
            ? third >= 0xAA && third <= 0xAE : bytes[offset + 1] == 0x81 && third >= 0xA6 && third <= 0xA9
    }

    /// A range in a table of characters, `X-Y`, between characters that are not ASCII either: what the classes of a
    /// regular expression look like.
    private static func isInTable(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
        let after = offset + 3 < bytes.count ? bytes[offset + 3] : 0
        let before = offset > 0 ? bytes[offset - 1] : 0
        if after == UInt8(ascii: "-") { return before >= 0x80 && offset + 4 < bytes.count && bytes[offset + 4] >= 0x80 }
        guard before == UInt8(ascii: "-"), offset >= 2 else { return false }
        return bytes[offset - 2] >= 0x80 && (after >= 0x80 || after == UInt8(ascii: "]"))
    }
}
