import SallyportModel

/// Processes that outlive their parent and say nothing.
enum StealthRule {
    /// `{detached: true, stdio: "ignore"}`, `creationflags=…`, `start_new_session=True`.
    static func look(
        atStart call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        var isDetached = false
        var isSilent = false
        for index in call.inside where stream.kind(at: index) == .name {
            let lexeme = stream.lexemes[index]
            if detaching.contains(lexeme) {
                isDetached = isDetached || !isFalse(index + 2, stream, source)
            } else if silent.contains(lexeme) {
                isSilent = true
            } else if streams.contains(lexeme) {
                isSilent = isSilent || call.hasString(["ignore"], stream, source)
            }
        }
        guard isDetached else { return }
        let detail = isSilent ? "starts a process that stays and says nothing" : "starts a process that stays"
        reader.collector.add(.capabilityStealth, detail, at: call.offset, isSilent ? .use : .means)
        if isSilent { reader.startup.note(.silentProcess, in: reader.top.body, at: call.offset) }
    }

    private static let detaching = WordSet(
        "detached",
        "start_new_session",
        "creationflags",
        "DETACHED_PROCESS",
        "CREATE_NO_WINDOW"
    )
    private static let silent = WordSet("DEVNULL")
    private static let streams = WordSet("stdio")
    private static let no = WordSet("false", "False")

    private static func isFalse(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        if stream.kind(at: index) == .number { return stream.number(at: index, source) == 0 }
        return stream.isWord(no, at: index)
    }
}
