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
            switch stream.text(at: index, in: source) {
            case "detached", "start_new_session", "creationflags", "DETACHED_PROCESS", "CREATE_NO_WINDOW":
                isDetached = isDetached || !isFalse(index + 2, stream, source)
            case "windowsHide": isDetached = isDetached || false
            case "DEVNULL": isSilent = true
            case "stdio": isSilent = isSilent || call.hasString(["ignore"], stream, source)
            default: continue
            }
        }
        guard isDetached else { return }
        let detail = isSilent ? "starts a process that stays and says nothing" : "starts a process that stays"
        reader.collector.add(.capabilityStealth, detail, at: call.offset, isSilent ? .use : .means)
    }

    private static func isFalse(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        ["false", "False", "0"].contains(stream.text(at: index, in: source))
    }
}
