import SallyportLexing
import Testing

@Suite("Shell words")
struct ShellWordsTests {
    @Test(
        "splits a line into its commands",
        arguments: [
            ("node install.js", [["node", "install.js"]]),
            ("a && b||c ; d | e & f", [["a"], ["b"], ["c"], ["d"], ["e"], ["f"]]),
            ("node -e \"require('a b')\"", [["node", "-e", "require('a b')"]]), ("a 'b c'd\\ e", [["a", "b cd e"]]),
            ("NODE_ENV=x A= b c=d", [["b", "c=d"]]), ("a > out 2>&1 b <in", [["a", "b"]]),
            ("a &> x; b", [["a"], ["b"]]),
            ("(cd a && b)", [["cd", "a"], ["b"]]), ("{ a; b; }", [["a"], ["b"]]), ("a # b && c", [["a"]]),
            ("a#b", [["a#b"]]),
            ("a\nb\\\nc", [["a"], ["bc"]]), ("\"no\"de x", [["node", "x"]]), ("n\\ode", [["node"]]), ("", []),
            ("   ", []), (";;", []),
            ("a ''", [["a", ""]]), ("a \"\\$b \\q\"", [["a", "$b \\q"]]), ("echo '&&' \";\"", [["echo", "&&", ";"]]),
            ("2>x a", [["a"]]), ("a2>x", [["a2"]]), ("\"A=b\" c", [["c"]]), ("a \"{\" }", [["a", "{"]]),
        ] as [(String, [[String]])]
    )
    func commands(line: String, expected: [[String]]) {
        let words = ShellWords(line)
        #expect(words.commands == expected)
        #expect(!words.isIncomplete)
    }

    @Test("keeps what a substitution runs, and marks the word")
    func substitutions() {
        let words = ShellWords("$(curl -s $(host)) `wget x` \"${A:-$(b)}\" $C *.js '$(no)'")
        #expect(words.substitutions == ["curl -s $(host)", "wget x"])
        #expect(words.pieces.map(\.isExpanded) == [true, true, true, true, true, false])
        #expect(words.pieces.map(\.text) == ["$(curl -s $(host))", "`wget x`", "${A:-$(b)}", "$C", "*.js", "$(no)"])
        #expect(ShellWords(words.substitutions[0]).substitutions == ["host"])
    }

    @Test("says what each piece is and where it stands")
    func pieces() {
        let words = ShellWords("A=1 b 2>>c|d")
        #expect(words.pieces.map(\.kind) == [.assignment, .word, .redirection, .word, .separator, .word])
        #expect(words.pieces.map(\.range) == [0..<3, 4..<5, 6..<9, 9..<10, 10..<11, 11..<12])
    }

    @Test(
        "says when a line is not closed",
        arguments: ["a 'b", "a \"b", "a $(b", "a `b", "${a", "$(", "`", "\"$(", "a \"`"]
    )
    func incomplete(line: String) {
        #expect(ShellWords(line).isIncomplete)
    }

    @Test("holds its limits")
    func limits() {
        let longest = String(repeating: "a", count: ShellWords.bytesMax)
        #expect(!ShellWords(longest).isIncomplete)
        #expect(ShellWords(longest + "a").isIncomplete)
        let many = Array(repeating: "a", count: ShellWords.piecesMax + 1).joined(separator: " ")
        #expect(ShellWords(many).isIncomplete)
        let substitutions = String(repeating: "$(a)", count: ShellWords.substitutionsMax + 1)
        #expect(ShellWords(substitutions).isIncomplete)
        #expect(ShellWords(substitutions).substitutions.count == ShellWords.substitutionsMax)
    }

    @Test("every prefix of a line is read without a trap")
    func prefixes() {
        let line = Array("A=b c\\d 'e' \"f\\\"$(g `h`)\" ${i} 2>&1 <<<j && {k;} |& l # m \\".utf8)
        for count in 0...line.count {
            let prefix = Array(line[..<count])
            #expect(ShellWords(prefix.span).pieces.allSatisfy { $0.range.upperBound <= count })
        }
    }
}
