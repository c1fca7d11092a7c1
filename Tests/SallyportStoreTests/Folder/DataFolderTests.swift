import Foundation
import Glibc
import SallyportStore
import Testing

@Suite struct DataFolderTests {
    private func refusal(_ path: String) throws -> DataFolderError {
        try #require(throws: DataFolderError.self) { try DataFolder(path: path) }
    }

    @Test("a folder without a parent is not made")
    func missingParent() throws {
        let folder = try TemporaryFolder()
        let error = try refusal(folder.path("a/b"))
        #expect(error.code == .missingParent)
        #expect(error.description.contains("`\(folder.path("a"))` does not exist"))
        #expect(try Files.names(in: folder.path).isEmpty)
    }

    @Test("a file in the way is left alone")
    func fileInTheWay() throws {
        let folder = try TemporaryFolder()
        try Files.write([1], to: folder.data)
        #expect(try refusal(folder.data).code == .notAFolder)
        #expect(try refusal(folder.data + "/below").code == .notAFolder)
        #expect(try Files.read(folder.data) == [1])
    }

    @Test("a folder with something else in it is left alone", arguments: ["notes.txt", "blobs", "format.txt"])
    func foreign(name: String) throws {
        let folder = try TemporaryFolder()
        try Files.write([1], to: folder.path(name))
        let error = try refusal(folder.path)
        #expect(error.code == .foreign)
        #expect(error.description.contains("`\(name)`"))
        #expect(try Files.names(in: folder.path) == [name])
    }

    @Test("what a volume brings along does not matter", arguments: ["lost+found", ".snapshot", "lock", "format.new"])
    func preceding(name: String) throws {
        let folder = try TemporaryFolder()
        try Files.write([], to: folder.path(name))
        _ = try DataFolder(path: folder.path)
        #expect(FileManager.default.fileExists(atPath: folder.path("format")))
    }

    @Test(
        "a format that is not understood is refused",
        arguments: ["sallyport-data 2\n", "sallyport-data\n", "sallyport-data 0\n", "sallyport-data one\n", "", "\0"]
    )
    func unknownFormat(text: String) throws {
        let folder = try TemporaryFolder()
        try Files.write(Array(text.utf8), to: folder.path("format"))
        #expect(try refusal(folder.path).code == .unknownFormat)
        #expect(try Files.names(in: folder.path) == ["format"])
    }

    @Test("the folder is for its owner alone")
    func permissions() throws {
        let folder = try TemporaryFolder()
        _ = try DataFolder(path: folder.data)
        #expect(try Files.permissions(folder.data) == 0o700)
        #expect(try Files.permissions(folder.data + "/lock") == 0o600)
        #expect(try Files.names(in: folder.data + "/blobs/sha256").count == 256)
        #expect(try String(contentsOfFile: folder.data + "/format", encoding: .utf8) == "sallyport-data 1\n")
    }

    @Test("the second server refuses and names the first")
    func inUse() throws {
        let folder = try TemporaryFolder()
        let first = try DataFolder(path: folder.data)
        #expect(try refusal(folder.data).description.contains("in use by process \(getpid());"))
        try first.note(address: "127.0.0.1:7259")
        let error = try refusal(folder.data)
        #expect(error.code == .inUse)
        #expect(error.description.contains("in use by process \(getpid()) at 127.0.0.1:7259;"))
        #expect(DataFolder.holder(ofFolderAt: folder.data) == FolderHolder(pid: getpid(), address: "127.0.0.1:7259"))
        withExtendedLifetime(first) {}
    }

    @Test("nobody holds a folder that was let go of, or that does not exist")
    func free() throws {
        let folder = try TemporaryFolder()
        #expect(DataFolder.holder(ofFolderAt: folder.data) == nil)
        _ = try DataFolder(path: folder.data)
        #expect(DataFolder.holder(ofFolderAt: folder.data) == nil)
        _ = try DataFolder(path: folder.data)
    }

    @Test("a lock file that says nothing sensible still locks", arguments: ["", "{", "{\"pid\":\"x\"}"])
    func damagedLockFile(text: String) throws {
        let folder = try TemporaryFolder()
        let first = try DataFolder(path: folder.data)
        try FileHandle(forWritingTo: URL(fileURLWithPath: folder.data + "/lock")).truncate(atOffset: 0)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.data + "/lock"))
        try file.write(contentsOf: Data(text.utf8))
        #expect(try refusal(folder.data).description.contains("in use by another process;"))
        #expect(DataFolder.holder(ofFolderAt: folder.data) != nil)
        withExtendedLifetime(first) {}
    }

    @Test("asking who holds the folder does not keep a server from starting")
    func askingAtOnce() async throws {
        let folder = try TemporaryFolder()
        _ = try DataFolder(path: folder.data)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<200 { _ = DataFolder.holder(ofFolderAt: folder.data) }
                }
            }
        }
        _ = try DataFolder(path: folder.data)
    }

    @Test("what an interrupted run left half written is taken away")
    func staging() throws {
        let folder = try TemporaryFolder()
        _ = try DataFolder(path: folder.data)
        try Files.write([1, 2], to: folder.data + "/staging/7")
        _ = try DataFolder(path: folder.data)
        #expect(try Files.names(in: folder.data + "/staging").isEmpty)
    }

    @Test("a read-only disk is named as such", .enabled(if: Mount.isPossible, "needs root, to mount a disk"))
    func readOnly() throws {
        let mount = try Mount(sizeMebibytes: 4)
        _ = try DataFolder(path: mount.path + "/data")
        try mount.remount("ro")
        #expect(try refusal(mount.path + "/data").code == .readOnly)
        #expect(try refusal(mount.path + "/new").code == .readOnly)
        #expect(try refusal(mount.path).code == .foreign)
    }
}
