import SallyportLexing
import Testing

@Suite("JavaScript tokens")
struct JavaScriptTokenizerTests {
    @Test(
        "tells a regular expression from a division",
        arguments: [
            ("a / b / c", []), ("a = /b/g", ["/b/g"]), ("(a) / b / c", []), ("if (a) /b/.test(c)", ["/b/"]),
            ("while (a) /b/.exec(c)", ["/b/"]), ("for (;;) /b/.exec(c)", ["/b/"]), ("a[0] / b / c", []),
            ("a++ / b / c", []), ("a\n++/b/.c", ["/b/"]), ("return /b/", ["/b/"]), ("typeof /b/", ["/b/"]),
            ("{} /b/", ["/b/"]), ("a = {} / b / c", []), ("({} / b / c)", []), ("function f() {} /b/", ["/b/"]),
            ("a = function () {} / b / c", []), ("a = class {} / b / c", []), ("class A {} /b/", ["/b/"]),
            ("a.if / b / c", []), ("a.return / b / c", []), ("a?.typeof / b / c", []), ("x = { if: /b/ }", ["/b/"]),
            ("x = { return() {} } / b / c", []), ("label: /b/", ["/b/"]), ("a ? /b/ : /c/", ["/b/", "/c/"]),
            ("switch (a) { case /b/: /c/ }", ["/b/", "/c/"]), ("this / b / c", []), ("null / b / c", []),
            ("`a` / b / c", []), ("`${a / b / c}`", []), ("`${/a}/}`", ["/a}/"]),
            ("f(/[/]}\\/'\"/, 1)", ["/[/]}\\/'\"/"]),
            ("x => {} \n /b/", ["/b/"]), ("for (const a of /b/[c]) d", ["/b/"]), ("of / b / c", []),
            ("a = b ? { c } : { d } / e / f", []), ("export default /b/", ["/b/"]),
            ("export default function () {} /b/", ["/b/"]), ("do /a/.test(b); while (c)", ["/a/"]),
            ("async function f() {} /b/", ["/b/"]), ("x = async function () {} / b / c", []),
            ("x = { async f() {} } / b / c", []),
            ("class A { static { /b/ } if() { /c/ } x = /d/ }", ["/b/", "/c/", "/d/"]),
            ("class A { get() {} 'b'() {} [c]() {} static in() { /d/ } }", ["/d/"]), ("a /= b / c", []),
            ("x = /=b/", ["/=b/"]), ("a = b\n/c/g.exec(d)", []), ("}) / b / c", []), ("yield /a/", ["/a/"]),
            ("await /a/.b", ["/a/"]), ("x = a ? function () {} : class {} / b / c", []), ("return\n{} /b/", ["/b/"]),
        ] as [(String, [String])]
    )
    func regularExpressions(text: String, expected: [String]) throws {
        let read = try TokenReading.javaScript(text)
        #expect(TokenReading.texts(.regularExpression, read.tokens, of: text) == expected)
    }

    @Test("knows comments by token, whatever strings, templates and regular expressions hold")
    func comments() throws {
        let text = "a('src/*'); /* ' */ b(`/* ${c /* ` */} */`); d(/[/*]/); // e /* \n f('//') /* \n */ g"
        let read = try TokenReading.javaScript(text, limits: TokenLimits(includesComments: true))
        #expect(TokenReading.texts(.comment, read.tokens, of: text) == ["/* ' */", "/* ` */", "// e /* ", "/* \n */"])
        #expect(TokenReading.texts(.identifier, read.tokens, of: text) == ["a", "b", "c", "d", "f", "g"])
        #expect(read.tokens.last?.flags.contains(.newlineBefore) == true)
        let without = try TokenReading.javaScript(text)
        #expect(without.tokens == read.tokens.filter { $0.kind != .comment })
    }

    @Test(
        "ends a line comment at every line end that JavaScript knows",
        arguments: ["\n", "\r", "\r\n", "\u{2028}", "\u{2029}"]
    )
    func lineEnds(end: String) throws {
        let text = "// hidden\(end)evil()"
        let read = try TokenReading.javaScript(text)
        #expect(TokenReading.shown(read.tokens, of: text).first == "identifier:evil")
        #expect(read.tokens.first?.flags.contains(.newlineBefore) == true)
    }

