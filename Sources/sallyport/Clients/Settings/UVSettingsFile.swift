/// `uv.toml`: the index is a table `[[index]]` with `default = true` (uv's documentation of settings).
enum UVSettingsFile {
    static func pointed(_ text: String, at addresses: GateAddresses) throws(SettingsConflict) -> String {
        var lines = SettingsLines(text)
        let setting = "url = \"\(addresses.pypi)\""
        for (index, line) in lines.lines.enumerated() where isInRoot(index, lines) {
            guard let key = SettingsLines.key(line), ["index", "index-url", "extra-index-url"].contains(key) else {
                continue
            }
            throw SettingsConflict(
                description: "`\(key)` stands in the file already; take it out, or write the lines by hand."
            )
        }
        for table in tables(lines) {
            guard table.contains(where: { isDefault(lines.lines[$0]) }) else { continue }
            if let url = table.first(where: { SettingsLines.key(lines.lines[$0]) == "url" }) {
                lines.replace(url, with: setting)
            } else {
                lines.insert(setting, at: table.lowerBound)
            }
            return lines.text
        }
        if !lines.lines.isEmpty { lines.append("") }
        for line in ["[[index]]", setting, "default = true"] { lines.append(line) }
        return lines.text
    }

    /// The lines of each `[[index]]` table, without its head.
    private static func tables(_ lines: SettingsLines) -> [Range<Int>] {
        var tables: [Range<Int>] = []
        for (index, line) in lines.lines.enumerated() where line.trimmedBlanks == "[[index]]" {
            let rest = (index + 1)..<lines.lines.count
            let end = rest.first { lines.lines[$0].trimmedBlanks.hasPrefix("[") } ?? lines.lines.count
            tables.append((index + 1)..<end)
        }
        return tables
    }

    private static func isInRoot(_ index: Int, _ lines: SettingsLines) -> Bool {
        !lines.lines[..<index].contains { $0.trimmedBlanks.hasPrefix("[") }
    }

    private static func isDefault(_ line: String) -> Bool {
        guard SettingsLines.key(line) == "default", let sign = line.firstIndex(of: "=") else { return false }
        return line[line.index(after: sign)...].trimmedBlanks.hasPrefix("true")
    }
}
