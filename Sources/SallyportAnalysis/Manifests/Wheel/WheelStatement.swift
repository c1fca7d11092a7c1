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
            statement.loadRoots += document.entries.compactMap { entry in
                let module = entry.value.split { $0 == ":" || $0 == "[" }.first.map { $0.trimmed }
                return module.map { Reference(.module, $0, as: .python) }
            }
        }
    }
}
