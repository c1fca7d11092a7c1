/// Commands whose output is nobody else's business: the whole environment, keys and tokens, the user's own folder.
enum SecretOutput {
    /// Whether a command prints the environment with its values.
    static func isEnvironment(_ command: ShellCommand) -> Bool {
        let words = command.effective
        let options = words.dropFirst()
        // `env` alone starts nothing, so that it may stand where a program would.
        switch command.program ?? command.words.first {
        case "env", "printenv": return options.allSatisfy { ["-0", "--null"].contains($0) }
        case "set": return options.isEmpty
        case "export", "declare", "typeset": return options.allSatisfy { ["-p", "-x", "-px", "-xp"].contains($0) }
        case "ps": return showsVariables(options.first)
        case "gci", "get-childitem", "Get-ChildItem", "dir", "ls":
            return options.contains { $0.lowercased().hasPrefix("env:") }
        case .some(let program) where BuildTools.isInterpreter(program):
            return options.contains { namesWhole($0) || BuildTools.isShell(program) && isShort($0) }
        default: return false
        }
    }

    /// `sh -c "export -p"`
    private static func isShort(_ text: String) -> Bool {
        guard text.utf8.count <= 32, text.first?.isLetter == true else { return false }
        return ["export", "declare", "set", "env", "printenv", "typeset"].contains { text.hasPrefix($0) }
            && ShellText.commands(text).contains { isEnvironment($0) }
    }

    /// `ps eww`: without a sign in front, `e` shows each program's environment.
    private static func showsVariables(_ option: String?) -> Bool {
        guard let option, option.contains("e") else { return false }
        return option.utf8.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    }

    /// `node -p process.env`: the variables together, not one of them.
    private static func namesWhole(_ code: String) -> Bool {
        ["process.env", "os.environ"].contains { name in
            guard let found = code.firstRange(of: name) else { return false }
            let next = code[found.upperBound...].first
            return next != "." && next != "[" && next?.isLetter != true
        }
    }

    /// Commands that print a credential.
    private static let secrets = [
        "gh auth token", "npm config get //", "npm token", "gcloud auth print-", "aws configure get",
        "aws configure export-credentials", "az account get-access-token", "git credential fill", "security find-",
        "secret-tool lookup", "pass show", "op read", "vault print token", "kubectl config view --raw",
        "keyring get",
    ]

    /// Whether a command prints a key, a token or a password.
    static func isCredential(_ words: ArraySlice<String>) -> Bool {
        if words.first == "gpg" || words.first == "gpg2" {
            return words.contains { $0.hasPrefix("--export-secret") }
        }
        let printed = words.joined(separator: " ")
        return secrets.contains { printed.hasPrefix($0) }
    }

    /// Whether a word is the user's own folder, or all that is in it.
    static func isHome(_ word: String) -> Bool {
        ["~", "~/", "~/.", "~/*", "~/.*", "~/.[!.]*", "%USERPROFILE%", "$env:USERPROFILE"].contains(word)
    }

    /// Whether a command reads files that are kept from everybody else, by their paths.
    static func readsFiles(_ command: ShellCommand) -> Bool {
        let words = command.effective.dropFirst()
        if words.contains(where: { CredentialPaths.match(Array($0.utf8)) != nil }) { return true }
        guard let program = command.program, BuildTools.isUnpacker(program) || packers.contains(program) else {
            return false
        }
        return words.contains { isHome($0) }
    }

    private static let packers: Set<String> = ["zip", "cpio", "rar", "pax", "find", "grep"]
}
