/// Numbers and names in binary files, each checked against the end.
enum NativeBytes {
    /// An unsigned number of `size` bytes.
    static func number(
        _ bytes: Span<UInt8>,
        _ offset: Int,
        _ size: Int,
        isBig: Bool = false
    ) throws(NativeError) -> Int {
        guard offset >= 0, offset <= bytes.count - size else { throw NativeError(.truncated, at: clamp(offset, bytes)) }
        var value: UInt64 = 0
        for index in 0..<size {
            value = value << 8 | UInt64(bytes[offset + (isBig ? index : size - 1 - index)])
        }
        guard let number = Int(exactly: value) else { throw NativeError(.malformed, at: offset) }
        return number
    }

    /// A name that ends in a zero byte: at most `NativeNames.nameBytesMax` bytes of it, printable ASCII; `nil` where there
    /// is none.
    static func name(_ bytes: Span<UInt8>, _ offset: Int) -> String? {
        guard offset >= 0, offset < bytes.count else { return nil }
        var end = offset
        while end < bytes.count, end - offset < NativeNames.nameBytesMax, bytes[end] != 0 {
            guard (0x21...0x7E).contains(bytes[end]) else { return nil }
            end += 1
        }
        return end == offset ? nil : UTF8Reading.text(bytes, offset..<end)
    }

    /// A sum that does not overflow.
    static func sum(_ left: Int, _ right: Int, at offset: Int) throws(NativeError) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        guard !overflow else { throw NativeError(.malformed, at: offset) }
        return sum
    }

    /// Whether a text stands in a range.
    static func contains(_ text: StaticString, _ bytes: Span<UInt8>, in range: Range<Int>) -> Bool {
        let wanted = Array("\(text)".utf8)
        let range = range.clamped(to: 0..<bytes.count)
        guard let first = wanted.first, range.count >= wanted.count else { return false }
        var index = range.lowerBound
        while index <= range.upperBound - wanted.count {
            if bytes[index] == first, ContentType.starts(bytes, wanted, at: index) { return true }
            index += 1
        }
        return false
    }

    static func clamp(_ offset: Int, _ bytes: Span<UInt8>) -> Int { min(max(offset, 0), bytes.count) }
}

/// How evenly the values of bytes are spread, as information theory counts it.
public enum ByteEntropy {
    /// Bits that a byte of these carries: 0 for one value again and again, 8 for all values alike.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - range: the part to measure; cut to the file.
    public static func bits(_ bytes: Span<UInt8>, in range: Range<Int>) -> Double {
        let range = range.clamped(to: 0..<bytes.count)
        guard !range.isEmpty else { return 0 }
        var counts = [Int](repeating: 0, count: 256)
        for index in range { counts[Int(bytes[index])] += 1 }
        var sum = 0.0
        let total = Double(range.count)
        for count in counts where count > 0 {
            let share = Double(count) / total
            sum -= share * logarithm(share)
        }
        return sum
    }

    /// The logarithm to the base 2 of a share between 0 and 1, to six digits: the core has no library of mathematics.
    private static func logarithm(_ value: Double) -> Double {
        let exponent = Double(value.exponent)
        let significand = value.significand
        // ln(x) = 2 artanh((x - 1) / (x + 1)), for x from 1 to 2.
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var term = ratio
        var sum = 0.0
        for divisor in stride(from: 1.0, through: 15, by: 2) {
            sum += term / divisor
            term *= square
        }
        return exponent + 2 * sum / 0.693_147_180_559_945_3
    }
}
