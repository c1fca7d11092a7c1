/// Paths inside a package, as text: slashes, no leading slash.
enum PathText {
    /// The folder of a path, with its slash; empty at the top.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(path[...slash])
    }

    /// The last component.
    static func name(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }

    /// The path that `relative` names from a folder; `nil` when it leads out of the package.
    static func resolve(_ relative: String, in folder: String) -> String? {
        var parts = folder.split(separator: "/", omittingEmptySubsequences: true)
        for part in relative.split(separator: "/", omittingEmptySubsequences: true) {
            switch part {
            case ".": continue
            case "..":
                guard parts.popLast() != nil else { return nil }
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    /// As ``resolve(_:in:)``; what leads out of the package is left as an impossible path.
    static func join(_ folder: String, _ relative: String) -> String {
        resolve(relative, in: folder) ?? "../"
    }
}
