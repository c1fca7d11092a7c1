import Synchronization

/// Identifiers that join a client's report to the log: unique in one run of the server.
final class RequestIDs: Sendable {
    private let prefix: String
    private let counter = Atomic<UInt64>(0)

    /// The prefix tells one run of the server from another.
    init(prefix: String) {
        self.prefix = prefix
    }

    func next() -> String {
        let number = counter.add(1, ordering: .relaxed).newValue
        return "\(prefix)-\(String(number, radix: 36))"
    }
}
