import Dispatch
import Synchronization

/// Jobs in the order in which they came, for threads that wait for them.
final class WorkQueue: Sendable {
    typealias Job = @Sendable () -> Void

    private struct State {
        var jobs: [Job?] = []
        var head = 0
    }

    private let state = Mutex(State())
    private let available = DispatchSemaphore(value: 0)

    /// Adds a job.
    func append(_ job: @escaping Job) {
        state.withLock { $0.jobs.append(job) }
        available.signal()
    }

    /// Lets `threads` waiting threads end once no job is left.
    func close(threads: Int) {
        for _ in 0..<threads { available.signal() }
    }

    /// Runs jobs until the queue is closed and empty.
    func serve() {
        while true {
            available.wait()
            // One signal came for each job and, at the end, one for each thread: no job left means closed.
            guard let job = next() else { return }
            job()
        }
    }

    private func next() -> Job? {
        state.withLock { state in
            guard state.head < state.jobs.count else { return nil }
            let job = state.jobs[state.head]
            state.jobs[state.head] = nil
            state.head += 1
            if state.head == state.jobs.count || state.head >= 1_024 {
                state.jobs.removeFirst(state.head)
                state.head = 0
            }
            return job
        }
    }
}
