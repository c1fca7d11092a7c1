import Foundation

/// A few threads for work that blocks or that takes long, so that it never occupies the threads on which all
/// asynchronous functions run.
///
/// How many jobs wait is bounded by who asks: an artifact has one reader and one inspector at a time.
final class WorkThreads: Sendable {
    /// Enough for a deep decoder; the memory is only taken when it is used.
    private static let stackBytes = 4 << 20

    private let queue = WorkQueue()
    private let count: Int

    /// Starts `count` threads.
    init(named name: String, count: Int) {
        precondition(count > 0, "Without a thread no job would ever run.")
        self.count = count
        for index in 0..<count {
            let thread = Thread { [queue] in queue.serve() }
            thread.name = "\(name)-\(index)"
            thread.stackSize = Self.stackBytes
            thread.start()
        }
    }

    deinit { queue.close(threads: count) }

    /// Runs `body` on one of the threads and answers its result.
    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.append { continuation.resume(with: Result(catching: body)) }
        }
    }

    /// Runs `body`, which can't fail, on one of the threads.
    func run(_ body: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { continuation in
            queue.append {
                body()
                continuation.resume()
            }
        }
    }
}
