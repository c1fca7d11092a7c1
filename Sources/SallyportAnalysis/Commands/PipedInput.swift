import SallyportModel

/// Code that reaches an interpreter through its input: `echo … | sh`, `cat x | node`, `node < x`, `sh <<E`.
enum PipedInput {
    /// Follows what the command before an interpreter prints, as far as it is known.
    static func read(
        from command: ShellCommand,
        into program: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        let words = command.effective.dropFirst().filter { !$0.hasPrefix("-") }
        switch (command.program, BuildTools.language(of: program)) {
        case ("cat", let language?) where !words.isEmpty:
            for word in words { CommandTargets.addPath(word, language, in: "", &collector) }
        case ("echo", let language?), ("printf", let language?):
            collector.addInline(Array(words.joined(separator: " ").utf8), as: language, at: offset)
        case ("yes", _): return
        default:
            collector.add(.hookUnreadable, "pipes what is not known into \(program)", at: offset, .sensitive)
        }
    }

    /// Follows redirections into an interpreter that has no file of its own; gives texts that are shell commands.
    static func read(
        redirectedTo command: ShellCommand,
        program: String,
        in folder: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) -> [String] {
        guard BuildTools.isInterpreter(program) else { return command.documents }
        if ShellChains.runsInput(command, program) {
            for input in command.inputs where input != "/dev/null" {
                CommandTargets.addPath(input, BuildTools.language(of: program), in: folder, &collector)
            }
        }
        switch BuildTools.language(of: program) {
        case .shell?: return command.documents
        case let language?:
            for document in command.documents { collector.addInline(Array(document.utf8), as: language, at: offset) }
        case nil where !command.documents.isEmpty:
            collector.add(.hookUnreadable, "code for \(program)", at: offset, .sensitive)
        case nil: break
        }
        return []
    }
}
