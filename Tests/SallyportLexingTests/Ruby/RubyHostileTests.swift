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

    @Test(
        "says where a name that may be a variable stands before what would be a text behind a method",
        arguments: [
            // Bound by patterns.
            "4 => x", "4 => [x]", "{a: 4} => {a: x}", "{x: 4} => {x:}", "{x: 4} => {\"x\":}", "(4 => x)", "4 in x",
            "4 => Integer | Float => x", "{x: 4} => {\"\\u0078\":}", "y.then => x",
            // By named groups.
            "/(?<x>\\d)/ =~ \"4\"", "/(?'x'\\d)/ =~ '4'", "%r{a(?<x>b)} =~ y",
            // On the left of an assignment to several things.
            "@a, x, z = 1, 2, 3", "A, x, z = 1, 2, 3", "a[0], x, z = 1, 2, 3", "self.a, x, z = 1, 2, 3", "x, @a = 1, 2",
            "@a, (x), z = 1",
            // By a lambda's parameters, which do not live on behind it.
            "->(x) { }", "-> x { }", "->(a = ->{ }, x) { }", "-> x do end",
        ]
    )
    func doubts(text: String) throws {
        for use in ["x /1; system('true') #/", "x %w; y", "x <<A", "x ?a : b"] {
            #expect(try TokenReading.ruby("\(text)\n\(use)\n").summary.ambiguousOffset != nil, "\(use)")
            #expect(try TokenReading.ruby("y = 1\n\(use)\n").summary.ambiguousOffset == nil)
        }
        #expect(try TokenReading.ruby("\(text)\nx / 1\nx.y /a/\nx(1)\nx = 2\nx << y\n").summary.ambiguousOffset == nil)
        #expect(try TokenReading.ruby("-> x { x /1; system('true') #/\n}").summary.ambiguousOffset == 7)
        #expect(try TokenReading.ruby("y { _1 /1; system('true') #/\n}").summary.ambiguousOffset == 4)
    }

    @Test(
        "is sure of names as they are usually declared",
        arguments: [
            "x = 1", "x, y = 1, 2", "y, *x = 1, 2", "for x in y do end", "x ||= 1", "f y, z = 1",
            "begin; rescue A => x; end", "f(:a => 1, b: 2)", "{ :a => x }",
        ]
    )
    func certain(text: String) throws {
        #expect(try TokenReading.ruby("\(text)\nx /2\n").summary.ambiguousOffset == nil)
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

    @Test(
        "a file whose bytes Ruby takes for Windows-31J is not readable, however that is said",
        arguments: [
            "\u{FEFF}# coding: sjis", "# coding:\tsjis", "# coding\t: sjis", "# coding:\u{B}sjis",
            "\u{C}# coding: sjis",
            "\u{B}\r# coding: cp932", "#" + String(repeating: " ", count: 5000) + "coding: sjis",
            "# -*- coding: utf-8; coding: sjis -*-", "# coding: utf-8 -*- coding: sjis -*-",
            "# -*- coding: \"sjis\" -*-", "# -*- en:x;coding:sjis -*-", "# coding: 'sjis'", "# coding: \u{E9}",
            "#!/usr/bin/ruby -Ks", "#!/usr/bin/env ruby -wKs", "#!/usr/bin/ruby -x",
            "#!/bin/sh\nx = <<E\n#!ruby\nsystem('true')\n__END__\nE",
        ]
    )
    func unreadable(text: String) {
        for end in ["", "\nx = 1\n"] {
            #expect(!RubyEncoding.detect(in: Array((text + end).utf8).span).isReadable)
        }
    }

    @Test(
        "what files usually declare is readable",
        arguments: [
            "# -*- coding: utf-8 -*-", "# encoding: UTF-8", "# frozen_string_literal: true",
            "#!/usr/bin/env ruby -w\n#x",
            "#!/bin/sh\nexec ruby -x", "#!/usr/bin/ruby\n# -*- mode: ruby; coding: utf-8 -*-", "# coding: us-ascii\r",
            "# coding:\r", "# vim: set fileencoding=utf-8 :", "\u{FEFF}# coding: utf-8", "#!ruby -ruri",
            "#!/usr/bin/env ruby -Ke", "#!ruby -Ku",
        ]
    )
    func readable(text: String) {
        #expect(RubyEncoding.detect(in: Array((text + "\nx = 1\n").utf8).span).isReadable)
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
