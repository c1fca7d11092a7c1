/// `.bundle/config`: lines `KEY: "value"` (Bundler's documentation of `bundle config`). Every source of the project is asked of the
/// mirror of all.
enum BundlerSettingsFile {
    private static let key = "BUNDLE_MIRROR__ALL"

    static func pointed(_ text: String, at addresses: GateAddresses) -> String {
        var lines = SettingsLines(text)
        let setting = "\(key): \"\(addresses.rubygems)\""
        // A mirror that is probed gives way to the source itself.
        while let probed = lines.lines.firstIndex(where: { $0.hasPrefix("\(key)__FALLBACK_TIMEOUT") }) {
            lines.remove(probed)
        }
        if let known = lines.lines.firstIndex(where: { $0.hasPrefix("\(key):") }) {
            lines.replace(known, with: setting)
        } else {
            if lines.lines.isEmpty { lines.append("---") }
            lines.append(setting)
        }
        return lines.text
    }
}
