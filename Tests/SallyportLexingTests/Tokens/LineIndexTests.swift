import SallyportLexing
import Testing

@Suite("Lines")
struct LineIndexTests {
    @Test("counts lines by every line end")
    func lines() {
        let text = Array("a\nbb\r\nccc\rd\n".utf8)
        let index = LineIndex(text.span)
        #expect(index.lineCount == 5)
        #expect((0...text.count).map { index.line(of: $0) } == [1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5])
        #expect(index.line(of: -1) == 1)
        #expect(index.line(of: 99) == 5)
        #expect(index.column(of: 3) == 2)
        #expect(index.range(ofLine: 2) == 2..<6)
        #expect(index.range(ofLine: 0) == 12..<12)
        #expect(index.range(ofLine: 9) == 12..<12)
    }

    @Test("an empty source has one line")
    func empty() {
        let none: [UInt8] = []
        let index = LineIndex(none.span)
        #expect(index.lineCount == 1)
        #expect(index.line(of: 0) == 1)
        let excerpt = index.excerpt(of: 0..<0, in: none.span)
        #expect(excerpt == "")
    }

    @Test(
        "an excerpt is one printable line",
        arguments: [
            ("  a\t\tb  \nc", 2, "a b"), ("a\u{1B}[31mb", 0, "a\\u{1B}[31mb"),
            ("x\u{202E}y\u{200B}z", 0, "x\\u{202E}y\\u{200B}z"),
            ("a\u{E0041}b", 0, "a\\u{E0041}b"), ("first\r\nsecond", 8, "second"), ("caf\u{E9}", 0, "caf\u{E9}"),
        ]
    )
    func excerpts(text: String, offset: Int, expected: String) {
        let bytes = Array(text.utf8)
        let excerpt = LineIndex(bytes.span).excerpt(of: offset..<(offset + 1), in: bytes.span)
        #expect(excerpt == expected)
    }

    @Test("an excerpt of a giant line stays short and holds the place", arguments: [0, 100, 50_000, 99_999])
    func giantLine(offset: Int) {
        var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)
        bytes[offset] = UInt8(ascii: "!")
        let excerpt = LineIndex(bytes.span).excerpt(of: offset..<(offset + 1), in: bytes.span, countMax: 80)
        #expect(excerpt.contains("!"))
        #expect(excerpt.count <= 81)
    }

    @Test("an excerpt cut inside a character starts at that character's first byte")
    func cutCharacter() {
        let bytes = Array(String(repeating: "\u{20AC}", count: 200).utf8)
        for offset in 120..<126 {
            let excerpt = LineIndex(bytes.span).excerpt(of: offset..<(offset + 1), in: bytes.span)
            #expect(!excerpt.contains("\u{FFFD}"))
        }
    }
}
