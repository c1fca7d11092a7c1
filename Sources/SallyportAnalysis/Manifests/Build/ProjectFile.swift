import SallyportLexing
import SallyportModel

/// `pyproject.toml`: the build back end, and which files of this package it runs.
///
/// A back end from the registry runs code of its own package, and of this one what it is told to; one from inside
/// (`backend-path`) is this package's code.
struct ProjectFile {
    let path: String
    let bytes: [UInt8]
    let document: TOMLDocument
    let shelf: Shelf

    static func read(
        _ shelf: Shelf,
        reader: CodeReader,
        _ scratch: inout CodeScratch,
        _ statement: inout PackageStatement
    ) {
        let path = statement.root + "pyproject.toml"
        guard shelf.position(of: path) != nil else { return }
        guard let bytes = shelf.manifest(at: path), let document = try? TOMLDocument(bytes.span) else {
            return statement.hooks.append(.unreadable("build-backend", path))
        }
        let project = ProjectFile(path: path, bytes: bytes, document: document, shelf: shelf)
        for requirement in document["build-system", "requires"]?.strings ?? [] {
            statement.dependencies.append(PythonMetadata.dependency(requirement, role: "build"))
        }
        let entry = document["build-system", "build-backend"]?.string
        project.readInnerBackend(entry, &statement)
        let backend = BuildBackend(entry)
        project.readSetuptools(&statement)
        project.readHatch(reader: reader, &scratch, &statement)
        project.readScripts(&statement)
        if backend == .flit { project.readFlit(&statement) }
        if case .native(let build) = backend { project.readNative(build, reader, &scratch, &statement) }
        if backend != .setuptools, backend != .flit { project.readRootModules(of: backend, &statement) }
    }

    /// A hook that the file declares, placed where `mark` first stands in it.
    func hook(_ trigger: String, _ command: String, at mark: String) -> DeclaredHook {
        let place = ManifestText.place(of: mark, in: bytes, path: path)
        return DeclaredHook(trigger: trigger, command: command, place: place)
    }

    /// A hook that runs one file, which must be there.
    func hook(_ trigger: String, running file: String, at mark: String, _ root: String) -> DeclaredHook {
        var hook = hook(trigger, file, at: mark)
        hook.references = [Reference(.path, file, as: .python)]
        let found = PathText.resolve(file, in: root).flatMap { shelf.position(of: $0) }
        if found == nil { hook.unreadable.append(file) }
        return hook
    }

    /// Folders of `backend-path` that are looked into.
    private static let backendFoldersMax = 16
    /// Parts of a back end's dotted name.
    private static let backendPartsMax = 16

    private func readInnerBackend(_ entry: String?, _ statement: inout PackageStatement) {
        guard let entry, let value = document["build-system", "backend-path"] else { return }
        let folders = value.strings ?? []
        let parts = (entry.split(separator: ":").first ?? "").split(separator: ".")
        var hook = hook("build-backend", "\(entry) in \(folders.joined(separator: ", "))", at: "build-backend")
        if value.strings == nil || folders.count > Self.backendFoldersMax || parts.count > Self.backendPartsMax {
            hook.unreadable.append(path)
        }
        guard !folders.isEmpty || !hook.unreadable.isEmpty else { return }
        for folder in folders.prefix(Self.backendFoldersMax) {
            for count in 1...max(min(parts.count, Self.backendPartsMax), 1) {
                let base = ([folder] + parts.prefix(count).map { String($0) }).joined(separator: "/")
                hook.references.append(Reference(.path, base + ".py", as: .python))
                hook.references.append(Reference(.path, base + "/__init__.py", as: .python))
            }
        }
        statement.hooks.append(hook)
    }
}
