/// A repository's settings that start programs.
enum GitSettings {
    private static let programs: Set<String> = [
        "fsmonitor", "sshcommand", "hookspath", "pager", "editor", "askpass", "textconv", "clean", "smudge", "process",
        "helper", "gitproxy", "external", "command", "driver",
    ]

    static func commands(_ text: String) -> [PlantedCommand] {
        var commands: [PlantedCommand] = []
        for line in text.split(separator: "\n").prefix(4096) {
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
