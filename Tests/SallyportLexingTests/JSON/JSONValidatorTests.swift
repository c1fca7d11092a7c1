import SallyportLexing
import Testing

@Suite("JSON validation")
struct JSONValidatorTests {
    @Test(
        "refuses what is not JSON, with a code and a place",
        arguments: [
            ("", JSONError.Code.unexpectedEnd, 0),
            ("  ", .unexpectedEnd, 2),
            ("{", .unexpectedEnd, 1),
            ("[", .unexpectedEnd, 1),
            ("[1", .unexpectedEnd, 2),
            ("[1,", .unexpectedEnd, 3),
            ("[1,]", .unexpectedByte, 3),
            ("[,1]", .unexpectedByte, 1),
            ("[1 2]", .unexpectedByte, 3),
            ("[1}", .unexpectedByte, 2),
            ("{\"a\":1]", .unexpectedByte, 6),
            ("{\"a\"}", .unexpectedByte, 4),
            ("{\"a\"", .unexpectedEnd, 4),
            ("{\"a\" ", .unexpectedEnd, 5),
            ("{\"a\":}", .unexpectedByte, 5),
            ("{\"a\":1,}", .unexpectedByte, 7),
            ("{a:1}", .unexpectedByte, 1),
            ("{1:1}", .unexpectedByte, 1),
            ("{\"a\":1,,\"b\":2}", .unexpectedByte, 7),
            ("1 2", .trailingData, 2),
            ("{}}", .trailingData, 2),
            ("nul", .unexpectedByte, 0),
            ("True", .unexpectedByte, 0),
            ("NaN", .unexpectedByte, 0),
            ("'a'", .unexpectedByte, 0),
            ("// c\n1", .unexpectedByte, 0),
            ("01", .badNumber, 0),
            ("-", .badNumber, 0),
            ("-01", .badNumber, 0),
            ("1.", .badNumber, 0),
            ("1e", .badNumber, 0),
            ("1e+", .badNumber, 0),
            (".5", .unexpectedByte, 0),
            ("+1", .unexpectedByte, 0),
            ("0x10", .trailingData, 1),
            ("\"", .unexpectedEnd, 1),
            ("\"abc", .unexpectedEnd, 4),
            ("\"\\", .unexpectedEnd, 2),
            ("\"\\x41\"", .badEscape, 1),
            ("\"\\u12g4\"", .badEscape, 1),
            ("\"\\u123", .badEscape, 1),
            ("\"a\nb\"", .controlCharacter, 2),
            ("\"0123456789a\tb\"", .controlCharacter, 12),
            ("\u{FEFF}{}", .byteOrderMark, 0),
            ("\u{A0}1", .unexpectedByte, 0),
        ]
    )
    func refuses(text: String, code: JSONError.Code, offset: Int) {
        #expect(throws: JSONError(code, at: offset)) { try JSONValidator.validate(Array(text.utf8).span) }
    }

    @Test(
        "accepts what RFC 8259 accepts",
        arguments: [
            "0", "-0", "10", "-1.5e+10", "1E5", "0.0e-0", "true", " false ", "null\n", "\"\"", "\"a\"", "[]", "{}",
            " [ ] ", "{ }", "[[],[[]],{}]", "{\"a\":{\"a\":{\"a\":1}}}", "[1 , 2\t,\r\n3]",
            "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
            "\"\u{E9}\u{20AC}\u{1F600}\u{2028}\"", "\"\\ud83d\\ude00\"", "{\"\":1}", "{\"a\" : 1 , \"b\":2}",
            "{\"__proto__\":1,\"a\":\"0123456789abcdef\\n0123456789\"}",
        ]
    )
    func accepts(text: String) throws {
        try JSONValidator.validate(Array(text.utf8).span)
    }

