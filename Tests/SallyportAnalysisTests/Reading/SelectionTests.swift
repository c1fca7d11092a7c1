import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Facts that are kept of too many")
struct SelectionTests {
    private static let hidden = "globalThis['ev' + 'al'](code);\n"
    private static let reaching = "fetch('https://x.example.invalid/');\n"

    @Test("keep what else a file does that hides something")
    func companions() {
        var files = ["z/x.js": Self.hidden + Self.reaching]
        for number in 0..<AnalysisLimits.standard.factsPerCodeMax { files["f\(number).js"] = Self.reaching }
        let codes = Self.codes(of: "package/z/x.js", files)
        #expect(codes.isSuperset(of: [.capabilityNetwork, .hidingComputedName]))
    }

    @Test("keep the file that does two things among decoys that do one")
    func decoys() {
        var files = ["z/x.js": Self.hidden + Self.reaching]
        for number in 0..<200 { files["f\(number).js"] = Self.hidden + "process.env.NPM_TOKEN;\n" }
        let codes = Self.codes(of: "package/z/x.js", files)
        #expect(codes.isSuperset(of: [.capabilityNetwork, .hidingComputedName]))
    }

    @Test("are bounded")
    func bounded() {
        var limits = AnalysisLimits()
        limits.factsPerCodeMax = 8
        limits.factsMax = 12
        var facts: [WeightedFact] = []
        for number in 0..<100 {
            for code in [FactCode.capabilityNetwork, .capabilityProcess, .capabilityDNS, .fileNative] {
                facts.append(WeightedFact(Fact(code: code, reach: .load, detail: "", place: Place(path: "\(number)"))))
            }
        }
        let kept = FactSelection(facts, limits).kept
        #expect(kept.filter { $0.fact.code == .fileNative }.count == 3)
        #expect(kept.count <= 12 + 3 * 3)
    }

    @Test("of a package with very many findings are of each code the heaviest", arguments: [0, 1_000])
    func room(findingsMax: Int) {
        var limits = AnalysisLimits()
        limits.findingsMax = findingsMax
        let inspector = Inspector(hashing: TestHashing(), limits: limits)
        let code = Self.hidden + Self.reaching + "require('child_process').exec('id');\nrequire('dns').lookup(name);\n"
        let bytes = Sample.npm(["a.js": Self.reaching, "index.js": "require('./a');\n" + code])
        let report = inspector.inspect(bytes.span, artifact: InspectedArtifact(ecosystem: .npm, filename: "a.tgz"))
        let unread = report.facts(.fileUnreadable, .load).map(\.detail)
        #expect(unread == (findingsMax == 0 ? ["too-many-findings"] : []))
        if findingsMax > 0 { #expect(!report.facts(.capabilityProcess, .load).isEmpty) }
    }

    private static func codes(of path: String, _ files: [String: String]) -> Set<FactCode> {
        let start = files.keys.sorted().map { "require('./\($0)');\n" }.joined()
        let report = Sample.report(Sample.npm(files.merging(["index.js": start]) { $1 }))
        return Set(report.facts.filter { $0.place?.path == path && $0.reach == .load }.map(\.code))
    }
}
