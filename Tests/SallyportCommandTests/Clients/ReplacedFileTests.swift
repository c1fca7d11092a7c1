import FoundationEssentials
import SystemPackage
import Testing

@testable import sallyport

@Suite("Replacing a settings file")
struct ReplacedFileTests {
    @Test("permissions stay: a file with a token does not become readable by others")
    func permissions() throws {
        let folder = try ScratchFolder()
        let file = try folder.write(".npmrc", "old\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        try ReplacedFile.write("new\n", to: file)
        #expect(try FilePath(file).stat().permissions == [.ownerRead, .ownerWrite])
        #expect(try FileContent.text(file, bytesMax: 100) == "new\n")
    }

    @Test("a link stays a link, and what it leads to is changed")
    func link() throws {
        let folder = try ScratchFolder()
        let file = try folder.write("real", "old\n")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: file)
        try ReplacedFile.write("new\n", to: folder.path + "/link")
        #expect(try FileContent.text(file, bytesMax: 100) == "new\n")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link") == file)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["link", "real"])
    }

    @Test("missing folders are made")
    func folders() throws {
        let folder = try ScratchFolder()
        try ReplacedFile.write("x\n", to: folder.path + "/a/b/pip.conf")
        #expect(try FileContent.text(folder.path + "/a/b/pip.conf", bytesMax: 100) == "x\n")
    }
}
