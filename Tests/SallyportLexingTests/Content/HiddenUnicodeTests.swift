import SallyportLexing
import Testing

@Suite("Hidden Unicode")
struct HiddenUnicodeTests {
    private func scan(_ text: String) -> HiddenUnicode {
        HiddenUnicode.scan(Array(text.utf8).span)
    }

    @Test(
        "counts each class and where it begins",
        arguments: [
            ("if (a\u{202E}\u{2066}) {}", HiddenUnicode.Kind.bidirectionalControl, 2, 5),
            ("user\u{200B}Name", .zeroWidth, 1, 4),
            ("a\u{FEFF}b", .zeroWidth, 1, 1), ("x\u{FE0F}", .variationSelector, 1, 1),
            ("a\u{E0100}\u{E01EF}", .variationSelector, 2, 1),
            ("a\u{E0041}\u{E007F}", .tag, 2, 1), ("\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}", .privateUse, 4, 0),
            ("const \u{3164} = 1, \u{FFA0}, \u{AD}", .otherInvisible, 3, 6), ("a\u{200D}b", .zeroWidth, 1, 1),
        ]
    )
    func counts(text: String, kind: HiddenUnicode.Kind, count: Int, offset: Int) {
        let found = scan(text)
        #expect(found[kind].count == count)
        #expect(found[kind].firstOffset == offset)
        #expect(found.total == count)
    }

    @Test("measures the longest run, over all classes")
    func runs() {
        let payload = String(repeating: "\u{FE01}", count: 20)
        let found = scan("a\u{200B}b`\(payload)\u{E0101}`\u{FE00}")
        #expect(found.longestRun == 21)
        #expect(found.longestRunOffset == 6)
        #expect(found[.variationSelector].count == 22)
    }

    @Test(
        "leaves honest text alone",
        arguments: [
            "", "plain ASCII text that is longer than eight bytes\n", "\u{FEFF}starts with a mark",
            "caf\u{E9} \u{20AC} \u{4E2D}\u{6587}",
            "\u{2764}\u{FE0F} \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} 1\u{FE0F}\u{20E3}",
            "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
            "\u{915}\u{94D}\u{200D}\u{937}", "\u{1F3F3}\u{FE0F}\u{200D}\u{1F308}", "\u{9089}\u{E0100}",
            "\u{645}\u{6CC}\u{200C}\u{62E}",
        ]
    )
    func honest(text: String) {
        #expect(scan(text).total == 0)
        #expect(scan(text).longestRun == 0)
    }

    @Test("an honest beginning does not hide what follows it")
    func crowdedOut() {
        #expect(scan("\u{2764}\u{FE0F}\u{FE0F}\u{FE0F}")[.variationSelector].count == 2)
        #expect(scan("\u{1F3F4}" + String(repeating: "\u{E0041}", count: 30))[.tag].count == 22)
        #expect(scan("\u{E9}\u{200D}\u{200D}\u{200D}\u{E9}")[.zeroWidth].count == 2)
    }

    @Test("counts bytes that are no UTF-8, and goes on")
    func invalid() {
        let bytes: [UInt8] = [0xFF, 0xE2, 0x80] + Array("\u{200B}".utf8) + [0xC0]
        let found = HiddenUnicode.scan(bytes.span)
        #expect(found.invalidByteCount == 4)
        #expect(found[.zeroWidth].count == 1)
    }
}
