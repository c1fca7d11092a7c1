import SallyportModel

/// Reads command lines: what they start, fetch, send and give away.
///
/// Used for lifecycle scripts, shell files, and the commands that other code starts. Nested commands are worked off from
/// a list, so that depth costs no stack.
enum CommandReader {
    /// Texts inside texts that are read for one command.
    private static let nestedMax = 64
    /// Bytes of one text.
    private static let textBytesMax = 4 << 20

    /// States what a command text does; `offset` is the place that findings name.
    static func read(_ text: String, at offset: Int, into collector: inout FindingsCollector) {
        var waiting = [text]
        var done = 0
        while done < waiting.count, done < nestedMax {
            let next = waiting[done]
            done += 1
            guard next.utf8.count <= textBytesMax else {
                collector.add(.fileUnreadable, "shell-too-large", at: offset, .sensitive)
                continue
            }
            let commands = ShellText.commands(next)
            if commands.count >= ShellText.commandsMax {
                collector.add(.fileUnreadable, "shell-too-many-commands", at: offset, .sensitive)
            }
            for (index, command) in commands.enumerated() {
                waiting += one(command, at: offset, &collector)
                ShellChains.look(at: commands, from: index, at: offset, &collector)
            }
            ShellChains.lookAtFiles(commands, at: offset, &collector)
        }
        if done < waiting.count { collector.add(.fileUnreadable, "shell-too-deep", at: offset, .sensitive) }
    }

    /// One simple command; gives the texts inside it that are commands themselves.
    private static func one(
        _ command: ShellCommand,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) -> [String] {
        var inside = command.nested.filter { $0 != "\u{2}" }
        if command.nested.contains("\u{2}") {
            collector.add(.capabilityEnvironment, "uses a credential variable", at: offset, .sensitive)
        }
        guard let program = command.program else { return inside }
        let words = Array(command.effective)
        for word in words {
            if let mark = CredentialPaths.match(pathPart(word)) {
                collector.add(.capabilityCredentialFile, "names \(mark)", at: offset, .sensitive)
            }
        }
        for output in command.outputs {
            guard let place = OutsidePaths.match(output) else { continue }
            collector.add(.capabilityWriteOutside, Excerpt.detail("writes \(place)"), at: offset, .use)
        }
        if BuildTools.isTalker(program) {
            let detail = Excerpt.detail(words.joined(separator: " ").replacing("\u{1}", with: "…"))
            collector.add(.capabilityNetwork, detail, at: offset, .use)
        }
        if program == "powershell" || program == "pwsh" { PowerShell.read(words, at: offset, &collector) }
        inside += CommandTargets.read(words, program: program, at: offset, &collector)
        return inside
    }

    /// The path in a word: `@$HOME/.npmrc` and `token=@~/.npmrc` name one.
    private static func pathPart(_ word: String) -> [UInt8] {
        guard let at = word.utf8.lastIndex(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "=") }) else {
            return Array(word.utf8)
        }
        let rest = word[word.utf8.index(after: at)...]
        return rest.contains("/") ? Array(rest.utf8) : Array(word.utf8)
    }
}
