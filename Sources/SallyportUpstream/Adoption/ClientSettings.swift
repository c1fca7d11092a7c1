import SallyportModel

/// An upstream that no file names: the machine's own clients use it.
public struct AdoptedUpstream: Hashable, Sendable {
    /// The upstream.
    public let configuration: UpstreamConfiguration
    /// Where it was found, for the line at start: `npm config get registry`, `PIP_INDEX_URL`.
    public let source: String
}

/// Reads which registries the clients of this machine use, and with which credentials.
///
/// Nothing is known here about any registry: the clients are asked. What they say is checked as a configuration
/// is, and an unusable setting throws ``UpstreamConfigurationError``. Callers check
/// ``UpstreamConfiguration/leads(toHost:port:)``, because a client may already point at this very server.
public enum ClientSettings {
    /// Runs a program and answers its standard output; `nil` when it is missing or fails.
    public typealias Run = @Sendable (_ executable: String, _ arguments: [String]) async -> String?
    /// Reads a text file; `nil` when it is missing or unreadable.
    public typealias ReadFile = @Sendable (_ path: String) async -> String?

    /// npm's registry, with the credentials that the environment or npm's user and global files hold for it.
    ///
    /// `npm config get` refuses to print protected keys, so the files are read. Answers `nil` without npm.
    public static func npmRegistry(
        environment: [String: String],
        run: Run,
        readFile: ReadFile
    ) async throws(UpstreamConfigurationError) -> AdoptedUpstream? {
        guard let registry = value(await run("npm", ["config", "get", "registry"])) else { return nil }
        let plain = try UpstreamConfiguration(.npm, url: registry)
        var credentials = plain.credentials
        if credentials == nil {
            var settings = NPMSettings(environment: environment)
            for key in ["userconfig", "globalconfig"] {
                guard let path = value(await run("npm", ["config", "get", key])) else { continue }
                if let text = await readFile(path) { settings.add(text) }
            }
            credentials = settings.credentials(for: plain.url)
        }
        let configuration = try UpstreamConfiguration(
            .npm,
            url: plain.url.description,
            credentials: credentials,
            caFile: authority(environment["NODE_EXTRA_CA_CERTS"])
        )
        return AdoptedUpstream(configuration: configuration, source: "npm config get registry")
    }

    /// The index of pip or uv: from the environment, else pip's configured index, else the one built into pip.
    ///
    /// Credentials in the URL are kept. Additional indexes are not adopted, for a name belongs to one origin.
    /// Answers `nil` when none of these is there.
    public static func pypiIndex(
        environment: [String: String],
        run: Run
    ) async throws(UpstreamConfigurationError) -> AdoptedUpstream? {
        guard let (text, source) = await index(environment, run) else { return nil }
        let configuration = try UpstreamConfiguration(
            .pypi,
            url: text,
            caFile: authority(environment["PIP_CERT"] ?? environment["SSL_CERT_FILE"])
        )
        return AdoptedUpstream(configuration: configuration, source: source)
    }

    /// The source of gem or Bundler: Bundler's mirror of all sources from the environment or the user's settings, else the
    /// first of gem's sources.
    ///
    /// Further sources are not adopted, for a name belongs to one origin. Answers `nil` when none of these is there.
    public static func gemSource(
        environment: [String: String],
        run: Run,
        readFile: ReadFile
    ) async throws(UpstreamConfigurationError) -> AdoptedUpstream? {
        guard let (text, source) = await source(environment, run, readFile) else { return nil }
        let configuration = try UpstreamConfiguration(
            .gem,
            url: text,
            caFile: authority(environment["BUNDLE_SSL_CA_CERT"] ?? environment["SSL_CERT_FILE"])
        )
        return AdoptedUpstream(configuration: configuration, source: source)
    }

    private static func source(
        _ environment: [String: String],
        _ run: Run,
        _ readFile: ReadFile
    ) async -> (String, source: String)? {
        let mirror = "BUNDLE_MIRROR__ALL"
        if let text = value(environment[mirror]) { return (text, mirror) }
        if let home = environment["HOME"], let settings = await readFile("\(home)/.bundle/config") {
            for line in settings.prefix(WebURL.bytesMax * 8).split(whereSeparator: \.isNewline)
            where line.hasPrefix("\(mirror):") {
                let text = line.dropFirst(mirror.count + 1).filter { $0 != "\"" && $0 != "'" }
                if let text = value(text) { return (text, "Bundler's settings") }
            }
        }
        let sources = await run("gem", ["sources", "--list"]) ?? ""
        let lines = sources.prefix(WebURL.bytesMax * 8).split(whereSeparator: \.isNewline)
        return lines.first { $0.hasPrefix("http") }.map { (String($0), "gem sources --list") }
    }

    private static func index(_ environment: [String: String], _ run: Run) async -> (String, source: String)? {
        for name in ["PIP_INDEX_URL", "UV_DEFAULT_INDEX", "UV_INDEX_URL"] {
            if let text = value(environment[name]) { return (withoutName(text), name) }
        }
        for key in ["global.index-url", "install.index-url"] {
            if let text = value(await run("python3", ["-m", "pip", "config", "get", key])) {
                return (text, "pip config get \(key)")
            }
        }
        let question = "from pip._internal.models.index import PyPI; print(PyPI.simple_url)"
        return value(await run("python3", ["-c", question])).map { ($0, "pip's built-in index") }
    }

    /// uv writes `name=https://…` where an index has a name.
    private static func withoutName(_ text: String) -> String {
        guard let sign = text.firstIndex(of: "="), !text[..<sign].contains(":") else { return text }
        return String(text[text.index(after: sign)...])
    }

    /// The first line without spaces around it; `nil` for nothing and for what npm prints for nothing.
    private static func value(_ output: String?) -> String? {
        guard let line = output?.prefix(WebURL.bytesMax).split(whereSeparator: \.isNewline).first else { return nil }
        let text = line.trimmed()
        return text.isEmpty || text == "undefined" || text == "null" ? nil : String(text)
    }

    /// A file of authorities beside the system's own bundle, which is trusted anyway.
    private static func authority(_ path: String?) -> String? {
        guard let path, !path.isEmpty, path != "/etc/ssl/certs/ca-certificates.crt" else { return nil }
        return path
    }
}

extension Substring {
    /// Without spaces and tabs at both ends.
    func trimmed() -> Substring {
        let head = drop { $0 == " " || $0 == "\t" }
        let kept = head.lastIndex { $0 != " " && $0 != "\t" }
        return kept.map { head[...$0] } ?? ""
    }
}
