import SallyportAnalysis
import SallyportModel
import Testing

@testable import SallyportStore

@Suite struct RecentFindingsTests {
    @Test("findings in memory are bounded by their bytes", arguments: [(-1, 1), (0, 2), (1, 2)])
    func bytes(above: Int, count: Int) {
        let recent = Self.recent(bytesMax: 2 * Self.findings.bytesInMemory + above)
        for key in Self.keys.prefix(2) { recent.remember(Self.findings, for: key) }
        #expect(Self.remembered(in: recent) == Array(Self.keys.prefix(2).suffix(count)))
    }

    @Test("findings that wait to be written are bounded by their bytes", arguments: [(-1, 1), (0, 2), (1, 2)])
    func unwritten(above: Int, count: Int) {
        let recent = Self.recent(bytesMax: 2 * Self.findings.bytesInMemory + above)
        #expect(Self.keys.map { recent.keep(Self.findings, for: $0) } == [true, false, false])
        #expect(recent.takeUnwritten().map(\.0) == Array(Self.keys.prefix(count)))
        #expect(recent.keep(Self.findings, for: Self.keys[2]))
    }

    @Test("what waits to be written stays known when the rest is forgotten")
    func forgetting() {
        let recent = Self.recent(bytesMax: 1 << 20)
        _ = recent.keep(Self.findings, for: Self.keys[0])
        _ = recent.takeUnwritten()
        _ = recent.keep(Self.findings, for: Self.keys[1])
        recent.know(only: [Self.keys[2].mark])
        #expect(recent.knownCount == 2)
    }

    @Test("what is kept again takes its room once, and gives it back")
    func again() {
        let recent = Self.recent(bytesMax: 2 * Self.findings.bytesInMemory)
        for _ in 0..<10 {
            for key in Self.keys.prefix(2) { recent.remember(Self.findings, for: key) }
        }
        #expect(Self.remembered(in: recent) == Array(Self.keys.prefix(2)))
        for key in Self.keys { recent.remember(FileFindings(), for: key) }
        #expect(Self.remembered(in: recent) == Self.keys)
    }

    private static let keys = (0..<3).map {
        FindingsKey(digest: Samples.digest("file \($0)"), kind: "python", engine: "1")
    }

    private static let findings = FileFindings(
        references: [Reference(.module, String(repeating: "a", count: 1000), as: .python)]
    )

    private static func recent(bytesMax: Int) -> RecentFindings {
        RecentFindings(limits: ExpendableLimits(findingsInMemoryBytesMax: bytesMax), known: [])
    }

    private static func remembered(in recent: RecentFindings) -> [FindingsKey] {
        keys.filter { key in
            if case .found = recent.find(key) { return true }
            return false
        }
    }
}
