/// Where a file of a wheel is installed, as far as interpreters look there by themselves.
struct InstalledPath {
    /// The folder inside the wheel that becomes a folder of modules, with its slash; empty for the wheel's top.
    let folder: String
    /// The path below that folder.
    let path: Substring
    /// Whether modules are installed there, rather than other files.
    let isAmongModules: Bool

    /// `nil` for what is installed where no interpreter looks: scripts, headers.
    init?(_ path: String) {
        let parts = path.split(separator: "/")
        guard parts.count > 2, parts[0].hasSuffix(".data") else {
            self.init(parts, from: 0, isAmongModules: true)
            return
        }
        switch parts[1].lowercased() {
        case "purelib", "platlib": self.init(parts, from: 2, isAmongModules: true)
        case "data":
            // The prefix itself is searched on Windows; below it, the folder of packages, and the one of the standard
            // library, which is on the path as well.
            let site = parts.dropLast().lastIndex { ["site-packages", "dist-packages"].contains($0.lowercased()) }
            let library = parts.dropLast().lastIndex { Self.isStandardLibrary($0.lowercased()) }
            let start = site ?? library
            self.init(parts, from: start.map { $0 + 1 } ?? 2, isAmongModules: start != nil)
        default: return nil
        }
    }

    private init(_ parts: [Substring], from start: Int, isAmongModules: Bool) {
        folder = start == 0 ? "" : parts.prefix(start).joined(separator: "/") + "/"
        path = parts.dropFirst(start).joined(separator: "/")[...]
        self.isAmongModules = isAmongModules
    }

    /// `python3.12`, or `Lib` on Windows.
    private static func isStandardLibrary(_ name: String) -> Bool {
        name.hasPrefix("python3") || name.hasPrefix("pypy3") || name == "lib"
    }
}
