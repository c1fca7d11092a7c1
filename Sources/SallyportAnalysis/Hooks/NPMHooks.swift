import SallyportLexing
import SallyportModel

/// What runs when npm installs a package from a tarball (npm's `scripts` page).
struct NPMHooks {
    let manifest: NPMManifest
    let shelf: Shelf
    let root: String
    let reader: CodeReader

    /// The lifecycle scripts of a dependency, in their order.
    static let triggers = ["preinstall", "install", "postinstall"]
    /// Scripts that run only when the package is installed from a git repository or packed.
    static let gitTriggers = ["prepare", "preprepare", "postprepare", "prepublish"]

    /// The hooks, with the scripts that they run by name unfolded.
    func hooks(_ scratch: inout CodeScratch) -> [DeclaredHook] {
        let path = root + "package.json"
        let text = shelf.manifests[path] ?? []
        var hooks: [DeclaredHook] = []
        for trigger in Self.triggers {
            guard let command = manifest.scripts[trigger], !command.isEmpty else { continue }
            let place = ManifestText.place(of: "\"\(trigger)\"", in: text, path: path)
            var hook = DeclaredHook(trigger: trigger, command: command, place: place)
            hook.findings = unfolded(command, &scratch)
            hooks.append(hook)
        }
        if let build = buildHook(hooks, &scratch) { hooks.append(build) }
        return hooks
    }

    /// Facts for scripts that an installation from the registry does not run.
    func gitFacts() -> [Fact] {
        let path = root + "package.json"
        return Self.gitTriggers.compactMap { trigger in
            guard let command = manifest.scripts[trigger] else { return nil }
            let place = ManifestText.place(of: "\"\(trigger)\"", in: shelf.manifests[path] ?? [], path: path)
            let detail = Excerpt.detail("\(trigger): \(command)")
            return Fact(code: .hookGitOnly, reach: .shipped, detail: detail, place: place)
        }
    }

    /// The findings of a command and of every script that it runs by name.
    private func unfolded(_ command: String, _ scratch: inout CodeScratch) -> FileFindings {
        var all = reader.read(command: command, scratch: &scratch)
        var done: Set<String> = []
        var waiting = all.references.filter { $0.kind == .script }.map(\.name)
        while let name = waiting.popLast(), done.count < reader.limits.nestedCommandsMax {
            guard done.insert(name).inserted else { continue }
            for script in ["pre" + name, name, "post" + name] {
                guard let text = manifest.scripts[script] else { continue }
                let inner = reader.read(command: text, scratch: &scratch)
                all.findings += inner.findings
                all.references += inner.references
                waiting += inner.references.filter { $0.kind == .script }.map(\.name)
            }
        }
        return all
    }

    /// `node-gyp rebuild`, which npm runs for a `binding.gyp` when no script says otherwise, and the commands that
    /// gyp runs while it reads the file, whoever starts it.
    private func buildHook(_ declared: [DeclaredHook], _ scratch: inout CodeScratch) -> DeclaredHook? {
        let path = root + "binding.gyp"
        guard shelf.position(of: path) != nil else { return nil }
        let isImplicit =
            manifest.allowsImplicitBuild && manifest.scripts["install"] == nil
            && manifest.scripts["preinstall"] == nil
        let isExplicit = declared.contains { Self.buildsNatively($0.command) }
        guard isImplicit || isExplicit else { return nil }
        var hook = DeclaredHook(trigger: "binding.gyp", command: "node-gyp rebuild", place: Place(path: path))
        for (name, bytes) in shelf.manifests.sorted(by: { $0.key < $1.key }) where Self.isGyp(name) {
            guard let commands = GypCommands.commands(in: bytes) else {
                hook.unreadable.append(name)
                continue
            }
            for command in commands {
                let inner = unfolded(command, &scratch)
                hook.findings.findings += inner.findings
                hook.findings.references += inner.references
            }
        }
        hook.references = [Reference(.path, "binding.gyp")]
        return hook
    }

    private static func isGyp(_ path: String) -> Bool { path.hasSuffix(".gyp") || path.hasSuffix(".gypi") }

    private static func buildsNatively(_ command: String) -> Bool {
        ["node-gyp", "node-pre-gyp", "prebuild", "cmake-js", "neon", "nan", "prebuildify"].contains {
            command.contains($0)
        }
    }
}
