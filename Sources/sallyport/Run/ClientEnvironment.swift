/// The environment that points npm, yarn, pnpm, pip, uv, gem and Bundler at a gate, and nothing else.
///
/// Settings that name a second source are taken away, for they would lead past the gate. Settings that the clients
/// keep in files are not touched: a registry of a scope in `.npmrc` stays, because a name belongs to one origin
/// (docs/clients.md).
struct ClientEnvironment: Sendable, Hashable {
    /// The gate.
    let addresses: GateAddresses
    /// The host whose addresses in an npm lockfile are asked of the gate instead; absent when none needs it.
    var replacedLockfileHost: String?
    /// A file of settings for gem, which has no variable for its sources; absent when it could not be written.
    var gemSettings: String?

    /// Variables that name further sources, or none.
    private static let secondSources = [
        "PIP_FIND_LINKS", "PIP_NO_INDEX", "UV_INDEX", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS", "UV_NO_INDEX",
    ]
    /// Hosts that are reached without a proxy.
    private static let loopback = "127.0.0.1,localhost,::1"

    /// The changes to an environment; `nil` takes a variable away.
    func changes(to environment: [String: String]) -> [String: String?] {
        var changes: [String: String?] = [:]
        // npm reads these names in either case, and the last one that it happens to see wins.
        for name in environment.keys where Self.npmNames.contains(name.lowercased()) { changes[name] = .some(nil) }
        changes["npm_config_registry"] = addresses.npm
        changes["NPM_CONFIG_REGISTRY"] = addresses.npm
        if let host = replacedLockfileHost { changes["npm_config_replace_registry_host"] = host }
        changes["YARN_REGISTRY"] = addresses.npm
        changes["YARN_NPM_REGISTRY_SERVER"] = String(addresses.npm.dropLast())
        changes["YARN_UNSAFE_HTTP_WHITELIST"] = "127.0.0.1"

        for name in Self.secondSources where environment[name] != nil { changes[name] = .some(nil) }
        changes["PIP_INDEX_URL"] = addresses.pypi
        // An empty value would leave the one in pip's file in force; the same index twice is asked once.
        changes["PIP_EXTRA_INDEX_URL"] = addresses.pypi
        changes["UV_DEFAULT_INDEX"] = addresses.pypi
        changes["UV_INDEX_URL"] = addresses.pypi

        // A mirror of one source comes before the one of all; one that is probed gives way to the source itself.
        for name in environment.keys where name.uppercased().hasPrefix("BUNDLE_MIRROR__") { changes[name] = .some(nil) }
        changes["BUNDLE_MIRROR__ALL"] = addresses.rubygems
        if let gemSettings {
            // gem reads these in their order instead of its own, and the last one has the last word.
            let own = environment["GEMRC"] ?? environment["HOME"].map { "\($0)/.gemrc" }
            changes["GEMRC"] = [own, gemSettings].compactMap { $0 }.joined(separator: ":")
        }

        if environment.keys.contains(where: { $0.lowercased().hasSuffix("_proxy") && $0.lowercased() != "no_proxy" }) {
            for name in ["NO_PROXY", "no_proxy"] {
                let known = environment[name].map { $0.isEmpty ? "" : "\($0)," } ?? ""
                changes[name] = known + Self.loopback
            }
        }
        return changes
    }

    private static let npmNames: Set<String> = ["npm_config_registry", "npm_config_replace_registry_host"]
}
