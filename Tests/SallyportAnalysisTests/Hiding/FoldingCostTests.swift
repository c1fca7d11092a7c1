import SallyportArchive
import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("What computing gives is charged as what it takes")
struct FoldingCostTests {
    @Test("for functions whose expression stands far from their head")
    func farBodies() {
        let signs = String(repeating: ":", count: 20_000)
        let calls = String(repeating: "f('YQ==');", count: 4_000)
        let report = Sample.report(
            Sample.npm(["index.js": "f = s =>\(signs)atob(s)\n\(calls)require('child_process')\n"])
        )
        #expect(report.manifest != nil)
        let breaks = String(repeating: "\n\n", count: 20_000)
        let other = "function f(s){\(breaks)return atob(s)}\n\(calls)require('child_process')\n"
        #expect(Sample.report(Sample.npm(["index.js": other])).manifest != nil)
    }

    @Test("for compressed constants")
    func inflation() {
        let packed = Gzip.compress([UInt8](repeating: 0x41, count: Inflation.textBytesMax - 1).span, level: 9)
        let literal = packed.map { byte in
            let digits = String(byte, radix: 16)
            return "\\x" + (digits.count == 1 ? "0" : "") + digits
        }
        let line = "x = zlib.decompress(b'\(literal.joined())')\n"
        #expect(Self.steps("import zlib\n" + String(repeating: line, count: 3), .python) > 3 << 20)
    }

    @Test(
        "for texts that grow",
        arguments: [
            (#""a".repeat(65536);"#, 65_536), (#""aaaaaaaaaaaaaaaa".replaceAll("a", "bbbbbbbbbbbbbbbb");"#, 256),
            (#""aaaaaaaaaaaaaaaa".split("").reverse().join("");"#, 16 * 8),
        ]
    )
    func growth(source: String, steps: Int) {
        let few = Self.steps(source, .javaScript)
        #expect(few >= steps)
        #expect(Self.steps(String(repeating: source, count: 10), .javaScript) >= 10 * steps)
    }

    @Test("and nothing more is computed once the share is used up")
    func spent() {
        var stream = LexemeStream()
        #expect(stream.spend(LexemeStream.stepsMax - 2) && !stream.isSpent)
        #expect(stream.spend(0) && !stream.isSpent)
        #expect(!stream.spend(0) && stream.isSpent && stream.isCut)
    }

    @Test("and a separator that almost stands everywhere is looked for once")
    func separators() throws {
        let text = Constant.text([UInt8](repeating: 0x61, count: 400_000))
        let separator = Constant.text([UInt8](repeating: 0x61, count: 200_000) + [0x62])
        let parts = TextMethods.apply(.split, to: text, [separator], isPython: false)
        #expect(parts == .texts([[UInt8](repeating: 0x61, count: 400_000)]))
        let set = Constant.text([UInt8](repeating: 0x62, count: 400_000) + [0x61])
        #expect(TextMethods.apply(.trim, to: text, [set], isPython: true) == .text([]))
    }

    @Test(
        "and a text is divided at each separator",
        arguments: [
            ("a,b,,c", ",", ["a", "b", "", "c"]), ("aXXbXXc", "XX", ["a", "b", "c"]), ("XXXaXX", "XX", ["", "Xa", ""]),
            ("ababac", "abac", ["ab", ""]), ("aabaab", "aab", ["", "", ""]), ("abc", "abcd", ["abc"]), ("", "x", [""]),
        ]
    )
    func divided(text: String, separator: String, parts: [String]) {
        let found = TextMethods.apply(
            .split,
            to: .text(Array(text.utf8)),
            [.text(Array(separator.utf8))],
            isPython: false
        )
        #expect(found == .texts(parts.map { Array($0.utf8) }))
    }

    private static func steps(_ source: String, _ language: Language) -> Int {
        var scratch = CodeScratch()
        let reader = CodeReader(hashing: TestHashing(), store: nil, limits: .standard)
        _ = reader.read(Array(source.utf8).span, as: language, scratch: &scratch)
        return scratch.stream.stepsTaken
    }
}
