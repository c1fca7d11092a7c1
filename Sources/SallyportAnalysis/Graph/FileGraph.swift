import SallyportModel

/// Which file of a package another one names.
struct FileGraph {
    let shelf: Shelf
    /// The folder in which commands run, with its slash.
    private(set) var root: String
    private let packageRoot: String
    private let packageDepth: Int
    /// Positions of the files of each name, where names are looked for in every folder.
    private var byName: [String: [Int]]?
    private let moduleFolders: [String]
    private let bundled: [String: [String]]
    private let programs: [String: [String]]
    private let imports: [String]
    private let ownName: String
    private let entryPoints: [String]

    init(_ shelf: Shelf, _ statement: PackageStatement) {
        self.shelf = shelf
        root = statement.root
        packageRoot = statement.root
        packageDepth = statement.root.split(separator: "/").count
        moduleFolders = statement.moduleFolders
        bundled = statement.bundled
        programs = statement.programs
        imports = statement.imports
        // No name is the beginning of none.
        ownName = statement.manifest.map(\.name).flatMap { $0.isEmpty ? nil : $0 } ?? "/"
        entryPoints = statement.loadRoots.map(\.name)
    }

    /// The same files as an installation sees them, which looks for names in every folder.
    func searching() -> FileGraph {
        var graph = self
        graph.byName = Dictionary(grouping: shelf.files.indices) { PathText.name(of: shelf.files[$0].path) }
        return graph
    }

    /// The same files as a package sees them that is brought along.
    func rooted(at folder: String) -> FileGraph {
        var graph = self
        graph.root = folder
        return graph
    }

    /// Parts of a dotted name that are followed; what names a module that lies deeper counts as unread.
    static let modulePartsMax = 16

    private static let scriptSuffixes = [
        "", ".js", ".cjs", ".mjs", ".json", ".ts", ".mts", ".cts", ".jsx", ".tsx", ".node",
    ]
    private static let folderSuffixes = [
        "/index.js", "/index.cjs", "/index.mjs", "/index.ts", "/index.json", "/index.node", "/__main__.py",
    ]

    /// The file that a reference leads to; `nil` when it leads nowhere inside the package.
    ///
    /// - Parameters:
    ///   - reference: what is named.
    ///   - path: the file that names it; `nil` for a command, which runs in the root.
    ///   - budget: what comparing paths with patterns may still cost.
    func resolve(_ reference: Reference, from path: String?, _ budget: inout FollowBudget) -> [Int] {
        let folder = path.map { PathText.folder(of: $0) } ?? root
        switch reference.kind {
        case .script: return []
        case .program:
            return (programs[reference.name] ?? []).flatMap { script($0, in: packageRoot) }
        case .specifier where Self.isPackageName(reference.name): return package(reference.name, from: folder, &budget)
        case .specifier: return script(reference.name, in: folder)
        case .path where reference.name.contains("*"):
            var found = matches(reference, in: root, &budget)
            if folder != root { found += matches(reference, in: folder, &budget) }
            return found
        case .path:
            let suffixes = reference.language == .javaScript || path == nil
            let found = suffixes ? script(reference.name, in: folder) : plain(reference.name, in: folder)
            if !found.isEmpty { return found }
            let below = suffixes ? script(reference.name, in: root) : plain(reference.name, in: root)
            return below.isEmpty ? named(reference, &budget) : below
        case .module where reference.language == .ruby: return rubyFeature(reference.name, in: folder)
        case .module: return modules(reference.name, from: path)
        }
    }

    /// The files of a name in any folder: a command that an installation runs may have changed its folder in a way that is
    /// not followed. Of a name that many files have, none.
    private func named(_ reference: Reference, _ budget: inout FollowBudget) -> [Int] {
        guard let byName, budget.searches > 0, reference.language != nil, reference.language != .gyp,
            !reference.name.hasPrefix("/"), !reference.name.hasPrefix("~"), let dot = reference.name.lastIndex(of: "."),
            reference.name[dot...].allSatisfy({ $0 != "/" })
        else { return [] }
        budget.searches -= 1
        let found = (byName[PathText.name(of: reference.name)] ?? []).filter { index in
            shelf.files[index].path.hasPrefix(root)
        }
        return found.count <= Self.sameNameMax ? found : []
    }

    /// Files of one name of which any may be meant.
    private static let sameNameMax = 8

    /// Whether a path leads out of the package, so that what it names can't be known.
    func escapes(_ reference: Reference) -> Bool {
        guard reference.kind == .path else { return false }
        // An interpreter is given a file of the machine; a program of the machine is what every command is.
        if reference.name.hasPrefix("/"), reference.language != nil, reference.name != "/dev/null" { return true }
        guard let path = PathText.resolve(reference.name, in: root), path.hasPrefix(root) || root.isEmpty else {
            return true
        }
        return path.contains("node_modules/") && shelf.position(of: path) == nil
    }

    /// The files that a pattern with stars names, as `exports` and shells have it: what stands in front of the first star
    /// and behind the last one decides.
    private func matches(_ reference: Reference, in folder: String, _ budget: inout FollowBudget) -> [Int] {
        guard let base = PathText.resolve(reference.name, in: folder), let star = base.firstIndex(of: "*"),
            let last = base.lastIndex(of: "*")
        else { return [] }
        let prefix = base[..<star]
        let suffix = base[base.index(after: last)...]
        // The star that a build definition means ends at a slash.
        let staysInFolder = reference.language == .python && reference.name.hasPrefix("./")
        budget.comparisons -= shelf.files.count
        guard budget.comparisons >= 0 else { return [] }
        return shelf.files.indices.filter { index in
            let file = shelf.files[index]
            guard file.language != nil && file.language != .manifest || reference.language != nil else { return false }
            guard file.path.utf8.count >= prefix.utf8.count + suffix.utf8.count, file.path.hasPrefix(prefix),
                file.path.hasSuffix(suffix)
            else { return false }
            return !staysInFolder || !file.path.dropFirst(prefix.count).dropLast(suffix.count).contains("/")
        }
    }

