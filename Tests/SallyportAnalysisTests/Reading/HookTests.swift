import SallyportAnalysis
import SallyportModel
import Testing

@Suite("Hooks")
struct HookTests {
    @Test("are the scripts that an installation runs, in their order")
    func lifecycle() {
        let scripts = [
            "postinstall": "echo c", "preinstall": "echo a", "install": "echo b", "test": "x", "prepare": "tsc",
        ]
        let report = Sample.report(Sample.npm([:], scripts: scripts))
        #expect(report.hooks.map(\.trigger) == ["preinstall", "install", "postinstall"])
        #expect(report.facts(.hookDeclared, .install).count == 3)
        #expect(report.facts(.hookGitOnly, .shipped).map(\.detail) == ["prepare: tsc"])
    }

    @Test(
        "are implied by a binding.gyp unless a script or the manifest says otherwise",
        arguments: [
            ([:], "", ["binding.gyp"]),
            (["install": "echo own"], "", ["install"]),
            ([:], "\"gypfile\": false", []),
            (["install": "node-gyp rebuild"], "", ["install", "binding.gyp"]),
        ] as [([String: String], String, [String])]
    )
    func implicitBuild(scripts: [String: String], extra: String, triggers: [String]) {
        let report = Sample.report(Sample.npm(["binding.gyp": "{'targets': []}"], scripts: scripts, extra: extra))
        #expect(report.hooks.map(\.trigger) == triggers)
    }

    @Test("that can't be read are stated")
    func unreadable() {
        let gyp = Sample.report(Sample.npm(["binding.gyp": "{'targets': open('x')}"]))
        #expect(gyp.facts(.hookUnreadable, .install).count == 1)
        let outside = Sample.report(Sample.npm([:], scripts: ["install": "node ../other/x.js"]))
        #expect(outside.facts(.hookUnreadable, .install).count == 1)
        let packed = Sample.npm(
            [:],
            scripts: ["install": "node x.bin"],
            binaries: ["x.bin": [0x50, 0x4B, 3, 4] + zeros]
        )
        #expect(Sample.report(packed).facts(.hookUnreadable, .install).count == 1)
    }

    @Test("that start a program of the package lead to it")
    func program() {
        let elf: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + zeros
        let report = Sample.report(
            Sample.npm([:], scripts: ["preinstall": "./tools/setup"], binaries: ["tools/setup": elf])
        )
        #expect(report.hooks.first?.files == ["package/tools/setup"])
        #expect(report.facts(.fileNative, .install).count == 1)
    }

    @Test("of a source distribution are its setup.py and a build back end of its own")
    func sourceDistribution() {
        let project =
            "[build-system]\nrequires = [\"x @ https://x.example.invalid/x.zip\"]\nbuild-backend = \"own\"\nbackend-path = [\"tools\"]\n"
        let files = [
            "setup.py": "from setuptools import setup\nsetup()\n", "pyproject.toml": project, "tools/own.py": "x = 1\n",
        ]
        let report = Sample.report(Sample.sdist(files), "sample-1.0.tar.gz")
        #expect(report.hooks.map(\.trigger) == ["setup.py", "build-backend"])
        #expect(report.hooks.last?.files == ["sample-1.0/tools/own.py"])
        #expect(report.dependencies.map(\.role) == ["build"])
        #expect(report.facts(.dependencyURL).count == 1)
    }

    @Test("of a wheel are what every interpreter start runs, not a path in a .pth file")
    func wheel() {
        let files = [
            "a.pth": "./lib\n", "b.pth": "# import x\nimport sample\n", "sitecustomize.py": "x = 1\n",
            "sample/__init__.py": "",
        ]
        let report = Sample.report(wheel: Sample.wheel(files))
        #expect(report.hooks.map(\.trigger) == ["pth", "sitecustomize"])
        #expect(report.hooks.first?.files == ["sample/__init__.py"])
    }

    private let zeros = [UInt8](repeating: 0, count: 200)
}