    @Test("a script's HTML-like comment stays visible, and a module reads code there")
    func htmlComments() throws {
        let text = "a <!-- b\n--> c\nd --> e"
        let script = try TokenReading.javaScript(text)
        #expect(
            TokenReading.shown(script.tokens, of: text) == [
                "identifier:a", "htmlComment:<!-- b", "htmlComment:--> c", "identifier:d", "punctuator:--",
                "punctuator:>",
                "identifier:e",
            ]
        )
        let module = try TokenReading.javaScript(text, dialect: .module)
        #expect(TokenReading.texts(.identifier, module.tokens, of: text) == ["a", "b", "c", "d", "e"])
    }

    @Test("nests templates and their substitutions")
    func templates() throws {
        let text = "`a${`b${{c: '}'}.c}d`}e${f}` + `\\`\\${` + `$` + tag`x`"
        let read = try TokenReading.javaScript(text)
        #expect(
            TokenReading.shown(read.tokens, of: text) == [
                "templateHead:`a${", "templateHead:`b${", "punctuator:{", "identifier:c", "punctuator::", "string:'}'",
                "punctuator:}", "punctuator:.", "identifier:c", "templateTail:}d`", "templateMiddle:}e${",
                "identifier:f",
                "templateTail:}`", "punctuator:+", "template:`\\`\\${`", "punctuator:+", "template:`$`", "punctuator:+",
                "identifier:tag", "template:`x`",
            ]
        )
    }

    @Test(
        "reads numbers whole",
        arguments: [
            "0", "1.5e-10", ".5", "5.", "0xFFn", "0b1010", "0o17", "1_000_000", "017", "089.5", "123n", "1e5", "0.0",
            "0XaB",
        ]
    )
    func numbers(text: String) throws {
        let source = "x=\(text);"
        let read = try TokenReading.javaScript(source)
        #expect(TokenReading.texts(.number, read.tokens, of: source) == [text])
        #expect(read.summary.malformedCount == 0)
    }

    @Test(
        "reads the longest operator",
        arguments: [
            "=", "==", "===", "=>", "!", "!=", "!==", "<", "<=", "<<", "<<=", ">", ">=", ">>", ">>>", ">>=", ">>>=",
            "&", "&&",
            "&&=", "&=", "|", "||", "||=", "|=", "?", "??", "??=", "?.", "+", "+=", "-", "-=", "*", "*=", "**", "**=",
            "%", "%=", "^", "^=", "~", ",", ":", "/", "/=", ".",
        ]
    )
    func operators(text: String) throws {
        let source = "a \(text) b"
        let read = try TokenReading.javaScript(source)
        #expect(TokenReading.shown(read.tokens, of: source) == ["identifier:a", "punctuator:\(text)", "identifier:b"])
    }

    @Test("an optional chain is not a conditional before a digit")
    func optionalChain() throws {
        let text = "a?.b?.5:c"
        let read = try TokenReading.javaScript(text)
        #expect(
            TokenReading.shown(read.tokens, of: text) == [
                "identifier:a", "punctuator:?.", "identifier:b", "punctuator:?", "number:.5", "punctuator::",
                "identifier:c",
            ]
        )
    }

    @Test("flags escapes, names outside ASCII, and members")
    func flags() throws {
        let text = "\\u0065val; \\u{72}equire; caf\u{E9}; a.constructor; #priv\\u0061te; 'a\\x41' + 'caf\u{E9}'"
        let read = try TokenReading.javaScript(text)
        let bytes = Array(text.utf8)
        var seen: [String] = []
        for token in read.tokens where token.kind != .punctuator {
            let value = JavaScriptLiteral.value(of: token, in: bytes.span) ?? "-"
            seen.append("\(value) \(token.flags.subtracting(.newlineBefore).rawValue)")
        }
        #expect(
            seen == [
                "eval 2", "require 2", "caf\u{E9} 4", "a 0", "constructor 16", "private 2", "aA 2", "caf\u{E9} 4",
            ]
        )
    }

    @Test("skips a byte order mark and keeps the hashbang")
    func start() throws {
        let text = "\u{FEFF}#!/usr/bin/env node\n'use strict'"
        let read = try TokenReading.javaScript(text)
        #expect(TokenReading.shown(read.tokens, of: text) == ["hashbang:#!/usr/bin/env node", "string:'use strict'"])
        let later = try TokenReading.javaScript(" #!x")
        #expect(later.summary.malformedCount == 1)
    }

    @Test("white space of every kind separates tokens")
    func whiteSpace() throws {
        for space in [
            "\t", "\u{B}", "\u{C}", "\u{A0}", "\u{FEFF}", "\u{2003}", "\u{3000}", "\u{2028}", "        \n        ",
        ] {
            let text = "a\(space)b"
            let read = try TokenReading.javaScript(text)
            #expect(TokenReading.shown(read.tokens, of: text) == ["identifier:a", "identifier:b"])
        }
    }
}
