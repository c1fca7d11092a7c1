import NIOCore
import Synchronization

/// Lets a bounded number of tasks work at once; the others wait in the order in which they came.
///
/// The number that may wait is bounded too. A task that is cancelled leaves the queue at once.
final class FairQueue: Sendable {
    /// The queue is full.
    struct Full: Error {}

    private struct State {
        var free: Int
        var nextTicket: UInt64 = 0
        var order = CircularBuffer<UInt64>()
        var waiting: [UInt64: CheckedContinuation<Void, any Error>] = [:]
    }

    private let state: Mutex<State>
    private let waitersMax: Int

    init(width: Int, waitersMax: Int) {
        precondition(width > 0, "a queue without places would never move")
        state = Mutex(State(free: width))
        self.waitersMax = waitersMax
    }

    /// Runs `body` when it is this task's turn; throws ``Full``, or `CancellationError` while waiting.
    func withPlace<Result>(_ body: () async throws -> Result) async throws -> Result {
        try await enter()
        defer { leave() }
        return try await body()
    }

    /// How many wait now.
    var waiting: Int { state.withLock { $0.waiting.count } }

    private enum Entrance {
        case admitted
        case full
        case wait
    }

    private func enter() async throws {
        let ticket = state.withLock { state -> UInt64 in
            state.nextTicket += 1
            return state.nextTicket
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let entrance = state.withLock { state -> Entrance in
                    if state.free > 0 {
                        state.free -= 1
                        return .admitted
                    }
                    guard state.waiting.count < waitersMax else { return .full }
                    state.waiting[ticket] = continuation
                    state.order.append(ticket)
                    return .wait
                }
                switch entrance {
                case .admitted: continuation.resume()
                case .full: continuation.resume(throwing: Full())
                case .wait: if Task.isCancelled { abandon(ticket) }
                }
            }
        } onCancel: {
            abandon(ticket)
        }
    }

    private func abandon(_ ticket: UInt64) {
        let continuation = state.withLock { $0.waiting.removeValue(forKey: ticket) }
        continuation?.resume(throwing: CancellationError())
    }

    /// Hands the place to the first who still waits, or frees it.
    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            while let ticket = state.order.popFirst() {
                if let continuation = state.waiting.removeValue(forKey: ticket) { return continuation }
            }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
