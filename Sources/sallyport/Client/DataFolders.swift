import FoundationEssentials
import SallyportStore
import SystemPackage

/// Where data folders are when nobody names one.
enum DataFolders {
    /// The folder that `make run` and `serve` use.
    static let here = "./data"

    /// The user's own: `$XDG_DATA_HOME/sallyport`, or `~/.local/share/sallyport` (XDG Base Directory Specification).
    static func user(environment: [String: String]) -> String {
        // The specification has relative paths ignored.
        if let base = environment["XDG_DATA_HOME"], base.hasPrefix("/") {
            return FilePath(base).appending("sallyport").string
        }
        let home = environment["HOME"] ?? FileManager.default.homeDirectoryForCurrentUser.path
        return FilePath(home).appending(".local/share/sallyport").string
    }

    /// The folders whose server a command talks to, most likely first: the named one alone, or those that are
    /// Sallyport's; many a project has a `data` folder of its own.
    static func candidates(named: String?, environment: [String: String]) -> [String] {
        if let named { return [named] }
        return [here, user(environment: environment)].filter {
            FileManager.default.fileExists(atPath: FilePath($0).appending("format").string)
        }
    }

    /// The base URL of the server that holds a folder; `nil` when nobody does, or when it doesn't listen yet.
    static func address(ofServerHolding folder: String) -> String? {
        guard let address = DataFolder.holder(ofFolderAt: folder)?.address else { return nil }
        if let listen = ListenAddress(address) { return listen.url }
        guard let colon = address.lastIndex(of: ":"), let port = Int(address[address.index(after: colon)...]) else {
            return nil
        }
        return ListenAddress(host: String(address[..<colon]), port: port).url
    }
}
