import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportAnalysis

@Suite("A limit that leaves code unread is a fact")
struct LimitTests {
    @Test("for references of one file", arguments: [(9, []), (10, []), (11, ["too-many-references"])])
    func references(count: Int, details: [String]) {
        var limits = AnalysisLimits()
        limits.referencesMax = 10
        let lines = (0..<count).map { "import m\($0)\nimport m\($0)" }.joined(separator: "\n")
        #expect(Self.unread(["setup.py": lines], limits) == details)
    }

    @Test("for the name of a reference", arguments: [(1023, []), (1024, []), (1025, ["reference-too-long"])])
    func referenceName(count: Int, details: [String]) {
        let name = "./" + String(repeating: "a", count: count - 2)
        let bytes = Sample.npm(["a.js": "require('\(name)')"], scripts: ["install": "node a.js"])
        #expect(Sample.report(bytes).facts(.fileUnreadable, .install).map(\.detail) == details)
    }

    @Test(
        "for code in strings",
        arguments: [(255, []), (256, []), (257, ["too-much-inline-code"])]
    )
    func inlineCode(count: Int, details: [String]) {
        let lines = (0..<count).map { "exec('print(\($0 + 100))')" }.joined(separator: "\n")
        #expect(Self.unread(["setup.py": lines]) == details)
    }

    @Test("for code in strings of code", arguments: [(3, []), (4, []), (5, ["code-too-deep"])])
    func nestedCode(depth: Int, details: [String]) {
        var limits = AnalysisLimits()
        limits.inlineCodeMax = 4
        var code = "print(12345)"
        for _ in 0..<depth {
            let text = code.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
            code = "exec('\(text)')"
        }
        #expect(Self.unread(["setup.py": code], limits) == details)
    }

    @Test("for the bytes of one text of code", arguments: [(-1, []), (0, []), (1, ["inline-code-too-large"])])
    func inlineBytes(above: Int, details: [String]) {
        // Letters in no order, so that the archive is no bomb.
        var state: UInt32 = 1
        var text: [UInt8] = [UInt8(ascii: "#")]
        while text.count < FindingsCollector.inlineBytesMax + above {
            state = state &* 1_664_525 &+ 1_013_904_223
            text.append(UInt8(ascii: "a") + UInt8(state >> 24) % 26)
        }
        #expect(Self.unread(["setup.py": "exec('\(String(decoding: text, as: UTF8.self))')"]) == details)
    }

    @Test(
        "for files that turn out to be code one after another",
        arguments: [(2, []), (3, []), (4, ["too-many-passes"])]
    )
    func passes(count: Int, details: [String]) {
        var files: [String: String] = [:]
        for index in 0..<count { files["f\(index).txt"] = "sh f\(index + 1).txt\n" }
        let report = Sample.report(Sample.npm(files, scripts: ["install": "sh f0.txt"]))
        #expect(report.facts(.fileUnreadable, .install).map(\.detail) == details)
        #expect(report.facts(.hookUnreadable, .install).count == details.count)
    }

    @Test("for brackets in brackets", arguments: [(9_998, []), (9_999, []), (10_000, ["source-too-deep"])])
    func depth(count: Int, details: [String]) {
        let code =
            "import os\nos.system\n" + String(repeating: "(", count: count) + String(repeating: ")", count: count)
        #expect(Self.unread(["setup.py": code]) == details)
    }

    @Test("for a module that lies deep", arguments: [(15, []), (16, []), (17, ["reference-too-long"])])
    func deepModule(count: Int, details: [String]) {
        let name = [String](repeating: "a", count: count).joined(separator: ".")
        #expect(Self.unread(["setup.py": "import \(name)\n"]) == details)
    }

    @Test("for one import statement", arguments: [(32_766, []), (32_767, []), (32_768, ["import-too-long"])])
    func imports(count: Int, details: [String]) {
        var limits = AnalysisLimits()
        limits.referencesMax = 100_000
        let names = [String](repeating: "a", count: count).joined(separator: ", ")
        #expect(Self.unread(["setup.py": "import \(names), b\n"], limits) == details)
        #expect(Self.unread(["setup.py": "from x import \(names), b\n"], limits).count >= details.count)
    }

