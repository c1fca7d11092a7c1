import SallyportArchive
import SallyportTesting
import Testing

@Suite("Paths")
struct PathRuleTests {
    /// Names that are refused wherever they stand.
    static let refused: [(name: String, code: ArchiveError.Code)] = [
        ("/etc/passwd", .absolutePath),
        ("//host/share", .absolutePath),
        ("C:/windows", .absolutePath),
        ("z:evil", .absolutePath),
        ("../evil", .escapingPath),
        ("package/../../evil", .escapingPath),
        ("package/..", .escapingPath),
        ("./package/a", .escapingPath),
        ("package/./a", .escapingPath),
        (".", .escapingPath),
        ("..", .escapingPath),
        ("package//a", .emptyPathComponent),
        ("package\\a", .backslashPath),
        ("..\\evil", .backslashPath),
        ("package/a\nb", .controlCharacter),
        ("package/\u{1B}[2J", .controlCharacter),
        ("package/a\u{7F}", .controlCharacter),
        ("package/a\u{85}b", .controlCharacter),
        ("package/a\u{200B}b", .controlCharacter),
        ("package/a\u{202E}sj.txt", .controlCharacter),
        ("package/\u{FEFF}a", .controlCharacter),
    ]

    @Test("are refused in a tar", arguments: refused)
    func refusesInTar(name: String, code: ArchiveError.Code) {
        #expect(tarRefusal(TarBuilder().entry(TarFields(name: name))) == code)
        #expect(tarRefusal(TarBuilder().pax(["path": name]).entry(TarFields(name: "x"))) == code)
    }

    @Test("are refused in a zip", arguments: refused)
    func refusesInZip(name: String, code: ArchiveError.Code) {
        #expect(zipRefusal(ZipBuilder().file(name, "x")) == code)
    }

    @Test("that are not UTF-8 are refused")
    func refusesOtherEncodings() {
        var fields = TarFields(name: "")
        fields.name = [0x63, 0x61, 0x66, 0xE9]
        #expect(tarRefusal(TarBuilder().entry(fields)) == .pathEncoding)
        let latin = ZipBuilder().file("x", "") { member in
            member.both {
                $0.name = [0x63, 0x61, 0x66, 0xE9]
                $0.flags |= 0x800
            }
        }
        #expect(zipRefusal(latin) == .pathEncoding)
        let undeclared = ZipBuilder().file("café", "") { member in member.both { $0.flags = 0 } }
        #expect(zipRefusal(undeclared) == .pathEncoding)
    }

    @Test("with a NUL are refused")
    func refusesNUL() {
        var fields = TarFields(name: "a")
        fields.name = Array("a\0b".utf8)
        #expect(tarRefusal(TarBuilder().entry(fields)) == .hiddenData)
        #expect(tarRefusal(TarBuilder().pax(["path": "a\0b"]).entry(TarFields(name: "x"))) == .controlCharacter)
        #expect(zipRefusal(ZipBuilder().file("a\0b", "")) == .controlCharacter)
    }

    @Test(
        "that no file system could confuse are taken as they are",
        arguments: [
            "a", "a/b/c", ".hidden", "...", "a..b/c", "package/c:d", "日本/ファイル.txt", "é", "with space/and-more",
            "a.", "trailing ", "{weird}[name](x)@1",
        ]
    )
    func takesHonestNames(name: String) throws {
        #expect(try visit(TarBuilder().file(name, "x").gzipped(), as: .gzipTar).entries.map(\.path) == [name])
        #expect(try visit(ZipBuilder().file(name, "x").bytes(), as: .zip).entries.map(\.path) == [name])
    }

    @Test(
        "that a file system could take as the same are refused",
        arguments: [
            ("package/a", "package/a", ArchiveError.Code.duplicatePath),
            ("package/README.md", "package/readme.md", .caseClash),
            ("package/É", "package/é", .caseClash),
            ("package/e\u{301}", "package/\u{E9}", .caseClash),
            ("package/stra\u{DF}e", "package/STRASSE", .caseClash),
            ("package/\u{212A}elvin", "package/kelvin", .caseClash),
            ("package/a", "package/a.", .caseClash),
            ("package/a", "package/a ", .caseClash),
            ("Package/a", "package/b", .caseClash),
            ("package/Lib/a", "package/lib/b", .caseClash),
            ("package/a", "package/a/b", .fileAsDirectory),
            ("package/a/b", "package/a", .fileAsDirectory),
            ("package/A", "package/a/b", .caseClash),
        ]
    )
    func refusesClashes(first: String, second: String, code: ArchiveError.Code) {
        #expect(tarRefusal(TarBuilder().file(first, "1").file(second, "2")) == code)
        #expect(zipRefusal(ZipBuilder().file(first, "1").file(second, "2")) == code)
    }

    @Test("of directories may come before or after what is in them, once")
    func directories() throws {
        let tar = TarBuilder().directory("p").file("p/a", "1").file("p/q/b", "2").directory("p/q")
        #expect(try visit(tar.bytes(), as: .tar).entries.map(\.path) == ["p", "p/a", "p/q/b", "p/q"])
        #expect(tarRefusal(tar.directory("p/q")) == .duplicatePath)
        #expect(tarRefusal(tar.directory("P")) == .caseClash)
        let zip = ZipBuilder().file("p/a", "1").directory("p").directory("p/q")
        #expect(try visit(zip.bytes(), as: .zip).entries.map(\.path) == ["p/a", "p", "p/q"])
        #expect(zipRefusal(zip.directory("p")) == .duplicatePath)
    }

    @Test("are escaped and cut in an error")
    func printsSafely() throws {
        let raw = "package/\u{1B}]0;x\u{7}\\`é" + String(repeating: "a", count: 500)
        let error = try #require(refusal(TarBuilder().pax(["path": raw]).entry(TarFields(name: "x")).bytes(), as: .tar))
        let path = try #require(error.path)
        #expect(path.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        #expect(path.utf8.count <= 220)
        #expect(error.message.contains("of the tar stream"))
        #expect(error.description.hasPrefix("control-character: "))
    }
}
