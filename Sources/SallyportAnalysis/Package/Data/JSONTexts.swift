/// The texts of a JSON file that could be code.
enum JSONTexts {
    /// Texts of one file, and bytes of one.
    private static let countMax = 64
    private static let bytesMin = 24
    private static let bytesMax = 1 << 20

    /// The values of strings with a call in them, as far as their escapes are plain.
    static func code(in bytes: [UInt8]) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        var index = 0
        while index < bytes.count, texts.count < countMax {
            guard bytes[index] == UInt8(ascii: "\"") else {
                index += 1
                continue
            }
            let text = string(in: bytes, from: &index)
            if text.count >= bytesMin, text.count <= bytesMax, text.contains(UInt8(ascii: "(")) { texts.append(text) }
        }
        return texts
    }

    /// The string that begins at a quote; moves behind it.
    private static func string(in bytes: [UInt8], from index: inout Int) -> [UInt8] {
        var text: [UInt8] = []
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            var byte = bytes[index]
            if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
                index += 1
                switch bytes[index] {
                case UInt8(ascii: "n"): byte = 0x0A
                case UInt8(ascii: "t"): byte = 0x09
                case UInt8(ascii: "r"): byte = 0x0D
                case UInt8(ascii: "u"): byte = unit(in: bytes, from: &index)
                default: byte = bytes[index]
                }
            }
            if text.count <= bytesMax { text.append(byte) }
            index += 1
        }
        index += 1
        return text
    }

    /// A character by its number; one that is not plain becomes a question mark.
    private static func unit(in bytes: [UInt8], from index: inout Int) -> UInt8 {
        guard index + 4 < bytes.count,
            let value = UInt16(String(decoding: bytes[(index + 1)...(index + 4)], as: UTF8.self), radix: 16)
        else { return UInt8(ascii: "?") }
        index += 4
        return value < 0x80 ? UInt8(truncatingIfNeeded: value) : UInt8(ascii: "?")
    }
}