    @Test("for the references of a package by their bytes", arguments: [(29, 0), (30, 0), (31, 1)])
    func referenceBytes(count: Int, unread: Int) {
        var limits = AnalysisLimits()
        limits.referenceBytesTotalMax = 60
        let files = [
            "setup.py": "import a\n", "x/a.py": "import \(String(repeating: "b", count: 29))\n",
            "x/b.py": "import \(String(repeating: "c", count: count))\n",
        ]
        let report = Self.report(files, limits)
        #expect(
            report.facts(.fileUnreadable).map(\.detail) == [String](repeating: "too-many-references", count: unread)
        )
    }

    @Test("for an encoding in which bytes are not what they seem")
    func encoding() {
        for cookie in ["utf-7", "utf_16", "unicode_escape", "shift_jis", "rot13"] {
            let unread = Self.unread(["setup.py": "# -*- coding: \(cookie) -*-\nx = 1\n"])
            #expect(unread == ["source-encoding \(cookie.replacing("_", with: "-"))"])
        }
        for cookie in ["utf-8", "latin-1", "cp1252", "ascii"] {
            #expect(Self.unread(["setup.py": "# coding: \(cookie)\nx = 1\n"]).isEmpty)
        }
    }

    @Test("for a source in UTF-16", arguments: [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
    func wide(mark: [UInt8]) {
        let bytes = TarBuilder().file("s-1/PKG-INFO", "Name: s\nVersion: 1\n")
            .file("s-1/setup.py", bytes: mark + [0x78, 0x00, 0x3D, 0x00, 0x31, 0x00]).gzipped()
        let report = Sample.report(bytes, "s-1.tar.gz")
        #expect(report.facts(.fileUnreadable, .install).contains { $0.detail == "source-encoding utf-16" })
    }

    @Test("for code that another reading of the same text would show")
    func ambiguous() {
        let ruby = "4 => x\nx /1; system('true') #/\n"
        let gem = Sample.gem(["ext/extconf.rb": ruby, "lib/sample.rb": ""], extensions: ["ext/extconf.rb"])
        let facts = Sample.report(gem: gem).facts(.fileUnreadable, .install)
        #expect(facts.map(\.detail) == ["ambiguous-text"])
        let npm = Sample.npm(
            ["a.js": "var yield = 4;\nyield /1; require('child_process') //\n"],
            scripts: ["postinstall": "node a.js"]
        )
        #expect(Sample.report(npm).facts(.fileUnreadable, .install).map(\.detail) == ["ambiguous-text"])
    }

    @Test(
        "for none: what `<!--` hides from a script and what it hides from a module are both read",
        arguments: [
            "var x; x <!-- `\nfetch('https://a.example.invalid/')\n// `", "eval <!-- y\n(atob(process.env.A))",
            "a <!-- fetch('https://a.example.invalid/')\n",
        ]
    )
    func htmlComments(text: String) {
        let report = Sample.report(Sample.npm(["a.js": text], scripts: ["postinstall": "node a.js"]))
        #expect(!report.facts(text.hasPrefix("eval") ? .capabilityDynamicCode : .capabilityNetwork, .install).isEmpty)
    }

    private static func unread(_ files: [String: String], _ limits: AnalysisLimits = .standard) -> [String] {
        report(files, limits).facts(.fileUnreadable, .install).map(\.detail)
    }

    private static func report(_ files: [String: String], _ limits: AnalysisLimits) -> Report {
        let inspector = Inspector(hashing: TestHashing(), limits: limits)
        let artifact = InspectedArtifact(ecosystem: .pypi, filename: "sample-1.0.tar.gz")
        return inspector.inspect(Sample.sdist(files).span, artifact: artifact)
    }
}
