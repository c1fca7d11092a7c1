import SallyportLexing
import Testing

@Suite("TOML")
struct TOMLDocumentTests {
    private func read(_ text: String, limits: TOMLLimits = TOMLLimits()) throws -> TOMLDocument {
        try TOMLDocument(Array(text.utf8).span, limits: limits)
    }

    @Test(
        "refuses what the specification refuses",
        arguments: [
            ("a", TOMLError.Code.unexpectedEnd), ("a =", .unexpectedEnd), ("= 1", .badKey),
            ("a = 1 b = 2", .unexpectedByte), ("a = x", .badValue),
            ("a = 1\na = 2", .redefinition), ("[a]\n[a]", .redefinition), ("a = 1\n[a]", .redefinition),
            ("a = 1\na.b = 2", .redefinition),
            ("[a.b]\n[a]\nb.c = 1", .redefinition), ("a = {b = 1}\n[a.c]", .redefinition),
            ("a = {b = 1}\na.c = 2", .redefinition),
            ("a = [1]\n[[a]]", .redefinition), ("[[a]]\n[a]", .redefinition), ("a.b = 1\n[a]", .redefinition),
            ("a = {b.c = 1, b = 2}", .redefinition),
            ("[a", .unexpectedEnd), ("[]", .badKey), ("[a]]", .unexpectedByte), ("[[a]", .unexpectedEnd),
            ("[a] x", .unexpectedByte),
            ("a = \"b", .unexpectedEnd), ("a = \"b\nc\"", .badText), ("a = 'b\u{1}'", .badText),
            ("a = \"\\x41\"", .badEscape), ("a = \"\\ud800\"", .badEscape),
            ("a = \"\"\"b", .unexpectedEnd), ("'''a''' = 1", .badKey), ("a = [1", .unexpectedEnd),
            ("a = [1 2]", .unexpectedByte), ("a = [,]", .badValue),
            ("a = {b = 1,}", .badKey), ("a = {\nb = 1}", .badKey), ("a = {b = 1", .unexpectedEnd), ("a = ]", .badValue),
            ("# \u{7F}", .badText),
            ("a = 1\rb = 2", .unexpectedByte), ("a = inff", .badValue), ("a = TRUE", .badValue), ("a..b = 1", .badKey),
            ("\u{E9} = 1", .badKey),
        ]
    )
    func refuses(text: String, code: TOMLError.Code) {
        let error = #expect(throws: TOMLError.self) { try read(text) }
        #expect(error?.code == code)
        #expect(error?.message.contains(code.rawValue) == true)
    }

    @Test("reads a build system however it is written")
    func buildSystem() throws {
        let forms = [
            "[build-system]\nrequires = [\"a>=1\", 'b'] # c\nbuild-backend = \"x.y:z\"\nbackend-path = [\n  \"_b\", # d\n]\n",
            "build-system = { requires = ['a>=1', 'b'], build-backend = 'x.y:z', backend-path = ['_b'] }",
            "\u{FEFF}build-system.requires = [\"\\u0061>=1\",\"b\",]\r\n\"build-system\".'build-backend' = \"\"\"\r\nx.y:\\\n   z\"\"\"\r\nbuild-system . backend-path=['_b']",
            "[tool.x]\ny=1\n[ build-system ]\nrequires=['''a>=1''',\n\n'b'\n,]\nbuild-backend='x.y:z'\nbackend-path=['_b']\n[tool]\nz={}",
        ]
        for form in forms {
            let document = try read(form)
            #expect(document["build-system", "requires"]?.strings == ["a>=1", "b"])
            #expect(document["build-system", "build-backend"]?.string == "x.y:z")
            #expect(document["build-system", "backend-path"]?.strings == ["_b"])
        }
    }

