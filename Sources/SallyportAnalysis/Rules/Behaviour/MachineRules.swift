import SallyportModel

/// Which machine it is, and whose: `os.hostname()`, `getpass.getuser()`.
enum IdentifyRule: CallRule {
    static let callees: Meaning = .identify

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        let word = call.word.spelling
        reader.collector.add(.capabilitySystemInformation, "asks for \(word)", at: call.offset, .use)
        let meaning: Meaning =
            switch word {
            case "hostname", "gethostname", "getfqdn", "node": .hostName
            case "userInfo", "getuser", "getlogin", "username", "users": .userName
            default: .machine
            }
        reader.origins.note(meaning, "asks for \(word)", at: call.offset)
        return meaning
    }
}

/// Folders that are listed.
enum ListRule: CallRule {
    static let callees: Meaning = .list

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        // A program has a folder of its own there, and no business with all the others.
        guard call.slot(0).union(call.callee).contains(.home) else { return .listed }
        reader.origins.note(.secret, "lists the user's own folder", at: call.offset)
        return [.listed, .secret]
    }
}

/// What a command prints, as a value.
enum CommandOutput {
    private static let meanings: [String: Meaning] = [
        "whoami": .userName, "id": .userName, "hostname": .hostName, "ifconfig": .machine, "ipconfig": .machine,
        "systeminfo": .machine, "ip": .machine, "arp": .machine, "wmic": .machine,
    ]

    /// Remembers where what a command prints begins.
    static func note(_ result: Meaning, of command: String, at offset: Int, _ reader: inout FlowReader) {
        guard !result.isEmpty else { return }
        let what = Excerpt.detail("runs \(Excerpt.command(command))")
        for kind in [Meaning.userName, .hostName, .machine, .environmentData, .secret, .fetched, .shell]
        where result.contains(kind) {
            reader.origins.note(kind, what, at: offset)
        }
    }

    /// What commands print.
    static func meaning(of commands: [ShellCommand]) -> Meaning {
        var result: Meaning = []
        for command in commands {
            if SecretOutput.isEnvironment(command) { result.insert(.environmentData) }
            guard let program = command.program else { continue }
            let words = command.effective
            if let meaning = meanings[program] { result.formUnion(meaning) }
            if SecretOutput.isCredential(words) || SecretOutput.readsFiles(command) { result.insert(.secret) }
            if program == "uname",
                words.contains(where: { $0.hasPrefix("-") && ($0.contains("a") || $0.contains("n")) })
            {
                result.insert(.hostName)
            }
            if BuildTools.isFetcher(program) { result.insert(.fetched) }
            if BuildTools.isShell(program), words.count == 1 || words.dropFirst().first == "-i" {
                result.insert(.shell)
            }
        }
        return result
    }
}
