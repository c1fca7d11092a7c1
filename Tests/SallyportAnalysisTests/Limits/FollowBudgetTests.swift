import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Following references")
struct FollowBudgetTests {
    private func shelf(_ count: Int) -> Shelf {
        var shelf = Shelf()
        for number in 0..<count {
            let path = "package/f\(number).js"
            let record = FileRecord(path: path, size: 0, digest: nil, content: "empty", isExecutable: false)
            shelf.add(PackageFile(path: path, record: record, language: .javaScript))
        }
        return shelf
    }

    private func follow(_ names: [String], _ shelf: Shelf, _ limits: AnalysisLimits) -> (Reachable, FollowBudget) {
        var statement = PackageStatement(.npm)
        statement.root = "package/"
        var budget = FollowBudget(limits)
        let found = Reachable(
            from: names.map { Reference(.path, $0, as: .javaScript) },
            in: FileGraph(shelf, statement),
            files: shelf.files,
            limits: limits,
            budget: &budget
        )
        return (found, budget)
    }

    @Test("costs no more than its limits, whatever spellings of one pattern are given")
    func spellings() {
        let limits = AnalysisLimits.standard
        let shelf = shelf(100_000)
        let names = (0..<512).map { "." + String(repeating: "/", count: $0 + 1) + "f*" }
        let (found, budget) = follow(names, shelf, limits)
        #expect(found.isTruncated)
        #expect(found.nodes.count == limits.reachableFilesMax)
        #expect(limits.patternComparisonsMax - budget.comparisons <= limits.patternComparisonsMax + shelf.files.count)
        #expect(limits.referencesFollowedMax - budget.references == 1)
    }

    @Test("stops at its limit of files, and says so", arguments: [(4, false), (5, false), (6, true)])
    func files(count: Int, isTruncated: Bool) {
        var limits = AnalysisLimits.standard
        limits.reachableFilesMax = 5
        let (found, _) = follow(["./f*", ".//f*"], shelf(count), limits)
        #expect(found.nodes.count == min(count, 5))
        #expect(found.isTruncated == isTruncated)
    }

    @Test("stops at its limit of comparisons, and says so", arguments: [(9, true), (10, false), (11, false)])
    func comparisons(limit: Int, isTruncated: Bool) {
        var limits = AnalysisLimits.standard
        limits.patternComparisonsMax = limit
        #expect(follow(["./x*", "./y*"], shelf(5), limits).0.isTruncated == isTruncated)
    }

    @Test("stops at its limit of references, and says so", arguments: [(2, true), (3, false), (4, false)])
    func references(limit: Int, isTruncated: Bool) {
        var limits = AnalysisLimits.standard
        limits.referencesFollowedMax = limit
        #expect(follow(["./f0", "./f1", "./x"], shelf(2), limits).0.isTruncated == isTruncated)
    }

    @Test("names no more files that are not there than are shown")
    func escaping() {
        let names = (0..<500).map { "../../x\($0)" }
        #expect(follow(names, shelf(1), .standard).0.escaping.count == 64)
    }
}
