import SallyportLexing
import Testing

@Suite("Ruby tokens")
struct RubyTokenizerTests {
    private func shown(_ text: String) throws -> [String] {
        let read = try TokenReading.ruby(text)
        #expect(read.summary.malformedCount == 0, "\(text)")
        return TokenReading.shown(read.tokens, of: text).filter { $0 != "newline:" }
    }

    @Test(
        "a string is one token in every form, and hides what it holds",
        arguments: [
            "'a\\'#{b}'", "\"a\\\"'\"", "%q(a(b)#{c})", "%Q[a[b]]", "%<a<b>>", "%!a!", "%(\\))", "?a", "?\\n", "?\\C-a",
            "?\\M-\\C-x", "?\\u{1F600}", "\"\\C-\"\"", "'system(\"x\")'", "\"# no comment\"", "\"#x #1\"", "''",
        ]
    )
    func strings(text: String) throws {
        #expect(try shown(text) == ["string:\(text)"])
    }

    @Test(
        "a slash divides or begins a regular expression",
        arguments: [
            ("a = 1; a /2", ["punctuator:/", "number:2"]),
            ("b a /3/", ["identifier:a", "regularExpression:/3/"]),
            ("f(1) / 2", ["punctuator:/", "number:2"]), ("x = /2 #/", ["punctuator:=", "regularExpression:/2 #/"]),
            ("b if /a/", ["keyword:if", "regularExpression:/a/"]),
            ("a.b /2/", ["identifier:b", "regularExpression:/2/"]),
            ("def m(a) a /2; end", ["number:2", "punctuator:;", "keyword:end"]),
            ("m { |a| a /2 }", ["number:2", "punctuator:}"]), ("@a /2", ["punctuator:/", "number:2"]),
            ("while i < 3 do i += 1 end; i /1", ["punctuator:/", "number:1"]),
            ("%r{a{1}#}x", ["regularExpression:%r{a{1}#}x"]),
        ]
    )
    func slashes(text: String, tail: [String]) throws {
        #expect(try shown(text).suffix(tail.count) == tail[...])
    }

