import SallyportLexing

/// Settings of package managers that a package brings along: where packages come from, and what runs.
enum ManagerSettings {
    /// What of a file decides where packages come from or what runs, with the line; programs first.
    static func settings(_ text: String, of name: String) -> [(key: String, value: String, line: Int)] {
        var found: [(String, String, Int)] = []
        for (number, line) in text.lines.enumerated() {
            let bare = line.trimmed
            guard !bare.hasPrefix("#"), !bare.hasPrefix(";"),
                let mark = bare.firstIndex(where: { $0 == "=" || $0 == ":" || $0 == " " }), mark != bare.startIndex
            else { continue }
            // `//host/:_authToken=…` has the first sign inside of its key.
            let split = bare.hasPrefix("//") ? bare.firstIndex(of: "=") ?? mark : mark
            let key = bare[..<split].trimmed.lowercased()
            let value = unquoted(bare[bare.index(after: split)...].drop { $0 == "=" || $0 == ":" }.trimmed)
            if matters(key, value, name) { found.append((key, value, number + 1)) }
        }
        return found.filter { isProgram($0.0, $0.1) } + found.filter { !isProgram($0.0, $0.1) }
    }

    /// Whether a setting names a program or a file of code.
    static func isProgram(_ key: String, _ value: String) -> Bool { programs.contains(key) && !value.isEmpty }

    private static func matters(_ key: String, _ value: String, _ name: String) -> Bool {
        switch name {
        case ".npmrc":
            programs.contains(key) || key == "registry" || key.hasSuffix(":registry") || key.hasSuffix("_authtoken")
                || key.hasSuffix("proxy") || key == "ignore-scripts" && value == "false"
        case ".yarnrc", ".yarnrc.yml", ".bunfig.toml":
            programs.contains(key) || key == "registry" || key == "npmregistryserver" || key == "preload"
        default: ["index-url", "extra-index-url", "index_url", "find-links", "trusted-host"].contains(key)
        }
    }

    /// Keys whose value is a program or a file of code.
    private static let programs: Set<String> = [
        "script-shell", "shell", "node-options", "git", "init-module", "onload-script", "globalconfig", "prefix",
        "yarn-path", "yarnpath", "- path", "path", "globalpnpmfile", "pnpmfile",
    ]

    private static func unquoted(_ text: String) -> String {
        guard let quote = text.first, quote == "\"" || quote == "'", text.last == quote, text.count > 1 else {
            return text
        }
        return String(text.dropFirst().dropLast())
    }
}