    @Test(
        "refuses bytes that are not UTF-8",
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3], [0xE2, 0x82], [0xE2, 0x28, 0xA1],
        ] as [[UInt8]]
    )
    func refusesBadUTF8(bad: [UInt8]) {
        for padding in 0..<17 {
            let text =
                [UInt8(ascii: "\"")] + Array(repeating: UInt8(ascii: "x"), count: padding) + bad + Array("\"".utf8)
            #expect(throws: JSONError(.badUTF8, at: padding + 1)) { try JSONValidator.validate(text.span) }
        }
    }

    @Test(
        "refuses a second member of one name, however it is spelled and wherever it stands",
        arguments: [
            "{\"a\":1,\"a\":2}",
            "{\"a\":1,\"\\u0061\":2}",
            "{\"\\u0061\":1,\"\\u0061\":2}",
            "{\"\":1,\"\":2}",
            "[{\"x\":{\"versions\":1,\"b\":2,\"versions\":3}}]",
            "{\"\\ud83d\\ude00\":1,\"\u{1F600}\":2}",
            "{\"a/b\":1,\"a\\/b\":2}",
        ]
    )
    func refusesDuplicates(text: String) throws {
        let bytes = Array(text.utf8)
        let error = #expect(throws: JSONError.self) { try JSONValidator.validate(bytes.span) }
        #expect(error?.code == .duplicateKey)
        try JSONValidator.validate(bytes.span, limits: JSONLimits(allowsDuplicateKeys: true))
    }

    @Test("finds a duplicate among many names, in every position", arguments: [2, 11, 12, 13, 14, 100, 1000])
    func manyNames(count: Int) throws {
        let names = (0..<count).map { "\"name-\($0)\":\($0)" }
        try JSONValidator.validate(Array("{\(names.joined(separator: ","))}".utf8).span)
        for position in [0, count / 2, count] {
            var repeated = names
            repeated.insert("\"name-\(count - 1)\":0", at: position)
            let text = Array("{\(repeated.joined(separator: ","))}".utf8)
            let error = #expect(throws: JSONError.self) { try JSONValidator.validate(text.span) }
            #expect(error?.code == .duplicateKey)
        }
    }

    @Test("the same name in sibling and nested objects is no duplicate")
    func siblings() throws {
        try JSONValidator.validate(Array("[{\"a\":1},{\"a\":{\"a\":1,\"b\":{\"a\":2}}}]".utf8).span)
    }

    @Test("allows half a surrogate pair in a value, and refuses it in a name")
    func loneSurrogates() throws {
        try JSONValidator.validate(Array("{\"description\":\"cut \\ud83d\"}".utf8).span)
        #expect(throws: JSONError(.loneSurrogate, at: 2)) {
            try JSONValidator.validate(Array("{\"\\ud83d\":1}".utf8).span)
        }
    }

    @Test("holds its limits: one below and at the limit pass, one above does not")
    func limits() throws {
        for depth in [3, 4] {
            let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            try JSONValidator.validate(Array(text.utf8).span, limits: JSONLimits(depthMax: 4))
        }
        #expect(throws: JSONError(.tooDeep, at: 4)) {
            try JSONValidator.validate(Array("[[[[[]]]]]".utf8).span, limits: JSONLimits(depthMax: 4))
        }
        try JSONValidator.validate(Array("[1]".utf8).span, limits: JSONLimits(bytesMax: 4))
        try JSONValidator.validate(Array("[12]".utf8).span, limits: JSONLimits(bytesMax: 4))
        #expect(throws: JSONError(.tooLarge, at: 4)) {
            try JSONValidator.validate(Array("[123]".utf8).span, limits: JSONLimits(bytesMax: 4))
        }
        for text in ["{\"a\":{\"b\":1}}", "{\"a\":{\"b\":1,\"c\":2}}"] {
            try JSONValidator.validate(Array(text.utf8).span, limits: JSONLimits(membersMax: 3))
        }
        #expect(throws: JSONError(.tooManyMembers, at: 18)) {
            let text = "{\"a\":{\"b\":1,\"c\":2,\"d\":3}}"
            try JSONValidator.validate(Array(text.utf8).span, limits: JSONLimits(membersMax: 3))
        }
    }

    @Test("a hundred thousand open brackets are refused, not overrun")
    func deepInput() {
        for open in ["[", "{\"a\":", "[{\"a\":"] {
            let text = Array(String(repeating: open, count: 100_000).utf8)
            let error = #expect(throws: JSONError.self) { try JSONValidator.validate(text.span) }
            #expect(error?.code == .tooDeep)
        }
    }

    @Test("every code has its own sentence")
    func messages() {
        let messages = Set(JSONError.Code.allCases.map { JSONError($0, at: 7).message })
        #expect(messages.count == JSONError.Code.allCases.count)
        #expect(messages.allSatisfy { $0.contains("byte 7") })
    }

    @Test("cutting a document anywhere is an error, never a trap")
    func prefixes() throws {
        let text = Array("{\"a\":[1,-2.5e3,\"\\u00e9\u{1F600}\\n\",true,null],\"b\":{\"c\":{}}}".utf8)
        try JSONValidator.validate(text.span)
        for end in 0..<text.count {
            let prefix = Array(text[..<end])
            #expect(throws: JSONError.self) { try JSONValidator.validate(prefix.span) }
        }
    }
}