    @Test("here-documents end where Ruby ends them, several of one line one after the other")
    func heredocs() throws {
        #expect(
            try shown("p(<<A, <<-'B')\na #{b}\nA\nA#{c}\n  B\nd") == [
                "identifier:p", "punctuator:(", "heredocStart:<<A", "punctuator:,", "heredocStart:<<-'B'",
                "punctuator:)",
                "formattedMiddle:a ", "punctuator:#{", "identifier:b", "punctuator:}", "formattedMiddle:\n",
                "heredocEnd:A",
                "formattedMiddle:A#{c}\n", "heredocEnd:B", "identifier:d",
            ]
        )
        #expect(
            try shown("a <<1\nb\n1\nc") == [
                "identifier:a", "heredocStart:<<1", "formattedMiddle:b\n", "heredocEnd:1", "identifier:c",
            ]
        )
        #expect(try shown("a = 1\na <<1").suffix(2) == ["punctuator:<<", "number:1"])
        #expect(try shown("a = 1\na <<b").suffix(2) == ["punctuator:<<", "identifier:b"])
        #expect(try shown("class << self; end").contains("punctuator:<<"))
        #expect(try shown("x = <<~A.y\n  z\n  A\n.w").suffix(2) == ["punctuator:.", "identifier:w"])
    }

    @Test("a here-document begins behind the line even inside of another string")
    func heredocInString() throws {
        #expect(
            try shown("f(<<A, \"x\nbody\nA\ny\")") == [
                "identifier:f", "punctuator:(", "heredocStart:<<A", "punctuator:,", "formattedStart:\"",
                "formattedMiddle:x\n", "formattedMiddle:body\n", "heredocEnd:A", "formattedMiddle:y", "formattedEnd:\"",
                "punctuator:)",
            ]
        )
    }

    @Test("substitutions nest to any depth, with braces and strings in them")
    func substitutions() throws {
        #expect(
            try shown("\"a#{b({\"}\" => \"#{c}\"})}d\"") == [
                "formattedStart:\"", "formattedMiddle:a", "punctuator:#{", "identifier:b", "punctuator:(",
                "punctuator:{",
                "string:\"}\"", "punctuator:=>", "formattedStart:\"", "punctuator:#{", "identifier:c", "punctuator:}",
                "formattedEnd:\"", "punctuator:}", "punctuator:)", "punctuator:}", "formattedMiddle:d",
                "formattedEnd:\"",
            ]
        )
        #expect(
            try shown("`a#@b#$c#$1`") == [
                "formattedStart:`", "formattedMiddle:a", "punctuator:#", "identifier:@b", "punctuator:#",
                "identifier:$c",
                "punctuator:#", "identifier:$1", "formattedEnd:`",
            ]
        )
    }

    @Test(
        "symbols, labels, lists of words and commands",
        arguments: [
            (":a", "symbol::a"), (":a?", "symbol::a?"), (":[]=", "symbol::[]="), (":\"a b\"", "symbol::\"a b\""),
            (":@a", "symbol::@a"), ("%s(a)", "symbol:%s(a)"), ("%w[a b]", "words:%w[a b]"),
            ("%i(a b)", "words:%i(a b)"),
            ("`ls`", "command:`ls`"), ("%x(ls)", "command:%x(ls)"), (":system", "symbol::system"),
        ]
    )
    func words(text: String, token: String) throws {
        #expect(try shown(text) == [token])
    }

    @Test("a colon makes a label, a symbol, or parts a choice")
    func colons() throws {
        #expect(
            try shown("f a: 1, \"b\": 2, if: 3").filter { $0.hasPrefix("label") } == [
                "label:a:", "label:\"b\":", "label:if:",
            ]
        )
        #expect(
            try shown("a ? b : :c") == ["identifier:a", "punctuator:?", "identifier:b", "punctuator::", "symbol::c"]
        )
        #expect(try shown("x ? \"a\": \"b\"").contains("string:\"a\""))
        #expect(
            try shown("A::B ::C") == ["identifier:A", "punctuator:::", "identifier:B", "punctuator:::", "identifier:C"]
        )
    }

    @Test("words are names behind a dot and behind def")
    func names() throws {
        #expect(try shown("a.class.end").filter { $0.hasPrefix("keyword") }.isEmpty)
        #expect(try shown("def end; end") == ["keyword:def", "identifier:end", "punctuator:;", "keyword:end"])
        #expect(try shown("def self.a=(b) = b").contains("identifier:a="))
        #expect(try shown("def +(o) o; end")[1] == "punctuator:+")
        #expect(try shown("def `(o) o; end")[1] == "punctuator:`")
    }

    @Test("lines go on behind an operator and before a dot, comments between them or not")
    func lines() throws {
        func ends(_ text: String) throws -> Int { try TokenReading.ruby(text).tokens.count { $0.kind == .newline } }
        #expect(try ends("a\nb") == 2)
        #expect(try ends("a +\nb") == 1)
        #expect(try ends("a\n  .b\n  # c\n  &.d") == 1)
        #expect(try ends("a(1,\n2\n)") == 1)
        #expect(try ends("a \\\n b") == 1)
    }

    @Test("what stands behind the end is data; a comment is none where no line begins")
    func ends() throws {
        #expect(try shown("a\n__END__\nsystem 'x'") == ["identifier:a", "trailer:__END__\nsystem 'x'"])
        #expect(try shown(" __END__\nb").contains("identifier:b"))
        #expect(try shown("=begin\nx\n=end\nb") == ["identifier:b"])
        #expect(try shown("a\u{0}b") == ["identifier:a"])
    }

    @Test("values of literals, escapes decoded where the quotes allow them")
    func values() throws {
        let table: [(String, String)] = [
            ("'a\\'\\n'", "a'\\n"), ("\"\\x61\\142\\u0063\\u{64 65}\\s\\\n\"", "abcde "), ("%q(a\\)b)", "a)b"),
            (":\"a b\"", "a b"),
            (":ab", "ab"), ("?a", "a"), ("?\\t", "\t"), ("\"\\e\\C-a\\ca\"", "\u{1B}\u{1}\u{1}"), ("`ls`", "ls"),
            ("%Q!a!", "a"),
        ]
        for (text, value) in table {
            let bytes = Array(text.utf8)
            let token = try #require(try TokenReading.ruby(text).tokens.first)
            #expect(RubyLiteral.value(of: token, in: bytes.span) == value, "\(text)")
        }
        let list = "%w[ a\\ b  c\nd]"
        let token = try #require(try TokenReading.ruby(list).tokens.first)
        let words = RubyLiteral.words(of: token, in: Array(list.utf8).span, countMax: 3)
        #expect(words.count == 3)
        #expect(RubyLiteral.words(of: token, in: Array(list.utf8).span, countMax: 2).count == 2)
    }
}
