import SallyportModel

/// Rules about calls that no single meaning of the callee selects.
enum BehaviourRules {
    static func look(at call: Call, _ reader: inout FlowReader, _ stream: LexemeStream, _ source: Span<UInt8>) {
        reverseShell(call, &reader)
        certificates(call, &reader, stream, source)
        if reader.language == .javaScript { PageScripts.look(at: call, &reader, stream, source) }
    }

    /// A shell whose pipes meet a connection: `socket.pipe(shell.stdin)`, `os.dup2(socket.fileno(), 0)`.
    private static func reverseShell(_ call: Call, _ reader: inout FlowReader) {
        let all = call.callee.union(call.arguments)
        let isJoined = call.word.role.contains(.pipes) && all.contains([.shell, .connection])
        let isDuplicated = call.word.spelling == "dup2" && call.arguments.contains(.connection)
        guard isJoined || isDuplicated else { return }
        reader.chain(.chainBackdoor, "joins a shell with a connection", at: call.offset, of: [.connection, .shell])
    }

    private static let checks = WordSet("rejectUnauthorized", "verify")
    private static let no = WordSet("false", "False")

    /// `rejectUnauthorized: false`, `verify=False`.
    private static func certificates(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        guard !call.callee.isDisjoint(with: [.connect, .networkModule, .networkLibrary]) else { return }
        for index in call.inside where stream.isWord(Self.checks, at: index) {
            guard stream.isWord(Self.no, at: index + 2) else { continue }
            reader.collector.add(.capabilityStealth, "does not check certificates", at: call.offset, .use)
        }
    }
}
