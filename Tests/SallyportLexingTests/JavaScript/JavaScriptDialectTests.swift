import SallyportLexing
import Testing

@Suite("JavaScript dialects and broken input")
struct JavaScriptDialectTests {
    @Test("reads JSX: tags, attributes, text and expressions")
    func jsx() throws {
        let text = "x = <A.b c='\\' d={/e/} {...f}>don't {`g`} <br/> <></></A.b> / h; i / j / k"
        let read = try TokenReading.javaScript(text)
        #expect(read.summary.malformedCount == 0)
        #expect(TokenReading.texts(.jsxText, read.tokens, of: text) == ["don't ", " ", " "])
        #expect(TokenReading.texts(.string, read.tokens, of: text) == ["'\\'"])
        #expect(TokenReading.texts(.regularExpression, read.tokens, of: text) == ["/e/"])
        #expect(TokenReading.texts(.template, read.tokens, of: text) == ["`g`"])
        #expect(TokenReading.texts(.identifier, read.tokens, of: text).suffix(4) == ["h", "i", "j", "k"])
    }

    @Test("takes a tag back that never closes, and reads on as without JSX")
    func takenBack() throws {
        let text = "x = <string>y; 'a'; /b/.test(z); `c`"
        let read = try TokenReading.javaScript(text)
        #expect(TokenReading.texts(.jsxText, read.tokens, of: text) == [])
        #expect(TokenReading.texts(.string, read.tokens, of: text) == ["'a'"])
        #expect(TokenReading.texts(.regularExpression, read.tokens, of: text) == ["/b/"])
        #expect(TokenReading.texts(.template, read.tokens, of: text) == ["`c`"])
    }

    @Test(
        "reads TypeScript without losing its place",
        arguments: [
            "function f<T extends U>(a?: T, ...b: string[]): asserts a is T { return /x/ }",
            "class A<T> extends B<T> implements C<T> { private readonly x?: number = 1; constructor(public y: 'a' | 'b') { /x/ } }",
            "const f = <T,>(a: T): T => { /x/; return a! / 2 / 3 as number }",
            "interface I { readonly [k: string]: { a: 1 }; m(): void }\n/x/",
            "enum E { A = 1, B = 'x' }\n/x/",
            "type M = { [K in keyof T]?: T[K] extends infer R ? R : `a${string}` }\n;/x/",
            "declare module 'm' { export function f(a: string): void }\n/x/",
            "abstract class A { abstract m(): void; static #p = 1; get if() { return /x/ } }",
            "let x = <any>y; /x/",
            "@dec({ a: 1 }) class A { @inject() b: C; @c d() { /x/ } }",
            "namespace N.M { export const a = b as unknown as { c: D<E> } }\n/x/",
        ]
    )
    func typeScript(text: String) throws {
        let read = try TokenReading.javaScript(text, dialect: .typeScript)
        #expect(read.summary.malformedCount == 0)
        #expect(TokenReading.texts(.regularExpression, read.tokens, of: text) == ["/x/"])
    }

    @Test("tells a generic arrow function from a tag", arguments: ["<T,>(a: T) => a", "<T extends U>(a: T) => '<b>'"])
    func genericArrow(text: String) throws {
        let read = try TokenReading.javaScript(text)
        #expect(TokenReading.texts(.jsxText, read.tokens, of: text) == [])
        #expect(read.tokens.first?.isPunctuator(UInt8(ascii: "<")) == true)
    }

    @Test(
        "flags what is broken and goes on behind it",
        arguments: [
            ("a = 'b\nc('d')", 0, "string"), ("a = \"b", 0, "string"), ("`a", 0, "template"), ("`a${b", 0, nil),
            ("/* a", 0, "comment"), ("a = 3x", 1, "number"), ("# a", 0, "invalid"), ("a \\ b", 0, "invalid"),
            ("a )", 0, "punctuator"), ("a ]", 0, "punctuator"), ("a }", 0, "punctuator"), ("(a }", 0, "punctuator"),
            ("{ ( }", 0, "punctuator"), ("a \u{0} b", 0, "invalid"),
        ] as [(String, Int, String?)]
    )
    func broken(text: String, extra: Int, kind: String?) throws {
        let read = try TokenReading.javaScript(text)
        #expect(read.summary.malformedCount == (kind == nil ? 0 : 1))
        let flagged = read.tokens.filter { $0.flags.contains(.malformed) }.map { "\($0.kind)" }
        #expect(flagged == [kind].compactMap(\.self))
    }

    @Test(
        "says where yield and await decide what follows, for they are names outside of generators and async functions",
        arguments: [
            "yield /1; f() //", "await /1; f() //", "typeof yield /1; f() //", "yield++ /1; f() //",
            "yield <a> f() </a>/",
            "await\n{}\n/'/; f() //'", "await\nfunction g() {}\n/'/; f() //'", "x ? yield : yield /1; f() //",
            "if (1) await /1; f() //",
        ]
    )
    func softWords(text: String) throws {
        #expect(try TokenReading.javaScript(text).summary.ambiguousOffset != nil)
    }

