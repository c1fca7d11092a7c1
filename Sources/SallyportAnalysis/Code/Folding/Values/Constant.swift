/// A value that is known without running anything.
///
/// Text is UTF-8. Python's bytes are text whose characters are the bytes' values, as its literals are.
enum Constant: Equatable {
    case text([UInt8])
    /// What a decoder gave, before it is read as text.
    case bytes([UInt8])
    case number(Int)
    case texts([[UInt8]])
    case numbers([Int])

    /// What it costs to make: each text of a list is memory of its own.
    var cost: Int {
        switch self {
        case .text(let bytes), .bytes(let bytes): bytes.count
        case .number: 8
        case .texts(let list): list.reduce(list.count * 8) { $0 + $1.count }
        case .numbers(let list): list.count * 2
        }
    }

    /// As text, when it is one.
    var text: [UInt8]? {
        if case .text(let bytes) = self { return bytes }
        return nil
    }

    /// As a whole number.
    var number: Int? {
        if case .number(let value) = self { return value }
        return nil
    }

    /// The bytes that a decoder is given: those of a buffer, or of a text's characters.
    var raw: [UInt8]? {
        switch self {
        case .bytes(let bytes): bytes
        case .text(let bytes): Characters.latin(bytes) ?? bytes
        case .numbers(let list): list.allSatisfy({ (-256...255).contains($0) }) ? list.map { UInt8($0 & 255) } : nil
        default: nil
        }
    }

    /// The values of a text's characters, of bytes, or of a list of numbers.
    var values: [Int]? {
        switch self {
        case .text(let bytes): Characters.scalars(bytes).map { Int($0) }
        case .bytes(let bytes): bytes.map { Int($0) }
        case .numbers(let list): list
        default: nil
        }
    }
}

/// Text as the characters that it is made of.
enum Characters {
    /// The scalars of UTF-8; what is not UTF-8 is U+FFFD.
    static func scalars(_ text: [UInt8]) -> [UInt32] {
        if text.allSatisfy({ $0 < 0x80 }) { return text.map { UInt32($0) } }
        return String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
    }

    /// UTF-8 of scalars; `nil` for what is none.
    static func text(_ scalars: some Sequence<UInt32>) -> [UInt8]? {
        var output: [UInt8] = []
        for value in scalars {
            if value < 0x80 {
                output.append(UInt8(value))
            } else {
                // Half a surrogate pair stands for nothing that matters here.
                output += Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
            }
        }
        return output
    }

    /// Each byte as the character of its value.
    static func fromLatin(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
        return bytes.reduce(into: []) { output, byte in
            if byte < 0x80 {
                output.append(byte)
            } else {
                output.append(0xC0 | byte >> 6)
                output.append(0x80 | byte & 0x3F)
            }
        }
    }

    /// Each character as the byte of its value; `nil` when one is no byte.
    static func latin(_ text: [UInt8]) -> [UInt8]? {
        if text.allSatisfy({ $0 < 0x80 }) { return text }
        var output: [UInt8] = []
        for value in scalars(text) {
            guard value < 256 else { return nil }
            output.append(UInt8(value))
        }
        return output
    }
}
