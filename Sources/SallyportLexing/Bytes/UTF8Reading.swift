/// Reading UTF-8 strictly: no overlong forms, no surrogates, nothing above U+10FFFF (RFC 3629).
enum UTF8Reading {
    /// The scalar that starts at `offset` and how many bytes it takes; nil when the bytes there are not UTF-8.
    @inline(__always)
    static func scalar(in bytes: Span<UInt8>, at offset: Int) -> (value: UInt32, length: Int)? {
        let first = bytes[offset]
        if first < 0x80 { return (UInt32(first), 1) }
        return longScalar(in: bytes, at: offset, first: first)
    }

    private static func longScalar(
        in bytes: Span<UInt8>,
        at offset: Int,
        first: UInt8
    ) -> (value: UInt32, length: Int)? {
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC2, first <= 0xF4, offset + length <= bytes.count else { return nil }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for index in (offset + 1)..<(offset + length) {
            let byte = bytes[index]
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= smallest, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
        return (value, length)
    }

    /// The offset of the first byte that is not UTF-8, or nil when all of it is.
    static func firstInvalid(in bytes: Span<UInt8>, from start: Int = 0) -> Int? {
        var offset = start
        while offset < bytes.count {
            if offset + 8 <= bytes.count, Word.load(bytes, at: offset) & Word.high == 0 {
                offset += 8
            } else if let scalar = scalar(in: bytes, at: offset) {
                offset += scalar.length
            } else {
                return offset
            }
        }
        return nil
    }

    /// Appends one scalar in UTF-8. A surrogate is written in three bytes, as its value would be.
    static func append(_ value: UInt32, to output: inout [UInt8]) {
        switch value {
        case ..<0x80:
            output.append(UInt8(truncatingIfNeeded: value))
        case ..<0x800:
            output.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            output.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        case ..<0x10000:
            output.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            output.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            output.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        default:
            output.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18 & 0x07))
            output.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
            output.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            output.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        }
    }

    /// The text of a range; what is not UTF-8 becomes U+FFFD.
    static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        var copy: [UInt8] = []
        copy.reserveCapacity(range.count)
        for index in range { copy.append(bytes[index]) }
        return String(decoding: copy, as: UTF8.self)
    }

    /// Whether a range holds exactly the bytes of `text`.
    static func matches(_ bytes: Span<UInt8>, _ range: Range<Int>, _ text: String) -> Bool {
        var index = range.lowerBound
        for byte in text.utf8 {
            guard index < range.upperBound, bytes[index] == byte else { return false }
            index += 1
        }
        return index == range.upperBound
    }
}
