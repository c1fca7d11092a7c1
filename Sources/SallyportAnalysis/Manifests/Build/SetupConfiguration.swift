import SallyportLexing
import SallyportModel

/// What setuptools loads of the package that it builds, besides `setup.py`: by `setup.cfg`, by `tool.setuptools`, and by
/// the entry points of metadata that lies beside `setup.py`.
enum SetupConfiguration {
    /// Lines of one entry that are followed.
    static let linesMax = 64

    static func read(_ shelf: Shelf, _ statement: inout PackageStatement) {
        readEntryPoints(shelf, &statement)
        let path = statement.root + "setup.cfg"
        guard shelf.position(of: path) != nil else { return }
        guard let bytes = shelf.manifest(at: path), let document = try? INIDocument(bytes.span) else {
            return statement.hooks.append(.unreadable("setup.cfg", path))
        }
        addFolders(document.value("package_dir", in: "options", foldsDashes: true), &statement)
        for (key, section) in [("cmdclass", "options"), ("setup_hooks", "global")] {
            guard let value = document.value(key, in: section, foldsDashes: true) else { continue }
            let place = ManifestText.place(of: key, in: bytes, path: path)
            var hook = DeclaredHook(trigger: "setup.cfg", command: "\(key) \(value)", place: place)
            let lines = value.lines.filter { !$0.isEmpty }
            hook.references = lines.prefix(linesMax).map { Self.module($0) }
            if lines.count > linesMax { hook.unreadable.append(path) }
            statement.hooks.append(hook)
        }
        if let packages = document.value("command_packages", in: "global", foldsDashes: true) {
            let place = ManifestText.place(of: "command", in: bytes, path: path)
            var hook = DeclaredHook(trigger: "setup.cfg", command: "command_packages \(packages)", place: place)
            let names = packages.replacing(",", with: " ").words
            if names.count > linesMax { hook.unreadable.append(path) }
            for name in names.prefix(linesMax) {
                hook.references.append(Reference(.path, name.replacing(".", with: "/") + "/*.py", as: .python))
            }
            statement.hooks.append(hook)
        }
        readAttributes(document, path, &statement)
    }

    /// `attr: package.name` imports the package when the value is no literal.
    private static func readAttributes(_ document: INIDocument, _ path: String, _ statement: inout PackageStatement) {
        for section in ["metadata", "options"] {
            for entry in document.entries(in: section) where entry.value.hasPrefix("attr:") {
                let name = entry.value.dropFirst(5).trimmed
                statement.hooks.append(importing(attribute: name, Place(path: path)))
            }
        }
    }

    /// The import of the module that an attribute belongs to.
    static func importing(attribute name: String, _ place: Place) -> DeclaredHook {
        var hook = DeclaredHook(trigger: "import", command: name, place: place)
        let module = name.split(separator: ".").dropLast().joined(separator: ".")
        hook.references = [Reference(.module, module.isEmpty ? name : module, as: .python)]
        hook.isImplied = true
        hook.onlyImports = true
        return hook
    }

    /// `name = package.module.Class` or `package.module:Class`.
    private static func module(_ line: Substring) -> Reference {
        let value = line.split(separator: "=").last.map { $0.trimmed } ?? ""
        return Reference(.module, value.split(separator: ":").first.map { $0.trimmed } ?? value, as: .python)
    }

    /// Folders that modules are looked for in: ` =python` or `name = python/name`.
    private static func addFolders(_ value: String?, _ statement: inout PackageStatement) {
        let lines = value?.lines ?? []
        if lines.count > linesMax { statement.hooks.append(.unreadable("setup.cfg", statement.root + "setup.cfg")) }
        for line in lines.prefix(linesMax) {
            guard let folder = line.split(separator: "=").last?.trimmed, !folder.isEmpty, folder != "." else {
                continue
            }
            statement.moduleFolders.append(folder + "/")
        }
    }

    /// An `egg-info` folder beside `setup.py` is metadata on the path of modules: what it offers to setuptools is loaded
    /// by the build.
    private static func readEntryPoints(_ shelf: Shelf, _ statement: inout PackageStatement) {
        let root = statement.root
        for file in shelf.files where file.path.hasSuffix(".egg-info/entry_points.txt") {
            guard file.path.dropFirst(root.count).split(separator: "/").count == 2 else { continue }
            guard let bytes = shelf.manifest(at: file.path), let document = try? INIDocument(bytes.span) else {
                statement.hooks.append(.unreadable("egg-info", file.path))
                continue
            }
            let entries = document.entries.filter { entry in
                ["distutils.", "setuptools.", "egg_info."].contains { entry.section.hasPrefix($0) }
            }
            guard !entries.isEmpty else { continue }
            let sections = Set(entries.map(\.section)).sorted().joined(separator: ", ")
            var hook = DeclaredHook(trigger: "egg-info", command: sections, place: Place(path: file.path))
            hook.references = entries.prefix(512).map { Self.module(Substring($0.value)) }
            if entries.count > 512 { hook.unreadable.append(file.path) }
            hook.onlyImports = true
            statement.hooks.append(hook)
        }
    }
}

extension ProjectFile {
    /// `tool.setuptools`: command classes, and attributes that are read by importing their module.
    func readSetuptools(_ statement: inout PackageStatement) {
        if case .table(let folders) = document["tool", "setuptools", "package-dir"] {
            if folders.count > SetupConfiguration.linesMax { statement.hooks.append(.unreadable("setuptools", path)) }
            for folder in folders.prefix(SetupConfiguration.linesMax) {
                guard let name = folder.value.string, !name.isEmpty, name != "." else { continue }
                statement.moduleFolders.append(name + "/")
            }
        }
        if case .table(let classes) = document["tool", "setuptools", "cmdclass"], !classes.isEmpty {
            let names = classes.compactMap(\.value.string)
            var hook = hook("setuptools", "cmdclass \(names.joined(separator: " "))", at: "cmdclass")
            hook.references = names.prefix(SetupConfiguration.linesMax).map { Reference(.module, $0, as: .python) }
            if names.count > SetupConfiguration.linesMax { hook.unreadable.append(path) }
            statement.hooks.append(hook)
        }
        if case .table(let fields) = document["tool", "setuptools", "dynamic"] {
            for field in fields {
                guard let name = field.value["attr"]?.string else { continue }
                statement.hooks.append(SetupConfiguration.importing(attribute: name, Place(path: path)))
            }
        }
    }
}
