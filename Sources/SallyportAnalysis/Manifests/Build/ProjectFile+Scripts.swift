import SallyportLexing
import SallyportModel

/// Scripts and modules that other back ends run or import while they build.
extension ProjectFile {
    func readScripts(_ statement: inout PackageStatement) {
        let root = statement.root
        if let build = document["tool", "poetry", "build"], let script = build.string ?? build["script"]?.string {
            statement.hooks.append(hook("poetry-build", running: script, at: "tool.poetry", root))
        }
        readPDM(&statement)
        for provider in metadataProviders() {
            var hook = hook("metadata-provider", "\(provider.module) in \(provider.folder)", at: "provider")
            let base = provider.folder + "/" + provider.module.replacing(".", with: "/")
            hook.references = [".py", "/__init__.py"].map { Reference(.path, base + $0, as: .python) }
            statement.hooks.append(hook)
        }
        if document["build-system", "build-backend"]?.string?.hasPrefix("enscons") == true {
            statement.hooks.append(hook("scons", running: "SConstruct", at: "enscons", root))
        }
    }

    /// `pdm_build.py` is run when it is there; older releases of the back end ran what `tool.pdm.build` named.
    private func readPDM(_ statement: inout PackageStatement) {
        let build = document["tool", "pdm", "build"]
        let named = build?["custom-hook"]?.string ?? build?["setup-script"]?.string ?? build?.string
        let isPDM = document["build-system", "build-backend"]?.string?.hasPrefix("pdm") == true
        let isThere = shelf.position(of: statement.root + "pdm_build.py") != nil
        if let script = named ?? (isPDM && isThere ? "pdm_build.py" : nil) {
            statement.hooks.append(hook("pdm-build", running: script, at: "tool.pdm", statement.root))
        }
        guard document["tool", "pdm", "version", "source"]?.string == "call",
            let getter = document["tool", "pdm", "version", "getter"]?.string
        else { return }
        statement.hooks.append(importing(getter, at: "getter"))
    }

    /// Modules of the package that compute metadata for scikit-build-core.
    private func metadataProviders() -> [(module: String, folder: String)] {
        var tables: [TOMLValue] = []
        if case .table(let fields) = document["tool", "scikit-build", "metadata"] { tables += fields.map(\.value) }
        if case .table(let fields) = document["tool", "dynamic-metadata"] { tables += fields.map(\.value) }
        if case .array(let fields) = document["tool", "dynamic-metadata"] { tables += fields }
        return tables.compactMap { table in
            guard let module = table["provider"]?.string, let folder = table["provider-path"]?.string else {
                return nil
            }
            return (module, folder)
        }
    }

    /// flit imports the module when its version or its docstring can't be read from the text.
    func readFlit(_ statement: inout PackageStatement) {
        let dynamic = document["project", "dynamic"]?.strings ?? []
        guard document["project"] == nil || !dynamic.isEmpty else { return }
        let name =
            document["tool", "flit", "module", "name"]?.string ?? document["tool", "flit", "metadata", "module"]?.string
            ?? document["project", "name"]?.string?.replacing("-", with: "_")
        guard let name else { return }
        statement.hooks.append(importing(name, at: "flit"))
    }

    /// A module that the build may import to read a value: none that a project declares as a hook.
    func importing(_ name: String, at mark: String) -> DeclaredHook {
        var hook = hook("import", name, at: mark)
        let module = name.split(separator: ":").first.map { $0.trimmed } ?? name
        hook.references = [Reference(.module, module, as: .python)]
        hook.isImplied = true
        hook.onlyImports = true
        return hook
    }
}
