import SallyportModel
import Synchronization

/// Remembers for a few seconds that the upstream could not be connected to or kept silent, so that requests that come one after
/// another fail at once instead of each waiting through all its attempts.
///
/// Clients ask for hundreds of indexes in turn; with an upstream that swallows connections, each would cost three
/// timeouts before the kept index is served.
final class Outage: Sendable {
    private let end = Mutex<Instant?>(nil)
    private let seconds: Int
    private let now: @Sendable () -> Instant

    init(seconds: Int, now: @escaping @Sendable () -> Instant) {
        self.seconds = seconds
        self.now = now
    }

    /// Whether it is too early to try again.
    var isOn: Bool {
        let time = now()
        return end.withLock { end in end.map { time < $0 } ?? false }
    }

    /// Notes that the last of a request's attempts found nobody, or nobody who answered.
    func begin() {
        let time = now().adding(seconds: Int64(seconds))
        end.withLock { $0 = time }
    }
}
