/// Constants that are commands, worth keeping until it is known whether something runs them.
enum CommandConstant {
    private static let beginnings = ["curl ", "wget ", "powershell", "pwsh ", "cmd ", "cmd.exe", "node -e", "python"]

    /// Whether a text begins as a command that fetches or runs.
    static func isCommand(_ bytes: [UInt8]) -> Bool {
        switch bytes.first {
        case UInt8(ascii: "c"), UInt8(ascii: "w"), UInt8(ascii: "p"), UInt8(ascii: "n"):
            beginnings.contains { bytes.starts(with: $0.utf8) }
        default: false
        }
    }

    /// States what the commands do that names in the arguments of a call hold.
    static func read(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream
    ) {
        guard !reader.commandTexts.isEmpty else { return }
        for index in call.inside.prefix(16) where stream.kind(at: index) == .name {
            for text in reader.commandTexts[stream.lexemes[index].identity] ?? [] {
                _ = reader.startedLine(text, at: call.offset)
            }
        }
    }
}
