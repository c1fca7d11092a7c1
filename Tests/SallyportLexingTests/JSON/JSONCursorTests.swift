import SallyportLexing
import Testing

@Suite("JSON cursor")
struct JSONCursorTests {
    private let document = Array(
        """
        { "name" : "m\\u006fcha", "versions": {"1.0.0": {"dist": {"tarball": "t\\"}"}}, "1.0.1":[1, [2,{"a":"]"}],3]},
          "n": -1.5e3 ,"t":true,"nothing":null, "name": "last"}  x
        """.utf8
    )

    private func text(_ range: Range<Int>) -> String {
        String(decoding: document[range], as: UTF8.self)
    }

    @Test("gives names and whole values as ranges")
    func members() throws {
        var cursor = JSONCursor()
        var seen: [String] = []
        try cursor.forEachMember(in: document.span) { key, value throws(JSONError) in
            seen.append("\(JSONText.decode(document.span, key))=\(text(value))")
        }
        #expect(
            seen == [
                "name=\"m\\u006fcha\"",
                "versions={\"1.0.0\": {\"dist\": {\"tarball\": \"t\\\"}\"}}, \"1.0.1\":[1, [2,{\"a\":\"]\"}],3]}",
                "n=-1.5e3", "t=true", "nothing=null", "name=\"last\"",
            ]
        )
        #expect(document[cursor.offset - 1] == UInt8(ascii: "}"))
    }

    @Test("walks into a value by its offset, and takes the last of two members")
    func nested() throws {
        var cursor = JSONCursor()
        let nameFound = try cursor.value(of: "name", in: document.span)
        let name = try #require(nameFound)
        let decoded = JSONText.string(document.span, name)
        #expect(decoded == "last")
        cursor = JSONCursor()
        let versionsFound = try cursor.value(of: "versions", in: document.span)
        let versions = try #require(versionsFound)
        var inner = JSONCursor(offset: versions.lowerBound)
        let listFound = try inner.value(of: "1.0.1", in: document.span)
        let list = try #require(listFound)
        #expect(inner.offset == versions.upperBound)
        var elements = JSONCursor(offset: list.lowerBound)
        var seen: [String] = []
        try elements.forEachElement(in: document.span) { value throws(JSONError) in seen.append(text(value)) }
        #expect(seen == ["1", "[2,{\"a\":\"]\"}]", "3"])
        var absent = JSONCursor()
        let nothing = try absent.value(of: "absent", in: document.span)
        #expect(nothing == nil)
    }

    @Test("names the kind of each value, and refuses to enter another")
    func kinds() throws {
        let kinds: [(String, JSONCursor.Kind?)] = [
            ("{}", .object), (" []", .array), ("\"", .string), ("-1", .number), ("7", .number), ("true", .bool),
            ("false", .bool), ("null", .null), ("", nil), ("  ", nil), ("x", nil),
        ]
        for (text, kind) in kinds {
            var cursor = JSONCursor()
            let found = cursor.kind(in: Array(text.utf8).span)
            #expect(found == kind)
        }
        var cursor = JSONCursor()
        #expect(throws: JSONError(.wrongKind, at: 1)) { try cursor.enterObject(in: Array(" []".utf8).span) }
        #expect(throws: JSONError(.wrongKind, at: 1)) { try cursor.enterArray(in: Array(" {}".utf8).span) }
    }

    @Test(
        "on a text that was never validated it throws or ends, and does not trap",
        arguments: [
            "{", "{\"", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":}", "{\"a\":[", "{a}", "[\"\\", "{\"a\":1 2}", "{]", "[}",
        ]
    )
    func hostile(text: String) {
        let bytes = Array(text.utf8)
        var cursor = JSONCursor()
        #expect(throws: JSONError.self) { _ = try cursor.value(of: "a", in: bytes.span) }
        var skipper = JSONCursor(offset: bytes.count + 5)
        #expect(throws: JSONError.self) { _ = try skipper.skipValue(in: bytes.span) }
        var negative = JSONCursor(offset: -3)
        _ = negative.kind(in: bytes.span)
    }
}
