import SallyportUpstream

/// `pip.conf`: sections of `key = value`; lines that begin with blanks continue a value (pip's documentation).
enum PipSettingsFile {
    static func pointed(_ text: String, at addresses: GateAddresses) -> String {
        var lines = SettingsLines(text)
        set("index-url", to: addresses.pypi, in: &lines)
        // pip refuses an index without TLS on another machine unless it is told to trust it.
        if let url = WebURL(addresses.pypi), url.origin.scheme == .http, !ListenAddress.isThisMachine(url.origin.host) {
            set("trusted-host", to: url.origin.host, in: &lines)
        }
        return lines.text
    }

    /// The names of settings in `text` that lead past the index.
    static func secondSources(in text: String) -> [String] {
        ["extra-index-url", "find-links"].filter { name in
            SettingsLines(text).lines.contains { SettingsLines.key($0).map(normal) == name }
        }
    }

    private static func set(_ name: String, to value: String, in lines: inout SettingsLines) {
        let setting = "\(name) = \(value)"
        guard let head = lines.lines.firstIndex(where: { $0.trimmedBlanks == "[global]" }) else {
            lines.append("[global]")
            lines.append(setting)
            return
        }
        let rest = (head + 1)..<lines.lines.count
        let end = rest.first { lines.lines[$0].trimmedBlanks.hasPrefix("[") } ?? lines.lines.count
        guard let known = (head + 1..<end).first(where: { SettingsLines.key(lines.lines[$0]).map(normal) == name })
        else { return lines.insert(setting, at: head + 1) }
        lines.replace(known, with: setting)
        while known + 1 < lines.lines.count, continues(lines.lines[known + 1]) { lines.remove(known + 1) }
    }

    private static func continues(_ line: String) -> Bool {
        (line.hasPrefix(" ") || line.hasPrefix("\t")) && !line.trimmedBlanks.isEmpty
    }

    /// pip takes `index_url` for `index-url`.
    private static func normal(_ name: String) -> String {
        name.lowercased().split(separator: "_", omittingEmptySubsequences: false).joined(separator: "-")
    }
}
