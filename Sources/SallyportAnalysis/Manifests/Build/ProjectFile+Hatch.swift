import SallyportLexing
import SallyportModel

/// What hatchling runs of the package that it builds: custom hooks, and a version that is computed.
extension ProjectFile {
    func readHatch(reader: CodeReader, _ scratch: inout CodeScratch, _ statement: inout PackageStatement) {
        var tables = [document["tool", "hatch"]].compactMap { $0 }
        let other = statement.root + "hatch.toml"
        if shelf.position(of: other) != nil {
            // Its tables replace those below `tool.hatch`; both are read, so that it does not matter how.
            if let bytes = shelf.manifest(at: other), let document = try? TOMLDocument(bytes.span) {
                tables += [document.value([])].compactMap { $0 }
            } else {
                statement.hooks.append(.unreadable("hatch-build", other))
            }
        }
        for hatch in tables {
            var builds = [hatch["build"]].compactMap { $0 }
            if case .table(let targets) = hatch["build"]?["targets"] { builds += targets.map(\.value) }
            for build in builds {
                if let hook = custom(build["hooks"], "hatch-build", statement.root) { statement.hooks.append(hook) }
                let start = autorun(build["hooks"], reader: reader, &scratch, statement.root)
                if let start { statement.hooks.append(start) }
            }
            let metadata = custom(hatch["metadata"]?["hooks"], "hatch-metadata", statement.root)
            if let metadata { statement.hooks.append(metadata) }
            if let version = version(hatch["version"], statement.root) { statement.hooks.append(version) }
        }
    }

    private func custom(_ hooks: TOMLValue?, _ trigger: String, _ root: String) -> DeclaredHook? {
        guard let custom = hooks?["custom"] else { return nil }
        return hook(trigger, running: custom["path"]?.string ?? "hatch_build.py", at: "hooks.custom", root)
    }

    /// `hatch-autorun` writes a `.pth` file of this code into what is installed.
    private func autorun(
        _ hooks: TOMLValue?,
        reader: CodeReader,
        _ scratch: inout CodeScratch,
        _ root: String
    ) -> DeclaredHook? {
        guard let autorun = hooks?["autorun"] else { return nil }
        if let file = autorun["file"]?.string {
            return hook("hatch-autorun", running: file, at: "hooks.autorun", root)
        }
        let code = autorun["code"]?.string ?? ""
        var hook = hook("hatch-autorun", code, at: "hooks.autorun")
        hook.findings = reader.read(Array(code.utf8).span, as: .python, scratch: &scratch)
        return hook
    }

    /// `source = "code"` runs a file for the version that it defines.
    private func version(_ version: TOMLValue?, _ root: String) -> DeclaredHook? {
        guard version?["source"]?.string == "code", let file = version?["path"]?.string else { return nil }
        var hook = hook("hatch-version", running: file, at: "code", root)
        hook.isImplied = true
        hook.onlyImports = true
        return hook
    }
}
