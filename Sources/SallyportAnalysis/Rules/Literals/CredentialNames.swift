/// Names of environment variables that hold credentials.
enum CredentialNames {
    private static let words: Set<String> = [
        "TOKEN", "TOKENS", "SECRET", "SECRETS", "PASSWORD", "PASSWD", "PASSPHRASE", "CREDENTIAL", "CREDENTIALS",
        "APIKEY", "AUTHTOKEN", "MNEMONIC", "PASS", "PAT", "PWORD",
    ]
    /// How a finding begins that says which variable is read.
    static let reading = "reads "

    /// Whose credential a variable holds, by the first word of its name that says so: `GH_TOKEN` and `GITHUB_TOKEN` are one.
    static func service(_ name: Substring) -> String {
        let parts = name.uppercased().split { !$0.isLetter && !$0.isNumber }
        let generic: Set<Substring> = ["NPM", "CONFIG", "CI", "MY", "THE"]
        let first = parts.first { !generic.contains($0) && !words.contains(String($0)) } ?? parts.first ?? ""
        switch first {
        case "GH": return "GITHUB"
        case "NODE": return "NPM"
        default: return String(first)
        }
    }

    private static let beforeKey: Set<String> = ["API", "ACCESS", "PRIVATE", "SECRET", "ACCOUNT", "SSH", "SIGNING"]

    /// Whether a variable's name says that it holds a credential: by its words, so that `TOKENIZER` does not.
    static func isCredential(_ name: String) -> Bool {
        guard name.utf8.count <= 128 else { return false }
        let parts = name.uppercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
        for (index, part) in parts.enumerated() {
            if words.contains(part) { return true }
            if part == "KEY", index > 0, beforeKey.contains(parts[index - 1]) { return true }
        }
        return false
    }
}
