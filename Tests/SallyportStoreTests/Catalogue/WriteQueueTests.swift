import Dispatch
import Synchronization
import Testing

@testable import SallyportStore

@Suite struct WriteQueueTests {
    private func job(_ failures: FailureLog) -> WriteJob {
        WriteJob(
            { _ in },
            completion: { (result: Result<Void, any Error>) in
                if case .failure(let error) = result { failures.note(error) }
            }
        )
    }

    /// What writers were told.
    private final class FailureLog: Sendable {
        private let codes = Mutex<[StoreError.Code]>([])

        func note(_ error: any Error) {
            if let error = error as? StoreError { codes.withLock { $0.append(error.code) } }
        }

        var all: [StoreError.Code] { codes.withLock { $0 } }
    }

    @Test(
        "a group takes all that wait, up to its limit",
        arguments: [(3, [3]), (4, [4]), (5, [4, 1]), (9, [4, 4, 1])]
    )
    func groups(waiting: Int, expected: [Int]) {
        let queue = WriteQueue(limits: CommitLimits(groupMax: 4))
        let failures = FailureLog()
        for _ in 0..<waiting { queue.append(job(failures)) }
        queue.close()
        var sizes: [Int] = []
        while let group = queue.next(expected: sizes.last ?? 0) { sizes.append(group.count) }
        #expect(sizes == expected)
        #expect(failures.all.isEmpty)
    }

    @Test("the limit of those who wait", arguments: [(2, 0), (3, 0), (4, 1)])
    func limit(writers: Int, refused: Int) {
        let queue = WriteQueue(limits: CommitLimits(waitingMax: 3))
        let failures = FailureLog()
        for _ in 0..<writers { queue.append(job(failures)) }
        #expect(failures.all == Array(repeating: .busy, count: refused))
    }

    @Test("who comes after the end is refused")
    func closed() {
        let queue = WriteQueue(limits: CommitLimits())
        let failures = FailureLog()
        queue.close()
        queue.append(job(failures))
        #expect(failures.all == [.closed])
        #expect(queue.next(expected: 0)?.count == nil)
    }

    @Test("a writer alone does not wait for others that do not come")
    func alone() {
        let queue = WriteQueue(limits: CommitLimits(gatherMicroseconds: 1))
        queue.append(job(FailureLog()))
        #expect(queue.next(expected: 64)?.count == 1)
    }

    @Test("those who are expected are waited for")
    func gathered() {
        let queue = WriteQueue(limits: CommitLimits(gatherMicroseconds: 60_000_000))
        let failures = FailureLog()
        queue.append(job(failures))
        DispatchQueue.global().async { for _ in 0..<9 { queue.append(job(failures)) } }
        #expect(queue.next(expected: 10)?.count == 10)
    }
}
