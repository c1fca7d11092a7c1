import SallyportModel

/// The commands that one source starts: each short text is split once, and all of them share a budget of bytes.
struct StartedCommands {
    /// What is known of one text.
    struct Line {
        var text = ""
        var commands: [ShellCommand] = []
        /// What it prints.
        var output: Meaning = []
    }

    private var known: [String: Line] = [:]
    private var bytesLeft: Int

    /// Bytes of a text that is remembered.
    private static let knownBytesMax = 4096
    /// Texts that are remembered.
    private static let knownMax = 1024

    init(bytesMax: Int) {
        bytesLeft = bytesMax
    }

    /// Whether anything may still be read.
    var hasRoom: Bool { bytesLeft >= 0 }

    /// What is known of a text that was read before.
    func line(_ text: String) -> Line? { known[text] }

    /// Takes a text from the budget; false once that is used up.
    mutating func take(_ text: String) -> Bool {
        let count = text.utf8.count
        bytesLeft = bytesLeft >= count ? bytesLeft - count : -1
        return hasRoom
    }

    mutating func keep(_ line: Line) {
        guard line.text.utf8.count <= Self.knownBytesMax, known.count < Self.knownMax else { return }
        known[line.text] = line
    }
}

extension FlowReader {
    /// The command line that a call starts. What it does is stated when it is read for the first time.
    mutating func startedLine(
        of call: Call,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> StartedCommands.Line {
        guard started.hasRoom else { return leaveOutCommands(call.offset) }
        let range = (call.open + 1)..<max(call.open + 1, call.close)
        var (text, isCut) = ArgumentText.command(range, language, stream, source)
        if isCut { collector.leaveOut("arguments-too-long", at: call.offset) }
        if call.word.spelling == "fork" { text = "node " + text }
        return startedLine(text, at: call.offset)
    }

    /// What is known of a text that is run as a command.
    mutating func startedLine(_ text: String, at offset: Int) -> StartedCommands.Line {
        if let line = started.line(text) { return line }
        guard started.take(text) else { return leaveOutCommands(offset) }
        let commands = ShellText.commands(text)
        CommandReader.read(text, commands, at: offset, into: &collector)
        let line = StartedCommands.Line(text: text, commands: commands, output: CommandOutput.meaning(of: commands))
        started.keep(line)
        return line
    }

    private mutating func leaveOutCommands(_ offset: Int) -> StartedCommands.Line {
        collector.leaveOut("commands-too-large", at: offset)
        return StartedCommands.Line()
    }
}
