import Testing

@Suite("Reading Swift for tidiness")
struct SwiftCodeTests {
    @Test(
        "what is no code is blanked, what is code stays",
        arguments: [
            ("let a = 1 // fatalError(", "let a = 1"),
            ("let a = 1 /* try! /* as! */ x */ + b", "let a = 1                         + b"),
            (#"f("print(")"#, "f(        )"),
            (#"f("a\"b", c)"#, "f(      , c)"),
            (##"f(#"a"b"#, c)"##, "f(       , c)"),
            (#"f("a\(g("b)", c))d", e)"#, "f(                  , e)"),
            ("let a = \"\"\"\n  } fatalError(\n  \"\"\"\nlet b", "let a =    \n               \n     \nlet b"),
        ]
    )
    func blanking(text: String, expected: String) {
        #expect(SwiftCode(text).lines.map(\.collapsed) == expected.split(separator: "\n").map { String($0).collapsed })
    }

    @Test("lines and columns stay as they are")
    func columns() {
        let text = "f(\"é\") /* a\nb */ c"
        #expect(SwiftCode(text).lines.map(\.utf8.count) == text.split(separator: "\n").map(\.utf8.count))
    }

    @Test("a word is a word, and no part of another")
    func words() {
        let code = SwiftCode("addTask { }\nTask { }\nTask {\nmyprint(x)\nprint(x)\nself.print(x)")
        #expect(code.lines(holding: "Task {") == [2, 3])
        #expect(code.lines(holding: "print(") == [5, 6])
        #expect(SwiftCode("try! f()\ntry f()\nif a != b").lines(holding: "try!") == [1])
    }
}

extension String {
    /// With one space for each run of spaces, and none at the end.
    fileprivate var collapsed: String {
        split(separator: " ").joined(separator: " ")
    }
}
