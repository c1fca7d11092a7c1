import GRDB
import SallyportGate
import SallyportModel
import Testing

@testable import SallyportStore

@Suite struct SightingBoundTests {
    private func use(_ limits: SightingLimits, _ body: (SQLiteCatalogue) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let catalogue = try SQLiteCatalogue(folder: DataFolder(path: folder.data), sightings: limits)
        try await body(catalogue)
        await catalogue.close()
    }

    private func counts(_ catalogue: SQLiteCatalogue) async throws -> [Int] {
        try await catalogue.read { database in
            try ["SELECT count(*) FROM sighting", "SELECT sightings FROM tally", "SELECT sum(sightings) FROM package"]
                .map { try Int.fetchOne(database, sql: $0) ?? -1 }
        }
    }

    @discardableResult
    private func look(
        _ catalogue: SQLiteCatalogue,
        _ name: String,
        _ versions: Range<Int>,
        at time: Int64
    ) async throws -> [Sighting] {
        try await catalogue.look(
            at: try Samples.package(name),
            artifacts: try versions.map { try Samples.artifact(name, "1.0.\($0)") },
            now: Instant(milliseconds: time)
        )
    }

    @Test("strangers' packages give way to each other, the oldest first, and not what somebody got")
    func allPackages() async throws {
        try await use(SightingLimits(allMax: 40, ofOnePackageMax: 100)) { catalogue in
            try await look(catalogue, "used", 0..<3, at: 1)
            try await catalogue.record([Samples.download(try Samples.artifact("used", "1.0.0"), number: 1)])
            for number in 0..<20 {
                try await look(catalogue, "stranger-\(number)", 0..<5, at: Int64(number + 2))
                let counts = try await counts(catalogue)
                #expect(counts[0] <= 40 && Set(counts).count == 1, "\(counts)")
            }
            let used = try await look(catalogue, "used", 0..<3, at: 100)
            #expect(Set(used) == [Sighting(firstSeen: Instant(milliseconds: 1), previousLook: nil)])
            // One that had to go is looked at as for the first time, one that is still there is not.
            let gone = try await look(catalogue, "stranger-0", 0..<5, at: 101)
            #expect(Set(gone) == [Sighting(firstSeen: Instant(milliseconds: 101), previousLook: nil)])
            let kept = try await look(catalogue, "stranger-19", 0..<5, at: 102)
            #expect(Set(kept) == [Sighting(firstSeen: Instant(milliseconds: 21), previousLook: nil)])
        }
    }

    @Test("a look that confirms what had to go does not make it new: it is looked at as for the first time")
    func confirmedAfterwards() async throws {
        try await use(SightingLimits(allMax: 10, ofOnePackageMax: 100)) { catalogue in
            try await look(catalogue, "a", 0..<5, at: 1)
            for number in 0..<4 { try await look(catalogue, "stranger-\(number)", 0..<5, at: Int64(number + 2)) }
            try await catalogue.confirmLook(at: try Samples.package("a"), now: Instant(milliseconds: 50))
            let again = try await look(catalogue, "a", 0..<6, at: 60)
            #expect(Set(again) == [Sighting(firstSeen: Instant(milliseconds: 60), previousLook: nil)])
        }
    }

    @Test("of one package those stay that its index names", arguments: [9, 10, 11])
    func onePackage(count: Int) async throws {
        try await use(SightingLimits(allMax: 1_000, ofOnePackageMax: 10)) { catalogue in
            try await look(catalogue, "a", 0..<6, at: 1)
            let second = try await look(catalogue, "a", 4..<count, at: 2)
            #expect(second[0] == Sighting(firstSeen: Instant(milliseconds: 1), previousLook: nil))
            #expect(try await counts(catalogue) == (count > 10 ? [7, 7, 7] : [count, count, count]))
            let again = try await look(catalogue, "a", 0..<1, at: 3)
            let first = Sighting(firstSeen: Instant(milliseconds: 1), previousLook: nil)
            // One that went and comes back is new, and young by our own clock.
            let new = Sighting(firstSeen: Instant(milliseconds: 3), previousLook: Instant(milliseconds: 2))
            #expect(again == [count > 10 ? new : first])
        }
    }

    @Test("a package of more than the bound on all keeps its own")
    func larger() async throws {
        try await use(SightingLimits(allMax: 10, ofOnePackageMax: 10)) { catalogue in
            try await look(catalogue, "a", 0..<5, at: 1)
            try await look(catalogue, "b", 0..<30, at: 2)
            #expect(try await counts(catalogue) == [30, 30, 30])
            let kept = try await look(catalogue, "b", 0..<30, at: 3)
            #expect(Set(kept) == [Sighting(firstSeen: Instant(milliseconds: 2), previousLook: nil)])
        }
    }
}
