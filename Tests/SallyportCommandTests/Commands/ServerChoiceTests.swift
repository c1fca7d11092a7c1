import ArgumentParser
import FoundationEssentials
import SallyportModel
import SallyportServer
import SallyportStore
import Testing

@testable import sallyport

@Suite("Which server a command talks to")
struct ServerChoiceTests {
    private func options(_ arguments: String...) throws -> ServerAddressOptions {
        try ServerAddressOptions.parse(arguments)
    }

    @Test("the token of a folder is not for a server on another machine")
    func foreignServer() throws {
        let folder = try ScratchFolder()
        let found = try options("--server", "http://packages.example.invalid", "--data", folder.path)
            .found(environment: [:])
        #expect(found.base == "http://packages.example.invalid")
        #expect(found.folder == nil)
    }

    @Test("a server on this machine is given the folder's token", arguments: ["127.0.0.1", "localhost", "[::1]"])
    func localServer(host: String) throws {
        let folder = try ScratchFolder()
        let found = try options("--server", "http://\(host):1", "--data", folder.path).found(environment: [:])
        #expect(found.folder == folder.path)
    }

    @Test("the server that holds the folder is asked, and the standard one when nobody does")
    func holder() throws {
        let folder = try ScratchFolder()
        #expect(try options("--data", folder.path).address(environment: [:]) == "http://127.0.0.1:7259")
        let data = try DataFolder(path: folder.path)
        #expect(try options("--data", folder.path).address(environment: [:]) == "http://127.0.0.1:7259")
        try data.note(address: "0.0.0.0:4711")
        #expect(try options("--data", folder.path).address(environment: [:]) == "http://127.0.0.1:4711")
        withExtendedLifetime(data) {}
    }

    @Test("the user's folder follows the XDG specification, which has relative paths ignored")
    func userFolder() {
        #expect(DataFolders.user(environment: ["XDG_DATA_HOME": "/x", "HOME": "/h"]) == "/x/sallyport")
        #expect(DataFolders.user(environment: ["XDG_DATA_HOME": "x", "HOME": "/h"]) == "/h/.local/share/sallyport")
    }

    @Test("when nobody answers, the sentence names the next command")
    func unreachable() async throws {
        let client = APIClient(base: "http://127.0.0.1:1/", token: nil)
        let error = await #expect(throws: APIFailure.self) {
            let _: APIClient.Answer<APIDocuments.Status> = try await client.get("/api/v1/status")
        }
        #expect(error?.code == .unreachable)
        #expect(error?.description.contains("`sallyport serve`") == true)
    }

    @Test("a refusal is the server's own sentence; a missing token says where it is")
    func refusals() {
        #expect(APIFailure.refused(400, "Nothing is frozen.", base: "b").description == "Nothing is frozen.")
        #expect(APIFailure.refused(401, "x", base: "b").description.contains("--token-file FILE"))
        #expect(APIFailure.refused(502, nil, base: "b").code == .notSallyport)
    }
}
