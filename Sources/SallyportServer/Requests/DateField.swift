import SallyportModel
import Synchronization

/// The `date` field (RFC 9110, section 5.6.7), written once a second however many answers carry it.
final class DateField: Sendable {
    private let clock: @Sendable () -> Instant
    private let cached = Mutex<(second: Int64, text: String)>((.min, ""))

    init(clock: @escaping @Sendable () -> Instant) {
        self.clock = clock
    }

    var text: String {
        let now = clock()
        let second = now.milliseconds / 1_000
        return cached.withLock { cached in
            if cached.second != second { cached = (second, Self.imfFixdate(now)) }
            return cached.text
        }
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func imfFixdate(_ instant: Instant) -> String {
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let text = instant.description
        let fields = text.dropLast().split { $0 == "-" || $0 == "T" }
        guard fields.count == 4, let month = Int(fields[1]), months.indices.contains(month - 1) else { return text }
        let weekday = days[Int(instant.milliseconds / 86_400_000 % 7 + 7) % 7]
        return "\(weekday), \(fields[2]) \(months[month - 1]) \(fields[0]) \(fields[3]) GMT"
    }
}
