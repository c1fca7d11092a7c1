import Synchronization

/// Runs each piece of work once however many wait for it, a bounded number at a time.
///
/// Work runs in the task group of ``run()``, not in the task that asked: who asked may go away without stopping it.
/// Demanded work goes before work done ahead; ahead work is dropped when its queue is full, demanded work is refused.
final class SharedWork<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// Too much is waiting already.
    struct Overloaded: Error, Sendable {}

    /// How much may run and wait.
    struct Limits: Sendable {
        /// Pieces that run at once.
        var running: Int
        /// Pieces done ahead that run at once.
        var runningAhead: Int
        /// Demanded pieces that wait to run.
        var waiting: Int
        /// Pieces done ahead that wait to run.
        var waitingAhead: Int
    }

    typealias Work = @Sendable () async throws -> Value
    private typealias Waiter = CheckedContinuation<Value, any Error>

    private struct Flight {
        var work: Work?
        var isDemanded: Bool
        var waiters: [Int: Waiter] = [:]
        /// What follows it under the same key.
        var next: Work?
    }

    private struct State {
        var flights: [Key: Flight] = [:]
        var demanded: [Key] = []
        var ahead: [Key] = []
        var running = 0
        var runningAhead = 0
        var nextWaiter = 0
        var isClosed = false
    }

    private let limits: Limits
    private let state = Mutex(State())
    private let wakeups: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    init(limits: Limits) {
        self.limits = limits
        (wakeups, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Waits for the work of a key, starting it when nobody has.
    func value(for key: Key, _ work: @escaping Work) async throws -> Value {
        let identifier = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let refusal = state.withLock { state -> (any Error)? in
                    if Task.isCancelled { return CancellationError() }
                    return enqueue(key, work, waiter: (identifier, continuation), in: &state)
                }
                if let refusal { continuation.resume(throwing: refusal) }
                wake.yield()
            }
        } onCancel: {
            let waiter = state.withLock { $0.flights[key]?.waiters.removeValue(forKey: identifier) }
            waiter?.resume(throwing: CancellationError())
        }
    }

    /// Starts work that nobody waits for yet, if there is room.
    func startAhead(for key: Key, _ work: @escaping Work) {
        let isStarted = state.withLock { state in
            guard !state.isClosed, state.flights[key] == nil, state.ahead.count < limits.waitingAhead else {
                return false
            }
            state.flights[key] = Flight(work: work, isDemanded: false)
            state.ahead.append(key)
            return true
        }
        if isStarted { wake.yield() }
    }

    /// Starts work that takes up all there is to do for a key at its turn: what waits for the key already does that, and what
    /// runs is followed by it, for it may have begun too early. Answers whether it will be done.
    @discardableResult
    func startLatest(for key: Key, _ work: @escaping Work) -> Bool {
        let isTaken = state.withLock { state in
            guard !state.isClosed else { return false }
            if let flight = state.flights[key] {
                if flight.work == nil { state.flights[key]?.next = work }
                return true
            }
            guard state.ahead.count < limits.waitingAhead else { return false }
            state.flights[key] = Flight(work: work, isDemanded: false)
            state.ahead.append(key)
            return true
        }
        if isTaken { wake.yield() }
        return isTaken
    }

    /// How many wait for a key's work.
    func waiterCount(_ key: Key) -> Int {
        state.withLock { $0.flights[key]?.waiters.count ?? 0 }
    }

    /// Whether a key's work is queued or running.
    func isUnderWay(_ key: Key) -> Bool {
        state.withLock { $0.flights[key] != nil }
    }

    /// Carries work out until the surrounding task is cancelled; then everyone who waits is told.
    func run() async {
        await withDiscardingTaskGroup { group in
            for await _ in wakeups {
                while let (key, work) = takeNext() {
                    group.addTask { await self.carryOut(key, work) }
                }
            }
            group.cancelAll()
        }
        close()
    }

    private func carryOut(_ key: Key, _ work: Work) async {
        let result: Result<Value, any Error>
        do { result = .success(try await work()) } catch { result = .failure(error) }
        let flight = state.withLock { state in
            state.running -= 1
            let flight = state.flights.removeValue(forKey: key)
            if flight?.isDemanded == false { state.runningAhead -= 1 }
            if let next = flight?.next {
                state.flights[key] = Flight(work: next, isDemanded: false)
                state.ahead.append(key)
            }
            return flight
        }
        for waiter in flight?.waiters.values ?? [:].values { waiter.resume(with: result) }
        wake.yield()
    }

    private func enqueue(_ key: Key, _ work: @escaping Work, waiter: (Int, Waiter), in state: inout State) -> (
        any Error
    )? {
        guard !state.isClosed else { return CancellationError() }
        if var flight = state.flights[key] {
            flight.waiters[waiter.0] = waiter.1
            // A waiting piece that was only ahead of demand moves up; a running one keeps its place.
            if !flight.isDemanded, flight.work != nil {
                flight.isDemanded = true
                state.ahead.removeAll { $0 == key }
                state.demanded.append(key)
            }
            state.flights[key] = flight
            return nil
        }
        guard state.demanded.count < limits.waiting else { return Overloaded() }
        state.flights[key] = Flight(work: work, isDemanded: true, waiters: [waiter.0: waiter.1])
        state.demanded.append(key)
        return nil
    }

    private func takeNext() -> (Key, Work)? {
        state.withLock { state in
            guard state.running < limits.running else { return nil }
            let key: Key
            if !state.demanded.isEmpty {
                key = state.demanded.removeFirst()
            } else if !state.ahead.isEmpty, state.runningAhead < limits.runningAhead {
                key = state.ahead.removeFirst()
                state.runningAhead += 1
            } else {
                return nil
            }
            guard let work = state.flights[key]?.work else { return nil }
            state.flights[key]?.work = nil
            state.running += 1
            return (key, work)
        }
    }

    private func close() {
        let waiters = state.withLock { state in
            state.isClosed = true
            let waiters = state.flights.values.flatMap(\.waiters.values)
            state.flights.removeAll()
            return waiters
        }
        for waiter in waiters { waiter.resume(throwing: CancellationError()) }
    }
}
