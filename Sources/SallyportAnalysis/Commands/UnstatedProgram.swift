/// Commands that start what their text does not say: a program that is a value, or a shell that is told elsewhere what to
/// run.
enum UnstatedProgram {
    /// How such a start is told.
    static let starting = "starts what is not stated:"

    /// Whether one of these commands is such a start.
    static func isStarted(by commands: [ShellCommand]) -> Bool { commands.contains { isUnstated($0) } }

    /// Options behind which the program's text stands.
    private static let inline: Set<String> = ["-c", "-e", "-p", "--eval", "--print", "/c", "/C", "-Command", "-lc"]

    private static func isUnstated(_ command: ShellCommand) -> Bool {
        let words = command.effective
        guard let first = words.first, !words.contains(where: { FetchedFiles.honestArguments.contains($0) }) else {
            return false
        }
        if isUnknown(first) { return true }
        guard let program = command.program, BuildTools.isInterpreter(program) else { return false }
        var arguments = words.dropFirst()
        while let option = arguments.first, option.hasPrefix("-") || inline.contains(option) {
            arguments = arguments.dropFirst()
            if inline.contains(option) { break }
        }
        guard let script = arguments.first else { return command.documents.isEmpty && command.inputs.isEmpty }
        return isUnknown(script)
    }

    /// Whether nothing of a word is a constant.
    private static func isUnknown(_ word: String) -> Bool {
        word.unicodeScalars.allSatisfy { $0 == "\u{1}" || $0 == " " }
    }
}
