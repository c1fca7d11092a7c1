import ArgumentParser
import FoundationEssentials
import SystemPackage

/// The clients whose settings `init` writes.
enum PackageClient: String, Sendable, CaseIterable, ExpressibleByArgument {
    case npm
    case pip
    case uv

    /// The file that holds the setting: npm's is the project's, pip's and uv's are the user's.
    func settingsPath(environment: [String: String]) -> String {
        let home = environment["HOME"] ?? FileManager.default.homeDirectoryForCurrentUser.path
        let base = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.config"
        return switch self {
        case .npm: ".npmrc"
        case .pip: environment["PIP_CONFIG_FILE"] ?? FilePath(base).appending("pip/pip.conf").string
        case .uv: environment["UV_CONFIG_FILE"] ?? FilePath(base).appending("uv/uv.toml").string
        }
    }

    /// The settings file's text with the client pointed at a server; every other line stays as it is.
    func pointed(_ text: String, at addresses: GateAddresses) throws(SettingsConflict) -> String {
        switch self {
        case .npm: NPMSettingsFile.pointed(text, at: addresses)
        case .pip: PipSettingsFile.pointed(text, at: addresses)
        case .uv: try UVSettingsFile.pointed(text, at: addresses)
        }
    }
}

/// A settings file that can't be changed line by line.
struct SettingsConflict: Error, Sendable, Hashable, CustomStringConvertible {
    /// What stands in the way, and what to do.
    let description: String
}
