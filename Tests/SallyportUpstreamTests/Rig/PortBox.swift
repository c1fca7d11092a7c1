import Synchronization

/// A port that becomes known while a test runs.
final class PortBox: Sendable {
    private let value = Mutex(0)

    var port: Int {
        get { value.withLock { $0 } }
        set { value.withLock { $0 = newValue } }
    }
}
