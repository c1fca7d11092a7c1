import SallyportLexing
import SallyportModel

/// What a gem states of itself: what its installation builds, what RubyGems loads by itself, what a program requires.
enum GemStatement {
    static func read(_ shelf: Shelf, stated: IndexStatement? = nil, reader: CodeReader) -> PackageStatement {
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
        statement.filename = filename(specification)
        statement.dependencies = specification.dependencies.prefix(dependenciesMax).map { dependency in
            Dependency(
                name: dependency.name,
                requirement: dependency.requirement,
                role: dependency.isDevelopment ? "development" : "runtime",
                source: .registry
            )
        }
        statement.dependencies.removeAll { $0.role == "development" }
        if let stated {
            for difference in GemAgreement.differences(stated, specification).prefix(differencesMax) {
                let detail = Excerpt.detail(difference)
                statement.facts.append(Fact(code: .manifestMismatch, reach: .install, detail: detail))
            }
        }
        if specification.isSigned, shelf.isGemSigned {
            statement.facts.append(Fact(code: .manifestSigned, reach: .load, detail: "each of its files"))
        }
        let folders = specification.requirePaths.map { PathText.join("", $0) }.map { $0.isEmpty ? "" : $0 + "/" }
        statement.moduleFolders = folders
        for path in specification.extensions.prefix(extensionsMax) { add(extension: path, shelf, reader, &statement) }
        if specification.extensions.count > extensionsMax {
            statement.facts.append(unreadable("too many extensions are stated"))
        }
        if let message = specification.postInstallMessage?.trimmed, !message.isEmpty {
            statement.facts.append(Fact(code: .hookMessage, reach: .install, detail: Excerpt.detail(message)))
        }
        addPlugins(folders, shelf, &statement)
        if let pattern = pattern(in: specification) {
            statement.facts.append(unreadable("`\(pattern)` is a pattern, which RubyGems expands"))
            addPlugins(shelf.foldersOfPlugins, shelf, &statement)
        }
        addRoots(specification, folders, shelf, &statement)
        return statement
    }

    /// Extensions of one gem that are followed.
    private static let extensionsMax = 64
    /// Differences between a gem and the page of its index that are told.
    private static let differencesMax = 16
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
        let root = PathText.folder(of: path)
        hook.root = root
        let found = GemExtension(path) { shelf.position(of: $0) != nil }
        // What lies in the folder is named from there, as the builder does.
        hook.references = found.references.map { reference in
            Reference(.path, relative(reference.name, to: root), as: reference.language)
        }
        if let folder = found.rakeFolder {
            let tasks = shelf.files.filter { $0.path.hasPrefix(folder + "rakelib/") && $0.path.hasSuffix(".rake") }
            hook.references += tasks.prefix(extensionsMax).map {
                Reference(.path, relative($0.path, to: root), as: .ruby)
            }
        }
        hook.unknown = found.unknown
        hook.unreadable = found.missing
        for name in found.marked {
            guard let position = shelf.position(of: name) else { continue }
            let digest = shelf.files[position].record.digest?.hex ?? "unread"
            hook.marks.append("\(name.dropFirst(root.count)) \(digest)")
        }
        statement.hooks.append(hook)
    }

    /// A path of the gem as it is named from a folder of it.
    private static func relative(_ path: String, to folder: String) -> String {
        guard !path.hasPrefix(folder) else { return String(path.dropFirst(folder.count)) }
        let steps = folder.split(separator: "/", omittingEmptySubsequences: true).count
        return String(repeating: "../", count: steps) + path
    }

    /// A path of the specification that RubyGems takes for a pattern of paths.
    private static func pattern(in specification: GemSpecification) -> String? {
        let paths = specification.requirePaths + specification.extensions + specification.executables
        return (paths + [specification.commandFolder]).first { $0.contains { "*?[]{}\\".contains($0) } }
    }

    /// The name of the file that the gem says it is.
    private static func filename(_ specification: GemSpecification) -> String {
        let platform =
            specification.platform.isEmpty || specification.platform == "ruby" ? "" : "-" + specification.platform
        return "\(specification.name)-\(specification.version)\(platform).gem"
    }

    /// `rubygems_plugin.rb` on the load path is run by every later command of RubyGems.
    private static func addPlugins(_ folders: [String], _ shelf: Shelf, _ statement: inout PackageStatement) {
        for folder in folders {
            for suffix in pluginSuffixes {
                let path = folder + "rubygems_plugin" + suffix
                guard let position = shelf.position(of: path) else { continue }
                var hook = DeclaredHook(trigger: "rubygems_plugin", command: path, place: Place(path: path))
                hook.references = [Reference(.path, path, as: .ruby)]
                if NativeContent.isNative(shelf.files[position].record.content) { hook.unreadable = [path] }
                statement.hooks.append(hook)
            }
        }
    }

    /// What RubyGems puts behind a name that it looks for.
    private static let pluginSuffixes = ["", ".rb", ".so", ".bundle", ".dll", ".o", ".jar"]

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

extension Shelf {
    /// Every folder that holds a plug-in of RubyGems, with its slash.
    fileprivate var foldersOfPlugins: [String] {
        let names = files.map(\.path).filter { PathText.name(of: $0).hasPrefix("rubygems_plugin") }
        return Set(names.map { PathText.folder(of: $0) }).sorted()
    }
}
