/// Durations as people write them: a whole number and a unit, `3d`, `12h`, `90m`.
public enum PolicyDuration {
    /// Longest duration accepted: ten years.
    public static let secondsMax: Int64 = 3_650 * 86_400

    /// Reads a duration in seconds; `nil` for anything else, and for more than ``secondsMax``.
    public static func seconds(_ text: String) -> Int64? {
        let unit: Int64
        switch text.utf8.last {
        case UInt8(ascii: "d"): unit = 86_400
        case UInt8(ascii: "h"): unit = 3_600
        case UInt8(ascii: "m"): unit = 60
        default: return nil
        }
        let digits = text.utf8.dropLast()
        guard (1...9).contains(digits.count),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        let count = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        return count * unit <= secondsMax ? count * unit : nil
    }

    /// `3d` for 259,200: the shortest text that reads back as the same.
    public static func text(seconds: Int64) -> String {
        let (count, unit) = largestUnit(seconds)
        return "\(count)\(unit.prefix(1))"
    }

    /// `3 days` for 259,200.
    public static func words(seconds: Int64) -> String {
        let (count, unit) = largestUnit(seconds)
        return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }

    private static func largestUnit(_ seconds: Int64) -> (Int64, String) {
        if seconds % 86_400 == 0 { return (seconds / 86_400, "day") }
        return seconds % 3_600 == 0 ? (seconds / 3_600, "hour") : (seconds / 60, "minute")
    }
}
