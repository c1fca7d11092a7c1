import SallyportLexing
import Testing

@Suite("JavaScript values")
struct JavaScriptLiteralTests {
    private func value(_ text: String) throws -> String? {
        let bytes = Array(text.utf8)
        var tokens: [Token] = []
        try JavaScriptTokenizer.tokenize(bytes.span, into: &tokens)
        let token = try #require(tokens.first)
        return JavaScriptLiteral.value(of: token, in: bytes.span)
    }

    @Test(
        "decodes what JavaScript decodes",
        arguments: [
            ("'a'", "a"), ("\"\"", ""), ("'\\x41\\u0042\\u{43}'", "ABC"),
            ("'\\101\\0\\377\\400'", "A\u{0}\u{FF}\u{20}0"),
            ("'\\b\\t\\n\\v\\f\\r'", "\u{8}\t\n\u{B}\u{C}\r"), ("'\\q\\'\\\"\\\\'", "q'\"\\"),
            ("'a\\\nb\\\r\nc\\\rd'", "abcd"),
            ("'\\u{1F600}\\ud83d\\ude00'", "\u{1F600}\u{1F600}"), ("'\\ud83d!'", "\u{FFFD}\u{FFFD}\u{FFFD}!"),
            ("'\\x4'", "x4"), ("'\\u12'", "u12"), ("'\\u{110000}'", "u{110000}"), ("'\\8'", "8"),
            ("'a\\\u{2028}b'", "ab"),
            ("`a\r\nb\rc`", "a\nb\nc"), ("`a${b}`", "a"), ("'caf\u{E9}'", "caf\u{E9}"), ("\\u0065val", "eval"),
            ("#\\u{61}b", "ab"), ("'open", "open"),
        ]
    )
    func decodes(text: String, expected: String) throws {
        #expect(try value(text) == expected)
    }

    @Test("has no value for what is no text", arguments: ["1", "/a/", "+", "//"])
    func noValue(text: String) throws {
        let bytes = Array("\(text) ".utf8)
        var tokens: [Token] = []
        try JavaScriptTokenizer.tokenize(bytes.span, into: &tokens)
        for token in tokens {
            let value = JavaScriptLiteral.value(of: token, in: bytes.span)
            #expect(value == nil)
        }
    }

    @Test("a token of another source gives nothing, and does not trap")
    func foreignToken() {
        let empty: [UInt8] = []
        for kind in Token.Kind.allCases {
            let token = Token(kind, start: 5, end: 9, lead: 0)
            let value = JavaScriptLiteral.value(of: token, in: empty.span)
            #expect(value == nil)
            #expect(token.text(in: empty.span).isEmpty)
            let isSame = token.matches("x", in: empty.span)
            #expect(!isSame)
        }
    }

    @Test("gives the inside of every template part")
    func inside() throws {
        let text = "`a${b}c${d}e`"
        let bytes = Array(text.utf8)
        var tokens: [Token] = []
        try JavaScriptTokenizer.tokenize(bytes.span, into: &tokens)
        var parts: [String] = []
        for token in tokens where token.kind != .identifier {
            parts.append(JavaScriptLiteral.value(of: token, in: bytes.span) ?? "-")
        }
        #expect(parts == ["a", "c", "e"])
    }
}
