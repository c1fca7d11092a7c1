import ArgumentParser
import FoundationEssentials
import SallyportUpstream
import SystemPackage

/// The options that say where a server is; defined once.
struct ServerAddressOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The server (default: the one that holds the data folder, else \(ListenAddress.standard.url)).",
            valueName: "url"
        )
    )
    var server: String?

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

    /// The server's base URL.
    func address(environment: [String: String]) -> String {
        found(environment: environment).base
    }

    /// The server's base URL, and the data folder on this machine whose token belongs to it.
    func found(otherData: String? = nil, environment: [String: String]) -> (base: String, folder: String?) {
        let folders = DataFolders.candidates(named: data ?? otherData, environment: environment)
        if let server, let url = WebURL(server) {
            // The token of a folder on this machine is for the server on this machine.
            return (server, ListenAddress.isThisMachine(url.origin.host) ? folders.first : nil)
        }
        for folder in folders {
            if let address = DataFolders.address(ofServerHolding: folder) { return (address, folder) }
        }
        return (ListenAddress.standard.url, folders.first)
    }
}

/// The options that say which server a command talks to, and by which token; defined once.
struct ServerOptions: ParsableArguments {
    @OptionGroup var address: ServerAddressOptions

    @Option(
        help: ArgumentHelp(
            "A file with the server's token (default: `token` in the data folder of a server on this machine).",
            valueName: "file"
        ),
        completion: .file()
    )
    var tokenFile: String?

    /// A client for that server.
    ///
    /// - Parameter otherData: the data folder when `--data` names none.
    func client(otherData: String? = nil) throws -> APIClient {
        let (base, folder) = address.found(
            otherData: otherData,
            environment: ProcessInfo.processInfo.environment
        )
        return APIClient(base: base, token: try token(folder))
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
