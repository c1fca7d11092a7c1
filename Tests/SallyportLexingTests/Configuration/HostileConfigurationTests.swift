import SallyportLexing
import Testing

@Suite("Hostile configuration files")
struct HostileConfigurationTests {
    private static let pieces = [
        "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "\"", "'", "\"\"\"", "'''", "\\", "\\u00e9", "#", ";", ":", "\n",
        "\r", "\r\n", " ", "\t", "a", "1", "true", "\u{FEFF}", "\u{0}", "\u{85}", "é", "%(x)s", "inf", "1e5", "0x",
    ]

    @Test("pieces in any order are read or refused, and never trap", arguments: 0..<64)
    func pieces(seed: UInt64) {
        var generator = Shuffle(seed: seed)
        for _ in 0..<40 {
            let count = generator.next(below: 40)
            let text = (0..<count).map { _ in Self.pieces[generator.next(below: Self.pieces.count)] }.joined()
            let bytes = Array(text.utf8)
            let first = try? TOMLDocument(bytes.span).value([])
            #expect((try? TOMLDocument(bytes.span).value([])) == first)
            if let document = try? INIDocument(bytes.span) {
                #expect(document.entries.allSatisfy { $0.offset < bytes.count && !$0.key.isEmpty })
            }
            if let headers = try? RFC822Headers(bytes.span) {
                #expect(headers.fields.allSatisfy { $0.offset < bytes.count })
                #expect(headers.bodyOffset <= bytes.count)
            }
        }
    }

    @Test(
        "bytes that are no UTF-8 are refused wherever they stand",
        arguments: [0x80, 0xC0, 0xED, 0xF8, 0xFF] as [UInt8]
    )
    func badBytes(byte: UInt8) {
        let text = Array("[a]\nb = \"c\"\n# d\n".utf8)
        for offset in 0...text.count {
            var bytes = text
            bytes.insert(byte, at: offset)
            #expect(throws: TOMLError.self) { try TOMLDocument(bytes.span) }
            #expect(throws: INIDocument.Failure.self) { try INIDocument(bytes.span) }
        }
    }

    @Test("a table that two readers could take for another is refused")
    func ambiguous() {
        let texts = [
            "[tool.hatch]\nbuild.x = 1\n[tool.hatch.build]\ny = 2", "a = 1\n\"a\" = 2", "[a]\n['a']", "a.b = 1\n[a.b]",
            "[build-system]\nbuild-backend = \"a\"\n[build-system]\nbuild-backend = \"b\"",
            "build-system = {build-backend = \"a\"}\n[build-system]\nrequires = []",
        ]
        for text in texts {
            #expect(throws: TOMLError.self, "\(text)") { try TOMLDocument(Array(text.utf8).span) }
        }
    }

    @Test(
        "time grows with the size only",
        arguments: ["[a]\n", "a=[", "a.", "\"\"\"", "a={", "\\\n", " x\n", "[x]\na=b\n"]
    )
    func linear(piece: String) {
        let bytes = Array(String(repeating: piece, count: 50_000).utf8)
        _ = try? TOMLDocument(bytes.span)
        _ = try? INIDocument(bytes.span)
        _ = try? RFC822Headers(bytes.span)
    }

    @Test("setup.cfg's keys and sections are those that configparser sees")
    func configparser() throws {
        let text = "[options]\ncmdclass : a = b\n  # no\n  c = d\nx=\n[other] ; note\ncmdclass = e\n"
        let document = try INIDocument(Array(text.utf8).span)
        #expect(document.value("CmdClass", in: "options") == "a = b\nc = d")
        #expect(document.value("x", in: "options")?.isEmpty == true)
        #expect(document.value("cmdclass", in: "other") == "e")
        #expect(document.value("cmdclass", in: "OTHER") == nil)
    }
}

/// The same numbers for the same seed, on every machine.
struct Shuffle {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// A number from 0 up to, and without, a limit.
    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
