import SallyportModel

/// Which file of a package another one names.
struct FileGraph {
    let shelf: Shelf
    let root: String
    let moduleFolders: [String]

    private static let scriptSuffixes = [
        "", ".js", ".cjs", ".mjs", ".json", ".ts", ".mts", ".cts", ".jsx", ".tsx", ".node", "/index.js", "/index.cjs",
        "/index.mjs", "/index.ts", "/index.json",
    ]

    /// The file that a reference leads to; `nil` when it leads nowhere inside the package.
    ///
    /// - Parameters:
    ///   - reference: what is named.
    ///   - path: the file that names it; `nil` for a command, which runs in the root.
    func resolve(_ reference: Reference, from path: String?) -> [Int] {
        let folder = path.map { PathText.folder(of: $0) } ?? root
        switch reference.kind {
        case .script: return []
        case .specifier: return first(of: script(reference.name, in: folder))
        case .path where reference.name.contains("*"): return matches(reference.name)
        case .path:
            let suffixes = reference.language == .javaScript || path == nil
            let near = suffixes ? script(reference.name, in: folder) : plain(reference.name, in: folder)
            let found = first(of: near)
            if !found.isEmpty || folder == root { return found }
            return first(of: suffixes ? script(reference.name, in: root) : plain(reference.name, in: root))
        case .module: return modules(reference.name, from: path)
        }
    }

    /// Whether a path leads out of the package, so that what it names can't be known.
    func escapes(_ reference: Reference) -> Bool {
        guard reference.kind == .path else { return false }
        guard let path = PathText.resolve(reference.name, in: root), path.hasPrefix(root) || root.isEmpty else {
            return true
        }
        return path.contains("node_modules/") && shelf.position(of: path) == nil
    }

    /// The files that a pattern with one star names, as `exports` has it.
    private func matches(_ pattern: String) -> [Int] {
        guard let base = PathText.resolve(pattern, in: root), let star = base.firstIndex(of: "*") else { return [] }
        let prefix = base[..<star]
        let suffix = base[base.index(after: star)...].drop { $0 == "*" }
        return shelf.files.indices.filter { index in
            let path = shelf.files[index].path
            return path.hasPrefix(prefix) && path.hasSuffix(suffix) && shelf.files[index].language != nil
        }
    }

    private func first(of candidates: [String]) -> [Int] {
        for candidate in candidates {
            if let position = shelf.position(of: candidate) { return [position] }
        }
        return []
    }

    private func plain(_ name: String, in folder: String) -> [String] {
        PathText.resolve(name, in: folder).map { [$0] } ?? []
    }

    private func script(_ name: String, in folder: String) -> [String] {
        guard let base = PathText.resolve(name, in: folder) else { return [] }
        var candidates = Self.scriptSuffixes.map { base + $0 }
        // TypeScript names the file that will be there after compilation.
        if base.hasSuffix(".js") { candidates.append(base.dropLast(3) + ".ts") }
        if base.isEmpty || base + "/" == root { candidates.append(root + "index.js") }
        return candidates
    }

    /// `a.b.c` loads `a`, `a.b` and `a.b.c`; a leading dot counts from the package of the file.
    private func modules(_ name: String, from path: String?) -> [Int] {
        let dots = name.prefix { $0 == "." }.count
        let parts = name.dropFirst(dots).split(separator: ".").map { String($0) }
        guard parts.count <= 16 else { return [] }
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
