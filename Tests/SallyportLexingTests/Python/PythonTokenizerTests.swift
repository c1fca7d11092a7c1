import SallyportLexing
import Testing

@Suite("Python tokens")
struct PythonTokenizerTests {
    private func shown(_ text: String) throws -> [String] {
        TokenReading.shown(try TokenReading.python(text).tokens, of: text)
    }

    @Test("ends logical lines, and not where a bracket or a backslash continues them")
    func lines() throws {
        #expect(
            try shown("a = (1,\n  2)\n\n# c\nb \\\n  = 3") == [
                "identifier:a", "punctuator:=", "punctuator:(", "number:1", "punctuator:,", "number:2", "punctuator:)",
                "newline:\n", "identifier:b", "punctuator:=", "number:3", "newline:",
            ]
        )
    }

    @Test("shows blocks by their indentation")
    func blocks() throws {
        #expect(
            try shown("if a:\n  b\n\n    # c\n  if d:\n\te\nf\n") == [
                "keyword:if", "identifier:a", "punctuator::", "newline:\n", "indent:  ", "identifier:b", "newline:\n",
                "keyword:if", "identifier:d", "punctuator::", "newline:\n", "indent:\t", "identifier:e", "newline:\n",
                "dedent:", "dedent:", "identifier:f", "newline:\n",
            ]
        )
        #expect(
            try shown("if a:\n  b") == [
                "keyword:if", "identifier:a", "punctuator::", "newline:\n", "indent:  ", "identifier:b", "newline:",
                "dedent:",
            ]
        )
    }

    @Test("a line may end in a carriage return alone, as Python reads it", arguments: ["\n", "\r", "\r\n"])
    func lineEnds(end: String) throws {
        let read = try TokenReading.python("# hidden\(end)import os")
        #expect(read.tokens.first?.kind == .keyword)
    }

    @Test(
        "reads every form of string whole",
        arguments: [
            "'a'", "\"a\"", "'a\\'b'", "r'\\'", "b'a'", "Rb'a'", "bR'a'", "u'a'", "'''a'b\n''c'''",
            "\"\"\"a\\\"\"\"b\"\"\"", "r'''\\'''", "''",
            "''''''", "'a\\\nb'", "'src/*\"\"\"'", "'#'",
        ]
    )
    func strings(text: String) throws {
        if text == "r'\\'" || text == "r'''\\'''" {
            // A raw string's backslash still keeps the quote from closing.
            #expect(try TokenReading.python(text).summary.malformedCount == 1)
        } else {
            #expect(try shown(text) == ["string:\(text)", "newline:"])
        }
    }

    @Test(
        "a name before a quote is a prefix only when Python has it",
        arguments: ["ur", "bu", "rr", "fb", "x", "rbf", "bb"]
    )
    func noPrefix(prefix: String) throws {
        #expect(try shown("\(prefix)'a'") == ["identifier:\(prefix)", "string:'a'", "newline:"])
    }

    @Test("reads formatted strings into their parts, also those of Python 3.12")
    func formatted() throws {
        #expect(
            try shown("f'a{b!r:>{w}}c{{d}}'") == [
                "formattedStart:f'", "formattedMiddle:a", "punctuator:{", "identifier:b", "punctuator:!",
                "identifier:r",
                "punctuator::", "formattedMiddle:>", "punctuator:{", "identifier:w", "punctuator:}", "punctuator:}",
                "formattedMiddle:c{{d}}", "formattedEnd:'", "newline:",
            ]
        )
        #expect(
            try shown("f'{f'{x['a']}'}'") == [
                "formattedStart:f'", "punctuator:{", "formattedStart:f'", "punctuator:{", "identifier:x",
                "punctuator:[",
                "string:'a'", "punctuator:]", "punctuator:}", "formattedEnd:'", "punctuator:}", "formattedEnd:'",
                "newline:",
            ]
        )
        #expect(
            try shown("f'{a != b}{ {1: 2}[1] }{x:%H:%M}{y=}'").filter {
                $0.hasPrefix("punctuator") || $0.hasPrefix("formattedM")
            } == [
                "punctuator:{", "punctuator:!=", "punctuator:}", "punctuator:{", "punctuator:{", "punctuator::",
                "punctuator:}",
                "punctuator:[", "punctuator:]", "punctuator:}", "punctuator:{", "punctuator::", "formattedMiddle:%H:%M",
                "punctuator:}", "punctuator:{", "punctuator:=", "punctuator:}",
            ]
        )
        #expect(try shown("f'\\N{DASH}\\{a}'").contains("identifier:a"))
        #expect(try shown("rf'\\N{a}'").contains("identifier:a"))
        #expect(try shown("F\"\"\"a\n\"{b}\"\"\"").last == "newline:")
        #expect(try shown("t'{__import__}'").contains("identifier:__import__"))
    }

    @Test(
        "reads numbers as Python does",
        arguments: ["0", "1_000", "0xFf_F", "0b10", "0o17", "1.5e-10j", ".5", "5.", "1e5", "0j", "1_0.0_1"]
    )
    func numbers(text: String) throws {
        #expect(try shown("x=\(text)") == ["identifier:x", "punctuator:=", "number:\(text)", "newline:"])
    }

    @Test("a number ends where a word begins")
    func numberThenWord() throws {
        #expect(
            try shown("1if x else 0xfor y").prefix(6) == [
                "number:1", "keyword:if", "identifier:x", "keyword:else", "number:0xf", "keyword:or",
            ]
        )
        #expect(try shown("1else").first == "number:1")
        #expect(try shown("1..real").prefix(3) == ["number:1.", "punctuator:.", "identifier:real"])
    }

    @Test(
        "reads the longest operator",
        arguments: [
            "+", "-", "*", "/", "%", "@", "&", "|", "^", "~", "<", ">", "=", "**", "//", "<<", ">>", "<=", ">=", "==",
            "!=",
            "->", ":=", "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=", "**=", "//=", "<<=", ">>=", "...", ",",
            ";", ":",
        ]
    )
    func operators(text: String) throws {
        #expect(try shown("a \(text) b") == ["identifier:a", "punctuator:\(text)", "identifier:b", "newline:"])
    }

    @Test("knows all reserved words, and the others as names")
    func keywords() throws {
        let words = """
            False None True and as assert async await break class continue def del elif else except finally for from global if \
            import in is lambda nonlocal not or pass raise return try while with yield
            """
        let read = try TokenReading.python(words)
        #expect(read.tokens.dropLast().count == 35)
        #expect(read.tokens.dropLast().allSatisfy { $0.kind == .keyword })
        let names = try TokenReading.python("match case type print exec _ self False_ nonlocals i")
        #expect(names.tokens.dropLast().allSatisfy { $0.kind == .identifier })
    }

    @Test("comments are tokens when asked for, and hide nothing")
    func comments() throws {
        let text = "#!x\na = '#' # b \"\"\"\nc"
        let read = try TokenReading.python(text, limits: TokenLimits(includesComments: true))
        #expect(TokenReading.texts(.comment, read.tokens, of: text) == ["#!x", "# b \"\"\""])
        #expect(TokenReading.texts(.identifier, read.tokens, of: text) == ["a", "c"])
        let without = try TokenReading.python(text)
        #expect(without.tokens.map(\.range) == read.tokens.filter { $0.kind != .comment }.map(\.range))
    }

    @Test("flags members and names outside ASCII, and gives them as Python looks them up")
    func names() throws {
        let text = "os.system(\u{1D5BE}\u{1D5D1}\u{1D5BE}\u{1D5BC}, \u{FF45}val, \u{FB01}le, caf\u{E9})"
        let bytes = Array(text.utf8)
        let read = try TokenReading.python(text)
        var seen: [String] = []
        for token in read.tokens where token.kind == .identifier {
            let value = PythonLiteral.value(of: token, in: bytes.span) ?? "-"
            seen.append("\(value) \(token.flags.subtracting(.newlineBefore).rawValue)")
        }
        #expect(seen == ["os 0", "system 16", "exec 4", "eval 4", "file 4", "caf\u{E9} 4"])
    }

    @Test(
        "flags what is broken and goes on behind it",
        arguments: [
            "'a\nb", "'''a", "f'a\nb", "f'{a\n", "f'}'", "f'{a:b'", "$", "a ? b", "a\\b", "(]", ")", "(",
            "if a:\n    b\n  c", "f'{",
        ]
    )
    func broken(text: String) throws {
        let read = try TokenReading.python(text)
        #expect(read.summary.malformedCount > 0)
        #expect(read.summary.firstMalformedOffset != nil)
    }

    @Test("what follows an unterminated string is still read")
    func resynchronises() throws {
        #expect(try shown("a = 'b\nimport c").contains("keyword:import"))
        #expect(try shown("f'a\nimport c").contains("keyword:import"))
    }

    @Test("holds its limits")
    func limits() throws {
        #expect(try TokenReading.python("a b c", limits: TokenLimits(bytesMax: 5)).tokens.count == 4)
        #expect(throws: LexError(.tooLarge, at: 0)) {
            try TokenReading.python("a b cd", limits: TokenLimits(bytesMax: 5))
        }
        #expect(try TokenReading.python("a b", limits: TokenLimits(tokensMax: 3)).tokens.count == 3)
        #expect(throws: LexError(.tooManyTokens, at: 2)) {
            try TokenReading.python("a b", limits: TokenLimits(tokensMax: 1))
        }
        #expect(try TokenReading.python("((", limits: TokenLimits(depthMax: 3)).tokens.count == 3)
        #expect(throws: LexError(.tooDeep, at: 3)) { try TokenReading.python("(((", limits: TokenLimits(depthMax: 3)) }
    }

    @Test(
        "any depth is read or refused, never overrun",
        arguments: ["(", "[", "{", "f'{", "f'{x:{", "\n if a:", "f\"\"\"{"]
    )
    func deep(unit: String) throws {
        let text = String(repeating: unit, count: 20_000)
        do {
            _ = try TokenReading.python(text)
        } catch let error as LexError {
            #expect(error.code == .tooDeep)
        }
    }

    @Test("every prefix of a program is read without a trap")
    func prefixes() throws {
        let text =
            "# coding: x\nif a:\r\n\tf'''{b!r:{c}}\\N{D}{{'''\n  else:0x1_f;rb\"\\\"\";\\\n'\u{E9}'\nclass \u{1D5BE}:..."
        let bytes = Array(text.utf8)
        for end in 0...bytes.count {
            var tokens: [Token] = []
            let prefix = Array(bytes[..<end])
            try PythonTokenizer.tokenize(prefix.span, limits: TokenLimits(includesComments: true), into: &tokens)
            var last = 0
            for token in tokens {
                #expect(token.range.lowerBound >= last)
                #expect(token.range.upperBound <= end)
                last = token.range.upperBound
                _ = PythonLiteral.value(of: token, in: prefix.span)
            }
        }
    }
}
