import ArgumentParser
import FoundationEssentials
import SallyportUpstream
import SystemPackage

/// The options that say which server a command talks to; defined once for every command of the API.
struct ServerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The server (default: the one that holds the data folder, else \(ListenAddress.standard.url)).",
            valueName: "url"
        )
    )
    var server: String?

    @Option(
        help: ArgumentHelp(
            "A file with the server's token (default: `token` in the data folder of a server on this machine).",
            valueName: "file"
        ),
        completion: .file()
    )
    var tokenFile: String?

    @Option(
        help: ArgumentHelp("The server's data folder (default: ./data, else the user's own).", valueName: "dir"),
        completion: .directory
    )
    var data: String?

    func validate() throws {
        guard let server else { return }
        guard let url = WebURL(server), url.query == nil else {
            throw ValidationError("`--server` takes a URL such as `\(ListenAddress.standard.url)`, not `\(server)`.")
        }
    }

    /// A client for that server.
    func client() throws -> APIClient {
        let folders = DataFolders.candidates(named: data, environment: ProcessInfo.processInfo.environment)
        if let server, let url = WebURL(server) {
            // The token of a folder on this machine is for the server on this machine.
            let isHere = ListenAddress.isThisMachine(url.origin.host)
            return APIClient(base: server, token: try token(isHere ? folders.first : nil))
        }
        for folder in folders {
            guard let address = DataFolders.address(ofServerHolding: folder) else { continue }
            return APIClient(base: address, token: try token(folder))
        }
        return APIClient(base: ListenAddress.standard.url, token: try token(folders.first))
    }

    private func token(_ folder: String?) throws -> String? {
        if let tokenFile {
            guard let token = try AccessToken.read(FilePath(tokenFile)) else {
                throw ValidationError("The token file `\(tokenFile)` does not exist or is empty.")
            }
            return token
        }
        // A folder of another user may be unreadable; the server then says that a token is needed.
        return try? folder.flatMap { try AccessToken.read(FilePath($0).appending(AccessToken.filename)) }
    }
}
