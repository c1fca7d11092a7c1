import Testing

/// Each checker finds what it is for, and leaves alone what only looks like it.
@Suite("The checkers of tidiness")
struct CheckerTests {
    private func function(ofLines count: Int) -> String {
        "func f() {\n" + String(repeating: "    g()\n", count: count - 2) + "}\n"
    }

    @Test("count the lines of functions", arguments: [2, 70, 71])
    func functionLengths(count: Int) {
        let functions = FunctionLengths.functions(in: SwiftCode(function(ofLines: count)))
        #expect(functions == [FunctionLengths.Function(line: 1, name: "f", lineCount: count)])
    }

    @Test("see bodies after long signatures, initialisers and nested functions, and no bodies of requirements")
    func functionShapes() {
        let code = SwiftCode(
            """
            protocol P {
                func required(
                    a: Int
                ) async throws
                init(b: Int)
                func other() -> [Int: Int]
            }
            struct S {
                private init(
                    _ f: () -> Void = {}
                ) {
                    self.init()
                }
                func outer() {
                    func inner() {
                    }
                }
            }
            """
        )
        let expected = [("init", 5), ("outer", 4), ("inner", 2)]
        let found = FunctionLengths.functions(in: code)
        #expect(found.map(\.name) == expected.map(\.0))
        #expect(found.map(\.lineCount) == expected.map(\.1))
    }

    @Test("find banned words by layer")
    func bannedWords() throws {
        let code = SwiftCode(
            "print(1)\nlet d = Date()\nTask { }\nfatalError(\"no\")\nlet t = Date(x)\ngroup.addTask { }"
        )
        let core = try #require(Layer(path: "Sources/SallyportModel/A.swift"))
        let edge = try #require(Layer(path: "Sources/SallyportServer/A.swift"))
        let program = try #require(Layer(path: "Sources/sallyport/A.swift"))
        #expect(BannedWords.uses(of: BannedWords.words(for: core), in: code).map(\.line) == [1, 2, 3, 4])
        #expect(BannedWords.uses(of: BannedWords.words(for: edge), in: code).map(\.line) == [1, 4])
        #expect(BannedWords.uses(of: BannedWords.words(for: program), in: code).map(\.line) == [4])
    }

    @Test("tell layers apart by path")
    func layers() {
        #expect(Layer(path: "Sources/SallyportGate/Gate.swift") == .core("SallyportGate"))
        #expect(Layer(path: "Ecosystems/NPM/Sources/A.swift") == .core("EcosystemNPM"))
        #expect(Layer(path: "Ecosystems/NPM/Tests/A.swift") == nil)
        #expect(Layer(path: "Sources/SallyportStore/A.swift") == .edge("SallyportStore"))
        #expect(Layer(path: "Sources/SallyportTesting/Forge/A.swift") == .testing)
        #expect(Layer(path: "Tests/TidyTests/A.swift") == nil)
    }

    @Test("read imports in all their spellings")
    func imports() {
        let code = SwiftCode(
            """
            import A
            public import B
            @preconcurrency internal import C.D
            import struct E.F
            let important = 1 // import G
            """
        )
        #expect(BannedWords.imports(in: code) == ["A", "B", "C", "E"])
    }

    @Test("want a reason above unsafe code, near enough", arguments: [0, 11, 12])
    func safety(linesBetween: Int) {
        let between = String(repeating: "let a = 1\n", count: linesBetween)
        let text = "// SAFETY: it is.\n\(between)let b = unsafe f()\nlet c = unsafe g()\n"
        #expect(SafetyNotes.unexplained(in: text).isEmpty == (linesBetween < 12))
        #expect(SafetyNotes.unexplained(in: "let a = unsafe f()\n// SAFETY: too late.\n") == [1])
        #expect(SafetyNotes.unexplained(in: "final class A: @unchecked Sendable {}\n") == [1])
        #expect(SafetyNotes.unexplained(in: "// unsafe\nlet unsafely = \"unsafe\"\n") == [])
    }

    @Test("find registries by name, in any case")
    func hostNames() {
        let name = ["Registry.", "NPM", "JS.org"].joined()
        #expect(HostNames.found(in: "https://\(name)/left").count == 1)
        #expect(HostNames.found(in: "https://registry.example.invalid/npm pypi") == [])
    }

    @Test("find links that lead nowhere")
    func links() {
        let files = ["docs/b.md": "# Two words, `code`\n", "README.md": ""]
        let document = """
            # Here
            [ok](b.md) [anchor](b.md#two-words-code) [here](#here) [up](../README.md) [web](https://example.invalid/x)
            [gone](c.md) [no anchor](b.md#three) [out](../../x.md) ![gone](d.png)
            `[code](e.md)`
            ```
            [fenced](f.md)
            ```
            """
        let broken = MarkdownLinks.broken(in: document, at: "docs/a.md") { files[$0] }
        #expect(broken == ["c.md", "b.md#three", "../../x.md", "d.png"])
    }
}
