import SallyportModel

/// Rules about calls that no single meaning of the callee selects.
enum BehaviourRules {
    static func look(at call: Call, _ reader: inout FlowReader, _ stream: LexemeStream, _ source: Span<UInt8>) {
        reverseShell(call, &reader)
        digest(call, &reader)
        certificates(call, &reader, stream, source)
    }

    /// What was fetched is digested: `hash.update(body)`, `hashlib.sha256(body)`, `body.pipe(hash)`.
    private static func digest(_ call: Call, _ reader: inout FlowReader) {
        guard call.word.role.contains(.digests), call.arguments.contains(.fetched) else { return }
        reader.digestsFetched = true
    }

    /// A shell whose pipes meet a connection: `socket.pipe(shell.stdin)`, `os.dup2(socket.fileno(), 0)`.
    private static func reverseShell(_ call: Call, _ reader: inout FlowReader) {
        let all = call.callee.union(call.arguments)
        let isJoined = call.word.role.contains(.pipes) && all.contains([.shell, .connection])
        let isDuplicated = call.word.spelling == "dup2" && call.arguments.contains(.connection)
        guard isJoined || isDuplicated else { return }
        reader.chain(.chainBackdoor, "joins a shell with a connection", at: call.offset, of: [.connection, .shell])
    }

    /// `rejectUnauthorized: false`, `verify=False`.
    private static func certificates(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        guard !call.callee.isDisjoint(with: [.connect, .networkModule, .networkLibrary]) else { return }
        for index in call.inside where stream.kind(at: index) == .name {
            let word = stream.text(at: index, in: source)
            guard word == "rejectUnauthorized" || word == "verify" else { continue }
            let value = stream.text(at: index + 2, in: source)
            guard value == "false" || value == "False" else { continue }
            reader.collector.add(.capabilityStealth, "does not check certificates", at: call.offset, .use)
        }
    }
}
