import SallyportAnalysis
import SallyportModel
import Testing

@Suite("What every start of an interpreter runs")
struct StartHookTests {
    @Test("are lines of a .pth file up to a limit, beyond which it is held", arguments: [(15, 0), (16, 0), (17, 1)])
    func lines(count: Int, held: Int) {
        let text = String(repeating: "import os\n", count: count)
        let report = Self.report(["a.pth": text])
        #expect(report.hooks.count == min(count, 16))
        #expect(report.facts(.hookUnreadable, .install).count == held)
    }

    @Test("is held when it is compiled, native or no UTF-8")
    func unreadable() {
        let bytecode: [UInt8] = [0xA7, 0x0D, 0x0D, 0x0A] + [UInt8](repeating: 0, count: 60)
        let native: [UInt8] = [0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 0, count: 60)
        let files: [String: [UInt8]] = [
            "sitecustomize.pyc": bytecode, "usercustomize/__init__.pyc": bytecode,
            "sitecustomize.cpython-312-x86_64-linux-gnu.so": native, "a.pth": Array("import os\n".utf8) + [0xFF],
        ]
        for (path, bytes) in files {
            let report = Sample.report(wheel: Sample.wheel([:], binaries: [path: bytes]))
            #expect(!report.facts(.hookUnreadable, .install).isEmpty, "\(path)")
        }
    }

    @Test("is nothing that lies where no interpreter looks")
    func elsewhere() {
        let files = [
            "sample/a.pth": "import os\n", "sample/bootstrap/sitecustomize.py": "x = 1\n",
            "b.pth": "# import os\nlib\n",
            "sample-1.0.data/headers/c.pth": "import os\n", "sample-1.0.data/data/share/d.pth": "import os\n",
            "sitecustomize.txt": "import os", "xsitecustomize.py": "", "sitecustomize/data.py": "",
        ]
        #expect(Self.report(files).hooks.isEmpty)
    }

    @Test("is no file of a source distribution's tests")
    func tests() {
        let report = Sample.report(
            Sample.sdist(["setup.py": "", "tests/data/a.pth": "import os\n"]),
            "sample-1.0.tar.gz"
        )
        #expect(report.hooks.map(\.trigger) == ["setup.py"])
    }

    private static func report(_ files: [String: String]) -> Report { Sample.report(wheel: Sample.wheel(files)) }
}
