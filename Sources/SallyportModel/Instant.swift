/// A point in time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
public struct Instant: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Milliseconds since the epoch; negative before it.
    public let milliseconds: Int64

    /// Takes milliseconds since the epoch.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Reads RFC 3339: `2026-11-22T15:10:00Z`, with an optional fraction and offset, or a date alone (midnight UTC).
    ///
    /// Returns `nil` for anything else; a caller that needs the time to admit something must hold then.
    public init?(_ text: String) {
        var scanner = TimestampScanner(text)
        guard let instant = scanner.instant() else { return nil }
        self = instant
    }

    /// Earlier first.
    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// The instant `seconds` later (earlier when negative); saturates.
    public func adding(seconds: Int64) -> Instant {
        let (product, overflowed) = seconds.multipliedReportingOverflow(by: 1_000)
        guard !overflowed else { return Instant(milliseconds: seconds < 0 ? .min : .max) }
        let (sum, overflow) = milliseconds.addingReportingOverflow(product)
        return Instant(milliseconds: overflow ? (seconds < 0 ? .min : .max) : sum)
    }

    /// Whole seconds from `other` to this instant.
    public func seconds(since other: Instant) -> Int64 {
        let (difference, overflow) = milliseconds.subtractingReportingOverflow(other.milliseconds)
        return overflow ? (milliseconds < other.milliseconds ? .min : .max) : difference / 1_000
    }

    /// RFC 3339 in UTC with whole seconds: `2026-11-22T15:10:00Z`.
    public var description: String {
        let day = CivilDate(daysSinceEpoch: Self.floorDivide(milliseconds, 86_400_000))
        let second = Self.floorDivide(milliseconds, 1_000) - Self.floorDivide(milliseconds, 86_400_000) * 86_400
        let clock = [second / 3_600, second / 60 % 60, second % 60].map(Self.twoDigits).joined(separator: ":")
        return "\(day)T\(clock)Z"
    }

    /// The minute, as a person reads it in a terminal: `2026-11-22 15:10 UTC`.
    public var minute: String {
        let parts = description.split(separator: "T", maxSplits: 1)
        return "\(parts[0]) \(parts[1].prefix(5)) UTC"
    }

    static func twoDigits(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }

    static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}

extension Instant: Codable {
    /// Reads the text form; throws for anything else.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "`\(text)` is no RFC 3339 time.")
        }
        self = instant
    }

    /// The first and the last millisecond that RFC 3339 can write.
    private static let writable = Int64(-62_167_219_200_000)...253_402_300_799_999

    /// Writes RFC 3339 in UTC, with milliseconds where there are any.
    ///
    /// An instant beyond the years 0 to 9999 is written as the nearest one within: a cooldown that begins at the end
    /// of the year 9999, as anybody can claim to have published, must not become a record that can't be read.
    public func encode(to encoder: any Encoder) throws {
        let milliseconds = min(max(milliseconds, Self.writable.lowerBound), Self.writable.upperBound)
        let description = Instant(milliseconds: milliseconds).description
        let fraction = milliseconds - Self.floorDivide(milliseconds, 1_000) * 1_000
        let digits = fraction < 10 ? "00\(fraction)" : fraction < 100 ? "0\(fraction)" : "\(fraction)"
        var container = encoder.singleValueContainer()
        try container.encode(fraction == 0 ? description : "\(description.dropLast()).\(digits)Z")
    }
}
