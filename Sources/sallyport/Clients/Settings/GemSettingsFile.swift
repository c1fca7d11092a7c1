/// `.gemrc`: YAML whose keys are symbols, `:sources:` with a list (RubyGems' documentation of `gem environment`).
enum GemSettingsFile {
    static func pointed(_ text: String, at addresses: GateAddresses) -> String {
        var lines = SettingsLines(text)
        let setting = "- \(addresses.rubygems)"
        guard let head = lines.lines.firstIndex(where: isHead) else {
            if lines.lines.isEmpty { lines.append("---") }
            lines.append(":sources:")
            lines.append(setting)
            return lines.text
        }
        lines.replace(head, with: ":sources:")
        while head + 1 < lines.lines.count, isEntry(lines.lines[head + 1]) { lines.remove(head + 1) }
        lines.insert(setting, at: head + 1)
        return lines.text
    }

    private static func isHead(_ line: String) -> Bool {
        [":sources:", "sources:"].contains { line.hasPrefix($0) }
    }

    /// An entry of the list, deeper or not, or a blank line within it.
    private static func isEntry(_ line: String) -> Bool {
        let entry = line.trimmedBlanks
        return entry == "-" || entry.hasPrefix("- ") || line.first == " "
    }
}
