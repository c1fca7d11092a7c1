import FoundationEssentials
import SallyportModel

/// The only clock and the only chance of the program; everything else is given them.
enum WallClock {
    /// The time of day.
    @Sendable
    static func now() -> Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
    }

    /// Tells one run of the server from another, in request identifiers and in loops of servers.
    static func runIdentifier() -> String {
        String(UInt32.random(in: .min ... .max), radix: 36)
    }
}
