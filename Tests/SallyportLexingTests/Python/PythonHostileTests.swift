import SallyportLexing
import Testing

@Suite("Hostile Python")
struct PythonHostileTests {
    private static let pieces = [
        "'", "\"", "'''", "\"\"\"", "f'", "rb'", "t\"", "{", "}", "(", ")", "[", "]", "\\", "\\\n", "\n", "\r", "\r\n",
        " ",
        "    ", "\t", "\u{0C}", "#", ":", "!", "=", "import os", "if a:", "0x", "1_", ".", "..", "é", "\u{1D5BE}",
        "\u{0}",
        "\u{FEFF}", "\\N{DASH}", "\u{2028}", "$", "lambda",
    ]

    @Test("pieces in any order become tokens in order, within the source", arguments: 0..<64)
    func pieces(seed: UInt64) throws {
        var generator = Shuffle(seed: seed)
        for _ in 0..<30 {
            let count = generator.next(below: 60)
            let text = (0..<count).map { _ in Self.pieces[generator.next(below: Self.pieces.count)] }.joined()
            try expectSound(Array(text.utf8))
        }
    }

    @Test("bytes of any value become tokens in order, within the source", arguments: 0..<16)
    func bytes(seed: UInt64) throws {
        var generator = Shuffle(seed: seed)
        for _ in 0..<30 {
            let count = generator.next(below: 80)
            try expectSound((0..<count).map { _ in UInt8(generator.next(below: 256)) })
        }
    }

    @Test(
        "one changed byte hides no import behind it",
        arguments: ["x = 1\n", "'a'\n", "f(1)\n", "# c\n", "if a:\n  b\n"]
    )
    func resynchronises(head: String) throws {
        // A quote that opens three, a bracket or a backslash may take the rest of the file in Python too.
        let taking = Set("'\"([{\\".utf8)
        for index in 0..<(head.utf8.count - 1) {
            for byte in UInt8(0x21)..<0x7F where !taking.contains(byte) {
                var bytes = Array(head.utf8)
                guard !taking.contains(bytes[index]), bytes[index] != 0x0A else { continue }
                bytes[index] = byte
                let text = String(decoding: bytes, as: UTF8.self) + "\nimport os\n"
                let shown = TokenReading.shown(try TokenReading.python(text).tokens, of: text)
                #expect(shown.contains("keyword:import"), "\(text)")
            }
        }
    }

    @Test("the limit of bytes", arguments: [(4, true), (5, true), (6, false)])
    func bytesLimit(count: Int, isRead: Bool) {
        let text = String(repeating: "a", count: count)
        #expect(code(text, TokenLimits(bytesMax: 5)) == (isRead ? nil : .tooLarge))
    }

    @Test("the limit of tokens", arguments: [(2, true), (3, true), (4, false)])
    func tokensLimit(count: Int, isRead: Bool) {
        // The end of the line is a token as well.
        let text = [String](repeating: "a", count: count - 1).joined(separator: " ")
        #expect(code(text, TokenLimits(tokensMax: 3)) == (isRead ? nil : .tooManyTokens))
    }

    @Test("the limit of depth, of whatever nests", arguments: [(1, true), (2, true), (3, false)])
    func depthLimit(count: Int, isRead: Bool) {
        let refused: LexError.Code? = isRead ? nil : .tooDeep
        for (open, close) in [("(", ")"), ("[", "]"), ("{", "}")] {
            let text = String(repeating: open, count: count) + String(repeating: close, count: count)
            #expect(code(text, TokenLimits(depthMax: 3)) == refused, "\(text)")
        }
    }

    @Test("an encoding is looked for in two lines, however long they are")
    func encoding() {
        let names = [
            "# coding: rot13": "rot13", "\n# coding=rot13": "rot13", "\n\n# coding: rot13": "utf-8",
            "x = 1 # coding: rot13": "utf-8", "x = 1\n# coding: rot13": "utf-8",
            "\u{0C} # vim: fileencoding=UTF_7": "utf-7",
            "#" + String(repeating: " ", count: 5000) + "coding: utf-7": "utf-7",
            "\n#" + String(repeating: "x", count: 9000) + " coding=cp932": "cp932",
            "# coding:": "utf-8", "\u{FEFF}# coding: latin-1": "latin-1",
        ]
        for (text, name) in names { #expect(PythonEncoding.detect(in: Array(text.utf8).span).name == name, "\(text)") }
        #expect(!PythonEncoding.detect(in: Array("\u{FEFF}# coding: latin-1".utf8).span).isReadable)
    }

    private func code(_ text: String, _ limits: TokenLimits) -> LexError.Code? {
        do {
            _ = try TokenReading.python(text, limits: limits)
            return nil
        } catch {
            return (error as? LexError)?.code
        }
    }

    private func expectSound(_ bytes: [UInt8]) throws {
        var tokens: [Token] = []
        try PythonTokenizer.tokenize(bytes.span, limits: TokenLimits(includesComments: true), into: &tokens)
        var last = 0
        for token in tokens {
            #expect(token.range.lowerBound >= last && token.range.upperBound <= bytes.count)
            last = token.range.upperBound
            _ = PythonLiteral.value(of: token, in: bytes.span)
        }
        _ = PythonEncoding.detect(in: bytes.span)
    }
}
