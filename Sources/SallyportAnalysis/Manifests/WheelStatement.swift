import SallyportLexing
import SallyportModel

/// What a wheel states of itself (PEP 427): its metadata, its entry points, and what interpreters run at every start.
enum WheelStatement {
    static func read(_ shelf: Shelf, reader: CodeReader, _ scratch: inout CodeScratch) -> PackageStatement {
        var statement = PackageStatement(.wheel)
        statement.loadsEverything = true
        statement.moduleFolders = [""] + dataFolders(shelf)
        if let bytes = manifest("METADATA", shelf), let metadata = PythonMetadata(bytes.span) {
            statement.manifest = metadata.manifest
            statement.dependencies = metadata.dependencies
        } else {
            statement.facts.append(
                Fact(code: .manifestUnreadable, reach: .install, detail: "METADATA is missing or can't be read")
            )
        }
        if let bytes = manifest("entry_points.txt", shelf) { statement.loadRoots += entryPoints(bytes) }
        statement.hooks += startHooks(shelf, reader: reader, &scratch)
        return statement
    }

    private static func manifest(_ name: String, _ shelf: Shelf) -> [UInt8]? {
        shelf.manifests.filter { $0.key.hasSuffix(".dist-info/\(name)") }.min { $0.key < $1.key }?.value
    }

    /// Folders of `name-version.data` whose content is installed among the modules.
    private static func dataFolders(_ shelf: Shelf) -> [String] {
        var folders: Set<String> = []
        for file in shelf.files {
            let parts = file.path.split(separator: "/", maxSplits: 2)
            guard parts.count == 3, parts[0].hasSuffix(".data") else { continue }
            if parts[1] == "purelib" || parts[1] == "platlib" { folders.insert("\(parts[0])/\(parts[1])/") }
        }
        return folders.sorted()
    }

    /// Modules that commands and plug-ins load.
    private static func entryPoints(_ bytes: [UInt8]) -> [Reference] {
        guard let document = try? INIDocument(bytes.span) else { return [] }
        return document.entries.prefix(512).compactMap { entry in
            let module = entry.value.split { $0 == ":" || $0 == "[" }.first.map { $0.trimmed }
            return module.map { Reference(.module, $0, as: .python) }
        }
    }

    /// `.pth` lines that begin with `import`, and the two modules that every interpreter looks for at its start
    /// (Python's `site` module).
    private static func startHooks(
        _ shelf: Shelf,
        reader: CodeReader,
        _ scratch: inout CodeScratch
    ) -> [DeclaredHook] {
        var hooks: [DeclaredHook] = []
        for file in shelf.files {
            let name = PathText.name(of: file.path)
            guard isInstalledAtTop(file.path) else { continue }
            if name.hasSuffix(".pth") { hooks += pathHooks(file, shelf, reader: reader, &scratch) }
            if name == "sitecustomize.py" || name == "usercustomize.py" {
                var hook = DeclaredHook(trigger: name, command: name, place: Place(path: file.path))
                hook.references = [Reference(.path, file.path, as: .python)]
                hooks.append(hook)
            }
        }
        return hooks
    }

    private static func isInstalledAtTop(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        if parts.count == 1 { return true }
        return parts.count == 3 && parts[0].hasSuffix(".data")
            && (parts[1] == "purelib" || parts[1] == "platlib" || parts[1] == "data")
    }

    private static func pathHooks(
        _ file: PackageFile,
        _ shelf: Shelf,
        reader: CodeReader,
        _ scratch: inout CodeScratch
    ) -> [DeclaredHook] {
        guard let bytes = shelf.manifests[file.path] else {
            var hook = DeclaredHook(trigger: "pth", command: file.path, place: Place(path: file.path))
            hook.unreadable = [file.path]
            return [hook]
        }
        var hooks: [DeclaredHook] = []
        let lines = bytes.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }
        for (index, line) in lines.enumerated() where hooks.count < 16 {
            guard line.starts(with: "import ".utf8) || line.starts(with: "import\t".utf8) else { continue }
            let text = String(decoding: line, as: UTF8.self)
            let place = Place(path: file.path, line: index + 1, excerpt: Excerpt.of(text))
            var hook = DeclaredHook(trigger: "pth", command: text, place: place)
            hook.findings = reader.read(Array(line).span, as: .python, scratch: &scratch)
            hooks.append(hook)
        }
        return hooks
    }
}
