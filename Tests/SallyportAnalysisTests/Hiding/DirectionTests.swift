import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Text whose direction is changed")
struct DirectionTests {
    private static let override = "\u{202E}"
    private static let isolate = "\u{2066}"
    private static let end = "\u{2069}"

    @Test(
        "deceives where the change reaches out of its text",
        arguments: [
            "level = 'user\(override) \(isolate)// admin\(end) \(isolate)'",
            "/*\(override) } \(isolate)if (isAdmin)\(end) \(isolate) only */ run()", "x = 1 // \(override) a",
            "x = `\(override)a\nb`", "x = `a\n\(override)b`", "x = `a\nb` + '\(isolate)'", "x = /\(override)/",
            "x = '\(isolate)a'; y = '\(end)'", "x = '\(isolate)\(override)\u{202C}'", "x = '\(override)\(end)'",
        ]
    )
    func open(source: String) { #expect(Self.isSeen(source, .javaScript)) }

    @Test(
        "deceives nobody where it ends inside, where nothing else is on the line, or where nobody reads",
        arguments: [
            "x = '\(isolate)a\(end)'", "x = '\(override)a\u{202C}'", "x = '\(isolate)\(override)a\(end)'",
            "x = `a\n\(override)b\nc`", "// \(isolate)a\(end)",
            "x = '\(override)" + String(repeating: "a", count: DirectionControls.readLineMax) + "'",
        ]
    )
    func closed(source: String) { #expect(!Self.isSeen(source, .javaScript)) }

    @Test("is an example in the middle of a text of several lines, and none at its ends")
    func documentation() {
        let text = "'''\nif level != 'none\(Self.override)\(Self.isolate)': # admin\(Self.end)\n'''\n"
        #expect(!Self.isSeen(text, .python))
        #expect(Self.isSeen("'''\nSubtract.\(Self.override)''' ;return\n", .python))
        #expect(Self.isSeen("x = 1 # \(Self.override)\n", .python))
    }

    @Test("is looked for in time that grows with the size only")
    func linear() {
        let line = String(repeating: "'\(Self.isolate)a\(Self.end)',", count: 300)
        let source = "x = [" + String(repeating: line + "\n", count: 300) + "]"
        #expect(!Self.isSeen(source, .javaScript))
        #expect(!Self.isSeen("x = [" + String(repeating: "'\(Self.isolate)',", count: 100_000) + "]", .javaScript))
    }

    private static func isSeen(_ source: String, _ language: Language) -> Bool {
        Evasion.findings(source, language).findings.contains { $0.code == .fileHiddenUnicode }
    }
}
