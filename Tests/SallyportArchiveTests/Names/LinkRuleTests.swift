import SallyportArchive
import SallyportTesting
import Testing

@Suite("Links")
struct LinkRuleTests {
    @Test(
        "that could leave the tree are refused",
        arguments: [
            ("package/l", "/etc/passwd"), ("package/l", "../../evil"), ("l", ".."), ("l", "../x"),
            ("a/b/l", "../../../x"),
            ("package/l", "C:/x"), ("package/l", "sub/../../../x"), ("package/l", "sub/.."), ("package/l", "./../../x"),
            ("a/l", "x/./../.."),
        ]
    )
    func refusesEscapes(path: String, target: String) {
        #expect(tarRefusal(TarBuilder().symbolicLink(path, to: target)) == .linkEscapes)
        #expect(zipRefusal(ZipBuilder().symbolicLink(path, to: target)) == .linkEscapes)
    }

    @Test("that are empty or hold what no path may hold are refused")
    func refusesMalformedTargets() {
        #expect(tarRefusal(TarBuilder().symbolicLink("l", to: "")) == .linkEscapes)
        #expect(zipRefusal(ZipBuilder().symbolicLink("l", to: "")) == .linkEscapes)
        #expect(tarRefusal(TarBuilder().symbolicLink("l", to: "..\\x")) == .backslashPath)
        #expect(zipRefusal(ZipBuilder().symbolicLink("l", to: "a\nb")) == .controlCharacter)
        #expect(zipRefusal(ZipBuilder().symbolicLink("l", to: String(repeating: "a", count: 1025))) == .pathTooLong)
    }

    @Test(
        "inside the tree are visited with their target",
        arguments: [
            ("package/l", "a"), ("package/l", "./a"), ("package/l", "../b"), ("a/b/l", "../../c/d"), ("a/l", ".."),
            ("package/l", "sub/"), ("l", "..a/b"),
        ]
    )
    func takesInner(path: String, target: String) throws {
        let entry = ArchiveEntry(path: path, kind: .symbolicLink(target: target), isExecutable: false, size: 0)
        let tar = try visit(TarBuilder().symbolicLink(path, to: target).bytes(), as: .tar)
        #expect(tar.entries == [entry])
        let zip = try visit(ZipBuilder().symbolicLink(path, to: target).bytes(), as: .zip)
        #expect(zip.entries.map(\.kind) == [entry.kind])
        #expect(zip.contents[path] == [])
    }

    static let parents: [TarCase] = [
        TarCase("link, then a file below it", .linkParent, TarBuilder().symbolicLink("p/d", to: "q").file("p/d/x", "")),
        TarCase("file, then a link above it", .linkParent, TarBuilder().file("p/d/x", "").symbolicLink("p/d", to: "q")),
        TarCase("link above in other case", .caseClash, TarBuilder().symbolicLink("p/d", to: "q").file("p/D/x", "")),
        TarCase(
            "hard link as a folder",
            .linkParent,
            TarBuilder().file("f", "").hardLink("h", to: "f").file("h/x", "")
        ),
        TarCase("link over a file", .duplicatePath, TarBuilder().file("f", "").symbolicLink("f", to: "q")),
        TarCase("directory over a link", .duplicatePath, TarBuilder().symbolicLink("d", to: "q").directory("d")),
        TarCase("hard link to nothing", .linkMissing, TarBuilder().hardLink("h", to: "f")),
        TarCase("hard link to a later file", .linkMissing, TarBuilder().hardLink("h", to: "f").file("f", "")),
        TarCase("hard link to itself", .linkMissing, TarBuilder().hardLink("h", to: "h")),
        TarCase("hard link to a directory", .linkMissing, TarBuilder().directory("d").hardLink("h", to: "d")),
        TarCase("hard link to a link", .linkMissing, TarBuilder().symbolicLink("l", to: "f").hardLink("h", to: "l")),
        TarCase("hard link in other case", .linkMissing, TarBuilder().file("F", "").hardLink("h", to: "f")),
        TarCase("hard link out", .escapingPath, TarBuilder().hardLink("h", to: "../f")),
        TarCase("hard link to the root", .absolutePath, TarBuilder().hardLink("h", to: "/etc/passwd")),
        TarCase("device", .deviceEntry, TarBuilder().entry(TarFields(name: "d", type: "3"))),
        TarCase("block device", .deviceEntry, TarBuilder().entry(TarFields(name: "d", type: "4"))),
        TarCase("FIFO", .deviceEntry, TarBuilder().entry(TarFields(name: "d", type: "6"))),
        TarCase("link with content", .sizeMismatch, linkWithContent),
    ]

    private static let linkWithContent = TarBuilder().entry(
        TarFields(name: "l", type: "2", linkName: "a"),
        body: Array("hidden".utf8)
    )

    @Test("are refused as folders, over others, to nothing", arguments: parents)
    func refuses(sample: TarCase) {
        #expect(tarRefusal(sample.builder) == sample.code)
    }

    @Test("of the hard kind name an earlier file")
    func takesHardLinks() throws {
        let tar = TarBuilder().file("p/a", "x", mode: 0o755).hardLink("p/b", to: "p/a").hardLink("c", to: "p/b")
        let entries = try visit(tar.gzipped(), as: .gzipTar).entries
        #expect(entries.map(\.kind) == [.file, .hardLink(target: "p/a"), .hardLink(target: "p/b")])
        #expect(entries.map(\.isExecutable) == [true, false, false])
    }

    @Test("of a zip are folders to nothing")
    func refusesZipLinkParents() {
        let zip = ZipBuilder().symbolicLink("d", to: "q")
        #expect(zipRefusal(zip.file("d/x", "")) == .linkParent)
        #expect(zipRefusal(ZipBuilder().file("d/x", "").symbolicLink("d", to: "q")) == .linkParent)
    }
}
