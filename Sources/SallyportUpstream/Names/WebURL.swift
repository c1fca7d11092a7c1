/// An absolute `http` or `https` URL without user information and fragment (RFC 3986).
///
/// Every URL that Sallyport asks for is read here first, so that what the guard judges is letter by letter what is
/// connected to. Refused are: other schemes, user information, backslashes, control bytes, hosts beyond plain names
/// and addresses, and texts longer than ``bytesMax``.
public struct WebURL: Hashable, Sendable, CustomStringConvertible {
    /// Longest URL that is read, in bytes; signed links of object stores stay well below.
    public static let bytesMax = 8_192

    /// Scheme, host and port.
    public let origin: WebOrigin
    /// The percent-encoded path, beginning with `/`, without dot segments.
    public let path: String
    /// The percent-encoded query without `?`.
    public let query: String?

    /// Reads an absolute URL; `nil` when it is refused.
    public init?(_ text: String) {
        guard let parsed = Self.parse(text), parsed.userInformation == nil else { return nil }
        self = parsed.url
    }

    init(origin: WebOrigin, path: String, query: String? = nil) {
        self.origin = origin
        self.path = path
        self.query = query
    }

    /// The whole URL.
    public var description: String { withoutQuery + (query.map { "?\($0)" } ?? "") }

    /// For messages and logs: a query may carry a signature that works as a password.
    var withoutQuery: String { "\(origin)\(path)" }

    /// Reads an absolute URL and hands back user information instead of refusing it.
    static func parse(_ text: String) -> (url: WebURL, userInformation: String?)? {
        guard text.utf8.count <= bytesMax, let colon = text.firstIndex(of: ":"),
            let scheme = WebScheme(rawValue: text[..<colon].lowercased())
        else { return nil }
        let rest = text[text.index(after: colon)...]
        return rest.hasPrefix("//") ? parse(scheme: scheme, authorityAndPath: rest.dropFirst(2)) : nil
    }

    private static func parse(
        scheme: WebScheme,
        authorityAndPath text: Substring
    ) -> (url: WebURL, userInformation: String?)? {
        let end = text.firstIndex { "/?#".contains($0) } ?? text.endIndex
        var authority = text[..<end]
        var userInformation: String?
        if let sign = authority.lastIndex(of: "@") {
            userInformation = String(authority[..<sign])
            authority = authority[authority.index(after: sign)...]
        }
        guard let origin = WebOrigin(scheme: scheme, authority: authority), let target = PathAndQuery(text[end...])
        else { return nil }
        return (WebURL(origin: origin, path: target.absolutePath, query: target.query), userInformation)
    }

    /// The URL that a reference found at this one means: a `location`, a link (RFC 3986, section 5.2).
    ///
    /// `nil` for what ``init(_:)`` refuses too.
    func resolving(_ reference: String) -> WebURL? {
        guard reference.utf8.count <= Self.bytesMax else { return nil }
        if reference.hasPrefix("//") { return WebURL("\(origin.scheme.rawValue):\(reference)") }
        let beforePath = reference.prefix { !"/?#".contains($0) }
        if beforePath.contains(":") { return WebURL(reference) }
        guard let target = PathAndQuery(reference[...]) else { return nil }
        if target.path.isEmpty {
            return WebURL(origin: origin, path: path, query: target.query ?? query)
        }
        let base = target.path.hasPrefix("/") ? "" : path[..<(path.lastIndex(of: "/") ?? path.startIndex)] + "/"
        let merged = PathAndQuery(path: base + target.path, query: target.query)
        let url = WebURL(origin: origin, path: merged.absolutePath, query: merged.query)
        return url.description.utf8.count <= Self.bytesMax ? url : nil
    }
}
