import SallyportLexing
import SallyportModel

/// What a gem states of itself: what its installation builds, what RubyGems loads by itself, what a program requires.
enum GemStatement {
    static func read(_ shelf: Shelf, reader: CodeReader) -> PackageStatement {
        var statement = PackageStatement(.gem)
        statement.loadsEverything = true
        guard let bytes = shelf.gemSpecification else {
            statement.facts.append(unreadable("there is no specification"))
            return statement
        }
        let specification: GemSpecification
        do {
            specification = try GemSpecification(bytes.span)
        } catch {
            statement.facts.append(unreadable("specification, line \(error.line): \(error.reason)"))
            // What it may have stated is taken from the names that files have.
            addPlugins(["lib/"], shelf, &statement)
            addLikelyExtensions(shelf, reader, &statement)
            return statement
        }
        statement.manifest = Manifest(name: specification.name, version: specification.version)
        statement.dependencies = specification.dependencies.prefix(dependenciesMax).map { dependency in
            Dependency(
                name: dependency.name,
                requirement: dependency.requirement,
                role: dependency.isDevelopment ? "development" : "runtime",
                source: .registry
            )
        }
        statement.dependencies.removeAll { $0.role == "development" }
        let folders = specification.requirePaths.map { PathText.join("", $0) }.map { $0.isEmpty ? "" : $0 + "/" }
        statement.moduleFolders = folders
        for path in specification.extensions.prefix(extensionsMax) { add(extension: path, shelf, reader, &statement) }
        if specification.extensions.count > extensionsMax {
            statement.facts.append(unreadable("too many extensions are stated"))
        }
        addPlugins(folders, shelf, &statement)
        addRoots(specification, folders, shelf, &statement)
        return statement
    }

    /// Extensions of one gem that are followed.
    private static let extensionsMax = 64
    /// Dependencies of one gem that are kept.
    private static let dependenciesMax = 1024

    private static func unreadable(_ detail: String) -> Fact {
        Fact(code: .manifestUnreadable, reach: .install, detail: Excerpt.detail(detail))
    }

    // MARK: What the installation runs

    /// A file that RubyGems gives to the builder that its name shows.
    private static func add(
        extension path: String,
        _ shelf: Shelf,
        _ reader: CodeReader,
        _ statement: inout PackageStatement
    ) {
        var hook = DeclaredHook(trigger: "extension", command: path, place: Place(path: path))
        hook.root = PathText.folder(of: path)
        let name = PathText.name(of: path).lowercased()
        let local = PathText.name(of: path)
        switch name {
        case _ where name.contains("extconf"), _ where name.contains("rakefile"), _ where name.contains("mkrf_conf"):
            hook.references = [Reference(.path, local, as: .ruby)]
        case _ where name.contains("configure"):
            hook.references = [Reference(.path, local, as: .shell)]
        case "cmakelists.txt", "cargo.toml":
            for definition in [local, "build.rs"] { mark(hook.root ?? "", definition, shelf, reader, &hook) }
        default:
            // RubyGems refuses others; a later one may not.
            hook.references = [Reference(.path, local, as: nil)]
            hook.unknown = ["an extension of an unknown kind"]
        }
        if shelf.position(of: path) == nil { hook.unreadable = [path] }
        statement.hooks.append(hook)
    }

    /// A definition that is not read as code: the hook is another one when it changes.
    private static func mark(
        _ folder: String,
        _ name: String,
        _ shelf: Shelf,
        _ reader: CodeReader,
        _ hook: inout DeclaredHook
    ) {
        guard let position = shelf.position(of: folder + name) else { return }
        hook.marks.append("\(name) \(shelf.files[position].record.digest?.hex ?? "unread")")
    }

    /// `rubygems_plugin.rb` on the load path is run by every later command of RubyGems.
    private static func addPlugins(_ folders: [String], _ shelf: Shelf, _ statement: inout PackageStatement) {
        for folder in folders {
            for name in ["rubygems_plugin.rb", "rubygems_plugin.so", "rubygems_plugin.bundle"] {
                let path = folder + name
                guard let position = shelf.position(of: path) else { continue }
                var hook = DeclaredHook(trigger: "rubygems_plugin", command: path, place: Place(path: path))
                hook.references = [Reference(.path, path, as: .ruby)]
                if NativeContent.isNative(shelf.files[position].record.content) { hook.unreadable = [path] }
                statement.hooks.append(hook)
            }
        }
    }

    private static func addLikelyExtensions(_ shelf: Shelf, _ reader: CodeReader, _ statement: inout PackageStatement) {
        let names: Set<String> = ["extconf.rb", "mkrf_conf.rb", "configure", "CMakeLists.txt", "Cargo.toml"]
        for file in shelf.files where names.contains(PathText.name(of: file.path)) {
            guard file.path.hasPrefix("ext/"), statement.hooks.count < extensionsMax else { continue }
            add(extension: file.path, shelf, reader, &statement)
        }
    }

    // MARK: What a program loads

    private static func addRoots(
        _ specification: GemSpecification,
        _ folders: [String],
        _ shelf: Shelf,
        _ statement: inout PackageStatement
    ) {
        let own = specification.name.replacing("-", with: "/")
        for folder in folders {
            for name in [specification.name, own] {
                statement.loadRoots.append(Reference(.path, "\(folder)\(name).rb", as: .ruby))
            }
        }
        for name in specification.executables {
            let path = PathText.join(specification.commandFolder, name)
            statement.programs[name, default: []].append(path)
            statement.loadRoots.append(Reference(.path, path, as: .ruby))
        }
    }
}
