import SallyportLexing
import Testing

@Suite("Hostile Ruby")
struct RubyHostileTests {
    private static let pieces = [
        "'", "\"", "`", "/", "%w[", "%(", "%", "]", "(", ")", "{", "}", "#{", "#@a", "<<A", "<<~'B'", "\nA\n", "\nB\n",
        "\n", "\r\n",
        " ", "\\", "|", "do", "end", "def ", "class ", "while ", "if ", "x", "x = 1", "?a", "? ", ":", "::", ":a", "a:",
        ".", "=begin\n",
        "=end\n", "__END__", "alias ", "undef ", "->", ",", "=", "=>", "in ", "é", "\u{0}", "\u{FEFF}", "$", "@", "0x",
        "1e", "rescue ",
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

    @Test("the limit of depth, of whatever nests", arguments: [(2, true), (3, true), (4, false)])
    func depthLimit(count: Int, isRead: Bool) {
        let refused: LexError.Code? = isRead ? nil : .tooDeep
        let pairs = [("(", ")"), ("[", "]"), ("{", "}"), ("begin ", "end "), ("f{", "}"), ("-> do ", "end ")]
        for (open, close) in pairs {
            let text = "x = " + String(repeating: open, count: count) + String(repeating: close, count: count)
            #expect(code(text, TokenLimits(depthMax: 3)) == refused, "\(text)")
        }
        let waiting = String(repeating: "<<A;", count: count) + "\n" + String(repeating: "A\n", count: count)
        #expect(code(waiting, TokenLimits(depthMax: 3)) == refused)
    }

    @Test("many here-documents, and many half ends, are read once")
    func linear() throws {
        let count = 9_000
        let heredocs = String(repeating: "<<A;", count: count) + "\n" + String(repeating: "A\n", count: count)
        #expect(try TokenReading.ruby(heredocs).summary.malformedCount == 0)
        let opens = String(repeating: "\"#{", count: 4_000) + String(repeating: "}\"", count: 4_000)
        #expect(try TokenReading.ruby(opens).summary.malformedCount == 0)
        _ = try TokenReading.ruby("<<A\n" + String(repeating: "AAAAAAAB\n", count: 100_000))
    }

    @Test(
        "an unfinished string or block is malformed",
        arguments: ["'a", "\"#{", "<<A\nb", "%w[a", "/a", "(", "def a", "=begin\n", "end", "]"]
    )
    func unfinished(text: String) throws {
        #expect(try TokenReading.ruby(text).summary.malformedCount > 0)
    }

    @Test("an encoding is looked for in the first line, or behind the program's")
    func encoding() {
        let names = [
            "# coding: Shift_JIS": "shift-jis", "#!ruby\n# -*- coding: big5 -*-": "big5", "\n# coding: big5": "utf-8",
            "x # coding: big5": "utf-8", "# encoding = latin-1": "latin-1", "# coding:": "utf-8",
        ]
        for (text, name) in names { #expect(RubyEncoding.detect(in: Array(text.utf8).span).name == name, "\(text)") }
        #expect(!RubyEncoding.detect(in: Array("# coding: Windows-31J".utf8).span).isReadable)
        #expect(RubyEncoding.detect(in: Array("# coding: US-ASCII".utf8).span).isReadable)
    }

    private func code(_ text: String, _ limits: TokenLimits) -> LexError.Code? {
        do {
            _ = try TokenReading.ruby(text, limits: limits)
            return nil
        } catch {
            return (error as? LexError)?.code
        }
    }

    private func expectSound(_ bytes: [UInt8]) throws {
        var tokens: [Token] = []
        try RubyTokenizer.tokenize(bytes.span, limits: TokenLimits(includesComments: true), into: &tokens)
        var last = 0
        for token in tokens {
            #expect(token.range.lowerBound >= last && token.range.upperBound <= bytes.count)
            last = token.range.upperBound
            _ = RubyLiteral.bytes(of: token, in: bytes.span)
        }
        _ = RubyEncoding.detect(in: bytes.span)
    }
}
