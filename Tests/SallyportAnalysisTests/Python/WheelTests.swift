import SallyportAnalysis
import SallyportModel
import Testing

@Suite("A wheel")
struct WheelTests {
    @Test(
        "that steals in a command is seen on load",
        arguments: [
            ["sample-1.0.data/scripts/tool": "#!python\n" + BuildAttacks.theft],
            ["sample-1.0.data/scripts/tool": "#!pythonw\n" + BuildAttacks.theft],
            ["sample-1.0.data/scripts/tool.py": BuildAttacks.theft],
            [
                "sample-1.0.dist-info/entry_points.txt": "[console_scripts]\ntool = sample.tests.cli:main [x]\n",
                "sample/__init__.py": "", "sample/tests/__init__.py": "", "sample/tests/cli.py": BuildAttacks.theft,
            ],
        ]
    )
    func commands(files: [String: String]) {
        let report = Sample.report(wheel: Sample.wheel(files))
        #expect(!report.facts(.chainExfiltration, .load).isEmpty)
        #expect(!report.facts(.capabilityCredentialFile, .load).isEmpty)
        #expect(report.facts(.recordMismatch).isEmpty)
    }

    @Test(
        "runs what its modules import, whatever the folder is called",
        arguments: [
            ["sample/__init__.py": "from .testing import tools", "sample/testing/tools.py": BuildAttacks.theft],
            [
                "sample/__init__.py": "import sample.tests.base", "sample/tests/__init__.py": "",
                "sample/tests/base.py": "from ..examples import far", "sample/examples/far.py": BuildAttacks.theft,
            ],
        ]
    )
    func imports(files: [String: String]) {
        #expect(!Sample.report(wheel: Sample.wheel(files)).facts(.chainExfiltration, .load).isEmpty)
        let alone = files.mapValues { $0.contains("import sample") || $0.hasPrefix("from .t") ? "" : $0 }
        #expect(Sample.report(wheel: Sample.wheel(alone)).facts(.chainExfiltration, .load).isEmpty)
    }

    @Test("whose script begins to steal differs from the release before")
    func scriptDelta() {
        let path = "sample-1.0.data/scripts/tool"
        let before = Sample.report(wheel: Sample.wheel([path: "#!python\nprint(1)\n"]))
        let after = Sample.report(wheel: Sample.wheel([path: "#!python\n" + BuildAttacks.theft]))
        let added = Comparison.delta(from: before, to: after).filter { $0.code == .deltaCapabilityAdded }
        #expect(added.contains { $0.detail.hasPrefix("chain.exfiltration") })
    }

    @Test("with entry points above the limit, or broken ones, is held", arguments: [(4095, 0), (4096, 0), (4097, 1)])
    func entryPoints(count: Int, held: Int) {
        let lines = (0..<count).map { "c\($0) = sample:x" }.joined(separator: "\n")
        let path = "sample-1.0.dist-info/entry_points.txt"
        let report = Sample.report(wheel: Sample.wheel([path: "[console_scripts]\n\(lines)\n"]))
        #expect(report.facts(.manifestUnreadable).count == held)
        #expect(Sample.report(wheel: Sample.wheel([path: "[["])).facts(.manifestUnreadable).count == 1)
    }

    @Test("with two folders of metadata is held: installers refuse it or take either")
    func twoFolders() {
        let report = Sample.report(wheel: Sample.wheel(["other-2.0.dist-info/METADATA": "Name: other\nVersion: 2.0\n"]))
        #expect(report.facts(.manifestUnreadable).count == 1)
    }

    @Test(
        "is compared with its RECORD",
        arguments: [
            (nil, "RECORD does not list sample/a.py"),
            ("sample/a.py,sha256=AAAA,1", "RECORD has another hash for sample/a.py"),
            ("sample/a.py,md5=AAAA,1", "RECORD has another hash for sample/a.py"),
            ("sample/a.py,,", "RECORD has another hash for sample/a.py"),
            ("HONEST\nsample/b.py,,", "RECORD lists what is not there: sample/b.py"),
            ("HONEST\nHONEST", "RECORD lists twice sample/a.py"), ("\"sample", "RECORD can't be read"),
        ]
    )
    func record(line: String?, detail: String) {
        let wheel = Sample.wheel(["sample/a.py": "x = 1\n"]) { lines in
            lines.compactMap { honest in
                guard honest.hasPrefix("sample/a.py") else { return honest }
                return line?.replacing("HONEST", with: honest)
            }
        }
        let report = Sample.report(wheel: wheel)
        #expect(report.facts(.recordMismatch, .install).map(\.detail) == [detail])
    }

    @Test("agrees with a RECORD that quotes, and that leaves out signatures and hashes of compiled files")
    func honestRecord() {
        let files = [
            "sample/a, \"b\".txt": "x", "sample-1.0.dist-info/RECORD.jws": "{}", "sample-1.0.dist-info/RECORD.p7s": "",
            "sample/__pycache__/a.pyc": "x",
        ]
        let wheel = Sample.wheel(files) { lines in
            lines.filter { !$0.contains("RECORD.") }.map { line in
                if line.contains(".pyc") { return "sample/__pycache__/a.pyc,," }
                return line.replacing("sample/a, \"b\".txt", with: "\"sample/a, \"\"b\"\".txt\"")
            }
        }
        #expect(Sample.report(wheel: wheel).facts(.recordMismatch).isEmpty)
    }

    @Test("without a RECORD says so")
    func noRecord() {
        let bytes = Sample.wheelWithoutRecord()
        #expect(Sample.report(wheel: bytes).facts(.recordMismatch).map(\.detail) == ["RECORD is missing"])
    }
}
