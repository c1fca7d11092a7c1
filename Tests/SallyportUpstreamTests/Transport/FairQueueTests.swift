import Synchronization
import Testing

@testable import SallyportUpstream

@Suite struct FairQueueTests {
    /// A door that opens once.
    final class Door: Sendable {
        private let stream: AsyncStream<Void>
        private let continuation: AsyncStream<Void>.Continuation

        init() { (stream, continuation) = AsyncStream.makeStream() }

        func open() { continuation.finish() }
        func pass() async { for await _ in stream {} }
    }

    /// Who was inside, and how many at once.
    final class Journal: Sendable {
        private let state = Mutex((order: [Int](), inside: 0, most: 0))
        var order: [Int] { state.withLock { $0.order } }
        var most: Int { state.withLock { $0.most } }

        func enter(_ number: Int) {
            state.withLock { state in
                state.order.append(number)
                state.inside += 1
                state.most = max(state.most, state.inside)
            }
        }

        func leave() { state.withLock { $0.inside -= 1 } }
    }

    private func until(_ condition: () -> Bool) async { while !condition() { await Task.yield() } }

    @Test func refusesOneMoreThanMayWait() async throws {
        let queue = FairQueue(width: 1, waitersMax: 1)
        let door = Door()
        let journal = Journal()
        async let first: Void = queue.withPlace {
            journal.enter(0)
            await door.pass()
        }
        await until { journal.order == [0] }
        async let second: Void = queue.withPlace {}
        await until { queue.waiting == 1 }
        await #expect(throws: FairQueue.Full.self) { try await queue.withPlace {} }
        door.open()
        _ = try await (first, second)
        try await queue.withPlace {}
    }

    @Test(arguments: [1, 2, 5])
    func admitsInTheOrderOfArrivalAndNeverMoreThanItsWidth(width: Int) async throws {
        let queue = FairQueue(width: width, waitersMax: 100)
        let doors = (0..<width).map { _ in Door() }
        let journal = Journal()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<12 {
                group.addTask {
                    try await queue.withPlace {
                        journal.enter(number)
                        if number < width { await doors[number].pass() }
                        journal.leave()
                    }
                }
                await until { journal.order.count + queue.waiting == number + 1 }
            }
            doors.forEach { $0.open() }
            try await group.waitForAll()
        }
        #expect(journal.most == width)
        #expect(Set(journal.order) == Set(0..<12))
        if width == 1 { #expect(journal.order == Array(0..<12)) }
    }

    @Test func letsACancelledTaskGoAndKeepsThePlacesOfOthers() async throws {
        let queue = FairQueue(width: 1, waitersMax: 10)
        let door = Door()
        let journal = Journal()
        let holder = Task {
            try await queue.withPlace {
                journal.enter(0)
                await door.pass()
            }
        }
        await until { journal.order == [0] }
        let leaving = Task { try await queue.withPlace {} }
        await until { queue.waiting == 1 }
        let staying = Task { try await queue.withPlace { 7 } }
        await until { queue.waiting == 2 }
        leaving.cancel()
        await #expect(throws: CancellationError.self) { try await leaving.value }
        door.open()
        try await holder.value
        #expect(try await staying.value == 7)
        #expect(queue.waiting == 0)
    }
}
