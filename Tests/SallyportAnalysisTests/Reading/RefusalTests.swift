import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportAnalysis

@Suite("What can't be read becomes a fact")
struct RefusalTests {
    @Test("for bytes that are no archive", arguments: [[], [1, 2, 3], Array("<html>".utf8)] as [[UInt8]])
    func noArchive(_ bytes: [UInt8]) {
        #expect(Sample.report(bytes).facts.map(\.detail) == ["unknown-format"])
    }

    @Test("for an archive that two programs would read differently")
    func ambiguous() {
        let bytes = TarBuilder().file("package/package.json", "{}").file("package/package.json", "{}").gzipped()
        let report = Sample.report(bytes)
        #expect(report.facts.map(\.code) == [.archiveUnreadable])
        #expect(report.facts.map(\.detail) == ["duplicate-path"])
        #expect(report.files.isEmpty)
    }

    @Test("for a bomb, as a spent budget")
    func bomb() {
        let bytes = TarBuilder().file("package/x", bytes: [UInt8](repeating: 0, count: 8 << 20)).gzipped()
        #expect(Sample.report(bytes).facts.map(\.code) == [.archiveBudget])
    }

    @Test("for a manifest", arguments: ["", "{", "[]", "{\"name\": 1 2}"])
    func manifest(_ text: String) {
        let report = Sample.report(TarBuilder().file("package/package.json", text).gzipped())
        #expect(report.facts(.manifestUnreadable, .install).count == 1)
    }

    @Test("for code above the limit of bytes", arguments: [(99, 0), (100, 0), (101, 1)])
    func largeFile(size: Int, count: Int) {
        var limits = AnalysisLimits()
        limits.fileBytesMax = 100
        let inspector = Inspector(hashing: TestHashing(), limits: limits)
        let bytes = Sample.npm(["index.js": String(repeating: ";", count: size)])
        let report = inspector.inspect(bytes.span, artifact: InspectedArtifact(ecosystem: .npm, filename: "a.tgz"))
        #expect(report.facts(.fileUnreadable, .load).count == count)
        #expect(report.files.count == 2)
        #expect(report.files.allSatisfy { $0.digest != nil })
    }

    @Test("for code above the limit of tokens")
    func manyTokens() {
        var limits = AnalysisLimits()
        limits.tokensMax = 10
        let inspector = Inspector(hashing: TestHashing(), limits: limits)
        let bytes = Sample.npm(["index.js": String(repeating: "a;", count: 6)])
        let report = inspector.inspect(bytes.span, artifact: InspectedArtifact(ecosystem: .npm, filename: "a.tgz"))
        #expect(report.facts(.fileUnreadable).map(\.detail) == ["source-too-many-tokens"])
    }

    @Test("for a manifest that names another release than was asked for")
    func mismatch() {
        let bytes = Sample.npm([:])
        let other = Manifest(name: "sample", version: "1.0.1")
        #expect(Sample.report(bytes, expected: other).facts(.manifestMismatch).count == 1)
        let same = Manifest(name: "sample", version: "1.0.0")
        #expect(Sample.report(bytes, expected: same).facts.isEmpty)
    }

    @Test(
        "unless two spellings are one release of PyPI",
        arguments: [
            ("Foo_Bar", "1.0", "foo-bar", "1.0", true), ("a.b", "1.0.0", "A-B", "1", true),
            ("a", "1.0rc1", "a", "1.0-rc.1", true), ("a", "1.0.post1", "a", "1.0-r1", true),
            ("a", "1.0", "a", "1.1", false), ("a", "1.0", "b", "1.0", false), ("a", "1.0a1", "a", "1.0", false),
        ]
    )
    func spelling(name: String, version: String, otherName: String, otherVersion: String, agrees: Bool) {
        let left = Manifest(name: name, version: version)
        let right = Manifest(name: otherName, version: otherVersion)
        #expect(PyPIIdentity.agree(left, right) == agrees)
    }

    @Test("however deep hostile code nests")
    func depth() {
        let deep = String(repeating: "(", count: 50_000) + String(repeating: "[{", count: 50_000)
        let nested = String(repeating: "sh -c \"$(", count: 5_000)
        let files = ["index.js": deep, "a.sh": nested, "b.py": deep, "c.js": String(repeating: "x=>{", count: 9_000)]
        let report = Sample.report(Sample.npm(files, scripts: ["install": "sh a.sh; python b.py; node c.js"]))
        #expect(report.files.count == 5)
    }

    @Test("for a shell text above its limits")
    func shellBudgets() {
        let many = Sample.npm(["a.sh": String(repeating: "a\n", count: 262_144)], scripts: ["install": "sh a.sh"])
        #expect(Sample.report(many).facts(.fileUnreadable, .install).map(\.detail) == ["shell-too-many-commands"])
        let deep = String(repeating: "$(a ", count: 70) + String(repeating: ")", count: 70)
        let nested = Sample.npm(["a.sh": deep], scripts: ["install": "sh a.sh"])
        #expect(Sample.report(nested).facts(.fileUnreadable, .install).map(\.detail) == ["shell-too-deep"])
    }

    @Test(
        "in time that grows with the size only",
        arguments: ["import a ", "export { a ", "return x\n", "f(g(", "`${"]
    )
    func linear(_ piece: String) {
        let files = [
            "a.js": String(repeating: piece, count: 40_000),
            "b.py": String(repeating: "def f():\n return os.a\n", count: 20_000),
        ]
        let report = Sample.report(Sample.npm(files, scripts: ["install": "node a.js; python b.py"]))
        #expect(report.files.count == 3)
    }
}
