import SallyportAnalysis
import SallyportModel
import Testing

@Suite("What the build of a source distribution runs")
struct BuildHookTests {
    @Test("is stated as a hook where the project declares it")
    func declared() {
        let project = Self.project("hatchling.build", "[tool.hatch.build.hooks.custom]")
        let report = Self.report(["pyproject.toml": project, "hatch_build.py": "x = 1\n"])
        #expect(report.hooks.map(\.trigger) == ["hatch-build"])
        #expect(report.hooks.first?.files == ["sample-1.0/hatch_build.py"])
        #expect(report.facts(.hookDeclared).first?.place?.line == 4)
        #expect(report.facts(.hookUnreadable).isEmpty)
    }

    @Test("is no hook where it is only possible")
    func implied() {
        let files = [
            "pyproject.toml": Self.project("unheard_of.build"),
            "release.py": "import subprocess\nsubprocess.run(['git'])\n",
        ]
        let report = Self.report(files)
        #expect(report.hooks.isEmpty)
        #expect(report.facts(.hookDeclared).isEmpty)
        #expect(!report.facts(.capabilityProcess, .install).isEmpty)
    }

    @Test("is held when a declared file is not there")
    func absent() {
        let project = Self.project("poetry.core.masonry.api", "[tool.poetry.build]\nscript = \"gone.py\"")
        #expect(Self.report(["pyproject.toml": project]).facts(.hookUnreadable, .install).count == 1)
    }

    @Test("is held when the file that says it can't be read", arguments: ["pyproject.toml", "setup.cfg", "hatch.toml"])
    func broken(name: String) {
        let files = ["pyproject.toml": Self.project("hatchling.build"), "setup.py": ""].merging([name: "[["]) { $1 }
        #expect(Self.report(files).facts(.hookUnreadable, .install).count == 1)
    }

    @Test("is held when that file was pushed out by others")
    func pushedOut() {
        var files = ["pyproject.toml": Self.project("hatchling.build")]
        for index in 0...2048 { files["a/\(index).pth"] = "x\n" }
        #expect(Self.report(files).facts(.hookUnreadable, .install).contains { $0.detail.contains("pyproject.toml") })
    }

    @Test(
        "passes an old release when it compiles, and is compared without its numbers",
        arguments: [
            ("mesonpy", "meson.build", "meson", "run_command('sh')"),
            ("scikit_build_core.build", "CMakeLists.txt", "cmake", "execute_process(COMMAND sh)"),
            ("maturin", "Cargo.toml", "cargo", "[dependencies.other]"),
            ("maturin", "Cargo.toml", "cargo", "[build-dependencies]\nother = \"#\""),
            ("maturin", "Cargo.toml", "cargo", "[patch.crates-io.libc]\ngit = \"https://x.example.invalid/libc\""),
            ("maturin", "build.rs", "cargo", "fn main() { Command::new(\"sh\").spawn(); }"),
            ("maturin", "build.rs", "cargo", "fn main() { TcpStream::connect(host()); }"),
            ("maturin", ".cargo/config.toml", "cargo", "[build]\nrustc-wrapper = \"./wrap\""),
            ("maturin", "rust/core/build.rs", "cargo", "fn main() { Command::new(tool()).spawn(); }"),
        ]
    )
    func native(backend: String, file: String, trigger: String, more: String) {
        let reports = ["# 1.0\n", "# 1.2\n", "# 1.2\n\(more)\n"].map { text in
            Self.report(["pyproject.toml": Self.project(backend), file: text, "Cargo.lock": text])
        }
        #expect(reports[0].hooks.map(\.trigger) == [trigger])
        #expect(reports[0].facts(.hookUnreadable).isEmpty)
        #expect(Comparison.delta(from: reports[0], to: reports[1]).filter { $0.code == .deltaHookChanged }.isEmpty)
        #expect(Comparison.delta(from: reports[1], to: reports[2]).contains { $0.code == .deltaHookChanged })
    }

    @Test("does not hold modules that belong to other tools, nor a module that is the package")
    func otherTools() {
        let script = BuildAttacks.theft
        for name in ["noxfile.py", "conftest.py", "sample.py"] {
            let report = Self.report(["pyproject.toml": Self.project("hatchling.build"), name: script])
            #expect(report.denied.isEmpty, "\(name)")
        }
    }

    @Test("does not count what a library that setup.py imports could do")
    func library() {
        let files = [
            "setup.cfg": "[metadata]\nversion = attr: sample.__version__\n", "setup.py": "import sample\n",
            "sample/__init__.py": "import os, urllib.request\n",
            "sample/session.py": "import os\ndef token():\n    return open(os.path.expanduser('~/.netrc')).read()\n",
        ]
        let report = Self.report(files)
        #expect(report.hooks.map(\.trigger) == ["setup.py"])
        #expect(report.denied.isEmpty)
    }

    private static func project(_ backend: String, _ tables: String = "") -> String {
        "[build-system]\nrequires = []\nbuild-backend = \"\(backend)\"\n\(tables)\n"
    }

    private static func report(_ files: [String: String]) -> Report {
        Sample.report(Sample.sdist(files), "sample-1.0.tar.gz")
    }
}
