import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Code that can't be read any more")
struct UnreadDeltaTests {
    private static let odd = (0...AnalysisLimits.standard.referencesMax).map { "require('./m\($0)');\n" }.joined()

    @Test("is news on import, and at installation")
    func added() {
        let before = ["index.js": "module.exports = 1;\n", "a.js": "x(1)\n"]
        let news = Self.delta(before, ["index.js": Self.odd, "a.js": Self.odd])
        #expect(Set(news.map(\.reach)) == [.load, .install])
        #expect(Set(news.compactMap { $0.place?.path }) == ["package/index.js", "package/a.js"])
        #expect(news.allSatisfy { !$0.detail.isEmpty })
    }

    @Test("is none where it was so before, under this name or another, or where nothing runs it")
    func known() {
        let odd = ["index.js": Self.odd, "a.js": "x(1)\n"]
        #expect(Self.delta(odd, odd.merging(["b.js": Self.odd]) { $1 }).isEmpty)
        let moved = ["index.js": "require('./lib/old')\n", "lib/old.js": Self.odd, "a.js": "x(1)\n"]
        #expect(Self.delta(odd, moved).isEmpty)
    }

    @Test("is news where it only begins to run")
    func reached() {
        let before = ["index.js": "module.exports = 1;\n", "b.js": Self.odd, "a.js": "x(1)\n"]
        let after = before.merging(["index.js": "require('./b')\n"]) { $1 }
        #expect(Self.delta(before, after).map(\.reach) == [.load])
    }

    private static func delta(_ before: [String: String], _ after: [String: String]) -> [Fact] {
        let scripts = ["install": "node a.js"]
        let first = Sample.report(Sample.npm(before, scripts: scripts))
        let second = Sample.report(Sample.npm(after, scripts: scripts, version: "1.0.1"))
        return Comparison.delta(from: first, to: second).filter { $0.code == .deltaUnreadAdded }
    }
}
