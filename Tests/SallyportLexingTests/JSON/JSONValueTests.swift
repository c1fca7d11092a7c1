import SallyportLexing
import Testing

@Suite("JSON tree")
struct JSONValueTests {
    private func parse(_ text: String) throws -> JSONValue {
        try JSONValue.parse(Array(text.utf8).span)
    }

    @Test("keeps order, kinds and numbers as written")
    func kinds() throws {
        let value = try parse("{\"z\":[1.50,true,null,[],{}],\"a\":\"\\u00e9\\n\"}")
        #expect(
            value
                == .object([
                    JSONMember(
                        key: "z",
                        value: .array([.number("1.50"), .bool(true), .null, .array([]), .object([])])
                    ),
                    JSONMember(key: "a", value: .string("\u{E9}\n")),
                ])
        )
        #expect(value["a"]?.string == "\u{E9}\n")
        #expect(value["z"]?.array?.count == 5)
        #expect(value["z"]?.array?[0].number == "1.50")
        #expect(value["z"]?.array?[1].bool == true)
        #expect(value["absent"] == nil)
        #expect(value.string == nil)
    }

    @Test("shows duplicates, and takes the last")
    func duplicates() throws {
        let value = try parse("{\"a\":1,\"b\":2,\"\\u0061\":3,\"a\":4}")
        #expect(value["a"] == .number("4"))
        #expect(value.object?.count == 4)
        #expect(value.duplicateKeys == ["a"])
        #expect(JSONValue.null.duplicateKeys.isEmpty)
    }

    @Test("reads scalars at the top level and deep nesting up to the limit")
    func shapes() throws {
        #expect(try parse(" \"x\" ") == .string("x"))
        #expect(try parse("false").bool == false)
        let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
        _ = try parse(deep)
        #expect(throws: JSONError(.tooDeep, at: 128)) { try parse("[\(deep)]") }
    }

    @Test("skips a byte order mark, as npm does, and refuses it elsewhere")
    func byteOrderMark() throws {
        #expect(try parse("\u{FEFF}[\"a\"]") == .array([.string("a")]))
        #expect(throws: JSONError(.byteOrderMark, at: 0)) {
            try JSONValue.parse(Array("\u{FEFF}[]".utf8).span, limits: .document)
        }
    }

    @Test(
        "decodes strings",
        arguments: [
            ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\u{8}\u{C}\n\r\t"),
            ("\"\\u0041\\u00e9\\u20AC\"", "A\u{E9}\u{20AC}"),
            ("\"\\ud83d\\ude00\"", "\u{1F600}"),
            ("\"\\ud83dx\"", "\u{FFFD}\u{FFFD}\u{FFFD}x"),
            ("\"\\ud83d\\u0041\"", "\u{FFFD}\u{FFFD}\u{FFFD}A"),
        ]
    )
    func strings(text: String, expected: String) throws {
        #expect(try parse(text).string == expected)
    }

    @Test(
        "escapes what must be, and reads it back",
        arguments: ["", "a", "\"\\/", "\u{0}\u{1F}\u{7F}", "\u{2028}\u{2029}", "\n\r\t\u{8}\u{C}", "\u{E9}\u{1F600}"]
    )
    func escaping(text: String) throws {
        let escaped = JSONText.escape(text)
        try JSONValidator.validate(escaped.span)
        let decoded = JSONText.string(escaped.span, 0..<escaped.count)
        #expect(decoded == text)
        #expect(!escaped.contains { $0 < 0x20 })
    }

    @Test(
        "compares names without decoding where it can",
        arguments: [(1..<3, "ab", true), (6..<13, "ab", true), (1..<3, "a", false), (1..<3, "abc", false)]
    )
    func matches(range: Range<Int>, name: String, expected: Bool) {
        let bytes = Array("\"ab\" \"a\\u0062\"".utf8)
        let isEqual = JSONText.matches(bytes.span, range, name)
        #expect(isEqual == expected)
    }

    @Test("a range that is no string has no text", arguments: [1..<3, 0..<99, 0..<1, 2..<2])
    func noString(range: Range<Int>) {
        let bytes = Array("\"ab\"".utf8)
        let text = JSONText.string(bytes.span, range)
        #expect(text == nil)
    }

    @Test("time grows with the number of elements only", arguments: ["[", "{"])
    func linear(open: String) throws {
        let count = 200_000
        let piece = open == "[" ? "0," : "\"a\":0,"
        let text = open + String(repeating: piece, count: count - 1) + piece.dropLast() + (open == "[" ? "]" : "}")
        let value = try JSONValue.parse(Array(text.utf8).span)
        #expect(value.array?.count == (open == "[" ? count : nil))
        #expect(value.duplicateKeys == (open == "[" ? [] : ["a"]))
    }
}
