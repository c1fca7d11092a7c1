import SallyportTesting
import Synchronization
import Testing

@testable import SallyportGate

@Suite("Work that is shared")
struct SharedWorkTests {
    private typealias Work = SharedWork<String, Int>

    /// Work that counts its runs and waits where the test says.
    private final class Job: Sendable {
        let checkpoint: Checkpoint
        private let order: Mutex<[String]>

        init(isClosed: Bool = true) {
            checkpoint = Checkpoint(isClosed: isClosed)
            order = Mutex([])
        }

        var started: [String] { order.withLock { $0 } }

        func run(_ name: String, _ value: Int = 1) -> Work.Work {
            { [self] in
                order.withLock { $0.append(name) }
                await checkpoint.pass()
                try Task.checkCancellation()
                return value
            }
        }
    }

    private func limits(running: Int = 1, ahead: Int = 1, waiting: Int = 10, waitingAhead: Int = 10) -> Work.Limits {
        Work.Limits(running: running, runningAhead: ahead, waiting: waiting, waitingAhead: waitingAhead)
    }

    private func withRunning<Value: Sendable>(
        _ work: Work,
        _ body: () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await work.run() }
            defer { group.cancelAll() }
            return try await body()
        }
    }

    /// Waits until `count` callers of `work` have enqueued: until then each turn of the executor is one more chance.
    private func settle(_ isDone: () -> Bool) async {
        while !isDone() { await Task.yield() }
    }

    @Test("runs once however many wait")
    func once() async throws {
        let work = Work(limits: limits())
        let job = Job()
        let values = try await withRunning(work) {
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<50 { group.addTask { try await work.value(for: "a", job.run("a", 7)) } }
                await settle { work.waiterCount("a") == 50 }
                job.checkpoint.open()
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
        }
        #expect(values == [Int](repeating: 7, count: 50))
        #expect(job.started == ["a"])
    }

    @Test("an error reaches everyone who waits, and the next call runs again")
    func errors() async throws {
        struct Broken: Error {}
        let work = Work(limits: limits())
        try await withRunning(work) {
            await #expect(throws: Broken.self) { try await work.value(for: "a") { throw Broken() } }
            let second = try await work.value(for: "a") { 2 }
            #expect(second == 2)
        }
    }

    @Test("a waiter that goes away does not stop the run")
    func departure() async throws {
        let work = Work(limits: limits())
        let job = Job()
        try await withRunning(work) {
            let leaving = Task { try await work.value(for: "a", job.run("a", 3)) }
            let staying = Task { try await work.value(for: "a", job.run("a", 4)) }
            await settle { work.waiterCount("a") == 2 }
            await job.checkpoint.waitForArrivals(1)
            leaving.cancel()
            await #expect(throws: CancellationError.self) { try await leaving.value }
            #expect(work.isUnderWay("a"))
            job.checkpoint.open()
            _ = try await staying.value
        }
        #expect(job.started == ["a"])
    }

    @Test("a run that nobody waits for any more goes on to its end")
    func allDepart() async throws {
        let work = Work(limits: limits())
        let job = Job()
        let end = Checkpoint()
        try await withRunning(work) {
            let leaving = Task {
                try await work.value(for: "a") {
                    _ = try await job.run("a")()
                    await end.pass()
                    return 1
                }
            }
            await job.checkpoint.waitForArrivals(1)
            leaving.cancel()
            _ = await leaving.result
            job.checkpoint.open()
            await end.waitForArrivals(1)
        }
        #expect(end.arrived == 1)
    }

    @Test("a caller that is cancelled already starts nothing")
    func cancelledBefore() async throws {
        let work = Work(limits: limits())
        let job = Job()
        let task = Task {
            await job.checkpoint.pass()
            return try await work.value(for: "a") { 1 }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(!work.isUnderWay("a"))
    }

    @Test("what is demanded goes before what is done ahead")
    func priority() async throws {
        let work = Work(limits: limits(running: 1))
        let job = Job()
        try await withRunning(work) {
            let first = Task { try await work.value(for: "first", job.run("first")) }
            await job.checkpoint.waitForArrivals(1)
            work.startAhead(for: "ahead", job.run("ahead"))
            let second = Task { try await work.value(for: "second", job.run("second")) }
            await settle { work.waiterCount("second") == 1 }
            let last = Task { try await work.value(for: "last", job.run("last")) }
            await settle { work.waiterCount("last") == 1 }
            job.checkpoint.open()
            for task in [first, second, last] { _ = try await task.value }
            await job.checkpoint.waitForArrivals(4)
        }
        #expect(job.started == ["first", "second", "last", "ahead"])
    }

    @Test("what waits to be done ahead moves up when it is demanded, and runs once")
    func promotion() async throws {
        let work = Work(limits: limits(running: 1))
        let job = Job()
        try await withRunning(work) {
            let first = Task { try await work.value(for: "first", job.run("first")) }
            await job.checkpoint.waitForArrivals(1)
            work.startAhead(for: "other", job.run("other"))
            work.startAhead(for: "wanted", job.run("wanted"))
            let wanted = Task { try await work.value(for: "wanted", job.run("wanted again")) }
            await settle { work.waiterCount("wanted") == 1 }
            job.checkpoint.open()
            _ = try await (first.value, wanted.value)
            await job.checkpoint.waitForArrivals(3)
        }
        #expect(job.started == ["first", "wanted", "other"])
    }

    @Test("no more is done ahead at once than allowed, also when there is room")
    func aheadWidth() async throws {
        let work = Work(limits: limits(running: 8, ahead: 2))
        let job = Job()
        try await withRunning(work) {
            for name in ["a", "b", "c"] { work.startAhead(for: name, job.run(name)) }
            await job.checkpoint.waitForArrivals(2)
            // A demanded piece takes its turn after the runner has looked at the queue of the others once more.
            let demanded = Task { try await work.value(for: "d") { 1 } }
            _ = try await demanded.value
            #expect(job.started.count == 2)
            job.checkpoint.open()
            await job.checkpoint.waitForArrivals(3)
        }
        #expect(Set(job.started) == ["a", "b", "c"])
    }

    @Test("the latest of a key is done after what runs for it, and once for all that waits")
    func latest() async throws {
        let work = Work(limits: limits(running: 1))
        let job = Job()
        try await withRunning(work) {
            work.startLatest(for: "a", job.run("first"))
            await job.checkpoint.waitForArrivals(1)
            for name in ["second", "third"] { work.startLatest(for: "a", job.run(name)) }
            work.startLatest(for: "b", job.run("other"))
            work.startLatest(for: "b", job.run("the same"))
            job.checkpoint.open()
            await job.checkpoint.waitForArrivals(3)
            await settle { !work.isUnderWay("a") && !work.isUnderWay("b") }
        }
        #expect(job.started.sorted() == ["first", "other", "third"])
    }

    @Test("the latest is not taken where too much waits", arguments: [2, 3])
    func latestFull(asked: Int) async throws {
        let work = Work(limits: limits(waitingAhead: 2))
        let taken = (0..<asked).map { number in work.startLatest(for: "\(number)") { 1 } }
        #expect(taken == [true, true] + (asked > 2 ? [false] : []))
        #expect(work.startLatest(for: "0") { 1 })
    }

    @Test("work ahead is forgotten when its queue is full", arguments: [2, 3, 4])
    func aheadFull(asked: Int) async throws {
        let work = Work(limits: limits(waitingAhead: 3))
        for number in 0..<asked { work.startAhead(for: "\(number)") { 1 } }
        #expect((0..<asked).filter { work.isUnderWay("\($0)") }.count == min(asked, 3))
    }

    @Test("a demand is refused when the queue is full, and joins what is there already", arguments: [1, 2, 3])
    func full(asked: Int) async throws {
        let work = Work(limits: limits(waiting: 2))
        let tasks = (0..<asked).map { number in Task { try await work.value(for: "\(number)") { number } } }
        await settle { (0..<asked).count { work.isUnderWay("\($0)") } == min(asked, 2) }
        if asked == 3 {
            await #expect(throws: Work.Overloaded.self) { try await work.value(for: "one more") { 1 } }
        }
        let present = try #require((0..<asked).first { work.isUnderWay("\($0)") })
        try await withRunning(work) {
            let joined = try await work.value(for: "\(present)") { -1 }
            #expect(joined == present)
            let results = await withTaskGroup(of: Bool.self) { group in
                for task in tasks { group.addTask { (try? await task.value) != nil } }
                return await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(results.count { $0 } == min(asked, 2))
        }
    }

    @Test("the end tells everyone who waits, and refuses who comes after")
    func close() async throws {
        let work = Work(limits: limits(running: 1))
        let job = Job()
        let runner = Task { await work.run() }
        let running = Task { try await work.value(for: "running", job.run("running")) }
        await job.checkpoint.waitForArrivals(1)
        let waiting = Task { try await work.value(for: "waiting", job.run("waiting")) }
        await settle { work.waiterCount("waiting") == 1 }
        runner.cancel()
        await runner.value
        for task in [running, waiting] {
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        await #expect(throws: CancellationError.self) { try await work.value(for: "late") { 1 } }
        work.startAhead(for: "late") { 1 }
        #expect(!work.isUnderWay("late"))
        #expect(job.started == ["running"])
    }
}
