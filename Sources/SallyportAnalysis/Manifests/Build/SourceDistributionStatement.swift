import SallyportLexing
import SallyportModel

/// What a source distribution states of itself (PEP 517, PEP 621, PEP 643): installing one runs its build.
enum SourceDistributionStatement {
    static func read(_ shelf: Shelf, reader: CodeReader, _ scratch: inout CodeScratch) -> PackageStatement {
        var statement = PackageStatement(.sdist)
        statement.root = shelf.root
        statement.loadsEverything = true
        statement.moduleFolders = ["", "src/", "lib/"] + looseFolders(shelf, below: statement.root)
        if let bytes = shelf.manifests[statement.root + "PKG-INFO"], let metadata = PythonMetadata(bytes.span) {
            statement.manifest = metadata.manifest
            statement.dependencies = metadata.dependencies
        } else {
            statement.facts.append(
                Fact(code: .manifestUnreadable, reach: .install, detail: "PKG-INFO is missing or can't be read")
            )
        }
        let setup = statement.root + "setup.py"
        if shelf.position(of: setup) != nil {
            var hook = DeclaredHook(trigger: "setup.py", command: "setup.py", place: Place(path: setup))
            hook.references = [Reference(.path, "setup.py", as: .python)]
            statement.hooks.append(hook)
        }
        // What a link to nothing is by the time of the build, nobody can say.
        for name in buildFiles where shelf.unresolvedLinks.contains(statement.root + name) {
            statement.hooks.append(.unreadable(name, statement.root + name))
        }
        SetupConfiguration.read(shelf, &statement)
        ProjectFile.read(shelf, reader: reader, &scratch, &statement)
        statement.hooks += StartHooks.ofSource(shelf, below: statement.root, reader: reader, &scratch)
        return statement
    }

    /// Files that build tools run, or that say what they run.
    private static let buildFiles = [
        "setup.py", "setup.cfg", "pyproject.toml", "hatch.toml", "hatch_build.py", "pdm_build.py", "build.py",
        "meson.build", "CMakeLists.txt", "Cargo.toml", "build.rs",
    ]

    /// Folders beside the packages that build scripts put on the path of modules; more are not searched.
    private static let looseFoldersMax = 64

    /// Folders at the top that are no packages: `tools/`, `build/`, `_custom/`.
    private static func looseFolders(_ shelf: Shelf, below root: String) -> [String] {
        var folders: Set<String> = []
        for file in shelf.files where file.path.hasSuffix(".py") {
            let parts = file.path.dropFirst(root.count).split(separator: "/")
            guard parts.count == 2, let folder = parts.first else { continue }
            if shelf.position(of: "\(root)\(folder)/__init__.py") == nil { folders.insert("\(folder)/") }
        }
        return Array(folders.subtracting(["src/", "lib/"]).sorted().prefix(looseFoldersMax))
    }
}
