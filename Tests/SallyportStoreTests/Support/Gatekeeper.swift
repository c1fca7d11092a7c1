import Dispatch

/// Lets a thread wait until the test says so.
final class Gatekeeper: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func open() { semaphore.signal() }
    func wait() { semaphore.wait() }
}
