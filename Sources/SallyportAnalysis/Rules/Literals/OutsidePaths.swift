/// Paths outside a package that code has no business to write to.
enum OutsidePaths {
    private static let prefixes = ["/etc/", "/usr/", "/home/", "/root/", "/Library/", "/var/spool/", "~/", "C:\\"]
    private static let components = [
        ".bashrc", ".bash_profile", ".profile", ".zshrc", ".zprofile", "LaunchAgents", "LaunchDaemons", "systemd/user",
        "systemd/system", "crontab", "cron.d", "autostart", "authorized_keys", "Startup", ".git/hooks",
        "CurrentVersion\\Run", "sitecustomize.py", "usercustomize.py",
    ].map { Array($0.utf8) }

    /// The place that a path names; U+0001 stands for what is not known.
    static func match(_ text: String) -> String? {
        guard text.utf8.count <= 1024 else { return nil }
        let shown = text.replacing("\u{1}", with: "…")
        for prefix in prefixes where text.hasPrefix(prefix) { return shown }
        let bytes = Array(text.utf8)
        for component in components where holds(component, bytes) { return shown }
        return nil
    }

    private static func holds(_ component: [UInt8], _ bytes: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0] == component[0] && bytes[$0...].starts(with: component) }
    }
}
