/// Commands that change how the user's other tools fetch, log in and trust.
enum ForeignSettings {
    private static let git = ["credential.helper", "core.hookspath", "core.sshcommand", "http.proxy", "https.proxy"]
    private static let npm = [
        "registry", "proxy", "https-proxy", "cafile", "strict-ssl", "script-shell", "node-options",
    ]

    /// The setting; `nil` when a command changes none of these.
    static func match(_ program: String, _ words: [String]) -> String? {
        let lowered = words.map { $0.lowercased() }
        switch program {
        case "git":
            guard lowered.contains("config"), lowered.contains("--global") || lowered.contains("--system") else {
                return nil
            }
            // A key that is put together hides which it is.
            let behind = lowered.drop { $0 != "--global" && $0 != "--system" }.dropFirst()
            if behind.first == "\u{1}", behind.count >= 2 { return "of git, by a name that is not known" }
            return lowered.first { word in
                git.contains(word) || word.hasSuffix(".insteadof") || word.hasSuffix("sslverify")
                    || word.hasPrefix("init.templatedir")
            }
        case "npm", "pnpm", "yarn":
            guard lowered.contains("config"), lowered.contains("set") else { return nil }
            return lowered.first { word in npm.contains { word == $0 || word.hasPrefix($0 + "=") } }
        case "pip", "pip3", "bundle", "gem":
            guard lowered.contains("config") || lowered.contains("sources"),
                lowered.contains("set") || lowered.contains("--add") || lowered.contains("--global")
            else { return nil }
            return lowered.first { word in
                word.contains("index-url") || word.contains("trusted-host") || word.contains("mirror.")
                    || word.contains("ssl_verify") || word.contains("://")
            }
        case "security": return lowered.contains("add-trusted-cert") ? "trusted certificates" : nil
        case "certutil", "certutil.exe": return lowered.contains("-addstore") ? "trusted certificates" : nil
        case "update-ca-certificates", "trust":
            return program == "trust" && lowered.count < 3 ? nil : "trusted certificates"
        case "ssh-copy-id": return "keys that may log in"
        default: return nil
        }
    }
}
