/// Which files state what a package is, so that their content is kept until the archive has been read.
enum ManifestPaths {
    /// Whether the content at a path is kept: only names at the depth at which a tool looks for them.
    static func isManifest(_ path: String) -> Bool {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let last = parts.last, parts.count <= depthMax else { return false }
        let name = String(Substring(last))
        switch name {
        case "package.json", "pyproject.toml", "setup.cfg", "PKG-INFO": return parts.count <= 2
        case "METADATA", "entry_points.txt", "top_level.txt", "WHEEL":
            return parts.count == 2 && path.hasSuffix(".dist-info/\(name)")
        default:
            return name.hasSuffix(".gyp") || name.hasSuffix(".gypi") || name.hasSuffix(".pth")
        }
    }

    /// Components of a path; gyp files include each other from subfolders.
    static let depthMax = 6
    /// Contents that are kept for one package.
    static let countMax = 64
}
