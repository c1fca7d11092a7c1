import Dispatch
import Synchronization

/// Writers waiting for the one thread that commits, in groups.
final class WriteQueue: Sendable {
    private struct State {
        var jobs: [WriteJob] = []
        /// The thread sleeps and wants to be woken when so many wait.
        var wakeAt: Int?
        var isClosed = false
    }

    private let limits: CommitLimits
    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)

    init(limits: CommitLimits) {
        self.limits = limits
    }

    /// Adds a writer; one too many, or one after the end, fails at once.
    func append(_ job: WriteJob) {
        let refusal: StoreError? = state.withLock { state in
            guard !state.isClosed else {
                return StoreError(.closed, "The server is shutting down and records nothing more.")
            }
            guard state.jobs.count < limits.waitingMax else {
                return StoreError(
                    .busy,
                    "\(limits.waitingMax) records wait for the disk; it does not keep up. Try again in a moment."
                )
            }
            state.jobs.append(job)
            signal(&state)
            return nil
        }
        if let refusal { job.fail(refusal) }
    }

    /// Refuses new writers; those that wait are still taken.
    func close() {
        state.withLock { state in
            state.isClosed = true
            signal(&state, atOnce: true)
        }
    }

    /// The next group, or `nil` at the end. Blocks while nobody waits.
    ///
    /// When `expected` writers were in the last group, they are probably about to come back, all at once: taking the
    /// first alone would spend a sync on it while the others wait for the next. So the first waits for them, for a
    /// fraction of what a sync takes.
    func next(expected: Int) -> [WriteJob]? {
        let deadline = DispatchTime.now() + .microseconds(limits.gatherMicroseconds)
        var isGathering = expected > 1
        while true {
            let step: Step = state.withLock { state in
                let wanted = isGathering ? min(expected, limits.groupMax) : 1
                if state.jobs.count >= wanted || (state.isClosed && !state.jobs.isEmpty) {
                    return .take(takeGroup(&state))
                }
                if state.isClosed { return .end }
                state.wakeAt = wanted
                return .sleep
            }
            switch step {
            case .take(let group): return group
            case .end: return nil
            case .sleep:
                if !isGathering {
                    wake.wait()
                } else if wake.wait(timeout: deadline) == .timedOut {
                    isGathering = false
                }
            }
        }
    }

    private enum Step {
        case take([WriteJob])
        case sleep
        case end
    }

    private func takeGroup(_ state: inout State) -> [WriteJob] {
        state.wakeAt = nil
        guard state.jobs.count > limits.groupMax else {
            defer {
                state.jobs = []
                state.jobs.reserveCapacity(64)
            }
            return state.jobs
        }
        let group = Array(state.jobs.prefix(limits.groupMax))
        state.jobs.removeFirst(limits.groupMax)
        return group
    }

    /// Wakes the thread when enough wait. A wake-up that comes too late only makes it look once more.
    private func signal(_ state: inout State, atOnce: Bool = false) {
        guard let wakeAt = state.wakeAt, atOnce || state.jobs.count >= wakeAt else { return }
        state.wakeAt = nil
        wake.signal()
    }
}
