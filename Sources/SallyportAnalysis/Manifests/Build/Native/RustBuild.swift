import SallyportModel

/// What a build script in Rust names: it is not followed, so the words and texts that reach out are all that is known.
enum RustBuild {
    /// Names of the standard library and of crates that reach the network.
    private static let network: Set<String> = [
        "TcpStream", "UdpSocket", "TcpListener", "UnixStream", "ToSocketAddrs", "reqwest", "ureq", "curl", "hyper",
        "attohttpc", "minreq", "isahc", "surf", "tungstenite", "getaddrinfo", "ssh2",
    ]
    /// Names by which code reaches past what is named here.
    private static let reaching: Set<String> = [
        "libloading", "dlopen", "dlsym", "transmute", "asm", "global_asm", "extern", "include_bytes", "Command",
        "execve", "memfd_create", "set_permissions",
    ]

    /// States what a script reaches out with; gives what the hook that runs it does.
    static func read(_ bytes: [UInt8], into collector: inout FindingsCollector) -> Set<String> {
        // A script that does nothing of it is read all the same, so that not every change of it counts.
        var doing: Set<String> = ["runs a build script"]
        let tokens = BuildTokens.read(Array(bytes.prefix(BuildDefinition.bytesMax)), .rust)
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .word(let word) where network.contains(word):
                collector.add(.capabilityNetwork, "uses \(word)", at: token.offset, .use)
                doing.insert("uses \(word)")
            case .word(let word) where reaching.contains(word): doing.insert("uses \(word)")
            case .text(let text):
                note(text, isVariable: isVariable(tokens, index), at: token.offset, &collector, &doing)
            default: continue
            }
        }
        return doing
    }

    /// `env::var("X")`, `env!("X")`
    private static func isVariable(_ tokens: [BuildTokens.Token], _ index: Int) -> Bool {
        guard index >= 2, tokens[index - 1].kind == .open, case .word(let word) = tokens[index - 2].kind else {
            return false
        }
        return ["var", "var_os", "env", "option_env"].contains(word)
    }

    private static func note(
        _ text: String,
        isVariable: Bool,
        at offset: Int,
        _ collector: inout FindingsCollector,
        _ doing: inout Set<String>
    ) {
        if isVariable, CredentialNames.isCredential(text) {
            collector.add(.capabilityEnvironment, CredentialNames.reading + text, at: offset, .sensitive)
        }
        let bytes = Array(text.utf8.prefix(CredentialPaths.pathBytesMax))
        if let mark = CredentialPaths.match(bytes) {
            collector.add(.capabilityCredentialFile, "names \(mark)", at: offset, .sensitive)
        }
        if let host = HostName.of(bytes), !HostName.isLocal(host) { doing.insert("names \(host)") }
    }
}
