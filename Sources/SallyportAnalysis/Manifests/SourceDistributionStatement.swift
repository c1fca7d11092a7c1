import SallyportLexing
import SallyportModel

/// What a source distribution states of itself (PEP 517, PEP 621, PEP 643): installing one runs its build.
enum SourceDistributionStatement {
    static func read(_ shelf: Shelf, reader: CodeReader, _ scratch: inout CodeScratch) -> PackageStatement {
        var statement = PackageStatement(.sdist)
        statement.root = shelf.root
        statement.loadsEverything = true
        statement.moduleFolders = ["", "src/", "lib/"]
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
        readProject(shelf, &statement)
        readConfiguration(shelf, &statement)
        return statement
    }

    /// The build back end. One from the registry runs code of its own package; one from inside runs this package's.
    private static func readProject(_ shelf: Shelf, _ statement: inout PackageStatement) {
        let path = statement.root + "pyproject.toml"
        guard let bytes = shelf.manifests[path] else { return }
        guard let document = try? TOMLDocument(bytes.span) else {
            var hook = DeclaredHook(trigger: "build-backend", command: "pyproject.toml", place: Place(path: path))
            hook.unreadable = [path]
            statement.hooks.append(hook)
            return
        }
        for requirement in document["build-system", "requires"]?.strings ?? [] {
            statement.dependencies.append(PythonMetadata.dependency(requirement, role: "build"))
        }
        guard let backend = document["build-system", "build-backend"]?.string else { return }
        let folders = document["build-system", "backend-path"]?.strings ?? []
        let module = backend.split(separator: ":").first.map { String($0) } ?? backend
        guard !folders.isEmpty else { return }
        let place = ManifestText.place(of: "build-backend", in: bytes, path: path)
        let command = "\(backend) in \(folders.joined(separator: ", "))"
        var hook = DeclaredHook(trigger: "build-backend", command: command, place: place)
        for folder in folders.prefix(16) {
            let parts = module.split(separator: ".")
            for count in 1...max(parts.count, 1) {
                let base = ([folder] + parts.prefix(count).map { String($0) }).joined(separator: "/")
                hook.references.append(Reference(.path, base + ".py", as: .python))
                hook.references.append(Reference(.path, base + "/__init__.py", as: .python))
            }
        }
        statement.hooks.append(hook)
    }

    /// `setup.cfg`: command classes are loaded by the build, `attr:` may load a module to read its version.
    private static func readConfiguration(_ shelf: Shelf, _ statement: inout PackageStatement) {
        let path = statement.root + "setup.cfg"
        guard let bytes = shelf.manifests[path], let document = try? INIDocument(bytes.span) else { return }
        let classes = document.value("cmdclass", in: "options", foldsDashes: true)
        guard let classes else { return }
        let place = ManifestText.place(of: "cmdclass", in: bytes, path: path)
        var hook = DeclaredHook(trigger: "setup.cfg", command: "cmdclass \(classes)", place: place)
        for line in classes.split(separator: "\n").prefix(32) {
            let name = line.split(separator: "=").last.map { $0.trimmed } ?? ""
            hook.references.append(Reference(.module, name, as: .python))
        }
        statement.hooks.append(hook)
    }
}
