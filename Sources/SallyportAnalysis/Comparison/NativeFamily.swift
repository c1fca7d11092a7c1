/// The native files of a release: what a further one has to be like so that it is no news.
///
/// A library that is built for many platforms, or from many modules, gets another one with every other release. A program
/// without a library's extension never counts as one of them.
struct NativeFamily {
    private var paths: Set<String> = []
    private var names: Set<String> = []
    private var suffixes: [String: Int] = [:]

    /// Libraries of one kind in one top folder from which on another is no news.
    static let manyMin = 3

    init(_ files: [String]) {
        for file in files {
            let path = PathKey.withoutBuildMarks(file)
            paths.insert(path)
            guard let suffix = Self.suffix(of: path) else { continue }
            names.insert("\(Self.folder(of: path)) \(Self.name(of: path))")
            suffixes["\(Self.folder(of: path)) \(suffix)", default: 0] += 1
        }
    }

    func contains(_ file: String) -> Bool {
        let path = PathKey.withoutBuildMarks(file)
        if paths.contains(path) { return true }
        guard let suffix = Self.suffix(of: path) else { return false }
        // The same library for another platform: `prebuilds/linux-arm64/x.node` beside `prebuilds/linux-x64/x.node`.
        if names.contains("\(Self.folder(of: path)) \(Self.name(of: path))") { return true }
        return suffixes["\(Self.folder(of: path)) \(suffix)", default: 0] >= Self.manyMin
    }

    /// The name of a file; of a module of Python without what it was built for: `x.cpython-311-x86_64-linux-gnu.so` is
    /// `x.abi3.so`, and both are `x.so` (PEP 3149).
    private static func name(of path: String) -> Substring {
        let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
        let parts = name.split(separator: ".")
        guard parts.count == 3, parts[2] == "so" || parts[2] == "pyd",
            parts[1] == "abi#" || parts[1].hasPrefix("cpython-") || parts[1].hasPrefix("cp#")
        else { return name }
        return "\(parts[0]).\(parts[2])"
    }

    /// `package/prebuilds` of `package/prebuilds/linux-x64/x.node`.
    private static func folder(of path: String) -> String {
        path.split(separator: "/").dropLast().prefix(2).joined(separator: "/")
    }

    private static func suffix(of path: String) -> Substring? {
        let name = name(of: path)
        return [".node", ".so", ".pyd", ".dylib", ".dll", ".pyc"].first {
            name.hasSuffix($0) || name.contains("\($0).")
        }
        .map { $0[...] }
    }
}
