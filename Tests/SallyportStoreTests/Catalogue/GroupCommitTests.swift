import GRDB
import SallyportGate
import SallyportModel
import Synchronization
import Testing

@testable import SallyportStore

@Suite struct GroupCommitTests {
    private func open(_ folder: TemporaryFolder, _ limits: CommitLimits = CommitLimits()) throws -> SQLiteCatalogue {
        try SQLiteCatalogue(folder: DataFolder(path: folder.data), commits: limits)
    }

    @Test("a writer that fails takes nothing of the others with it")
    func oneFails() async throws {
        let folder = try TemporaryFolder()
        let catalogue = try open(folder)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    do {
                        try await catalogue.groups.write { session in
                            try session.execute(
                                "INSERT INTO decision (action, actor, at, reason) VALUES ('thaw', 'kim', ?, '')",
                                [number]
                            )
                            if number.isMultiple(of: 3) {
                                try session.execute("INSERT INTO decision (action) VALUES ('thaw')", [])
                            }
                        }
                        return true
                    } catch {
                        #expect((error as? StoreError)?.code == .invalid)
                        return false
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        let times = try await catalogue.decisions().map(\.at.milliseconds)
        #expect(outcomes == times.count)
        #expect(times.allSatisfy { !$0.isMultiple(of: 3) } && Set(times).count == 133)
        await catalogue.close()
    }

    @Test("a row number that was undone is not used again")
    func undoneIdentifier() async throws {
        struct Undo: Error {}
        let folder = try TemporaryFolder()
        let catalogue = try open(folder)
        let artifact = try Samples.artifact("new", "1.0.0")
        await #expect(throws: StoreError.self) {
            try await catalogue.groups.write { session in
                _ = try session.identifiers.identifier(of: artifact, in: session.database)
                throw Undo()
            }
        }
        try await catalogue.record([Samples.download(artifact, number: 1)])
        let subject = PackageURL(package: artifact.release.package, version: nil)
        #expect(try await catalogue.downloads(of: subject, limit: 5).count == 1)
        await catalogue.close()
    }

    @Test("one writer too many is refused at once, and says so", arguments: [1, 8])
    func tooMany(waitingMax: Int) async throws {
        let folder = try TemporaryFolder()
        let catalogue = try open(folder, CommitLimits(waitingMax: waitingMax))
        let gate = Gatekeeper()
        let started = Gatekeeper()
        // The first job holds the writing thread; the next ones wait, up to the limit.
        catalogue.groups.submit({ _ in
            started.open()
            gate.wait()
        }) { _ in }
        started.wait()
        let results = Mutex<[String]>([])
        let download = Samples.download(try Samples.artifact(), number: 1)
        for _ in 0...waitingMax {
            catalogue.record(download) { result in
                results.withLock { list in
                    switch result {
                    case .success: list.append("recorded")
                    case .failure(let error): list.append((error as? StoreError)?.code.rawValue ?? "other")
                    }
                }
            }
        }
        #expect(results.withLock { $0 } == ["busy"])
        gate.open()
        await catalogue.close()
        #expect(results.withLock { $0 } == ["busy"] + Array(repeating: "recorded", count: waitingMax))
    }

    @Test("a group has its limit, and nobody is forgotten", arguments: [1, 7, 1_024])
    func groupLimit(groupMax: Int) async throws {
        let folder = try TemporaryFolder()
        let catalogue = try open(folder, CommitLimits(groupMax: groupMax))
        let artifact = try Samples.artifact()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<50 {
                group.addTask { try await catalogue.record([Samples.download(artifact, number: number)]) }
            }
            try await group.waitForAll()
        }
        let subject = PackageURL(package: artifact.release.package, version: nil)
        #expect(try await catalogue.downloads(of: subject, limit: 100).count == 50)
        await catalogue.close()
    }

    @Test("closing records what waits, and refuses what comes later")
    func close() async throws {
        let folder = try TemporaryFolder()
        let catalogue = try open(folder)
        let artifact = try Samples.artifact()
        let recorded = Mutex(0)
        for number in 0..<100 {
            catalogue.record(Samples.download(artifact, number: number)) { result in
                if case .success = result { recorded.withLock { $0 += 1 } }
            }
        }
        await catalogue.close()
        await catalogue.close()
        #expect(recorded.withLock { $0 } == 100)
        let error = try await #require(throws: StoreError.self) {
            try await catalogue.record([Samples.download(artifact, number: 1)])
        }
        #expect(error.code == .closed)
    }

    @Test("what was recorded is there after the next start")
    func restart() async throws {
        let folder = try TemporaryFolder()
        let artifact = try Samples.artifact()
        let first = try open(folder)
        try await first.record(try Samples.judgement(of: artifact, .hold), report: Samples.report())
        try await first.keep(Samples.index("x", at: 1), of: artifact.release.package)
        await first.close()
        let second = try open(folder)
        let judgements = try await second.judgements(of: artifact.release.package)
        #expect(judgements.count == 1)
        #expect(try await second.index(of: artifact.release.package) == Samples.index("x", at: 1))
        await second.close()
    }
}
