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
            statement.facts.append(unreadable("METADATA is missing or can't be read"))
        }
        let folders = Set(shelf.files.compactMap { metadataFolder($0.path) })
        if folders.count > 1 {
            statement.facts.append(unreadable("\(folders.count) folders of metadata at the top"))
        }
        readEntryPoints(shelf, &statement)
        statement.hooks += StartHooks.ofWheel(shelf, reader: reader, &scratch)
        statement.facts += RecordAgreement.facts(shelf)
        let name = statement.manifest?.name ?? ""
        let scripts = scripts(shelf)
        if let first = scripts.first {
            let folder = shelf.files.first { $0.path.hasSuffix("/scripts/\(first)") }
            statement.facts += CommandNames.facts(scripts, of: name, at: Place(path: folder?.path ?? first))
        }
        return statement
    }

    /// Entry points that are followed.
    private static let entryPointsMax = 4096

    private static func unreadable(_ detail: String) -> Fact {
        Fact(code: .manifestUnreadable, reach: .install, detail: detail)
    }

    /// The folder of metadata that a path at the top lies in.
    static func metadataFolder(_ path: String) -> Substring? {
        let parts = path.split(separator: "/", maxSplits: 2)
        guard parts.count >= 2, let folder = parts.first, folder.hasSuffix(".dist-info") else { return nil }
        return folder
    }

    private static func manifest(_ name: String, _ shelf: Shelf) -> [UInt8]? {
        shelf.manifests.filter { $0.key.hasSuffix(".dist-info/\(name)") }.min { $0.key < $1.key }?.value
    }

    /// Folders of `name-version.data` whose content is installed among the modules.
    private static func dataFolders(_ shelf: Shelf) -> [String] {
        var folders: Set<String> = []
        for file in shelf.files {
            guard let placed = InstalledPath(file.path), placed.isAmongModules, !placed.folder.isEmpty else { continue }
            folders.insert(placed.folder)
        }
        return folders.sorted()
    }

    private static func module(of entry: INIDocument.Entry) -> Reference? {
        let module = entry.value.split { $0 == ":" || $0 == "[" }.first.map { $0.trimmed }
        return module.map { Reference(.module, $0, as: .python) }
    }

    /// Plug-ins that other tools load at their start, wherever this package is installed: nobody imports them.
    private static func readPlugIns(
        _ document: INIDocument,
        _ path: String,
        _ statement: inout PackageStatement
    ) {
        let groups = ["pytest11", "setuptools.", "distutils.", "egg_info.", "sitecustomize"]
        for entry in document.entries where groups.contains(where: { entry.section.hasPrefix($0) }) {
            guard let reference = module(of: entry), statement.planted.count < PlantedFiles.commandsMax else {
                continue
            }
            var hook = DeclaredHook(
                trigger: "plug-in \(entry.section)",
                command: entry.value,
                place: Place(path: path)
            )
            hook.references = [reference]
            // A library that the tool imports: of it counts what is followed from end to end.
            hook.onlyImports = true
            statement.planted.append(PlantedHook(hook: hook, isAutomatic: true, isDeclared: true))
        }
    }

    /// Commands of `name-version.data/scripts`, which are installed where programs are looked for.
    private static func scripts(_ shelf: Shelf) -> [String] {
        shelf.files.compactMap { file in
            let parts = file.path.split(separator: "/")
            guard parts.count == 3, parts[0].hasSuffix(".data"), parts[1] == "scripts" else { return nil }
            return String(parts[2])
        }
    }

    /// Modules that commands and plug-ins load.
    private static func readEntryPoints(_ shelf: Shelf, _ statement: inout PackageStatement) {
        for file in shelf.files where file.path.hasSuffix(".dist-info/entry_points.txt") {
            guard metadataFolder(file.path) != nil else { continue }
            guard let bytes = shelf.manifest(at: file.path), let document = try? INIDocument(bytes.span),
                document.entries.count <= entryPointsMax
            else {
                statement.facts.append(unreadable("entry_points.txt can't be read"))
                continue
            }
            statement.loadRoots += document.entries.compactMap { module(of: $0) }
            readPlugIns(document, file.path, &statement)
            let name = statement.manifest?.name ?? ""
            let commands = document.entries.filter { $0.section.hasSuffix("_scripts") }.map(\.key)
            statement.facts += CommandNames.facts(commands, of: name, at: Place(path: file.path))
        }
    }
}
