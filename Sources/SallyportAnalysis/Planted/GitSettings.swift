/// A repository's settings that start programs.
enum GitSettings {
    private static let programs: Set<String> = [
        "fsmonitor", "sshcommand", "hookspath", "pager", "editor", "askpass", "textconv", "clean", "smudge", "process",
        "helper", "gitproxy", "external", "command", "driver",
    ]

    /// Lines of one file.
    static let linesMax = 4096

    /// Whether a text has more lines than are read.
    static func isCut(_ text: String) -> Bool { text.utf8.count { $0 == UInt8(ascii: "\n") } > linesMax }

    static func commands(_ text: String) -> [PlantedCommand] {
        var commands: [PlantedCommand] = []
        for line in text.lines.prefix(linesMax) {
            guard let mark = line.firstIndex(of: "=") else { continue }
            let key = line[..<mark].trimmed.lowercased()
            let value = line[line.index(after: mark)...].trimmed
            guard programs.contains(key), !value.isEmpty, value != "true", value != "false" else { continue }
            let text = value.hasPrefix("!") ? String(value.dropFirst()) : value
            commands.append(PlantedCommand("git \(key)", text, mark: key, isAutomatic: true))
        }
        return commands
    }
}
