import Testing

@testable import SallyportAnalysis

@Suite("Texts of findings")
struct ExcerptTests {
    @Test(
        "plain text stays as it is, the rest is made fit to be shown",
        arguments: [
            ("", ""), ("eval of a value", "eval of a value"), ("~ {}", "~ {}"), ("a\nb\tc\rd", "a b c d"),
            ("a\u{0}b\u{7F}c\u{1B}[", "a?b?c?["), ("é\u{200B}\u{202E}ü", "é??ü"),
        ]
    )
    func clean(text: String, shown: String) {
        #expect(Excerpt.detail(text) == shown)
    }

    @Test("one character less than is cut, as many, and one more", arguments: [-1, 0, 1])
    func length(beyond: Int) {
        let room = Excerpt.detailLengthMax - 3
        let text = String(repeating: "x", count: room + beyond)
        #expect(Excerpt.detail(text) == (beyond > 0 ? text.dropLast(beyond) + "..." : text))
    }
}
