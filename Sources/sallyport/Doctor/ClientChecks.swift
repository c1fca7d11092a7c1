import FoundationEssentials
import SallyportUpstream
import Subprocess

/// Looks at which clients there are, where they point, and what leads them past the server.
struct ClientChecks: Sendable {
    /// Runs a program and answers its standard output; `nil` when it is missing or fails.
    typealias Ask = @Sendable (_ executable: String, _ arguments: [String]) async -> String?

    let addresses: GateAddresses
    let environment: [String: String]
    let ask: Ask

    func findings() async -> [Finding] {
        async let npm = npm()
        async let pip = pip()
        async let uv = uv()
        async let gem = gem()
        async let bundler = bundler()
        return await npm + pip + uv + gem + bundler
    }

    private func npm() async -> [Finding] {
        guard let version = line(await ask("npm", ["--version"])) else {
            return [.ok("npm", "not on this machine.")]
        }
        let registry = line(await ask("npm", ["config", "get", "registry"])) ?? ""
        return [pointing("npm \(version)", .npm, at: registry, wanted: addresses.npm)]
    }

    private func pip() async -> [Finding] {
        guard let version = line(await ask("python3", ["-m", "pip", "--version"])) else {
            return [.ok("pip", "not on this machine.")]
        }
        let short = version.split(separator: " ").prefix(2).joined(separator: " ")
        var index = environment["PIP_INDEX_URL"]
        if index == nil { index = line(await ask("python3", ["-m", "pip", "config", "get", "global.index-url"])) }
        var findings = [pointing(short, .pip, at: index ?? "its built-in index", wanted: addresses.pypi)]
        for name in ["extra-index-url", "find-links"] {
            let variable = "PIP_\(name.uppercased().split(separator: "-").joined(separator: "_"))"
            let isSet = !(environment[variable] ?? "").isEmpty
            let isConfigured = await ask("python3", ["-m", "pip", "config", "get", "global.\(name)"]) != nil
            if isSet || isConfigured {
                findings.append(
                    .warn(
                        "pip",
                        "`\(name)` is set, which leads past Sallyport.",
                        "Unset `\(variable)`, or run `pip config unset global.\(name)`; `sallyport run` does without it."
                    )
                )
            }
        }
        return findings
    }

    private func uv() async -> [Finding] {
        guard let version = line(await ask("uv", ["--version"])) else { return [.ok("uv", "not on this machine.")] }
        var index = environment["UV_DEFAULT_INDEX"] ?? environment["UV_INDEX_URL"]
        let path = PackageClient.uv.settingsPath(environment: environment)
        if index == nil, let text = try? FileContent.text(path, bytesMax: 1 << 20), text.contains(addresses.pypi) {
            index = addresses.pypi
        }
        return [pointing(version, .uv, at: index ?? "its built-in index", wanted: addresses.pypi)]
    }

    private func gem() async -> [Finding] {
        guard let version = line(await ask("gem", ["--version"])) else { return [.ok("gem", "not on this machine.")] }
        let listed = await ask("gem", ["sources", "--list"]) ?? ""
        let sources = listed.split(whereSeparator: \.isNewline).map { $0.trimmedBlanks }.filter { $0.hasPrefix("http") }
        let first = pointing("gem \(version)", .gem, at: sources.first ?? "no source", wanted: addresses.rubygems)
        guard sources.count > 1 else { return [first] }
        return [
            first,
            .warn(
                "gem",
                "has \(Words.count(sources.count, "source")), and the further ones lead past Sallyport.",
                "Run `gem sources --remove URL` for each; `sallyport run` does without them."
            ),
        ]
    }

    private func bundler() async -> [Finding] {
        guard let version = line(await ask("bundle", ["--version"])) else {
            return [.ok("bundler", "not on this machine.")]
        }
        let listed = await ask("bundle", ["config", "list", "--parseable"]) ?? ""
        let mirror = listed.split(whereSeparator: \.isNewline).first { $0.hasPrefix("mirror.all=") }
        let short = version.split(separator: " ").last.map { "bundler \($0)" } ?? "bundler"
        let index = mirror.map { String($0.dropFirst("mirror.all=".count)) } ?? "the sources of each Gemfile"
        return [pointing(short, .bundler, at: index, wanted: addresses.rubygems)]
    }

    private func pointing(_ name: String, _ client: PackageClient, at index: String, wanted: String) -> Finding {
        let isThere = index == wanted || index + "/" == wanted
        guard !isThere else { return .ok(name, "asks \(wanted).") }
        return .warn(
            name,
            "asks \(WebURL(index)?.origin.description ?? index) and not Sallyport.",
            "Run `sallyport init \(client.rawValue) --write`, or start it as `sallyport run -- \(client.program) ...`."
        )
    }

    private func line(_ output: String?) -> String? {
        let line = output?.split(whereSeparator: \.isNewline).first.map { $0.trimmedBlanks }
        return line?.isEmpty == false && line != "undefined" ? line : nil
    }
}
