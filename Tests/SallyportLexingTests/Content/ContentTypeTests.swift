import SallyportLexing
import Testing

@Suite("Content types")
struct ContentTypeTests {
    private static func padded(_ magic: [UInt8], to count: Int = 64, with byte: UInt8 = 0) -> [UInt8] {
        magic + [UInt8](repeating: byte, count: max(0, count - magic.count))
    }

    private static func windowsProgram() -> [UInt8] {
        var bytes = padded(Array("MZ".utf8), to: 256, with: 0x20)
        bytes[60] = 0x80
        bytes[61] = 0
        bytes[62] = 0
        bytes[63] = 0
        bytes.replaceSubrange(0x80..<0x84, with: Array("PE\0\0".utf8))
        return bytes
    }

    private static func tar() -> [UInt8] {
        var bytes = padded(Array("package/index.js".utf8), to: 512)
        bytes.replaceSubrange(257..<262, with: Array("ustar".utf8))
        return bytes
    }

    @Test(
        "knows binaries by their first bytes",
        arguments: [
            (padded([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1]), ContentType.elf, true),
            (windowsProgram(), .portableExecutable, true),
            (padded(Array("MZ".utf8) + [0x90, 0, 3]), .portableExecutable, true),
            (padded([0xCF, 0xFA, 0xED, 0xFE]), .machO, true),
            ([0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 2], .machO, true),
            ([0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52], .javaClass, true),
            ([0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 43], .javaClass, true),
            ([0xCA, 0xFE, 0xBA, 0xBF, 0, 0, 0, 52], .machO, true),
            (padded([0x00, 0x61, 0x73, 0x6D, 1]), .wasm, true), (padded([0x42, 0x43, 0xC0, 0xDE]), .llvmBitcode, true),
            (Array("!<arch>\nx".utf8), .unixArchive, true), (padded(Array("dex\n035".utf8)), .dalvik, true),
            ([0xA7, 0x0D, 0x0D, 0x0A, 0, 0, 0, 0, 1, 2, 3, 4], .pythonBytecode, true),
            (padded([0x50, 0x4B, 3, 4]), .zip, false),
            ([0x1F, 0x8B, 8], .gzip, false), (padded([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]), .xz, false),
            (padded([0x28, 0xB5, 0x2F, 0xFD]), .zstandard, false),
            (Array("BZh9".utf8) + [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], .bzip2, false),
            (padded([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), .sevenZip, false), (tar(), .tar, false),
            (padded([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), .image(.png), false),
            ([0xFF, 0xD8, 0xFF, 0xE0], .image(.jpeg), false),
            (Array("GIF89a".utf8), .image(.gif), false), (Array("RIFF....WEBPVP8 ".utf8), .image(.webp), false),
            (Array("RIFF....WAVEfmt ".utf8), .media, false), ([0, 0, 1, 0, 1, 0], .image(.ico), false),
            (Array("%PDF-1.7".utf8), .pdf, false), (Array("wOF2".utf8), .font, false), ([0, 1, 0, 0, 0], .font, false),
            (Array("SQLite format 3\0".utf8), .sqlite, false), ([0, 1, 2, 3], .binary, false),
            ([0x80, 0x81], .binary, false), ([], .empty, false),
        ] as [([UInt8], ContentType, Bool)]
    )
    func binaries(bytes: [UInt8], expected: ContentType, isNative: Bool) {
        let type = ContentType.detect(bytes.span)
        #expect(type == expected)
        #expect(type.isNativeCode == isNative)
        #expect(!type.isText)
        #expect(!type.name.isEmpty)
    }

    @Test(
        "knows text, and the interpreter of a script",
        arguments: [
            ("hello\n", ContentType.text), ("caf\u{E9}", .text), ("\u{FEFF}text", .text),
            ("MZ is a good start for a text", .text),
            ("BM", .text), ("BZh9 no", .text), ("PK is not zip", .text), ("\u{1B}[31mred", .text),
            ("#!/bin/sh\n", .script(interpreter: "sh")),
            ("#!/usr/bin/env node\n", .script(interpreter: "node")),
            ("#! /usr/bin/env -S PATH=x python3 -u\r\n", .script(interpreter: "python3")),
            ("#!", .script(interpreter: "")), ("#!/usr/bin/env", .script(interpreter: "env")),
        ]
    )
    func texts(text: String, expected: ContentType) {
        let type = ContentType.detect(Array(text.utf8).span)
        #expect(type == expected)
        #expect(type.isText)
        #expect(!type.isNativeCode)
    }

    @Test("knows UTF-16 by its mark, and text that is cut inside a character")
    func encodings() {
        let wide: [UInt8] = [0xFF, 0xFE, 0x61, 0]
        #expect(ContentType.detect(wide.span) == .wideText)
        for count in 1...3 {
            let cut = Array("abc".utf8) + Array("\u{1F600}".utf8.prefix(count))
            #expect(ContentType.detect(cut.span) == .text)
        }
        let bad: [UInt8] = Array("abc".utf8) + [0xC3, 0x28, 0x61, 0x61, 0x61]
        #expect(ContentType.detect(bad.span) == .binary)
        let lone: [UInt8] = Array("abc".utf8) + [0xFF]
        #expect(ContentType.detect(lone.span) == .binary)
    }

    @Test("every prefix of every signature is typed without a trap")
    func prefixes() {
        for bytes in [
            Self.windowsProgram(), Self.tar(), [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 2], Array("RIFF....WEBP".utf8),
        ] {
            for count in 0...bytes.count {
                let prefix = Array(bytes[..<count])
                #expect(ContentType.detect(prefix.span).isArchive == (count > 261 && bytes.count == 512))
            }
        }
    }
}
