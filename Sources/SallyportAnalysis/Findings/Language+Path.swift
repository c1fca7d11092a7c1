extension Language {
    /// The language that a path's extension names; `nil` when it names none.
    ///
    /// Declaration files of TypeScript hold no code that runs.
    static func ofPath(_ path: String) -> Language? {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path[...]
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "js", "cjs", "mjs", "jsx": return .javaScript
        case "ts", "cts", "mts", "tsx":
            let stem = name[..<dot].lowercased()
            return stem.hasSuffix(".d") ? nil : .javaScript
        case "py", "pyw", "pth": return .python
        case "rb", "rake", "gemspec", "ru", "rbw": return .ruby
        case "sh", "bash", "zsh", "ksh", "command": return .shell
        case "gyp", "gypi": return .gyp
        case "json" where name == "package.json":
            // The package's own manifest is read for more than this.
            return path.utf8.count { $0 == UInt8(ascii: "/") } >= 2 ? .manifest : nil
        default: return nil
        }
    }
}
