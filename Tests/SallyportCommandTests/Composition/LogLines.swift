import Logging
import SallyportModel
import Synchronization

@testable import sallyport

/// A log that is kept in memory.
final class LogLines: Sendable {
    private let lines = Mutex("")

    var text: String { lines.withLock { $0 } }

    /// A logger whose clock stands still.
    func logger(_ settings: LogSettings = LogSettings()) -> Logger {
        Logger(label: "test") { label in
            LogWriter(label: label, settings: settings, clock: { Instant(milliseconds: 0) }) { line in
                self.lines.withLock { $0 += line }
            }
        }
    }
}
