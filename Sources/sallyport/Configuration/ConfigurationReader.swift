import Logging
import SallyportModel
import SallyportPolicy
import SallyportUpstream
import SallyportYara
import SystemPackage
import Yams

/// The grammar of configuration files; strict, so that a slip of the pen is never a different server.
struct ConfigurationReader {
    /// The ecosystems that an upstream can be named for.
    static let ecosystems: [Ecosystem] = [.npm, .pypi, .gem]
    /// All keys, in the order of the documentation.
    static let keys = ["listen", "data", "upstreams", "policy", "yara", "url", "owned", "log"]

    private let document: ConfigurationDocument
    private let folder: FilePath

    init(file: String) {
        document = ConfigurationDocument(file: file)
        folder = FilePath(file).removingLastComponent()
    }

    /// Reads the file. Keys that the command line overrules are checked for their form, and not whether what they
    /// name is there.
    func configuration(changes: ConfigurationChanges) throws(ConfigurationError) -> Configuration {
        var configuration = Configuration()
        guard let root = try document.root(), root.scalar?.string.isEmpty != true else { return configuration }
        for entry in try document.entries(of: root, named: "a configuration", keys: Self.keys) {
            switch entry.key {
            case "listen": configuration.listen = try listen(entry)
            case "data": configuration.data = try data(entry, isUsed: changes.data == nil)
            case "upstreams": configuration.upstreams = try upstreams(entry)
            case "policy": configuration.policyPath = try policy(entry, isUsed: changes.policyPath == nil)
            case "yara": configuration.yaraPaths = try yara(entry)
            case "url": configuration.publicURL = try publicURL(entry)
            case "owned": configuration.owned = try owned(entry)
            default: configuration.log = try log(entry)
            }
        }
        try refuseOwnAddress(root, configuration.upstreams, changes.listen ?? configuration.listen)
        return configuration
    }
}

// MARK: The keys

extension ConfigurationReader {
    private func listen(_ entry: ConfigurationDocument.Entry) throws(ConfigurationError) -> ListenAddress {
        let text = try document.text(entry, example: "\(ListenAddress.standard)")
        guard let address = ListenAddress(text) else {
            throw document.wrong(
                .badValue,
                entry.value,
                "`\(text.prefix(80))` is no address to listen on; write `HOST:PORT`, such as `\(ListenAddress.standard)`"
            )
        }
        return address
    }

    /// The folder is made at the first start; the one that it lies in is not.
    private func data(_ entry: ConfigurationDocument.Entry, isUsed: Bool) throws(ConfigurationError) -> String {
        let path = absolute(try document.text(entry, example: "./data"))
        let parent = path.removingLastComponent()
        guard !isUsed || Self.isFolder(parent.isEmpty ? "." : parent) else {
            throw document.wrong(
                .unreachable,
                entry.value,
                "the folder `\(parent)`, in which `\(path)` would lie, does not exist; make it first, or name another"
            )
        }
        return path.string
    }

    private func policy(_ entry: ConfigurationDocument.Entry, isUsed: Bool) throws(ConfigurationError) -> String {
        let path = absolute(try document.text(entry, example: "./policy.yaml")).string
        guard isUsed else { return path }
        do {
            _ = try FileContent.bytes(path, bytesMax: PolicyFile.bytesMax)
        } catch {
            throw document.wrong(.unreachable, entry.value, "the policy file \(error)")
        }
        return path
    }

    /// One file, or a list of them.
    private func yara(_ entry: ConfigurationDocument.Entry) throws(ConfigurationError) -> [String] {
        let nodes = entry.value.sequence.map { Array($0) } ?? [entry.value]
        guard nodes.count <= YaraFiles.countMax else {
            throw document.wrong(.wrongType, entry.value, "`yara` takes at most \(YaraFiles.countMax) files")
        }
        var paths: [String] = []
        for node in nodes {
            guard let text = node.scalar?.string, !text.isEmpty else {
                throw document.wrong(.wrongType, node, "`yara` takes files of rules, such as `[\"./rules.yar\"]`")
            }
            let path = absolute(text).string
            do {
                _ = try FileContent.bytes(path, bytesMax: YaraRules.sourceBytesMax)
            } catch {
                throw document.wrong(.unreachable, node, "the file of rules \(error)")
            }
            paths.append(path)
        }
        return paths
    }

    private func publicURL(_ entry: ConfigurationDocument.Entry) throws(ConfigurationError) -> String {
        let text = try document.text(entry, example: "https://packages.example.invalid")
        guard let url = WebURL(text), url.query == nil, !text.contains("#") else {
            throw document.wrong(
                .badValue,
                entry.value,
                "`url` is the address that clients use, such as `https://packages.example.invalid`; "
                    + "write it with `https://` or `http://`, without user, `?` and `#`"
            )
        }
        var base = url.description
        while base.hasSuffix("/") { base.removeLast() }
        return base
    }

