import SallyportModel
import SallyportPolicy
import SallyportUpstream
import SallyportYara

/// How a server is set up: the file that `--config` names, changed by what the command line says.
///
/// `docs/configuration.md` explains the keys to the people who write one. A value of this type is consistent: it was
/// checked as a whole before anything starts.
struct Configuration: Sendable, Hashable {
    /// Where the server listens.
    var listen = ListenAddress.standard
    /// The data folder.
    var data = "./data"
    /// Where packages come from; an ecosystem that is missing adopts what the machine's clients use.
    var upstreams: [Ecosystem: UpstreamConfiguration] = [:]
    /// The policy file; the standard policy when absent.
    var policyPath: String?
    /// Files of YARA rules, relative to the current folder or absolute.
    var yaraPaths: [String] = []
    /// The base URL in documents where it differs from what clients use; no trailing slash.
    var publicURL: String?
    /// Names that are the company's own and are never asked of an upstream.
    var owned = OwnedNames()
    /// How the log is written.
    var log = LogSettings()

    /// Reads a configuration file, or takes the defaults without one, and applies the command line's changes.
    ///
    /// Relative paths in the file are relative to its folder, those on the command line to the current one.
    static func load(
        file: String?,
        changes: ConfigurationChanges = ConfigurationChanges()
    ) throws(ConfigurationError) -> Configuration {
        var configuration = Configuration()
        if let file { configuration = try ConfigurationReader(file: file).configuration(changes: changes) }
        if let listen = changes.listen { configuration.listen = listen }
        if let data = changes.data { configuration.data = data }
        if let policyPath = changes.policyPath { configuration.policyPath = policyPath }
        return configuration
    }

    /// The YARA rules: read from ``yaraPaths`` and compiled; absent without any.
    func rules() throws -> YaraRules? {
        try YaraFiles.load(yaraPaths)
    }

    /// The policy: read from ``policyPath``, or the standard one.
    func policy() throws -> Policy {
        try PolicyFile.load(policyPath)
    }
}

/// What the command line says in place of the file.
struct ConfigurationChanges: Sendable, Hashable {
    /// `--listen`.
    var listen: ListenAddress?
    /// `--data`.
    var data: String?
    /// `--policy`.
    var policyPath: String?
}
