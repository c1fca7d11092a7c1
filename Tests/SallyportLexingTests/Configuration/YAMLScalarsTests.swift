import SallyportLexing
import Testing

@Suite("Scalars of YAML")
struct YAMLScalarsTests {
    private func read(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return YAMLScalars(bytes.span).scalars.map { "\($0.keys.joined(separator: ".")):\($0.line)=\($0.text)" }
    }

    @Test("come with the keys above them")
    func nested() {
        let text = """
            name: build
            on: [push]
            jobs:
              test:
                steps:
                  - uses: actions/checkout # pinned
                  - name: "run: it"
                    run: |
                      make
                        test

                    env:
                      TOKEN: ${{ secrets.TOKEN }}
            """
        #expect(
            read(text) == [
                "name:1=build", "on:2=[push]", "jobs.test.steps.uses:6=actions/checkout",
                "jobs.test.steps.name:7=run: it", "jobs.test.steps.run:8=make\ntest\n\n",
                "jobs.test.steps.env.TOKEN:13=${{ secrets.TOKEN }}",
            ]
        )
    }

    @Test("of lists and of text without a key")
    func lists() {
        #expect(read("a:\n- b\n-   - c\n- 'd: e': f\n") == ["a:2=b", "a:3=c", "a.d: e:4=f"])
        #expect(read("just text\r\n") == [":1=just text"])
        #expect(read("a: http://x.example.invalid\n") == ["a:1=http://x.example.invalid"])
        #expect(read("\"a\":\n  b: >-\n    one\n    two\nc: 1") == ["a.b:2=one\ntwo\n", "c:5=1"])
    }

    @Test("are as many, and as deep, as the limits let in")
    func limits() {
        let many = String(repeating: "- a\n", count: YAMLScalars.scalarsMax)
        for (text, isCut) in [(many, false), (many + "- b\n", true)] {
            let bytes = Array(text.utf8)
            #expect(YAMLScalars(bytes.span).isCut == isCut)
        }
        var deep = ""
        for depth in 0..<YAMLScalars.depthMax { deep += String(repeating: " ", count: depth) + "k:\n" }
        let below = Array(deep.utf8)
        #expect(!YAMLScalars(below.span).isCut)
        let above = Array((deep + String(repeating: " ", count: YAMLScalars.depthMax) + "k:\n").utf8)
        #expect(YAMLScalars(above.span).isCut)
    }

    @Test("of hostile text end in time", arguments: ["\"", "- ", "  ", "a:", "|", "\"a\"", "{", "\u{0}", "- - -\n"])
    func hostile(_ piece: String) {
        let bytes = Array(String(repeating: piece, count: 20_000).utf8)
        _ = YAMLScalars(bytes.span)
    }
}
