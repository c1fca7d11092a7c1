/// `.npmrc`: lines `key=value` (npm's documentation of `npmrc`).
enum NPMSettingsFile {
    static func pointed(_ text: String, at addresses: GateAddresses) -> String {
        var lines = SettingsLines(text)
        let setting = "registry=\(addresses.npm)"
        let known = lines.lines.indices.filter { SettingsLines.key(lines.lines[$0]) == "registry" }
        if let last = known.last {
            lines.replace(last, with: setting)
            // An earlier one has no effect beside the last.
            for index in known.dropLast().reversed() { lines.remove(index) }
        } else {
            lines.append(setting)
        }
        return lines.text
    }
}
