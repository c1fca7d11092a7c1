/// Scalars that a reader does not see, or that change what the reader sees.
enum HiddenScalars {
    /// Whether an editor shows nothing for this scalar, or lets it reorder what stands around it.
    static func isHidden(_ value: UInt32) -> Bool {
        kind(of: value) != nil
    }

    /// The class of a hidden scalar; nil for a scalar that is seen. Emoji context is the caller's to judge.
    static func kind(of value: UInt32) -> HiddenUnicode.Kind? {
        switch value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .bidirectionalControl
        case 0x200B...0x200D, 0x2060, 0xFEFF: .zeroWidth
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F: .variationSelector
        case 0xE0000...0xE007F: .tag
        case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: .privateUse
        case 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x2061...0x2065, 0x206A...0x206F, 0x2800, 0x3164,
            0xFFA0, 0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0x1BCA0...0x1BCA3, 0xE0080...0xE00FF, 0xE01F0...0xE0FFF:
            .otherInvisible
        default: nil
        }
    }
}
