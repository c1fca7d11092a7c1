/// A kind of file that pins packages together with the addresses that they come from.
enum LockfileKind: String, Sendable, Hashable, CaseIterable {
    case npm
    case yarn
    case pnpm
    case uv
    case poetry
    case pipenv
    case requirements

    /// The kind of a file, by its name.
    init?(filename: String) {
        switch filename {
        case "package-lock.json", "npm-shrinkwrap.json": self = .npm
        case "yarn.lock": self = .yarn
        case "pnpm-lock.yaml": self = .pnpm
        case "uv.lock": self = .uv
        case "poetry.lock", "pdm.lock": self = .poetry
        case "Pipfile.lock": self = .pipenv
        default:
            guard filename.hasSuffix(".txt"), filename.hasPrefix("requirements") || filename.hasPrefix("constraints")
            else { return nil }
            self = .requirements
        }
    }

    /// What stands right before an address that the client asks.
    var marks: [String] {
        switch self {
        case .npm: [#""resolved": ""#, #""resolved":""#]
        case .yarn: [#"resolved ""#]
        case .pnpm: ["tarball: "]
        case .uv: [#"registry = ""#, #"url = ""#]
        case .poetry: [#"url = ""#]
        case .pipenv: [#""url": ""#]
        case .requirements:
            [
                "--index-url ", "--index-url=", "-i ", "--extra-index-url ", "--extra-index-url=", "--find-links ",
                "--find-links=", "-f ", "@ ",
            ]
        }
    }

    /// What to do about its addresses; `replaceableHost` is the host that npm can be told to replace.
    func advice(replaceableHost host: String?) -> String {
        switch self {
        case .npm:
            "npm asks them directly; "
                + (host.map { "write `replace-registry-host=\($0)` into .npmrc, or " } ?? "")
                + "delete the file and `node_modules` and install again"
        case .yarn: "yarn asks them directly; delete the `resolved` lines and run `yarn install`"
        case .pnpm: "pnpm asks them directly; delete the `tarball` entries and run `pnpm install`"
        case .uv: "uv asks them directly; run `uv lock --upgrade` with the index set to Sallyport"
        case .poetry: "poetry and pdm ask them directly; change the source in pyproject.toml and lock again"
        case .pipenv: "pipenv asks them directly; change `url` under `[[source]]` in the Pipfile and lock again"
        case .requirements: "pip asks them beside or instead of Sallyport; take these addresses out"
        }
    }
}
