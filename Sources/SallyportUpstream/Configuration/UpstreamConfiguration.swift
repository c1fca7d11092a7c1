public import SallyportModel

/// Where an ecosystem's packages come from, as the operator says it.
public struct UpstreamConfiguration: Hashable, Sendable {
    /// The ecosystem that it serves.
    public let ecosystem: Ecosystem
    /// The base URL; its path ends with `/`, and paths of requests are appended.
    public let url: WebURL
    /// Sent to the origin of ``url`` and nowhere else.
    public let credentials: UpstreamCredentials?
    /// A PEM file with certificate authorities that are trusted beside the system's.
    public let caFile: String?

    /// Checks a base URL.
    ///
    /// User information in the URL becomes ``credentials`` (percent-decoded; a name alone is taken as a token's
    /// user with an empty password) and is never shown again. A missing `/` at the end is added.
    public init(
        _ ecosystem: Ecosystem,
        url text: String,
        credentials: UpstreamCredentials? = nil,
        caFile: String? = nil
    ) throws(UpstreamConfigurationError) {
        guard let parsed = WebURL.parse(text) else { throw Self.explain(text, of: ecosystem) }
        guard parsed.url.query == nil, !text.contains("#") else {
            throw .init(.unexpectedPart, ecosystem, "write the upstream's URL without `?` and `#`")
        }
        let embedded = try Self.credentials(in: parsed.userInformation, of: ecosystem)
        guard embedded == nil || credentials == nil else {
            throw .init(.twoCredentials, ecosystem, "give credentials either in the URL or beside it, not both")
        }
        let proof = credentials ?? embedded
        guard proof?.isWellFormed ?? true else {
            throw .init(.invalidCredentials, ecosystem, "credentials hold bytes that no header can carry; check them")
        }
        let path = parsed.url.path
        self.ecosystem = ecosystem
        self.url = WebURL(origin: parsed.url.origin, path: path.hasSuffix("/") ? path : path + "/")
        self.credentials = proof
        self.caFile = caFile
    }

    private static func credentials(
        in userInformation: String?,
        of ecosystem: Ecosystem
    ) throws(UpstreamConfigurationError) -> UpstreamCredentials? {
        guard let userInformation, !userInformation.isEmpty else { return nil }
        let parts = userInformation.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let decoded = parts.compactMap { PercentEncoding.decode(String($0)) }
        guard decoded.count == parts.count, let user = decoded.first else {
            throw .init(.invalidCredentials, ecosystem, "percent-encode user and password in the URL, `@` as `%40`")
        }
        return .basic(user: user, password: decoded.count > 1 ? decoded[1] : "")
    }

    private static func explain(_ text: String, of ecosystem: Ecosystem) -> UpstreamConfigurationError {
        let scheme = text.prefix { $0 != ":" }.lowercased()
        if text.isEmpty { return .init(.empty, ecosystem, "write a URL such as `https://registry.example.invalid/`") }
        if !text.contains("://") || WebScheme(rawValue: scheme) == nil {
            return .init(.unsupportedScheme, ecosystem, "begin the upstream's URL with `https://` or `http://`")
        }
        return .init(
            .invalidURL,
            ecosystem,
            "write a host name or an address after `\(scheme)://`, in ASCII, with a port from 1 to 65535 if any"
        )
    }
}

/// Why a configuration of upstreams cannot be used. It never holds the URL's user information.
public struct UpstreamConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of error.
    public enum Code: String, Hashable, Sendable {
        /// No URL.
        case empty
        /// Neither http nor https.
        case unsupportedScheme = "unsupported-scheme"
        /// No such URL can exist, or its host is not a plain name or address.
        case invalidURL = "invalid-url"
        /// A query or a fragment, which a base URL has not.
        case unexpectedPart = "unexpected-part"
        /// Credentials in the URL and beside it.
        case twoCredentials = "two-credentials"
        /// Credentials that cannot be sent.
        case invalidCredentials = "invalid-credentials"
        /// Two upstreams for one ecosystem.
        case twoUpstreams = "two-upstreams"
        /// The file of certificate authorities cannot be read.
        case unreadableCAFile = "unreadable-ca-file"
    }

    /// The kind.
    public let code: Code
    /// The ecosystem whose upstream it is.
    public let ecosystem: Ecosystem
    /// What to write instead.
    public let description: String

    init(_ code: Code, _ ecosystem: Ecosystem, _ advice: String) {
        self.code = code
        self.ecosystem = ecosystem
        self.description = "upstream of \(ecosystem): \(advice)"
    }
}