    @Test("keeps values, order and nesting")
    func values() throws {
        let document = try read(
            "b = true\nd = 1979-05-27 07:32:00Z\nn = -1_0.5e+3\n[[t]]\nx = 1\n[t.u]\nv = [[1, 'a'], {c = {}}]\n[[t]]\n[a.\"b.c\"]\n"
        )
        #expect(document["b"] == .bool(true))
        #expect(document["d"] == .literal("1979-05-27 07:32:00Z"))
        #expect(document["n"] == .literal("-1_0.5e+3"))
        guard case .array(let tables)? = document["t"] else {
            Issue.record("no array of tables")
            return
        }
        #expect(tables.count == 2)
        let inner = TOMLValue.array([
            .array([.literal("1"), .string("a")]), .table([TOMLMember(key: "c", value: .table([]))]),
        ])
        #expect(tables[0]["u"]?["v"] == inner)
        #expect(document["a", "b.c"] == .table([]))
        #expect(document["a", "b"] == nil)
        #expect(document["t", "x"] == nil)
        #expect(document["b"]?.strings == nil)
        #expect(document["b"]?["x"] == nil)
        guard case .table(let members)? = document.value([]) else {
            Issue.record("no table")
            return
        }
        #expect(members.map(\.key) == ["b", "d", "n", "t", "a"])
    }

    @Test(
        "decodes the four kinds of string",
        arguments: [
            ("\"a\\tb\\\\\\\"\\U0001F600\"", "a\tb\\\"\u{1F600}"), ("'a\\tb'", "a\\tb"),
            ("\"\"\"\na\\n\n\\\n   b\"\"\"", "a\n\nb"),
            ("'''\na\\\n'b'''", "a\\\n'b"), ("\"\"\"a\"\"\"\"\"", "a\"\""), ("''''a'''", "'a"), ("\"\"", ""),
            ("''", ""), ("\"\"\"\"\"\"", ""),
            ("\"\"\"a\r\nb\"\"\"", "a\nb"),
        ]
    )
    func strings(text: String, expected: String) throws {
        #expect(try read("a = \(text)")["a"]?.string == expected)
    }

    @Test("holds its limits")
    func limits() throws {
        let small = TOMLLimits(bytesMax: 5, depthMax: 3, valuesMax: 3)
        #expect(throws: TOMLError(.tooLarge, at: 5)) { try read("a = 12", limits: small) }
        _ = try read("a = 1", limits: small)
        let deep = TOMLLimits(depthMax: 3)
        _ = try read("a.b.c = 1", limits: deep)
        #expect(throws: TOMLError.self) { try read("a.b.c.d = 1", limits: deep) }
        _ = try read("a = [[1]]", limits: deep)
        #expect(throws: TOMLError(.tooDeep, at: 7)) { try read("a = [[[1]]]", limits: deep) }
        #expect(throws: TOMLError(.tooDeep, at: 3)) { try read("[a.b]", limits: TOMLLimits(depthMax: 1)) }
        #expect(throws: TOMLError(.tooDeep, at: 0)) { try read("[[a]]", limits: TOMLLimits(depthMax: 1)) }
        _ = try read("a=1\nb=2\nc=3", limits: TOMLLimits(valuesMax: 3))
        #expect(throws: TOMLError(.tooManyValues, at: 14)) {
            try read("a=1\nb=2\nc=3\nd=4", limits: TOMLLimits(valuesMax: 3))
        }
        for unit in ["[", "{a=", "[{a="] {
            #expect(throws: TOMLError.self) { try read("a=" + String(repeating: unit, count: 50_000)) }
        }
        #expect(throws: TOMLError.self) { try read(Array(repeating: "a", count: 50_000).joined(separator: ".") + "=1") }
        #expect(throws: TOMLError(.badText, at: 5)) { try TOMLDocument((Array("a = '".utf8) + [0xFF, 0x27]).span) }
    }

    @Test("every prefix of a document is read or refused without a trap")
    func prefixes() {
        let text = Array(
            "[a.'b']\r\nc.\"d\" = [1, {e = \"\"\"\\u0041\\\n \"\"\", f = '''g'''}, # h\n]\n[[i]]\nj=2020-01-01 00:00"
                .utf8
        )
        var accepted = 0
        for end in 0...text.count {
            let prefix = Array(text[..<end])
            if (try? TOMLDocument(prefix.span)) != nil { accepted += 1 }
        }
        #expect(accepted > 3)
    }
}
