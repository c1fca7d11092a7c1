import SallyportArchive
import SallyportTesting
import Testing

@Suite("Formats and errors")
struct FormatTests {
    @Test("are told by leading bytes")
    func detects() {
        let tar = TarBuilder().file("a", "x")
        #expect(ArchiveFormat.detect(tar.gzipped().span) == .gzipTar)
        #expect(ArchiveFormat.detect(tar.bytes().span) == .tar)
        #expect(ArchiveFormat.detect(ZipBuilder().file("a", "x").bytes().span) == .zip)
        #expect(ArchiveFormat.detect(ZipBuilder().bytes().span) == .zip)
    }

    @Test("are told by nothing else")
    func detectsNothing() {
        let texts = ["", "P", "PK", "PK\u{3}", "PK\u{7}\u{8}rest", "#!/bin/sh\n", String(repeating: "a", count: 600)]
        for text in texts { #expect(ArchiveFormat.detect(Array(text.utf8).span) == nil) }
        #expect(ArchiveFormat.detect([UInt8](repeating: 0, count: 1024).span) == nil)
        #expect(ArchiveFormat.detect(Array(TarBuilder().file("a", "x").bytes().prefix(511)).span) == nil)
    }

    @Test("read as another refuse", arguments: ArchiveFormat.allCases)
    func mismatched(format: ArchiveFormat) {
        let samples: [(ArchiveFormat, [UInt8])] = [
            (.gzipTar, TarBuilder().file("a", "x").gzipped()),
            (.tar, TarBuilder().file("a", "x").bytes()),
            (.zip, ZipBuilder().file("a", "x").bytes()),
        ]
        for (own, bytes) in samples { #expect((refusal(bytes, as: format) == nil) == (own == format)) }
    }

    @Test("codes are kebab-case, distinct, and have a sentence", arguments: ArchiveError.Code.allCases)
    func codes(code: ArchiveError.Code) {
        #expect(code.rawValue.utf8.allSatisfy { $0 == 0x2D || $0 >= 0x61 && $0 <= 0x7A || $0 == 0x36 || $0 == 0x34 })
        let bare = ArchiveError(code, layer: .zip, offset: 7)
        #expect(bare.message.hasSuffix("(at byte 7 of the zip file)."))
        let named = ArchiveError(code, layer: .gzip, offset: 7, path: "a\u{202E}b")
        #expect(named.message.contains("`a\\u{202e}b`"))
        #expect(ArchiveError.Code.allCases.count { $0.rawValue == code.rawValue } == 1)
    }
}