    @Test(
        "is sure of what usually follows yield and await",
        arguments: [
            "await f(/a/)", "yield x / 2", "yield\n/ 2", "const { a } = await b", "yield* f()", "await new A(/b/)",
            "yield ++a",
            "for await (const a of b) /c/", "x.yield /2/ 1", "({ yield: /a/ })", "await (a) / 2", "yield !/a/.test(b)",
        ]
    )
    func softWordsOfUse(text: String) throws {
        #expect(try TokenReading.javaScript(text).summary.ambiguousOffset == nil)
    }

    @Test("a line end behind yield ends the statement, and a slash divides a variable of the name let")
    func endsOfStatements() throws {
        for text in ["yield\n{}\n/'/; f() //'", "yield\nfunction g() {}\n/'/; f() //'"] {
            let read = try TokenReading.javaScript(text)
            #expect(TokenReading.texts(.regularExpression, read.tokens, of: text) == ["/'/"])
            #expect(TokenReading.texts(.identifier, read.tokens, of: text).last == "f")
        }
        for text in ["let /1; f() //", "let\n/1; f() //", "for (let /1; f();) {}", "let <a> f(); x </a>/"] {
            let read = try TokenReading.javaScript(text)
            #expect(TokenReading.texts(.identifier, read.tokens, of: text).contains("f"), "\(text)")
        }
        let declaration = try TokenReading.javaScript("let a = /b/")
        #expect(TokenReading.texts(.regularExpression, declaration.tokens, of: "let a = /b/") == ["/b/"])
    }

    @Test("what follows an unterminated string is still read")
    func resynchronises() throws {
        let text = "a = 'b\nrequire('c')"
        let read = try TokenReading.javaScript(text)
        #expect(TokenReading.texts(.string, read.tokens, of: text) == ["'b", "'c'"])
        #expect(read.summary.firstMalformedOffset == 4)
    }

    @Test("a slash that ends no regular expression on its line divides")
    func regularExpressionWithoutEnd() throws {
        let text = "a = /b\nrequire('c')"
        let read = try TokenReading.javaScript(text)
        #expect(TokenReading.texts(.string, read.tokens, of: text) == ["'c'"])
    }

    @Test("bytes that are not UTF-8 are invalid tokens outside of strings")
    func notUTF8() throws {
        let bytes: [UInt8] = Array("a ".utf8) + [0xFF, 0xFE, 0xC3] + Array(" b '".utf8) + [0xFF] + Array("'".utf8)
        var tokens: [Token] = []
        let summary = try JavaScriptTokenizer.tokenize(bytes.span, into: &tokens)
        #expect(tokens.map(\.kind) == [.identifier, .invalid, .identifier, .string])
        #expect(summary.malformedCount == 1)
        let value = JavaScriptLiteral.value(of: tokens[3], in: bytes.span)
        #expect(value == "\u{FFFD}")
    }

    @Test("holds its limits: at the limit it reads, one above it stops with what it had")
    func limits() throws {
        #expect(try TokenReading.javaScript("a b c", limits: TokenLimits(bytesMax: 5)).tokens.count == 3)
        #expect(throws: LexError(.tooLarge, at: 0)) {
            try TokenReading.javaScript("a b cd", limits: TokenLimits(bytesMax: 5))
        }
        #expect(try TokenReading.javaScript("a b", limits: TokenLimits(tokensMax: 2)).tokens.count == 2)
        #expect(throws: LexError(.tooManyTokens, at: 4)) {
            try TokenReading.javaScript("a b c", limits: TokenLimits(tokensMax: 2))
        }
        #expect(try TokenReading.javaScript("[(", limits: TokenLimits(depthMax: 2)).tokens.count == 2)
        #expect(throws: LexError(.tooDeep, at: 2)) {
            try TokenReading.javaScript("[({", limits: TokenLimits(depthMax: 2))
        }
        var kept: [Token] = []
        let bytes = Array("a b c".utf8)
        _ = try? JavaScriptTokenizer.tokenize(bytes.span, limits: TokenLimits(tokensMax: 2), into: &kept)
        #expect(kept.count == 2)
        let messages = Set(LexError.Code.allCases.map { LexError($0, at: 3).message })
        #expect(messages.count == LexError.Code.allCases.count)
    }

    @Test("any depth and any order of brackets is read or refused, never overrun")
    func hostileBrackets() throws {
        for unit in ["(", "[", "{", "`${", "<a>", "<a b={", "a?(", "function(", "class{", "){", "}", ")", "]", "</"] {
            let text = "x=" + String(repeating: unit, count: 20_000)
            do {
                _ = try TokenReading.javaScript(text)
            } catch let error as LexError {
                #expect(error.code == .tooDeep)
            }
        }
    }

    @Test("every prefix of a program is read without a trap")
    func prefixes() throws {
        let text =
            "#!x\nclass A{#b=`c${d?.[/e\\/[/]/g]}`;static async*f(){return<g h='i'>{j}k</g>}}\u{2028}'\\u{1F600}\\\r\n'/*l*/<!--"
        let bytes = Array(text.utf8)
        for end in 0...bytes.count {
            var tokens: [Token] = []
            let prefix = Array(bytes[..<end])
            try JavaScriptTokenizer.tokenize(prefix.span, limits: TokenLimits(includesComments: true), into: &tokens)
            var last = 0
            for token in tokens {
                #expect(token.range.lowerBound >= last)
                #expect(token.range.upperBound <= end)
                last = token.range.upperBound
            }
        }
    }
}
