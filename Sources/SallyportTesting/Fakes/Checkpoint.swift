import Synchronization

/// A place in a fake where a test makes calls wait, and hears of their arrival: order without sleeping.
public final class Checkpoint: Sendable {
    private struct State {
        var isClosed: Bool
        var arrived = 0
        var next = 0
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state: Mutex<State>

    /// Makes a checkpoint; an open one lets everything pass and counts it.
    public init(isClosed: Bool = false) {
        state = Mutex(State(isClosed: isClosed))
    }

    /// How many have arrived, whether they waited or not.
    public var arrived: Int { state.withLock(\.arrived) }

    /// From now on whoever arrives waits.
    public func close() {
        state.withLock { $0.isClosed = true }
    }

    /// Lets everyone pass who waits and who arrives.
    public func open() {
        let waiting = state.withLock { state in
            state.isClosed = false
            let waiting = state.waiting.values
            state.waiting.removeAll()
            return Array(waiting)
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Returns once `count` have arrived since the beginning.
    public func waitForArrivals(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.arrived >= count { return true }
                state.watchers.append((count, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    /// Counts an arrival that never waits.
    public func count() {
        _ = arrive()
    }

    /// Arrives, and waits while the checkpoint is closed; a cancelled task does not wait.
    public func pass() async {
        let number = arrive()
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mayPass = state.withLock { state in
                    if !state.isClosed || Task.isCancelled { return true }
                    state.waiting[number] = continuation
                    return false
                }
                if mayPass { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
        }
    }

    private func arrive() -> Int {
        let (number, watchers) = state.withLock { state in
            state.arrived += 1
            state.next += 1
            let arrived = state.arrived
            let reached = state.watchers.filter { $0.count <= arrived }
            state.watchers.removeAll { $0.count <= arrived }
            return (state.next, reached)
        }
        for watcher in watchers { watcher.continuation.resume() }
        return number
    }
}
