public import SallyportModel
import Synchronization

/// A clock that stands still until a test moves it.
public final class ManualClock: Sendable {
    private let instant: Mutex<Instant>

    /// Starts at an instant.
    public init(_ start: Instant = Instant(milliseconds: 1_795_305_600_000)) {
        instant = Mutex(start)
    }

    /// The time.
    public var now: Instant { instant.withLock { $0 } }

    /// Moves on; back when `seconds` is negative.
    public func advance(seconds: Int64) {
        instant.withLock { $0 = $0.adding(seconds: seconds) }
    }
}
