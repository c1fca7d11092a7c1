import SallyportModel

/// One command that sends what is nobody's business: in its data, in a header, in a name that is looked up.
enum CommandExfiltration {
    private static let lookups: Set<String> = ["nslookup", "dig", "host", "drill", "ping", "resolvectl"]
    private static let uploads: Set<String> = [
        "-d", "--data", "--data-binary", "--data-raw", "--data-urlencode", "-F", "--form", "-T", "--upload-file",
        "--post-file", "--post-data", "--body-data", "--body-file",
    ]
    private static let keyOptions: Set<String> = [
        "-i", "-K", "--netrc-file", "--cacert", "--cert", "--key", "-E", "-F",
    ]

    static func look(at command: ShellCommand, program: String, at offset: Int, _ collector: inout FindingsCollector) {
        let isTalker = BuildTools.isTalker(program) || program == "git"
        guard isTalker || lookups.contains(program) else { return }
        let shown = command.effective.joined(separator: " ").replacing("\u{1}", with: "…")
        if program != "git", uploadsSecret(command, program) {
            add(.chainExfiltration, "sends a file of credentials: \(shown)", at: offset, &collector)
        }
        for text in command.nested {
            let meaning = CommandOutput.meaning(of: ShellText.commands(text))
            if !meaning.isDisjoint(with: [.environmentData, .secret]) {
                add(.chainExfiltration, "sends what `\(text)` prints: \(shown)", at: offset, &collector)
            } else if !meaning.isDisjoint(with: .identity), program != "git" {
                add(.chainSystemInformation, "sends what `\(text)` prints: \(shown)", at: offset, &collector)
            }
        }
        if !command.credentials.isEmpty, sendsVariable(command, program) {
            let names = command.credentials.joined(separator: ", ")
            add(.chainExfiltration, "sends \(names): \(shown)", at: offset, &collector)
        }
    }

    private static func add(
        _ code: FactCode,
        _ detail: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        let steps = [ChainStep(what: Excerpt.detail(detail), offset: offset)]
        collector.add(code, Excerpt.detail(detail), at: offset, .flow, steps: steps)
    }

    /// A path of credentials that is uploaded, rather than used to log in.
    private static func uploadsSecret(_ command: ShellCommand, _ program: String) -> Bool {
        if command.inputs.contains(where: { CredentialPaths.match(Array($0.utf8)) != nil }) { return true }
        if copiers.contains(program) { return copiesSecret(command) }
        let words = Array(command.effective)
        for (index, word) in words.enumerated().dropFirst() {
            var path = word[...]
            let option = words[index - 1]
            if let equals = word.firstIndex(of: "="), word.hasPrefix("--") {
                guard uploads.contains(String(word[..<equals])) else { continue }
                path = word[word.index(after: equals)...]
            } else if let at = word.lastIndex(of: "@") {
                path = word[word.index(after: at)...]
            } else if BuildTools.isFetcher(program) {
                guard ["-T", "--upload-file", "--post-file", "--body-file"].contains(option) else { continue }
            } else if keyOptions.contains(option) {
                continue
            }
            if CredentialPaths.match(Array(path.utf8)) != nil { return true }
        }
        return false
    }

    private static let copiers: Set<String> = ["scp", "rsync"]

    /// `scp ~/.ssh/id_rsa user@host:`, `rsync -a ~/ host::module`: the last word is where to.
    private static func copiesSecret(_ command: ShellCommand) -> Bool {
        let words = command.effective
        guard words.last?.contains(":") == true else { return false }
        var option = ""
        for word in words.dropFirst().dropLast() {
            let isKey = keyOptions.contains(option)
            option = word
            if !isKey, SecretOutput.isHome(word) || CredentialPaths.match(Array(word.utf8)) != nil { return true }
        }
        return false
    }

    /// A credential in what is sent or looked up; in an `Authorization` header it is how one logs in.
    private static func sendsVariable(_ command: ShellCommand, _ program: String) -> Bool {
        if lookups.contains(program) { return true }
        guard BuildTools.isFetcher(program) else { return false }
        let words = Array(command.effective)
        let hasLogin = words.contains { $0.lowercased().hasPrefix("authorization:") || $0 == "-u" || $0 == "--user" }
        guard !hasLogin else { return false }
        return words.indices.dropFirst().contains { index in
            let isUpload = uploads.contains(words[index - 1]) || uploads.contains { words[index].hasPrefix($0 + "=") }
            let isQuery = words[index].contains("?") && words[index].contains("://")
            return (isUpload || isQuery) && words[index].contains("\u{1}")
        }
    }
}
