import SallyportModel

/// Functions of a source that start what they are given: a call of one with a command is the start of that command.
enum StarterRule {
    /// Remembers a function that hands on what it is given to what starts a process.
    static func note(_ call: Call, _ reader: inout FlowReader) {
        // `new Promise((done) => spawn(file))` starts what the function around it is given.
        let function = reader.top.enclosing != 0 ? reader.top.enclosing : reader.top.named
        guard call.arguments.contains(.given), function != 0 else { return }
        reader.bindings.addStarter(function)
    }

    static func look(
        at call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        _ = reader.startedLine(of: call, stream, source)
        if call.arguments.contains(.decoded) {
            reader.chain(.chainDecodeExecute, "runs a decoded command", at: call.offset, of: .decoded)
        }
    }
}
