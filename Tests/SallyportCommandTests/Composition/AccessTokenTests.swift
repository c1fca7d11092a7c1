import FoundationEssentials
import Logging
import SallyportModel
import SystemPackage
import Testing

@testable import sallyport

@Suite("The token of the API")
struct AccessTokenTests {
    private let lines = LogLines()

    private func ensure(_ folder: ScratchFolder) throws -> String {
        try AccessToken.ensure(inFolder: folder.path, logger: lines.logger())
    }

    private func stored(_ folder: ScratchFolder) throws -> String {
        try FileContent.text(folder.path + "/token", bytesMax: 1_000)
    }

    @Test("is made once, 64 characters that its owner alone can read, and kept by every later start")
    func made() throws {
        let folder = try ScratchFolder()
        let token = try ensure(folder)
        #expect(token.utf8.count == AccessToken.charactersMin)
        #expect(try ensure(folder) == token)
        #expect(try stored(folder) == token + "\n")
        #expect(try FilePath(folder.path + "/token").stat().permissions == [.ownerRead, .ownerWrite])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["token"])
        #expect(lines.text.isEmpty)
    }

    @Test(
        "an empty, a cut or a blank file is replaced, and the log says so",
        arguments: [
            "", "\n", "0123", String(repeating: "a", count: 63), String(repeating: "a", count: 63) + "\n",
            String(repeating: "\0", count: 65),
            String(repeating: "a", count: 32) + " " + String(repeating: "a", count: 32),
        ]
    )
    func replaced(text: String) throws {
        let folder = try ScratchFolder()
        try folder.write("token", text)
        let token = try ensure(folder)
        #expect(token.utf8.count == AccessToken.charactersMin)
        #expect(!text.contains(token))
        #expect(try stored(folder) == token + "\n")
        #expect(try FilePath(folder.path + "/token").stat().permissions == [.ownerRead, .ownerWrite])
        #expect(lines.text.contains("warning the token file was empty or cut short"))
        #expect(!lines.text.contains(token))
        #expect(try ensure(folder) == token)
    }

    @Test("a whole one is never overwritten, with a line break or without", arguments: ["", "\n"])
    func kept(end: String) throws {
        let folder = try ScratchFolder()
        let own = String(repeating: "a", count: AccessToken.charactersMin)
        try folder.write("token", own + end)
        #expect(try ensure(folder) == own)
        #expect(try stored(folder) == own + end)
        #expect(lines.text.isEmpty)
    }

    @Test("what can't be a token file is left alone and named")
    func tooLong() throws {
        let folder = try ScratchFolder()
        try folder.write("token", String(repeating: "a", count: 257))
        let error = #expect(throws: FileContent.Unreadable.self) { try ensure(folder) }
        #expect(error?.description.contains("/token` is 257 bytes long") == true)
        #expect(try stored(folder).utf8.count == 257)
    }
}
