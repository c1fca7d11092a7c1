/// Reads RFC 3339 timestamps (section 5.6) from the front to the back.
struct TimestampScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8.prefix(Self.bytesMax + 1))
    }

    /// Longest timestamp read, in bytes; a longer one is refused rather than cut.
    static let bytesMax = 64

    mutating func instant() -> Instant? {
        guard bytes.count <= Self.bytesMax else { return nil }
        guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        let midnight = date.daysSinceEpoch * 86_400_000
        guard position < bytes.count else { return Instant(milliseconds: midnight) }
        guard take("T") || take("t") || take(" ") else { return nil }
        guard let time = timeOfDay(), let offset = offsetMinutes(), position == bytes.count else { return nil }
        return Instant(milliseconds: midnight + time - offset * 60_000)
    }

    /// Milliseconds since midnight; a leap second counts as the second before it.
    private mutating func timeOfDay() -> Int64? {
        guard let hour = digits(2), hour < 24, take(":"), let minute = digits(2), minute < 60 else { return nil }
        var second: Int64 = 0
        if take(":") {
            guard let value = digits(2), value <= 60 else { return nil }
            second = min(value, 59)
        }
        guard let milliseconds = fraction() else { return nil }
        return (hour * 3_600 + minute * 60 + second) * 1_000 + milliseconds
    }

    /// Milliseconds; `nil` for a point without digits.
    private mutating func fraction() -> Int64? {
        guard take(".") else { return 0 }
        guard digit(at: position) != nil else { return nil }
        var value: Int64 = 0
        var scale: Int64 = 100
        while position < bytes.count, let digit = digit(at: position) {
            value += digit * scale
            scale /= 10
            position += 1
        }
        return value
    }

    /// A missing offset is UTC: some indexes leave the `Z` out, and all of them mean UTC.
    private mutating func offsetMinutes() -> Int64? {
        if position == bytes.count || take("Z") || take("z") { return 0 }
        let isNegative = take("-")
        guard isNegative || take("+") else { return nil }
        guard let hours = digits(2), hours < 24 else { return nil }
        _ = take(":")
        guard let minutes = digits(2), minutes < 60 else { return nil }
        return (hours * 60 + minutes) * (isNegative ? -1 : 1)
    }

    private mutating func digits(_ count: Int) -> Int64? {
        var value: Int64 = 0
        for offset in 0..<count {
            guard let digit = digit(at: position + offset) else { return nil }
            value = value * 10 + digit
        }
        position += count
        return value
    }

    private func digit(at index: Int) -> Int64? {
        guard index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
        return Int64(bytes[index] - UInt8(ascii: "0"))
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }
}
