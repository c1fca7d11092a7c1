import SallyportLexing
import SallyportModel

/// What runs when npm installs a package from a tarball (npm's `scripts` page).
struct NPMHooks {
    let manifest: NPMManifest
    /// What the index says of the same package.
    var stated: IndexStatement?
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
        let stated = stated.map { IndexAgreement.differingScripts($0, manifest) } ?? [:]
        var scripts = PackageScripts(manifest.scripts, reader)
        let commands = Self.triggers.flatMap { trigger in
            [manifest.scripts[trigger], stated[trigger]].compactMap { $0 }.map { (trigger, $0) }
        }
        for (trigger, command) in commands where !command.isEmpty {
            let place = ManifestText.place(of: "\"\(trigger)\"", in: text, path: path)
            var hook = DeclaredHook(trigger: trigger, command: command, place: place)
            hook.unknown = unknown(in: command)
            hook.findings = scripts.unfolded(command, &scratch, leftOut: &hook.unknown)
            hooks.append(hook)
        }
        if let build = buildHook(hooks) { hooks.append(build) }
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

    /// Programs of a command that a variable names, and folders: what runs is not in the package's text.
    private func unknown(in command: String) -> [String] {
        let known: Set<String> = ["run", "run-script", "test", "start", "exec", "install", "i", "ci"]
        return ShellText.commands(command).compactMap { command in
            let words = Array(command.effective)
            guard let first = words.first else { return nil }
            if command.program == "cd", words.count > 1, words[1].contains("\u{1}") {
                return "a folder that a variable names"
            }
            guard first.unicodeScalars.allSatisfy({ $0 == "\u{1}" }) || first.hasPrefix("%") else { return nil }
            // `$npm_execpath run build`, `$npm_node_execpath file.js`
            if words.count > 1, known.contains(words[1]) || words[1].hasSuffix(".js") { return nil }
            return "a program that a variable names"
        }
    }

    /// `node-gyp rebuild`, which npm runs for a `binding.gyp` when no script says otherwise, and the commands that
    /// gyp runs while it reads its files, whoever starts it.
    private func buildHook(_ declared: [DeclaredHook]) -> DeclaredHook? {
        let ownScripts = ["preinstall", "install"].contains { manifest.scripts[$0] != nil }
        var isImplicit = manifest.allowsImplicitBuild && !ownScripts
        if let stated {
            let statedScripts = ["preinstall", "install"].contains { stated.scripts[$0] != nil }
            if !stated.deniesImplicitBuild, !statedScripts { isImplicit = true }
            if stated.scripts["install"]?.contains("node-gyp") == true { isImplicit = true }
        }
        isImplicit = isImplicit && shelf.position(of: root + "binding.gyp") != nil
        // A file of the package may start the build as well as the command itself.
        let isExplicit = declared.contains { hook in
            Self.buildsNatively(hook.command) || hook.findings.references.contains { $0.kind != .script }
        }
        guard isImplicit || isExplicit else { return nil }
        // node-gyp takes these two along when they stand beside its own file.
        var references = ["config.gypi", "common.gypi"].filter { shelf.position(of: root + $0) != nil }
        let builds = isExplicit ? buildFiles() : ["binding.gyp"]
        guard !builds.isEmpty else { return nil }
        references += builds.prefix(Self.buildFilesMax)
        var hook = DeclaredHook(
            trigger: "binding.gyp",
            command: "node-gyp rebuild",
            place: Place(path: root + builds[0])
        )
        hook.references = references.map { Reference(.path, $0, as: .gyp) }
        if builds.count > Self.buildFilesMax { hook.unknown.append("more than \(Self.buildFilesMax) build files") }
        return hook
    }

    /// The build files of the package, whatever folder a command names.
    private func buildFiles() -> [String] {
        let bundled = root + "node_modules/"
        return shelf.files.lazy.map(\.path).filter { path in
            path.hasPrefix(root) && path.hasSuffix("binding.gyp") && !path.hasPrefix(bundled)
                && PathText.name(of: path) == "binding.gyp"
        }.prefix(Self.buildFilesMax + 1).map { String($0.dropFirst(root.count)) }
    }

    /// Build files of one package that are followed.
    private static let buildFilesMax = 64

    private static func buildsNatively(_ command: String) -> Bool {
        ["node-gyp", "node-pre-gyp", "prebuild", "cmake-js", "neon", "nan", "prebuildify"].contains {
            command.contains($0)
        }
    }
}
