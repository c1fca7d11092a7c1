import SallyportLexing
import SallyportModel

/// What one version's manifest in the packument says of its installation. npm's own installer runs the scripts that stand
/// here, not those of the archive, when it was given the full form.
enum VersionStatement {
    /// Scripts that npm runs for a package from a registry; `prepare` runs only for folders and repositories.
    private static let triggers = ["preinstall", "install", "postinstall"]

    static func read(_ manifest: JSONValue) -> IndexStatement {
        var scripts: [String: String] = [:]
        for trigger in triggers {
            if let command = manifest["scripts"]?[trigger]?.string, !command.isEmpty { scripts[trigger] = command }
        }
        var dependencies: [IndexStatement.Requirement] = []
        let roles = [
            ("dependencies", "runtime"), ("optionalDependencies", "optional"), ("peerDependencies", "peer"),
        ]
        for (key, role) in roles {
            for member in manifest[key]?.object ?? [] {
                let requirement = member.value.string ?? ""
                dependencies.append(.init(name: member.key, requirement: requirement, role: role))
            }
        }
        return IndexStatement(
            scripts: scripts,
            deniesImplicitBuild: manifest["gypfile"]?.bool == false,
            dependencies: dependencies,
            bundled: bundled(manifest["bundleDependencies"] ?? manifest["bundledDependencies"], among: dependencies)
        )
    }

    /// A list of names; `true` means all dependencies.
    private static func bundled(_ value: JSONValue?, among all: [IndexStatement.Requirement]) -> [String] {
        switch value {
        case .array(let names): return names.compactMap(\.string).sorted()
        case .object(let members): return members.map(\.key).sorted()
        case .bool(true): return Set(all.filter { $0.role != "peer" }.map(\.name)).sorted()
        default: return []
        }
    }
}
