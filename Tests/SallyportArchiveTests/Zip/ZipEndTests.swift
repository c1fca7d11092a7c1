import SallyportArchive
import SallyportTesting
import Testing

@Suite("Zip end records")
struct ZipEndTests {
    static let honest = ZipBuilder().file("a/b.py", "pass\n").file("a/c.py", bytes: noise(400), method: .stored)

    /// An end record alone, which says that the archive is empty.
    static let emptyEnd: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)

    static func ending(_ edit: @escaping @Sendable (inout ZipEnd) -> Void) -> ZipBuilder {
        honest.ending(edit)
    }

    static let refused: [ZipCase] = [
        ZipCase("a byte behind the end", .trailingData, ending { $0.after = [0] }),
        ZipCase("an archive behind the end", .hiddenData, ending { $0.after = emptyEnd }),
        ZipCase("a comment length past the end", .truncated, ending { $0.commentLength = 5 }),
        ZipCase(
            "a comment longer than its length",
            .trailingData,
            ending { ($0.comment, $0.commentLength) = ([1, 2], 1) }
        ),
        ZipCase("an end record in the comment", .ambiguousEnd, ending { $0.comment = emptyEnd }),
        ZipCase("an end record amid the comment", .ambiguousEnd, ending { $0.comment = [1] + emptyEnd + [1, 2, 3] }),
        ZipCase("an end record as the end's comment", .ambiguousEnd, doubleEnd),
        ZipCase("bytes before the first entry", .prefixData, honest.prefixed(by: [1, 2, 3])),
        ZipCase("bytes before all that offsets know", .prefixData, shifted),
        ZipCase("bytes in an archive without entries", .prefixData, ZipBuilder().prefixed(by: [1])),
        ZipCase("bytes between directory and end", .hiddenData, ending { $0.before = [0, 0, 0, 0] }),
        ZipCase("a directory size too large", .sizeMismatch, ending { $0.directorySize += 1 }),
        ZipCase("a directory size too small", .hiddenData, ending { $0.directorySize -= 1 }),
        ZipCase("a directory size of zero", .hiddenData, ending { $0.directorySize = 0 }),
        ZipCase("a directory that starts earlier", .prefixData, ending { $0.directoryOffset -= 1 }),
        ZipCase("a directory that starts later", .sizeMismatch, ending { $0.directoryOffset += 1 }),
        ZipCase("one entry too few", .hiddenData, ending { ($0.entries, $0.entriesHere) = (1, 1) }),
        ZipCase("one entry too many", .truncated, ending { ($0.entries, $0.entriesHere) = (3, 3) }),
        ZipCase("entries on other disks", .multipleDisks, ending { $0.entriesHere = 1 }),
        ZipCase("a second disk", .multipleDisks, ending { $0.disk = 1 }),
        ZipCase("a directory on a second disk", .multipleDisks, ending { $0.directoryDisk = 1 }),
        ZipCase("zip64 marks without zip64", .zip64Mismatch, ending { $0.directoryOffset = 0xFFFF_FFFF }),
        ZipCase(
            "zip64 entry mark without zip64",
            .zip64Mismatch,
            ending { ($0.entries, $0.entriesHere) = (0xFFFF, 0xFFFF) }
        ),
    ]

    /// A first end record whose comment is exactly the second one.
    private static let doubleEnd = ending {
        $0.before = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 16) + [22, 0]
    }
    /// A prefix with offsets that do not count it.
    private static let shifted = honest.prefixed(by: [1, 2, 3]).ending { $0.directoryOffset -= 3 }

    @Test("are refused", arguments: refused)
    func refuses(sample: ZipCase) {
        #expect(zipRefusal(sample.builder) == sample.code)
    }

    @Test("are missing from what is no zip", arguments: [0, 1, 21, 22, 100, 70_000])
    func missing(count: Int) {
        let code = refusal([UInt8](repeating: 0x50, count: count), as: .zip)?.code
        #expect(code == (count < 22 ? .truncated : .missingEnd))
    }

    @Test("are found by structure, not by their signature")
    func signatureByChance() throws {
        // The signature within data, in a stored archive, and in a comment, where it leads to nothing.
        let inner = Self.honest.bytes()
        let text = Array("PK".utf8) + [5, 6] + Array(", the signature, and some more text behind it".utf8)
        let zip = ZipBuilder()
            .file("a/signature.bin", bytes: text, method: .stored)
            .file("a/inner.zip", bytes: inner, method: .stored)
            .ending { $0.comment = text }
        #expect(try visit(zip.bytes(), as: .zip).contents["a/inner.zip"] == inner)
        let short = Self.honest.ending { $0.comment = [0x50, 0x4B, 5, 6] + Array("short".utf8) }
        #expect(try visit(short.bytes(), as: .zip).entries.count == 2)
    }

    @Test("may have a comment of any length", arguments: [0, 1, 100, 65_535])
    func comments(count: Int) throws {
        let zip = Self.honest.ending { $0.comment = [UInt8](repeating: 0xE9, count: count) }
        #expect(try visit(zip.bytes(), as: .zip).entries.count == 2)
    }

    @Test("alone are an empty archive")
    func empty() throws {
        #expect(try visit(ZipBuilder().bytes(), as: .zip).entries.isEmpty)
    }
}
