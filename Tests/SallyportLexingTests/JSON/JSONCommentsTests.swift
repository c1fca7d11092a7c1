import SallyportLexing
import Testing

@Suite("JSON with comments")
struct JSONCommentsTests {
    @Test(
        "becomes JSON of the same length",
        arguments: [
            ("{\"a\": 1} // end", "{\"a\": 1}       "),
            ("{/* x */\"a\": 1}", "{       \"a\": 1}"),
            ("[1, 2, ]", "[1, 2  ]"),
            ("{\"a\": 1, // last\n}", "{\"a\": 1         \n}"),
            ("[1,/* , */]", "[1        ]"),
            ("{\"a\": \"// no, }\"}", "{\"a\": \"// no, }\"}"),
            ("{\"a\\\"/*\": 1}", "{\"a\\\"/*\": 1}"),
            ("[1] /* never closed", "[1]                "),
            ("[1] /", "[1] /"),
            ("[1, /]", "[1, /]"),
            ("[\"never closed // x", "[\"never closed // x"),
            ("[\"escaped at the end\\", "[\"escaped at the end\\"),
        ]
    )
    func blanked(_ text: String, _ expected: String) {
        let bytes = Array(text.utf8)
        #expect(String(decoding: JSONComments.blanked(bytes.span), as: UTF8.self) == expected)
    }
}
