import SallyportArchive
import SallyportTesting
import Testing

@Suite("Tar extended headers")
struct TarMetadataTests {
    static func pax(_ records: KeyValuePairs<String, String>, size: Int? = nil) -> TarBuilder {
        var fields = TarFields(name: "a")
        fields.size = size
        return TarBuilder().pax(records).entry(fields, body: [1, 2, 3])
    }

    static func raw(_ records: String) -> TarBuilder {
        TarBuilder().paxRaw(Array(records.utf8)).file("a", "abc")
    }

    static let refused: [TarCase] = [
        TarCase("size other than the header's", .sizeMismatch, pax(["size": "4"])),
        TarCase("size with a zero in the header", .sizeMismatch, pax(["size": "3"], size: 0)),
        TarCase("size 0 over a header's size", .sizeMismatch, pax(["size": "0"])),
        TarCase("size that is no number", .invalidMetadata, pax(["size": "0x3"])),
        TarCase("size that is negative", .invalidMetadata, pax(["size": "-3"])),
        TarCase("size with a sign", .invalidMetadata, pax(["size": "+3"])),
        TarCase("size past 64 bits", .invalidMetadata, pax(["size": "99999999999999999999"])),
        TarCase("empty path", .invalidMetadata, pax(["path": ""])),
        TarCase("two paths", .metadataConflict, pax(["path": "a", "path": "b"])),
        TarCase("a key twice", .metadataConflict, pax(["mtime": "1", "mtime": "2"])),
        TarCase(
            "path in a global header",
            .invalidMetadata,
            TarBuilder().pax(["path": "b"], global: true).file("a", "")
        ),
        TarCase(
            "size in a global header",
            .invalidMetadata,
            TarBuilder().pax(["size": "1"], global: true).file("a", "")
        ),
        TarCase("link path on a file", .metadataConflict, pax(["linkpath": "b"])),
        TarCase("a key that readers copy into the header", .invalidMetadata, pax(["type": "SymbolicLink"])),
        TarCase("a key that nobody knows", .invalidMetadata, pax(["mode": "777"])),
        TarCase("another character set", .invalidMetadata, pax(["hdrcharset": "BINARY"])),
        TarCase("GNU sparse", .sparseEntry, pax(["GNU.sparse.major": "1"])),
        TarCase("star sparse", .sparseEntry, pax(["SCHILY.realsize": "9"])),
        TarCase("Solaris sparse", .sparseEntry, pax(["SUN.holesdata": " 0 1"])),
        TarCase("a record hidden behind a line feed", .metadataConflict, pax(["comment": "x\n11 path=bc"])),
        TarCase("a hidden record with spaces", .metadataConflict, pax(["comment": "x\n 12 path=bc"])),
        TarCase("a record without a line feed", .invalidMetadata, raw("11 mtime=100")),
        TarCase("a length with a leading zero", .invalidMetadata, raw("011 mtime=1\n")),
        TarCase("a length with a sign", .invalidMetadata, raw("+11 mtime=1\n")),
        TarCase("a length too short", .invalidMetadata, raw("9 mtime=1\n")),
        TarCase("a length too long", .invalidMetadata, raw("900 mtime=1\n")),
        TarCase("a length that overflows", .invalidMetadata, raw("99999999999999999999 a=b\n")),
        TarCase("a record without a key", .invalidMetadata, raw("5 =a\n")),
        TarCase("a record without a value sign", .invalidMetadata, raw("8 mtime\n")),
        TarCase("zeros behind the records", .invalidMetadata, raw("11 mtime=1\n\0\0\0")),
        TarCase("no records", .invalidMetadata, TarBuilder().paxRaw([]).file("a", "")),
        TarCase("two pax headers", .metadataConflict, TarBuilder().pax(["uid": "1"]).pax(["gid": "1"]).file("a", "")),
        TarCase("pax and GNU names", .metadataConflict, TarBuilder().pax(["path": "b"]).gnuLongName("c").file("a", "")),
        TarCase("GNU and pax names", .metadataConflict, TarBuilder().gnuLongName("c").pax(["path": "b"]).file("a", "")),
        TarCase("two GNU names", .metadataConflict, TarBuilder().gnuLongName("c").gnuLongName("b").file("a", "")),
        TarCase(
            "a GNU link name on a file",
            .metadataConflict,
            TarBuilder().gnuLongName("c", isLink: true).file("a", "")
        ),
        TarCase("a NUL in a GNU name", .invalidMetadata, TarBuilder().gnuLongName("c\0d").file("a", "")),
        TarCase("an empty GNU name", .invalidMetadata, TarBuilder().gnuLongName("").file("a", "")),
        TarCase("a GNU name without its NUL", .invalidMetadata, unterminated),
        TarCase("a global header in between", .metadataConflict, globalBetween),
        TarCase("an extended header for nothing", .truncated, TarBuilder().file("a", "").pax(["path": "b"])),
        TarCase("a long name of a folder for a file", .headerMismatch, folderName),
    ]

    private static let unterminated = TarBuilder().entry(TarFields(name: "L", type: "L"), body: [0x61]).file("a", "")
    private static let globalBetween = TarBuilder().pax(["path": "b"]).pax(["comment": "c"], global: true).file("a", "")
    private static let folderName = TarBuilder().pax(["path": "b"]).entry(TarFields(name: "a/", type: "\0"))

    @Test("are refused", arguments: refused)
    func refuses(sample: TarCase) {
        #expect(tarRefusal(sample.builder) == sample.code)
    }

    @Test("whose size hides entries in a body are refused")
    func refusesDesynchronisation() {
        // A reader that heeds only the header's 0 would find the inner archive's entries.
        let inner = TarBuilder().file("package/evil.js", "evil()").bytes()
        var fields = TarFields(name: "package/data.bin")
        fields.size = 0
        let tar = TarBuilder().pax(["size": String(inner.count)]).entry(fields, body: inner)
        #expect(tarRefusal(tar) == .sizeMismatch)
    }

    @Test("of honest writers are read")
    func reads() throws {
        let long = "package/" + String(repeating: "d/", count: 60) + "file.js"
        let target = String(repeating: "t/", count: 70) + "t"
        let link = TarFields(name: "short", type: "2", linkName: "short")
        let tar = TarBuilder()
            .pax(["comment": "0123456789abcdef"], global: true)
            .pax(["path": "package/é.js", "size": "3", "mtime": "1.5", "SCHILY.ino": "7", "NODETAR.type": "File"])
            .entry(TarFields(name: "package/e.js"), body: Array("abc".utf8))
            .pax(["NODETAR.package.description": "one\ntwo = 3\n5 lines"])
            .file("package/b", "b")
            // The name that GNU tar cuts off may end in a slash.
            .gnuLongName(long).entry(TarFields(name: String(long.prefix(100))), body: [1])
            .gnuLongName(target, isLink: true).gnuLongName(long + "2").entry(link)
            .pax(["linkpath": "b", "path": "package/l"]).entry(link)
            .pax(["hdrcharset": "ISO-IR 10646 2000 UTF-8"]).file("package/c", "")
        let seen = try visit(tar.gzipped(), as: .gzipTar)
        #expect(
            seen.entries.map(\.path)
                == ["package/é.js", "package/b", long, long + "2", "package/l", "package/c"]
        )
        #expect(seen.entries[3].kind == .symbolicLink(target: target))
        #expect(seen.entries[4].kind == .symbolicLink(target: "b"))
        #expect(seen.text("package/é.js") == "abc")
    }
}
