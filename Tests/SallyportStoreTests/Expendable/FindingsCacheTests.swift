import SallyportAnalysis
import SallyportModel
import Testing

@testable import SallyportStore

@Suite struct FindingsCacheTests {
    private let some = FileFindings(
        findings: [
            Finding(
                code: FactCode(rawValue: "capability.network"),
                detail: "fetch",
                line: 3,
                excerpt: "fetch(",
                weight: .use
            )
        ],
        references: [Reference(.specifier, "./x", as: .javaScript)]
    )

    @Test("findings are found again, in memory and after a restart")
    func foundAgain() throws {
        let folder = try TemporaryFolder()
        let data = try DataFolder(path: folder.data)
        let cache = try FindingsCache(folder: data)
        let file = Samples.digest("file")
        #expect(cache.findings(for: file, kind: "javascript", engine: "1") == nil)
        cache.keep(some, for: file, kind: "javascript", engine: "1")
        cache.keep(FileFindings(), for: file, kind: "text", engine: "1")
        #expect(cache.findings(for: file, kind: "javascript", engine: "1") == some)
        cache.flush()
        let later = try FindingsCache(folder: data)
        #expect(later.findings(for: file, kind: "javascript", engine: "1") == some)
        #expect(later.findings(for: file, kind: "text", engine: "1") == FileFindings())
        #expect(later.findings(for: file, kind: "python", engine: "1") == nil)
        #expect(later.findings(for: file, kind: "javascript", engine: "2") == nil)
        #expect(later.findings(for: Samples.digest("other"), kind: "javascript", engine: "1") == nil)
    }

    @Test("the newest findings of a file count")
    func replaced() throws {
        let folder = try TemporaryFolder()
        let data = try DataFolder(path: folder.data)
        let cache = try FindingsCache(folder: data)
        let file = Samples.digest("file")
        cache.keep(FileFindings(), for: file, kind: "text", engine: "1")
        cache.flush()
        cache.keep(some, for: file, kind: "text", engine: "1")
        cache.flush()
        #expect(try FindingsCache(folder: data).findings(for: file, kind: "text", engine: "1") == some)
    }

    @Test("memory and table have their limits", arguments: [9, 10, 11])
    func limits(count: Int) throws {
        let folder = try TemporaryFolder()
        let data = try DataFolder(path: folder.data)
        let limits = ExpendableLimits(findingsMax: 10, findingsInMemoryMax: 2)
        let cache = try FindingsCache(folder: data, limits: limits)
        let files = (0..<count).map { Samples.digest("file \($0)") }
        for file in files { cache.keep(some, for: file, kind: "text", engine: "1") }
        cache.flush()
        let found = files.filter { cache.findings(for: $0, kind: "text", engine: "1") != nil }
        #expect(found == Array(files.suffix(10)))
    }

    @Test("what went from the table goes from memory too", arguments: [(20, 20), (21, 10), (22, 10)])
    func marks(count: Int, remembered: Int) throws {
        let folder = try TemporaryFolder()
        let data = try DataFolder(path: folder.data)
        let cache = try FindingsCache(folder: data, limits: ExpendableLimits(findingsMax: 10, findingsInMemoryMax: 2))
        for number in 0..<count {
            cache.keep(some, for: Samples.digest("file \(number)"), kind: "text", engine: "1")
        }
        cache.flush()
        #expect(cache.knownCount == remembered)
    }
}
