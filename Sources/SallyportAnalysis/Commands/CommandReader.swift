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

    /// A text that is still to be read, and the folder in which it runs, as far as `cd` said so.
    private struct Waiting {
        let text: String
        let folder: String
        /// Its commands, where somebody needed them before.
        var commands: [ShellCommand]?
    }

    /// States what a command text does; `offset` is the place that findings name.
    static func read(_ text: String, at offset: Int, into collector: inout FindingsCollector) {
        read([Waiting(text: text, folder: "")], at: offset, into: &collector)
    }

    /// States what a command text does whose commands are known.
    static func read(
        _ text: String,
        _ commands: [ShellCommand],
        at offset: Int,
        into collector: inout FindingsCollector
    ) {
        read([Waiting(text: text, folder: "", commands: commands)], at: offset, into: &collector)
    }

    /// States what one command does whose words are known.
    static func read(words: [String], at offset: Int, into collector: inout FindingsCollector) {
        var folder = ""
        let inside = run([ShellCommand(words: words)], in: &folder, at: offset, &collector)
        read(inside.map { Waiting(text: $0, folder: "") }, at: offset, into: &collector)
    }

    private static func read(_ texts: [Waiting], at offset: Int, into collector: inout FindingsCollector) {
        var waiting = texts
        var done = 0
        while done < waiting.count, done < nestedMax {
            let next = waiting[done]
            done += 1
            guard next.text.utf8.count <= textBytesMax else {
                collector.add(.fileUnreadable, "shell-too-large", at: offset, .sensitive)
                continue
            }
            let commands = next.commands ?? ShellText.commands(next.text)
            ShellSockets.look(at: commands, at: offset, &collector)
            if commands.contains(where: \.isCut) {
                collector.add(.fileUnreadable, "shell-too-many-texts", at: offset, .sensitive)
            }
            if commands.count >= ShellText.commandsMax {
                collector.add(.fileUnreadable, "shell-too-many-commands", at: offset, .sensitive)
            }
            var folder = next.folder
            let inside = run(commands, in: &folder, at: offset, &collector)
            // A text is in front of or behind a `cd`; the last folder is good for both, for paths are tried without it too.
            waiting += inside.map { Waiting(text: $0, folder: folder) }
            ShellChains.lookAtFiles(commands, at: offset, &collector)
        }
        if done < waiting.count { collector.add(.fileUnreadable, "shell-too-deep", at: offset, .sensitive) }
    }

    /// The commands of one text; gives the texts inside them that are commands themselves.
    private static func run(
        _ commands: [ShellCommand],
        in folder: inout String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) -> [String] {
        var inside: [String] = []
        for (index, command) in commands.enumerated() {
            ShellChains.look(at: commands, from: index, at: offset, &collector)
            var current = [command]
            var started = 0
            while started < startedMax, let next = current.popLast() {
                started += 1
                inside += one(next, in: folder, at: offset, &collector)
                current += Starters.commands(in: next)
            }
            if !current.isEmpty {
                collector.add(.fileUnreadable, "shell-too-many-commands", at: offset, .sensitive)
            }
            if let entered = enteredFolder(command) { folder = entered(folder) }
        }
        return inside
    }

    /// Commands among the arguments of one command.
    private static let startedMax = 64

    /// `cd folder`, `pushd folder`
    private static func enteredFolder(_ command: ShellCommand) -> ((String) -> String)? {
        guard let program = command.program, ["cd", "pushd", "chdir"].contains(program) else { return nil }
        guard let target = command.effective.dropFirst().first(where: { !$0.hasPrefix("-") && $0 != "/d" }) else {
            return nil
        }
        guard !target.hasPrefix("/"), !target.contains("\u{1}"), target.utf8.count <= 512 else { return { _ in "" } }
        return { $0.utf8.count > 2048 ? "" : $0 + target + "/" }
    }

    /// One simple command; gives the texts inside it that are commands themselves.
    private static func one(
        _ command: ShellCommand,
        in folder: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) -> [String] {
        var inside = command.nested
        for name in command.credentials {
            collector.add(
                .capabilityEnvironment,
                Excerpt.detail(CredentialNames.reading + name),
                at: offset,
                .sensitive
            )
        }
        if !command.words.isEmpty { Preloads.read(command.assignments, in: folder, at: offset, &collector) }
        guard let program = command.program else { return inside + command.documents }
        let words = Array(command.effective)
        for word in words {
            if let mark = CredentialPaths.match(pathPart(word)) {
                collector.add(.capabilityCredentialFile, "names \(mark)", at: offset, .sensitive)
            }
        }
        for output in command.outputs {
            let isPlace = LiteralMarks.all(in: Array(output.utf8)).contains { $0.meaning.contains(.planted) }
            if isPlace || profiles.contains(where: { output.hasSuffix($0) }) {
                let detail = Excerpt.detail("writes \(output.replacing("\u{1}", with: "…"))")
                collector.add(.capabilityPersistence, detail, at: offset, .sensitive)
                collector.add(.chainPlant, detail, at: offset, .sensitive)
            }
            guard let place = OutsidePaths.match(output) else { continue }
            collector.add(.capabilityWriteOutside, Excerpt.detail("writes \(place)"), at: offset, .use)
        }
        if BuildTools.isTalker(program) {
            let detail = Excerpt.detail(words.joined(separator: " ").replacing("\u{1}", with: "…"))
            collector.add(.capabilityNetwork, detail, at: offset, .use)
        }
        CommandTopics.read(command, program: program, at: offset, &collector)
        CommandExfiltration.look(at: command, program: program, at: offset, &collector)
        LivingOffTheLand.look(at: words, program: program, in: folder, at: offset, &collector)
        if program == "powershell" || program == "pwsh" { PowerShell.read(words, at: offset, &collector) }
        inside += PipedInput.read(redirectedTo: command, program: program, in: folder, at: offset, &collector)
        inside += CommandTargets.read(words, program: program, in: folder, at: offset, &collector)
        return inside
    }

    /// Files that a shell reads when it starts, whose names are too common to be looked for in texts.
    private static let profiles = ["/.profile", "/etc/profile", "/.login", "/.cshrc", "/.bash_login", "/.zlogin"]

    /// The path in a word: `@$HOME/.npmrc` and `token=@~/.npmrc` name one.
    private static func pathPart(_ word: String) -> [UInt8] {
        guard let at = word.utf8.lastIndex(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "=") }) else {
            return Array(word.utf8)
        }
        let rest = word[word.utf8.index(after: at)...]
        return rest.contains("/") ? Array(rest.utf8) : Array(word.utf8)
    }
}
