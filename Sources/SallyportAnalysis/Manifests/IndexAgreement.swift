import SallyportModel

/// Whether an index says the same of an installation as the archive's own manifest.
///
/// Registries rewrite manifests in known ways when a package is published, and honest packages must not differ by these:
/// folders of commands are taken out of scripts, `node-gyp rebuild` is written where a build file implied it, optional
/// dependencies are listed twice, and repositories are spelled in full.
enum IndexAgreement {
    /// The scripts of an index that are other commands than the manifest's, by trigger.
    static func differingScripts(_ stated: IndexStatement, _ manifest: NPMManifest) -> [String: String] {
        stated.scripts.filter { trigger, command in
            let stated = normal(script: command)
            if stated == normal(script: manifest.scripts[trigger] ?? "") { return false }
            // What a build file implies is followed as a hook of its own, whether it is written or not.
            return trigger != "install" || stated != "node-gyp rebuild"
        }
    }

    /// What differs, a sentence each.
    static func differences(_ stated: IndexStatement, _ manifest: NPMManifest) -> [String] {
        guard stated.isReadable else { return ["what the index says of this version can't be read"] }
        var differences: [String] = []
        let other = differingScripts(stated, manifest)
        for (trigger, command) in other.sorted(by: { $0.key < $1.key }) {
            differences.append("the index says \(trigger): \(command)")
        }
        for trigger in NPMHooks.triggers where stated.scripts[trigger] == nil {
            guard let command = manifest.scripts[trigger], !normal(script: command).isEmpty else { continue }
            differences.append("the index leaves out \(trigger): \(command)")
        }
        if stated.deniesImplicitBuild == manifest.allowsImplicitBuild {
            differences.append("the index and the manifest differ in gypfile")
        }
        differences += dependencies(stated, manifest)
        if Set(stated.bundled) != Set(manifest.bundled) {
            differences.append("the index and the manifest differ in bundleDependencies")
        }
        return differences
    }

    private static func dependencies(_ stated: IndexStatement, _ manifest: NPMManifest) -> [String] {
        // A form of long ago that a registry rewrites; what the index says is taken along either way.
        guard manifest.hasPlainDependencies else { return [] }
        var differences: [String] = []
        for isPeer in [false, true] {
            var inIndex: [String: Set<String>] = [:]
            for entry in stated.dependencies where (entry.role == "peer") == isPeer {
                inIndex[entry.name, default: []].insert(normal(requirement: entry.requirement))
            }
            var inManifest: [String: Set<String>] = [:]
            for entry in manifest.dependencies where (entry.role == "peer") == isPeer {
                inManifest[entry.name, default: []].insert(normal(requirement: entry.requirement))
            }
            for (name, requirements) in inIndex.sorted(by: { $0.key < $1.key }) {
                guard let own = inManifest[name] else {
                    differences.append("only the index depends on \(name)")
                    continue
                }
                if !requirements.isSubset(of: own) {
                    differences.append("the index depends on another \(name)")
                }
            }
            for name in inManifest.keys.sorted() where inIndex[name] == nil {
                differences.append("the index does not depend on \(name)")
            }
        }
        return differences
    }

    /// A command without the folders that npm's path has anyway.
    private static func normal(script: String) -> String {
        var text = script.trimmed
        for folder in ["./node_modules/.bin/", "node_modules/.bin/"] { text = text.replacing(folder, with: "") }
        return text
    }

    /// A range without the spellings of "any"; a repository by its owner and name.
    private static func normal(requirement: String) -> String {
        let text = requirement.trimmed
        switch NPMRequirement.source(of: text) {
        case .git:
            let parts = text.split(separator: "#", maxSplits: 1)
            let path = (parts.first ?? "").split { $0 == "/" || $0 == ":" }.suffix(2).joined(separator: "/")
            let plain = path.hasSuffix(".git") ? String(path.dropLast(4)) : path
            return "git \(plain.lowercased())#\(parts.count > 1 ? parts[1] : "")"
        case .registry: return ["", "*", "latest", "x"].contains(text) ? "*" : text
        default: return text
        }
    }
}
