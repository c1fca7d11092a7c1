import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Dependencies that nothing loads")
struct DependencyFactTests {
    private func unused(
        _ files: [String: String],
        _ dependencies: String = #""quiet-helper":"^1.0.0""#,
        extra: String = ""
    ) -> [String] {
        let manifest = #""dependencies": {\#(dependencies)}\#(extra.isEmpty ? "" : ", \(extra)")"#
        return Sample.report(Sample.npm(files, extra: manifest)).facts(.dependencyUnused).map(\.detail)
    }

    @Test("are stated with their range")
    func stated() {
        #expect(unused(["index.js": "module.exports = 1\n"]) == ["quiet-helper ^1.0.0"])
        #expect(unused(["index.js": "require('./quiet-helper')\n"]) == ["quiet-helper ^1.0.0"])
        #expect(unused(["index.js": "require('quiet-helper-more')\n"]) == ["quiet-helper ^1.0.0"])
    }

    @Test("are not found in words for people, in comments, or in lists of dependencies")
    func words() {
        let files = [
            "index.js": "// uses quiet-helper for nothing\nmodule.exports = 1\n", "README.md": "See `quiet-helper`.",
            "package-lock.json": #"{"dependencies":{"quiet-helper":{"version":"1.0.0"}}}"#,
        ]
        #expect(unused(files, extra: #""description": "with quiet-helper", "keywords": ["quiet-helper"]"#).count == 1)
    }

    @Test(
        "are none that a file loads or names",
        arguments: [
            "const h = require('quiet-helper')", "import h from 'quiet-helper/lib/x.js'", "import 'quiet-helper'",
            "export * from \"quiet-helper\"", "import(`quiet-helper`)", "require.resolve('quiet-helper/package.json')",
            "module.exports = { plugins: ['quiet-helper'] }", "use('style!quiet-helper?x')",
        ]
    )
    func loaded(_ code: String) {
        #expect(unused(["index.js": code + "\n"]) == [])
    }

    @Test("are none that a style sheet, a type or a script of the manifest names")
    func named() {
        let code = "module.exports = 1\n"
        #expect(unused(["index.js": code, "a.css": "@import \"quiet-helper/a.css\";"]) == [])
        #expect(unused(["index.js": code, "a.d.ts": "import { A } from 'quiet-helper'\n"]) == [])
        #expect(unused(["index.js": code], extra: #""scripts": {"postinstall": "quiet-helper --now"}"#) == [])
        #expect(unused(["index.js": code], extra: #""babel": {"presets": ["quiet-helper"]}"#) == [])
    }

    @Test(
        "are none that are for types, optional, widely used, or of the package's own scope",
        arguments: [#""@types/quiet":"1""#, #""lodash":"1""#, #""tslib":"2""#]
    )
    func leftOut(_ dependency: String) {
        #expect(unused(["index.js": "module.exports = 1\n"], dependency) == [])
    }

    @Test("are none of a package without code, nor of one that is a list of others")
    func lists() {
        #expect(unused(["data.json": "{}"]) == [])
        let many = (0..<129).map { #""part-number-\#($0)":"1""# }.joined(separator: ",")
        #expect(unused(["index.js": "module.exports = 1\n"], many) == [])
    }

    @Test("Python's are found by the names of their modules")
    func python() {
        func unused(_ code: String, _ project: String) -> Bool {
            let wheel = Sample.wheel(["sample/__init__.py": code], metadata: "Requires-Dist: \(project)\n")
            return !Sample.report(wheel: wheel).facts(.dependencyUnused).isEmpty
        }
        #expect(unused("x = 1\n", "quiet-helper (>=1)"))
        #expect(!unused("import quiet_helper.more\n", "quiet-helper (>=1)"))
        #expect(!unused("from quiet import helper\n", "quiet-helper"))
        #expect(!unused("import quiet\n", "python-quiet"))
        #expect(!unused("NAMES = ['quiet-helper']\n", "quiet-helper"))
        #expect(!unused("x = 1\n", "requests"))
        #expect(!unused("x = 1\n", "quiet-helper; extra == 'more'"))
    }

    @Test("a new one that is days old, or named like another, is stated of the release")
    func young() throws {
        let tarball = Sample.npm(
            ["index.js": "module.exports = 1\n"],
            extra: #""dependencies": {"plain-crypto-js": "^4.2.1"}"#
        )
        func facts(_ first: String, previous: Report? = nil) throws -> [Fact] {
            let surroundings = Surroundings(
                release: ReleaseStatement(version: "1.0.1", publishedAt: Instant("2026-03-31T00:21:00Z")),
                dependencies: ["plain-crypto-js": try #require(Instant(first))]
            )
            let package = try #require(Package(.npm, "sample"))
            let release = try #require(Release(package, "1.0.1"))
            return SurroundingFacts.facts(surroundings, of: release, report: Sample.report(tarball), previous: previous)
        }
        let found = try facts("2026-03-30T05:57:00Z", previous: Sample.report(Sample.npm([:])))
        #expect(found.map(\.code).sorted() == [.dependencyLookalike, .indexNewDependencyYoung])
        #expect(found.allSatisfy { $0.detail.hasPrefix("plain-crypto-js ") })
        #expect(try facts("2026-03-10T00:00:00Z").map(\.code) == [.dependencyLookalike])
        #expect(try facts("2026-03-30T05:57:00Z", previous: Sample.report(tarball)).isEmpty)
    }
}
