import SallyportLexing
import Testing

@Suite("Python values and encodings")
struct PythonLiteralTests {
    @Test(
        "decodes what Python decodes",
        arguments: [
            ("'a'", "a"), ("''", ""), ("'''a\r\nb\rc'''", "a\nb\nc"), ("'\\x41\\u0042\\U00000043'", "ABC"),
            ("'\\101\\0\\777'", "A\u{0}\u{1FF}"),
            ("'\\a\\b\\t\\n\\v\\f\\r\\\\\\''", "\u{7}\u{8}\t\n\u{B}\u{C}\r\\'"), ("'\\q\\N{DASH}'", "\\q\\N{DASH}"),
            ("'\\N{latin small letter e}val\\N{LESS-THAN SIGN}'", "eval<"),
            ("'a\\\nb\\\r\nc'", "abc"),
            ("r'\\x41\\n'", "\\x41\\n"), ("b'\\xff\\u0041'", "\u{FF}\\u0041"), ("'\\x4'", "\\x4"),
            ("'\\U00110000'", "\\U00110000"),
            ("u'\u{E9}'", "\u{E9}"), ("Rb'\\''", "\\'"), ("'open", "open"), ("'\\", "\\"),
        ]
    )
    func decodes(text: String, expected: String) throws {
        let bytes = Array(text.utf8)
        var tokens: [Token] = []
        try PythonTokenizer.tokenize(bytes.span, into: &tokens)
        let token = try #require(tokens.first)
        let value = PythonLiteral.value(of: token, in: bytes.span)
        #expect(value == expected)
    }

    @Test("decodes the literal parts of formatted strings")
    func formatted() throws {
        let bytes = Array("f'{{a}}\\n{x}' rf'\\n{{'".utf8)
        var tokens: [Token] = []
        try PythonTokenizer.tokenize(bytes.span, into: &tokens)
        var parts: [String] = []
        for token in tokens where token.kind == .formattedMiddle {
            parts.append(PythonLiteral.value(of: token, in: bytes.span) ?? "-")
        }
        #expect(parts == ["{a}\n", "\\n{"])
    }

    @Test("a token of another source gives nothing, and does not trap")
    func foreignToken() {
        let empty: [UInt8] = []
        for kind in Token.Kind.allCases {
            let value = PythonLiteral.value(of: Token(kind, start: 5, end: 9, lead: 0), in: empty.span)
            #expect(value == nil)
        }
    }

    @Test(
        "finds the declared encoding, and says whether ASCII is ASCII in it",
        arguments: [
            ("import a", "utf-8", true), ("# -*- coding: latin-1 -*-", "latin-1", true),
            ("#!x\n# vim: set fileencoding=UTF_8 :", "utf-8", true),
            ("# coding=utf-7\n+AGE-", "utf-7", false), ("\n\n# coding: utf-7", "utf-8", true),
            ("a = 1\n# coding: utf-7", "utf-8", true),
            ("\r# coding: utf-7", "utf-7", false), ("# coding: rot13", "rot13", false),
            ("# coding: cp1252", "cp1252", true),
            ("# coding: utf-16", "utf-16", false), ("# coding : utf-7", "utf-8", true),
            ("'# coding: utf-7'", "utf-8", true),
            ("\u{C} # xcoding:\tshift_jis", "shift-jis", false), ("\u{FEFF}# coding: latin-1", "latin-1", false),
            ("", "utf-8", true),
        ]
    )
    func encodings(text: String, name: String, isReadable: Bool) {
        let bytes = Array(text.utf8)
        let encoding = PythonEncoding.detect(in: bytes.span)
        #expect(encoding.name == name)
        #expect(encoding.isReadable == isReadable)
        #expect(encoding.hasByteOrderMark == text.unicodeScalars.starts(with: "\u{FEFF}".unicodeScalars))
    }
}
