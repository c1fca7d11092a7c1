import SallyportGate
import SallyportTesting
import Synchronization

/// A ledger that can keep its callers waiting, or fail.
final class HeldLedger: DownloadLedger {
    private struct State {
        var isHolding = false
        var failure: (any Error)?
        var held: [(download: Download, completion: @Sendable (Result<Void, any Error>) -> Void)] = []
    }

    private let catalogue: MemoryCatalogue
    private let state = Mutex(State())
    /// Counts every delivery that is to be recorded.
    let arrivals = Checkpoint()

    init(_ catalogue: MemoryCatalogue) {
        self.catalogue = catalogue
    }

    /// From now on completions are kept back.
    func hold() {
        state.withLock { $0.isHolding = true }
    }

    /// Records what was kept back.
    func release() {
        let held = state.withLock { state in
            state.isHolding = false
            defer { state.held = [] }
            return state.held
        }
        for entry in held { catalogue.record(entry.download, completion: entry.completion) }
    }

    /// From now on nothing can be recorded; with `nil` it can.
    func fail(with error: (any Error)?) {
        state.withLock { $0.failure = error }
    }

    func record(_ download: Download, completion: @escaping @Sendable (Result<Void, any Error>) -> Void) {
        let failure = state.withLock { $0.failure }
        let isHeld = state.withLock { state in
            if state.isHolding { state.held.append((download, completion)) }
            return state.isHolding
        }
        if let failure {
            completion(.failure(failure))
        } else if !isHeld {
            catalogue.record(download, completion: completion)
        }
        arrivals.count()
    }
}
