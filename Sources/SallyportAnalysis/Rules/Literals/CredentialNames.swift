/// Names of environment variables that hold credentials.
enum CredentialNames {
    private static let words: Set<String> = [
        "TOKEN", "TOKENS", "SECRET", "SECRETS", "PASSWORD", "PASSWD", "PASSPHRASE", "CREDENTIAL", "CREDENTIALS",
        "APIKEY", "AUTHTOKEN", "MNEMONIC", "PASS", "PAT", "PWORD",
    ]
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
