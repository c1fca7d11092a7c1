import Synchronization
import Testing

@testable import SallyportStore

@Suite struct WorkThreadsTests {
    private struct Refused: Error {}

    /// How many jobs run, and how many ran at once at most.
    private final class Load: Sendable {
        private let counts = Mutex((now: 0, most: 0))

        func begin() {
            counts.withLock { counts in
                counts.now += 1
                counts.most = max(counts.most, counts.now)
            }
        }

        func end() { counts.withLock { $0.now -= 1 } }

        var most: Int { counts.withLock(\.most) }
    }

    @Test("every job runs once, and its result or its error comes back", arguments: [1, 2, 8])
    func results(threads: Int) async throws {
        let pool = WorkThreads(named: "test", count: threads)
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...3_000 { group.addTask { try await pool.run { number } } }
            return try await group.reduce(0, +)
        }
        #expect(sum == 3_000 * 3_001 / 2)
        await #expect(throws: Refused.self) { try await pool.run { () throws -> Int in throw Refused() } }
    }

    @Test("no more jobs run at once than there are threads", arguments: [1, 3])
    func width(threads: Int) async {
        let load = Load()
        let pool = WorkThreads(named: "test", count: threads)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    await pool.run {
                        load.begin()
                        load.end()
                    }
                }
            }
        }
        #expect(load.most <= threads)
    }

    @Test("jobs of one thread keep their order")
    func order() async {
        let seen = Mutex<[Int]>([])
        let queue = WorkQueue()
        for number in 0..<2_500 { queue.append { seen.withLock { $0.append(number) } } }
        queue.close(threads: 1)
        queue.serve()
        #expect(seen.withLock { $0 } == Array(0..<2_500))
    }
}
