import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("What an admitted release had as well")
struct CarriedFactTests {
    private static let hidden = "exports.a = 1; //\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\n"
    private static let setup = "exec(open('README.txt').read())\n"

    @Test("is carried over as long as the file stays the same to the byte")
    func bytes() {
        let before = ["index.js": "require('./a')", "a.js": Self.hidden]
        #expect(carried(before, before.merging(["b.js": "x()"]) { _, new in new }).contains(.fileHiddenUnicode))
        #expect(
            !carried(before, before.merging(["a.js": Self.hidden + " "]) { _, new in new }).contains(.fileHiddenUnicode)
        )
        #expect(!carried(before, ["index.js": "require('./b')", "b.js": Self.hidden]).contains(.fileHiddenUnicode))
    }

    @Test("is not carried over to an installation that does more")
    func more() {
        func release(_ version: String, _ setup: String) -> Report {
            Sample.report(
                Sample.sdist(["setup.py": setup, "README.txt": "import os\nos.system('true')\n"], version: version)
            )
        }
        let first = release("1.0", Self.setup)
        func codes(_ next: Report) -> Set<FactCode> {
            let delta = Comparison.delta(from: first, to: next)
            return Set(Comparison.carried(from: first, to: next, delta: delta).map(\.code))
        }
        #expect(codes(release("1.1", Self.setup)).contains(.fileExtensionMismatch))
        let call = "import urllib.request\nurllib.request.urlopen('https://collect.example.invalid/')\n"
        #expect(codes(release("1.1", Self.setup + call)).isEmpty)
    }

    @Test("is never what another engine wrote")
    func engine() {
        let report = Sample.report(Sample.npm(["a.js": Self.hidden, "index.js": "require('./a')"]))
        let old = Report(
            engine: "an old one",
            kind: report.kind,
            manifest: report.manifest,
            files: report.files,
            hooks: report.hooks,
            dependencies: report.dependencies,
            facts: report.facts,
            unpackedBytes: report.unpackedBytes
        )
        #expect(Comparison.carried(from: old, to: report, delta: []).isEmpty)
        #expect(!Comparison.carried(from: report, to: report, delta: []).isEmpty)
    }

    private func carried(_ before: [String: String], _ after: [String: String]) -> Set<FactCode> {
        let (first, next) = (Sample.report(Sample.npm(before)), Sample.report(Sample.npm(after)))
        let delta = Comparison.delta(from: first, to: next)
        return Set(Comparison.carried(from: first, to: next, delta: delta).map(\.code))
    }
}

@Suite("Version marks")
struct VersionMarkTests {
    @Test(
        "are numbers that begin a word",
        arguments: [
            ("node install.js 1.2.3", "node install.js #"),
            ("curl https://drop.example.invalid/v1.2/x-1.2.3.tgz", "curl https://drop.example.invalid/v#/x-#.tgz"),
            ("npx h5tool@2.0.1", "npx h5tool@#"),
            ("tool-x64 v3", "tool-x64 v#"),
        ]
    )
    func marks(text: String, without: String) {
        #expect(VersionMarks.without(text) == without)
    }

    @Test("are not those of an address, nor those inside of a word")
    func kept() {
        #expect(VersionMarks.without("curl http://192.0.2.1/a") != VersionMarks.without("curl http://192.0.2.9/a"))
        #expect(VersionMarks.without("npx h5tool") != VersionMarks.without("npx h6tool"))
    }
}