    private func owned(_ entry: ConfigurationDocument.Entry) throws(ConfigurationError) -> OwnedNames {
        guard let list = entry.value.sequence, list.count <= OwnedNames.patternsMax else {
            throw document.wrong(
                .wrongType,
                entry.value,
                "`owned` takes a list of at most \(OwnedNames.patternsMax) patterns, such as `[\"pkg:npm/@acme/*\"]`"
            )
        }
        var names = OwnedNames()
        for node in list {
            let pattern: OwnedNames.Pattern
            do {
                pattern = try OwnedNames.Pattern(node.scalar?.string ?? "")
            } catch {
                throw document.wrong(
                    .badValue,
                    node,
                    "\(ConfigurationDocument.kind(node)) is no pattern of names; write `pkg:npm/@acme/*`. \(error)"
                )
            }
            if let other = names.patterns.first(where: { $0.covers(pattern) || pattern.covers($0) }) {
                throw document.wrong(
                    .ambiguousOwner,
                    node,
                    "`\(pattern)` and `\(other)` name the same packages; keep the wider one"
                )
            }
            names.patterns.append(pattern)
        }
        return names
    }

    private func log(_ entry: ConfigurationDocument.Entry) throws(ConfigurationError) -> LogSettings {
        var settings = LogSettings()
        for part in try document.entries(of: entry.value, named: "`log`", keys: ["format", "level"]) {
            if part.key == "format" {
                settings.format = try word(part, LogSettings.Format.allCases)
            } else {
                settings.level = try word(part, Logger.Level.allCases)
            }
        }
        return settings
    }
}

// MARK: Upstreams

extension ConfigurationReader {
    private func upstreams(
        _ entry: ConfigurationDocument.Entry
    ) throws(ConfigurationError) -> [Ecosystem: UpstreamConfiguration] {
        var upstreams: [Ecosystem: UpstreamConfiguration] = [:]
        let keys = Self.ecosystems.map(\.rawValue)
        for part in try document.entries(of: entry.value, named: "`upstreams`", keys: keys) {
            let ecosystem = Ecosystem(rawValue: part.key)
            upstreams[ecosystem] = try upstream(part, of: ecosystem)
        }
        return upstreams
    }

    private func upstream(
        _ entry: ConfigurationDocument.Entry,
        of ecosystem: Ecosystem
    ) throws(ConfigurationError) -> UpstreamConfiguration {
        let name = "the upstream `\(entry.key)`"
        let parts = try document.entries(of: entry.value, named: name, keys: ["url", "token", "ca"])
        guard let url = parts.first(where: { $0.key == "url" }) else {
            throw document.wrong(.missingKey, entry.value, "\(name) has no `url`; write `{ url: \"https://...\" }`")
        }
        var credentials: UpstreamCredentials?
        if let token = parts.first(where: { $0.key == "token" }) {
            credentials = .bearer(try document.text(token, example: "TOKEN"))
        }
        var authorities: String?
        if let file = parts.first(where: { $0.key == "ca" }) { authorities = try self.authorities(file) }
        do {
            return try UpstreamConfiguration(
                ecosystem,
                url: try document.text(url, example: "https://registry.example.invalid/"),
                credentials: credentials,
                caFile: authorities
            )
        } catch let error as UpstreamConfigurationError {
            throw document.wrong(.badValue, url.value, error.description)
        } catch let error as ConfigurationError {
            throw error
        } catch {
            throw document.wrong(.badValue, url.value, "\(error)")
        }
    }

    /// Refuses an upstream that is this very server: each request would come back as the next.
    private func refuseOwnAddress(
        _ root: Node,
        _ upstreams: [Ecosystem: UpstreamConfiguration],
        _ listen: ListenAddress
    ) throws(ConfigurationError) {
        for (ecosystem, upstream) in upstreams where upstream.leads(toHost: listen.host, port: listen.port) {
            throw document.wrong(
                .ambiguousOwner,
                root["upstreams"]?[ecosystem.rawValue]?["url"] ?? root,
                "the upstream of `\(ecosystem)` is this server itself (\(listen)); "
                    + "name the registry behind it, or listen elsewhere with `--listen HOST:PORT`"
            )
        }
    }

    private func authorities(_ entry: ConfigurationDocument.Entry) throws(ConfigurationError) -> String {
        let path = absolute(try document.text(entry, example: "./ca.pem")).string
        do {
            _ = try FileContent.bytes(path, bytesMax: PolicyFile.bytesMax)
        } catch {
            throw document.wrong(.unreachable, entry.value, "the file of certificate authorities \(error)")
        }
        return path
    }
}

// MARK: Values

extension ConfigurationReader {
    private func word<Value: RawRepresentable<String>>(
        _ entry: ConfigurationDocument.Entry,
        _ values: [Value]
    ) throws(ConfigurationError) -> Value {
        let text = try document.text(entry, example: values.first?.rawValue ?? "")
        guard let value = Value(rawValue: text) else {
            let words = values.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            let advice = Suggestion.sentence(for: text, among: values.map(\.rawValue))
            throw document.wrong(.badValue, entry.value, "`\(entry.key)` is one of \(words), not `\(text)`\(advice)")
        }
        return value
    }

    /// The path from the file's folder, without `.` and `..`.
    private func absolute(_ text: String) -> FilePath {
        folder.pushing(FilePath(text)).lexicallyNormalized()
    }

    private static func isFolder(_ path: FilePath) -> Bool {
        (try? path.stat().type) == .directory
    }
}