    /// `name`, `@scope/name`, and paths inside these: what is looked for in `node_modules`.
    private static func isPackageName(_ name: String) -> Bool { !name.hasPrefix(".") && !name.hasPrefix("/") }

    /// What loading a package by its name leads to when it is one that is brought along: the nearest folder has it.
    private func package(_ specifier: String, from folder: String, _ budget: inout FollowBudget) -> [Int] {
        // Names that begin with this sign are the package's own, for any file of it.
        if specifier.hasPrefix("#") { return imports.flatMap { script($0, in: packageRoot) } }
        guard !bundled.isEmpty || specifier.hasPrefix(ownName) else { return [] }
        let parts = specifier.split(separator: "/", maxSplits: specifier.hasPrefix("@") ? 2 : 1)
        let nameParts = specifier.hasPrefix("@") ? 2 : 1
        guard parts.count >= nameParts else { return [] }
        let name = parts.prefix(nameParts).joined(separator: "/")
        if name == ownName {
            let inside = parts.count > nameParts ? script(String(parts[nameParts]), in: packageRoot) : []
            return inside.isEmpty ? entryPoints.flatMap { script($0, in: packageRoot) } : inside
        }
        var above = folder.split(separator: "/")
        while true {
            // Each step is a package above this one, not a folder: only packages have others beside them.
            let mark = above.lastIndex(of: "node_modules")
            let own = mark.map {
                min($0 + (above.dropFirst($0 + 1).first?.hasPrefix("@") == true ? 3 : 2), above.count)
            }
            let home = above[..<(own ?? min(packageDepth, above.count))] + ["node_modules", Substring(name)]
            let path = home.joined(separator: "/") + "/"
            budget.comparisons -= 1
            guard budget.comparisons >= 0 else { return [] }
            if let entries = bundled[path] {
                let inside = parts.count > nameParts ? script(String(parts[nameParts]), in: path) : []
                // `exports` may put any name for any file.
                return inside.isEmpty ? entries.flatMap { script($0, in: path) } : inside
            }
            guard let mark else { return [] }
            above.removeSubrange(mark...)
        }
    }

    private func plain(_ name: String, in folder: String) -> [Int] {
        PathText.resolve(name, in: folder).flatMap { shelf.position(of: $0) }.map { [$0] } ?? []
    }

    /// The file that a name without its ending leads to, as Node.js and Python look for it; for a folder that has a
    /// manifest that one as well, which names the file.
    private func script(_ name: String, in folder: String) -> [Int] {
        guard let base = PathText.resolve(name, in: folder) else { return [] }
        for suffix in Self.scriptSuffixes {
            if let position = shelf.position(of: base + suffix) { return [position] }
        }
        var found: [Int] = []
        if base + "/" != packageRoot, let manifest = shelf.position(of: base + "/package.json") { found = [manifest] }
        for suffix in Self.folderSuffixes {
            guard let position = shelf.position(of: base + suffix) else { continue }
            return found + [position]
        }
        guard found.isEmpty else { return found }
        // TypeScript names the file that will be there after compilation.
        if base.hasSuffix(".js"), let position = shelf.position(of: base.dropLast(3) + ".ts") { return [position] }
        if base.isEmpty, let position = shelf.position(of: root + "index.js") { return [position] }
        return []
    }

    /// What `require` finds on Ruby's load path, or `require_relative`, whose names begin with a dot, beside the file.
    private func rubyFeature(_ name: String, in folder: String) -> [Int] {
        let folders = name.hasPrefix(".") ? [folder] : moduleFolders + [root, folder]
        for place in folders {
            for suffix in ["", ".rb", ".so", ".bundle"] {
                let found = plain(name + suffix, in: place)
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// `a.b.c` loads `a`, `a.b` and `a.b.c`; a leading dot counts from the package of the file.
    private func modules(_ name: String, from path: String?) -> [Int] {
        let dots = name.prefix { $0 == "." }.count
        let parts = name.dropFirst(dots).split(separator: ".").map { String($0) }
        guard parts.count <= Self.modulePartsMax else { return [] }
        if dots > 0 {
            guard let path, var folder = PathText.resolve(".", in: PathText.folder(of: path)) else { return [] }
            for _ in 1..<max(dots, 1) { folder = PathText.folder(of: folder.isEmpty ? "" : folder).trimmedSlash }
            return modules(parts, below: folder.isEmpty ? "" : folder + "/")
        }
        var folders = moduleFolders.map { root + $0 }
        if let path { folders.insert(PathText.folder(of: path), at: 0) }
        for folder in folders {
            let found = modules(parts, below: folder)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func modules(_ parts: [String], below folder: String) -> [Int] {
        var found: [Int] = []
        var path = folder
        if parts.isEmpty, let position = shelf.position(of: path + "__init__.py") { return [position] }
        for part in parts {
            path += part
            if let position = shelf.position(of: path + "/__init__.py") {
                found.append(position)
            } else if let position = shelf.position(of: path + ".py") {
                found.append(position)
            }
            path += "/"
        }
        return found
    }
}

extension String {
    /// Without a slash at the end.
    fileprivate var trimmedSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
