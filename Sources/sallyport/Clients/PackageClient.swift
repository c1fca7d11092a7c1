import ArgumentParser
import FoundationEssentials
import SystemPackage

/// The clients whose settings `init` writes.
enum PackageClient: String, Sendable, CaseIterable, ExpressibleByArgument {
    case npm
    case pip
    case uv
    case gem
    case bundler

    /// The program's name.
    var program: String { self == .bundler ? "bundle" : rawValue }

    /// The file that holds the setting: npm's and Bundler's are the project's, the others' the user's.
    func settingsPath(environment: [String: String]) -> String {
        let home = environment["HOME"] ?? FileManager.default.homeDirectoryForCurrentUser.path
        let base = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.config"
        return switch self {
        case .npm: ".npmrc"
        case .pip: environment["PIP_CONFIG_FILE"] ?? FilePath(base).appending("pip/pip.conf").string
        case .uv: environment["UV_CONFIG_FILE"] ?? FilePath(base).appending("uv/uv.toml").string
        case .gem: FilePath(home).appending(".gemrc").string
        case .bundler: FilePath(environment["BUNDLE_APP_CONFIG"] ?? ".bundle").appending("config").string
        }
    }

    /// The settings file's text with the client pointed at a server; every other line stays as it is.
    func pointed(_ text: String, at addresses: GateAddresses) throws(SettingsConflict) -> String {
        switch self {
        case .npm: NPMSettingsFile.pointed(text, at: addresses)
        case .pip: PipSettingsFile.pointed(text, at: addresses)
        case .uv: try UVSettingsFile.pointed(text, at: addresses)
        case .gem: GemSettingsFile.pointed(text, at: addresses)
        case .bundler: BundlerSettingsFile.pointed(text, at: addresses)
        }
    }
}

/// A settings file that can't be changed line by line.
struct SettingsConflict: Error, Sendable, Hashable, CustomStringConvertible {
    /// What stands in the way, and what to do.
    let description: String
}
