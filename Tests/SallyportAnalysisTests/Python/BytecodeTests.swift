import SallyportAnalysis
import SallyportModel
import Testing

@Suite("Bytecode of Python")
struct BytecodeTests {
    @Test(
        "that an import would run is stated like native code",
        arguments: [
            ("sample/mod.pyc", 0, [], true), ("sample/mod.pyo", 0, [], true),
            ("sample/__pycache__/mod.cpython-312.pyc", 0, [], true),
            ("sample/__pycache__/mod.cpython-312.pyc", 0, ["sample/mod.py"], false),
            ("sample/__pycache__/mod.cpython-312.pyc", 1, ["sample/mod.py"], true),
            ("sample/__pycache__/mod.cpython-312.pyc", 3, ["sample/mod.py"], true),
            ("sample/mod.pyc", 0, ["sample/mod.py"], false), ("sample/data.bin", 0, [], false),
        ] as [(String, UInt8, [String], Bool)]
    )
    func importable(path: String, flags: UInt8, sources: [String], isStated: Bool) {
        let files = Dictionary(uniqueKeysWithValues: sources.map { ($0, "x = 1\n") })
        let report = Sample.report(wheel: Sample.wheel(files, binaries: [path: Self.bytecode(flags: flags)]))
        #expect(report.facts(.fileNative, .load).count == (isStated ? 1 : 0))
    }

    @Test("in place of the source of the release before is an added binary")
    func delta() {
        let before = Sample.report(wheel: Sample.wheel(["sample/mod.py": "x = 1\n"]))
        let after = Sample.report(wheel: Sample.wheel([:], binaries: ["sample/mod.pyc": Self.bytecode(flags: 0)]))
        let delta = Comparison.delta(from: before, to: after)
        #expect(delta.contains { $0.code == .deltaNativeAdded })
        #expect(!Comparison.delta(from: after, to: after).contains { $0.code == .deltaNativeAdded })
    }

    @Test("whatever its bytes are when its name is that of bytecode")
    func otherInterpreter() {
        let report = Sample.report(wheel: Sample.wheel([:], binaries: ["sample/mod.pyc": [0xF0, 0, 0x0D, 0x0A, 1, 2]]))
        #expect(report.facts(.fileNative).count == 1)
    }

    @Test("in an npm package is what its build tools left there")
    func npm() {
        let bytes = Sample.npm([:], binaries: ["gyp/mod.pyc": Self.bytecode(flags: 0)])
        #expect(Sample.report(bytes).facts(.fileNative).isEmpty)
    }

    /// A header of Python 3.12.
    private static func bytecode(flags: UInt8) -> [UInt8] {
        [0xCB, 0x0D, 0x0D, 0x0A, flags, 0, 0, 0] + [UInt8](repeating: 1, count: 40)
    }

    @Test(
        "a loader that takes compiled code from where it is told decodes nothing; one that takes it from its own data does"
    )
    func loaders() {
        let loader = """
            import marshal
            def read(path):
                with open(path, 'rb') as fp:
                    fp.read(16)
                    return marshal.load(fp)
            def run(module, path):
                exec(read(path), module.__dict__)
            """
        let own = """
            import marshal, os
            with open(os.path.join(os.path.dirname(__file__), 'cache.dat'), 'rb') as fp:
                exec(marshal.load(fp))
            """
        let others = [
            "import marshal, io\nexec(marshal.load(io.BytesIO(b'\\xe3\\x00\\x00\\x00aaaaaaaaaaaaaaaaaaaa')))",
            "import marshal\nf = open('payload', 'rb')\nexec(marshal.load(f))",
            "import marshal\nfrom pathlib import Path\ndef run():\n    exec(marshal.load(Path('payload').open('rb')))\nrun()",
            "import marshal, sys\nexec(marshal.load(open(sys.path[0] + '/payload', 'rb')))",
            "import marshal\nfrom importlib.resources import files\ndef run():\n"
                + "    f = files('sample').joinpath('payload').open('rb')\n    exec(marshal.load(f))\nrun()",
            "import marshal, pkgutil, io\ndef run():\n"
                + "    exec(marshal.load(io.BytesIO(pkgutil.get_data('sample', 'payload'))))\nrun()",
            "import marshal, io\ndef run():\n    with io.open('payload', 'rb') as f:\n        exec(marshal.load(f))\nrun()",
        ]
        let suffix = """
            import marshal
            def run(module, path):
                with open(path + 'c', 'rb') as f, open(path, 'rb') as g:
                    exec(marshal.load(f), module.__dict__)
            """
        for (code, isHidden) in [(loader, false), (suffix, false), (own, true)] + others.map({ ($0, true) }) {
            let report = Sample.report(wheel: Sample.wheel(["sample/__init__.py": code]))
            #expect(report.facts.contains { $0.code == .chainDecodeExecute } == isHidden, "\(report.facts)")
        }
    }
}
