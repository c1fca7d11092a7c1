import SallyportAnalysis
import SallyportModel
import Testing

@Suite("Values are followed")
struct FlowTests {
    @Test("in JavaScript", arguments: FlowSnippets.javaScript)
    func javaScript(_ snippet: Snippet) {
        expect(snippet, Sample.report(Sample.npm(["index.js": snippet.source])))
    }

    @Test("in Python", arguments: FlowSnippets.python)
    func python(_ snippet: Snippet) {
        expect(snippet, Sample.report(wheel: Sample.wheel(["sample/__init__.py": snippet.source])))
    }

    @Test("and honest code makes no chain", arguments: FlowSnippets.honest)
    func honest(_ snippet: Snippet) {
        quiet(Sample.report(Sample.npm(["index.js": snippet.source])))
    }

    @Test("and honest code of Python makes no chain", arguments: FlowSnippets.honestPython)
    func honestPython(_ snippet: Snippet) {
        quiet(Sample.report(wheel: Sample.wheel(["sample/__init__.py": snippet.source])))
    }

    @Test("through functions of the source that give one expression", arguments: decoders)
    func decoder(_ source: String, _ language: Language) {
        let findings = Evasion.findings(source, language)
        #expect(findings.findings.contains { $0.code == .hidingPayload }, "\(findings.findings.map(\.detail))")
    }

    private static let text = "cmVxdWlyZSgnY2hpbGRfcHJvY2VzcycpLmV4ZWNTeW5jKCdpZCcp"
    private static let decoders: [(String, Language)] = [
        ("const t = s => Buffer.from(s, 'base64').toString('utf8'); eval(t('\(text)'));", .javaScript),
        ("function t(s) { return atob(s); }\neval(t('\(text)'));", .javaScript),
        ("eval(t('\(text)'));\nfunction t(s) { return atob(s); }", .javaScript),
        (
            "const t = function (s, e) { return Buffer.from(s, e).toString(); }; eval(t('\(text)', 'base64'));",
            .javaScript
        ),
        (
            "import base64\ndef t(s):\n    return base64.b64decode(s).decode()\nexec(t('aW1wb3J0IG9zOyBvcy5zeXN0ZW0oImlkIik='))\n",
            .python
        ),
    ]

    private func expect(_ snippet: Snippet, _ report: Report) {
        let found = report.facts.filter { $0.reach == .load }
        for code in snippet.codes {
            #expect(found.contains { $0.code == code }, "\(report.facts.map { "\($0.reach) \($0.code) \($0.detail)" })")
        }
        for fact in found where fact.code.isChain { #expect(!fact.steps.isEmpty) }
    }

    private func quiet(_ report: Report) {
        let loud = report.facts.filter { $0.code.isChain || $0.code == .capabilityDestructive }
        #expect(loud.isEmpty, "\(loud.map { "\($0.reach) \($0.code) \($0.detail)" })")
    }
}
