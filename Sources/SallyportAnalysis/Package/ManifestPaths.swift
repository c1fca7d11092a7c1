/// Which files state what a package is, so that their content is kept until the archive has been read.
enum ManifestPaths {
    /// Whether the content at a path is kept: only names at the depth at which a tool looks for them.
    static func isManifest(_ path: String) -> Bool {
        let name = PathText.name(of: path)
        let depth = path.utf8.count { $0 == UInt8(ascii: "/") } + 1
        if depth >= 3, name == "package.json" {
            let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            return depth <= localDepthMax || isBundled(parts.dropFirst().dropLast())
        }
        if StartFile.Kind(name) != nil || PlantedKind(path) != nil { return true }
        if isInner(path) { return true }
        guard depth <= depthMax else { return false }
        switch name {
        case "package.json", "npm-shrinkwrap.json", "pyproject.toml", "setup.cfg", "PKG-INFO", "hatch.toml",
            "meson.options", "meson_options.txt", "Cargo.toml":
            return depth <= 2
        case "config.toml", "config": return depth == 3 && path.hasSuffix("/.cargo/\(name)")
        case "meson.build", "CMakeLists.txt", "build.rs": return depth <= 2
        case "entry_points.txt" where path.hasSuffix(".egg-info/entry_points.txt"): return depth <= 3
        case "METADATA", "entry_points.txt", "RECORD":
            return depth == 2 && path.hasSuffix(".dist-info/\(name)")
        default:
            return false
        }
    }

    /// Whether a file is a build definition of an inner folder: worth reading, and nothing that must not be left out.
    static func isInner(_ path: String) -> Bool {
        switch PathText.name(of: path) {
        case "meson.build", "CMakeLists.txt", "build.rs", "Cargo.toml":
            let slashes = path.utf8.count { $0 == UInt8(ascii: "/") }
            return slashes > 1 && slashes < innerDepthMax
        default: return false
        }
    }

    /// Build definitions of inner folders are kept as long as no more than this is.
    static let innerCountMax = 1024

    /// Whether folders below the package's own are those of a package that it brings along: `node_modules/a`,
    /// `node_modules/@a/b/node_modules/c`.
    private static func isBundled(_ folders: ArraySlice<Substring.UTF8View>) -> Bool {
        var rest = folders
        while let folder = rest.popFirst() {
            guard folder.elementsEqual("node_modules".utf8), let name = rest.popFirst(), !name.isEmpty else {
                return false
            }
            if name.first == UInt8(ascii: "@"), rest.popFirst() == nil { return false }
        }
        return true
    }

    /// Components of the path of a package in a folder of this one, on which it may depend.
    private static let localDepthMax = 4
    /// Components of a path.
    static let depthMax = 6
    /// Components of the path of a build definition.
    static let innerDepthMax = 64
    /// Contents that are kept for one package; the largest packages bring some hundreds of others along.
    static let countMax = 2048
    /// Bytes of these contents.
    static let bytesMax = 64 << 20
}
