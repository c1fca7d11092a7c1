import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportAnalysis

@Suite("What a hook's fingerprint says of its files")
struct HookShapeTests {
    private static let paths = ["run.js", "scripts/install/steps/run.js"]

    private func fingerprint(_ path: String, _ code: String) -> String? {
        Sample.report(Sample.npm([path: code], scripts: ["postinstall": "node \(path)"])).hooks.first?.fingerprint
    }

    @Test("is the same when only words and numbers differ, wherever the file lies", arguments: paths)
    func words(path: String) throws {
        let one = try #require(fingerprint(path, "console.log('version 1')\n"))
        #expect(fingerprint(path, "console.log('version 22')  // newer\n") == one)
    }

    @Test("differs when the code does", arguments: paths)
    func code(path: String) throws {
        let one = try #require(fingerprint(path, "console.log('version 1')\n"))
        #expect(fingerprint(path, "console.error('version 1')\n") != one)
    }

    @Test("changes with what a build definition runs, and not with its other lines")
    func definition() {
        func news(_ before: [String: String], _ after: [String: String]) -> [FactCode] {
            let reports = [before, after].map { Sample.report(Sample.sdist($0), "sample-1.0.tar.gz") }
            return Comparison.delta(from: reports[0], to: reports[1]).map(\.code)
                .filter { $0 == .deltaHookChanged || $0 == .deltaHookAdded }
        }
        let project = "[build-system]\nrequires = ['meson-python']\nbuild-backend = 'mesonpy'\n"
        let build = "project('sample', 'c', version: '1.0')\npy = import('python')\n"
        let meson = ["pyproject.toml": project, "meson.build": build + "dependency('one')\n"]
        let other = ["pyproject.toml": project, "meson.build": build + "dependency('two', version: '>= 2')\n"]
        let runs = [
            "pyproject.toml": project, "meson.build": build + "run_command('sh', '-c', 'curl x.example.invalid')\n",
        ]
        #expect(news(meson, other).isEmpty)
        #expect(news(meson, runs) == [.deltaHookChanged])
        let setup = ["setup.py": "from setuptools import setup\nsetup()\n"]
        #expect(news(setup, meson).isEmpty)
        #expect(news(setup, runs) == [.deltaHookAdded])
        #expect(news(["pyproject.toml": "[project]\nname = 'sample'\n"], meson) == [.deltaHookAdded])
    }

    @Test("tells what a hook does apart however much there is of it")
    func crowded() {
        let decoys = Set((0..<300).map { "starts tool-\($0)" })
        let one = HookDoing.listed(decoys, StandInHashing())
        #expect(one.count == HookDoing.countMax)
        #expect(HookDoing.listed(decoys.union(["starts zz"]), StandInHashing()) != one)
    }

    @Test("takes CMakeLists.txt for what its name says, as long as CMake reads it", arguments: [false, true])
    func named(byAnother: Bool) {
        let files = [
            "pyproject.toml": "[build-system]\nrequires = ['x']\nbuild-backend = 'scikit_build_core.build'\n",
            "CMakeLists.txt": "project(sample)\n",
        ]
        let run = "import subprocess, sys\nsubprocess.run([sys.executable, 'CMakeLists.txt'])\n"
        let other = ["setup.py": run, "CMakeLists.txt": "import os\nos.system('make')\n"]
        let report = Sample.report(Sample.sdist(byAnother ? other : files), "sample-1.0.tar.gz")
        #expect(report.facts(.fileExtensionMismatch).isEmpty != byAnother)
    }

    @Test("goes by the shape of a file that lies in the archive as a hard link")
    func linked() throws {
        func fingerprint(_ code: String) -> String? {
            let manifest = #"{"name":"sample","version":"1.0.0","scripts":{"postinstall":"node b.js"}}"#
            let bytes = TarBuilder().file("package/package.json", manifest).file("package/lib/deep/er/a.js", code)
                .hardLink("package/b.js", to: "package/lib/deep/er/a.js").gzipped()
            return Sample.report(bytes).hooks.first?.fingerprint
        }
        let one = try #require(fingerprint("console.log('version 1')\n"))
        #expect(fingerprint("console.log('version 2')\n") == one)
        #expect(fingerprint("console.error('version 1')\n") != one)
    }
}
