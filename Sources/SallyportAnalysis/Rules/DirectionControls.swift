/// Characters that change the direction of text, as far as they make code look like other code (Trojan Source).
enum DirectionControls {
    /// The offset of the first override, embedding or isolate; `nil` when there is none.
    ///
    /// The two marks (U+200E, U+200F) do not reorder ASCII and stand in honest translations.
    static func firstUnbalanced(in bytes: Span<UInt8>, atLeast count: Int) -> Int? {
        guard count > 0, bytes.count >= 3 else { return nil }
        for offset in 0...(bytes.count - 3) where bytes[offset] == 0xE2 {
            let second = bytes[offset + 1]
            let third = bytes[offset + 2]
            if second == 0x80, third >= 0xAA, third <= 0xAE { return offset }
            if second == 0x81, third >= 0xA6, third <= 0xA9 { return offset }
        }
        return nil
    }
}
