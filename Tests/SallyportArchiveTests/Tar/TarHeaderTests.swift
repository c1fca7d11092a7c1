import SallyportArchive
import SallyportTesting
import Testing

@Suite("Tar headers")
struct TarHeaderTests {
    static func fields(_ name: String = "a", _ edit: (inout TarFields) -> Void) -> TarBuilder {
        var fields = TarFields(name: name)
        edit(&fields)
        return TarBuilder().entry(fields)
    }

    static func type(_ type: Character) -> TarBuilder {
        TarBuilder().entry(TarFields(name: "a", type: type))
    }

    static let refused: [TarCase] = [
        TarCase("wrong checksum", .checksumMismatch, fields { $0.checksumHolds = false }),
        TarCase("text for a size", .invalidHeader, fields { $0.patches = [.init(at: 124, Array("12x45678901".utf8))] }),
        TarCase("a size in two parts", .invalidHeader, fields { $0.patches = [.init(at: 124, Array("1 2".utf8))] }),
        TarCase(
            "a negative size",
            .invalidHeader,
            fields { $0.patches = [.init(at: 124, .init(repeating: 255, count: 12))] }
        ),
        TarCase("a size past 64 bits", .invalidHeader, fields { $0.patches = [.init(at: 124, [0x80, 1, 1])] }),
        TarCase("text for a mode", .invalidHeader, fields { $0.patches = [.init(at: 100, Array("rwxr-xr".utf8))] }),
        TarCase("bytes behind a name", .hiddenData, fields { $0.patches = [.init(at: 50, [1])] }),
        TarCase("bytes behind a link name", .hiddenData, fields { $0.patches = [.init(at: 200, [1])] }),
        TarCase("bytes behind the prefix", .hiddenData, fields { $0.patches = [.init(at: 400, [1])] }),
        TarCase("bytes in the tail", .hiddenData, fields { $0.patches = [.init(at: 510, [1])] }),
        TarCase("a prefix under GNU magic", .headerMismatch, gnuPrefix),
        TarCase("a prefix without magic", .headerMismatch, noMagicPrefix),
        TarCase("a prefix under another version", .headerMismatch, versionPrefix),
        TarCase("a file whose name ends in a slash", .headerMismatch, fields("a/") { _ in }),
        TarCase("a directory with content", .directoryContent, directoryContent),
        TarCase("an old directory with content", .directoryContent, oldDirectoryContent),
        TarCase("a hard link with content", .sizeMismatch, hardLinkContent),
        TarCase("sparse", .sparseEntry, type("S")),
        TarCase("contiguous", .unsupportedEntry, type("7")),
        TarCase("multi-volume", .unsupportedEntry, type("M")),
        TarCase("volume label", .unsupportedEntry, type("V")),
        TarCase("Solaris extended header", .unsupportedEntry, type("X")),
        TarCase("directory dump", .unsupportedEntry, type("D")),
    ]

    private static let gnuPrefix = fields {
        $0.magic = TarFields.gnuMagic
        $0.prefix = Array("p".utf8)
    }
    private static let noMagicPrefix = fields {
        $0.magic = []
        $0.prefix = Array("p".utf8)
    }
    private static let versionPrefix = fields {
        $0.magic = Array("ustar\0".utf8) + Array("01".utf8)
        $0.prefix = Array("p".utf8)
    }
    private static let directoryContent = TarBuilder().entry(TarFields(name: "d/", type: "5"), body: [1])
    private static let oldDirectoryContent = TarBuilder().entry(TarFields(name: "d/", type: "\0"), body: [1])
    private static let hardLinkContent = TarBuilder().file("f", "").entry(
        TarFields(name: "h", type: "1", linkName: "f"),
        body: [1]
    )

    @Test("are refused", arguments: refused)
    func refuses(sample: TarCase) {
        #expect(tarRefusal(sample.builder) == sample.code)
    }

    @Test("of every honest form are read")
    func reads() throws {
        var split = TarFields(name: "name.txt")
        split.prefix = Array("some/long/prefix".utf8)
        var gnu = TarFields(name: "gnu")
        gnu.magic = TarFields.gnuMagic
        var old = TarFields(name: "old", type: "\0")
        old.magic = []
        var oldDirectory = TarFields(name: "olddir/", type: "\0")
        oldDirectory.magic = []
        var spaced = TarFields(name: "spaced")
        spaced.patches = [.init(at: 124, Array("          3\0".utf8)), .init(at: 100, Array("   755 \0".utf8))]
        var wide = TarFields(name: "wide")
        wide.patches = [.init(at: 124, [0x80] + [UInt8](repeating: 0, count: 10) + [3])]
        var timed = TarFields(name: "timed")
        timed.prefix = Array("p".utf8)
        timed.patches = [.init(at: 476, Array("14000000000 14000000000 ".utf8))]
        let full = TarFields(name: String(repeating: "n", count: 100))
        let tar = TarBuilder().entry(split).entry(gnu).entry(old, body: Array("o".utf8)).entry(oldDirectory)
            .entry(spaced, body: Array("abc".utf8)).entry(wide, body: Array("def".utf8)).entry(timed).entry(full)
        let seen = try visit(tar.gzipped(), as: .gzipTar)
        #expect(
            seen.entries.map(\.path) == [
                "some/long/prefix/name.txt", "gnu", "old", "olddir", "spaced", "wide", "p/timed",
                String(repeating: "n", count: 100),
            ]
        )
        #expect(seen.entries[3].kind == .directory)
        #expect(seen.entries[4].isExecutable)
        #expect(seen.text("spaced") == "abc")
        #expect(seen.text("wide") == "def")
    }

    @Test("give the execute bit of any class", arguments: [0o644, 0o600, 0o100, 0o010, 0o001, 0o755, 0o4755])
    func executeBit(mode: Int) throws {
        let seen = try visit(TarBuilder().file("a", "", mode: mode).bytes(), as: .tar)
        #expect(seen.entries[0].isExecutable == (mode & 0o111 != 0))
    }
}
