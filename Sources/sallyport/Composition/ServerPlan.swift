import Logging
import SallyportModel
import SallyportPolicy
import SallyportUpstream
import SallyportYara

/// Everything that a server is composed of, decided: no file is read and no default filled in after this.
struct ServerPlan: Sendable {
    /// Where it listens; port 0 lets the system choose.
    var host: String
    var port: Int
    /// The base URL in documents, where it differs from what clients use.
    var publicURL: String?
    /// The data folder.
    var dataFolder: String
    /// One for each ecosystem that is served.
    var upstreams: [UpstreamConfiguration]
    /// Names that are never asked of an upstream.
    var isOwned: @Sendable (Package) -> Bool = { _ in false }
    /// The same names, for what is close to them.
    var ownNames: @Sendable (Ecosystem) -> [String] = { _ in [] }
    /// What is judged by.
    var policy: Policy
    /// What an organisation's own rules about bytes are, if there are any.
    var rules: YaraRules?
    var logger: Logger
}
