import SallyportModel

/// What interpreters run at every start, whatever is asked of them (Python's `site` module): lines of `.pth` and of
/// `.start` files, and the modules `sitecustomize` and `usercustomize`.
enum StartHooks {
    /// The hooks of a wheel, in which every path says where the file will be.
    static func ofWheel(_ shelf: Shelf, reader: CodeReader, _ scratch: inout CodeScratch) -> [DeclaredHook] {
        var hooks: [DeclaredHook] = []
        var folders: Set<String> = [""]
        var modules: [(PackageFile, InstalledPath)] = []
        for file in shelf.files {
            guard let placed = InstalledPath(file.path) else { continue }
            if let kind = StartFile.Kind(PathText.name(of: file.path)) {
                guard !placed.path.contains("/") else { continue }
                let start = StartFile(file, kind, shelf)
                hooks += start.hooks(reader: reader, &scratch)
                folders.formUnion(start.folders)
            } else if startModule(placed.path) != nil {
                modules.append((file, placed))
            }
        }
        for (file, placed) in modules {
            guard let module = startModule(placed.path), folders.contains(module.folder) else { continue }
            hooks.append(hook(file, module.name))
        }
        return hooks
    }

    /// The hooks of a source distribution: which of its files a build installs at the top is not known before it runs,
    /// so every such file counts that is no test.
    static func ofSource(
        _ shelf: Shelf,
        below root: String,
        reader: CodeReader,
        _ scratch: inout CodeScratch
    ) -> [DeclaredHook] {
        var hooks: [DeclaredHook] = []
        for file in shelf.files where !PackageReach.isTest(file.path, below: root) {
            let path = file.path.dropFirst(root.count)
            if let kind = StartFile.Kind(PathText.name(of: file.path)) {
                hooks += StartFile(file, kind, shelf).hooks(reader: reader, &scratch)
            } else if let module = startModule(path), ["", "src/", "lib/"].contains(module.folder) {
                hooks.append(hook(file, module.name))
            }
        }
        return hooks
    }

    /// A file that Python takes for one of the two modules, and the folder that must be on its path for that.
    private static func startModule(_ path: Substring) -> (name: Substring, folder: String)? {
        let parts = path.split(separator: "/")
        guard let last = parts.last, let dot = last.firstIndex(of: ".") else { return nil }
        guard moduleSuffixes.contains(String(last.split(separator: ".").last ?? "")) else { return nil }
        guard !parts.dropLast().contains("__pycache__") else { return nil }
        let isPackage = last[..<dot] == "__init__" && parts.count > 1
        let name = isPackage ? parts[parts.count - 2] : last[..<dot]
        guard name == "sitecustomize" || name == "usercustomize" else { return nil }
        let folder = parts.dropLast(isPackage ? 2 : 1)
        return (name, folder.isEmpty ? "" : folder.joined(separator: "/") + "/")
    }

    private static let moduleSuffixes: Set<String> = ["py", "pyc", "pyo", "pyw", "so", "pyd"]

    private static func hook(_ file: PackageFile, _ name: Substring) -> DeclaredHook {
        let command = PathText.name(of: file.path)
        var hook = DeclaredHook(trigger: String(name), command: command, place: Place(path: file.path))
        hook.references = [Reference(.path, file.path, as: .python)]
        if NativeContent.isNative(file.record.content) { hook.unreadable = [file.path] }
        return hook
    }
}
