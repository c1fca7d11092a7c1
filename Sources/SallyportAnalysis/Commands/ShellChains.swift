import SallyportModel

/// Chains inside command lines: fetched and run, decoded and run, read and sent.
enum ShellChains {
    /// Looks at a pipeline that begins at a command, and at what is nested in the command.
    static func look(
        at commands: [ShellCommand],
        from index: Int,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        let command = commands[index]
        if let program = command.program, BuildTools.isInterpreter(program) {
            for text in command.nested { nested(text, in: program, at: offset, &collector) }
        }
        let starts = index == 0 || !commands[index - 1].pipesOut
        guard starts, command.pipesOut else { return }
        var end = index
        while end < commands.count, commands[end].pipesOut { end += 1 }
        pipeline(commands[index...min(end, commands.count - 1)], at: offset, &collector)
    }

    /// `curl … | sh`, `base64 -d … | sh`, `env | curl …`, `cat ~/.npmrc | curl …`
    private static func pipeline(
        _ commands: ArraySlice<ShellCommand>,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        var isFetched = false
        var isDecoded = false
        var isSecret = false
        var before: ShellCommand?
        for command in commands {
            guard let program = command.program else { continue }
            if isFetched, runsInput(command, program) {
                let detail = "pipes what was fetched into \(program)"
                collector.add(.chainDownloadExecute, Excerpt.detail(detail), at: offset, .flow)
            }
            if isDecoded, runsInput(command, program) {
                let detail = "pipes what was decoded into \(program)"
                collector.add(.chainDecodeExecute, Excerpt.detail(detail), at: offset, .flow)
            }
            if isSecret, BuildTools.isTalker(program) || command.outputs.contains(where: { ShellSockets.isSocket($0) })
            {
                let detail = "pipes credentials or the environment into \(program)"
                collector.add(.chainExfiltration, Excerpt.detail(detail), at: offset, .flow)
            }
            if !isFetched, !isDecoded, let before, runsInput(command, program) {
                PipedInput.read(from: before, into: program, at: offset, &collector)
            }
            before = command
            if BuildTools.isFetcher(program) || command.inputs.contains(where: { ShellSockets.isSocket($0) }) {
                isFetched = true
            }
            if isDecoder(command, program) { isDecoded = true }
            if readsSecret(command, program, at: offset, &collector) { isSecret = true }
        }
    }

    /// An interpreter without a file of its own runs its input.
    static func runsInput(_ command: ShellCommand, _ program: String) -> Bool {
        guard BuildTools.isInterpreter(program) else { return false }
        let rest = command.effective.dropFirst().filter { !$0.hasPrefix("-") }
        let isInline = command.effective.contains { ["-e", "-c", "-p", "--eval", "-m"].contains($0) }
        return !isInline && (rest.isEmpty || command.effective.contains("-s") || rest.first == "/dev/stdin")
    }

    private static func isDecoder(_ command: ShellCommand, _ program: String) -> Bool {
        let options = command.effective
        switch program {
        case "base64", "base32", "openssl": return options.contains { ["-d", "-D", "--decode", "-di"].contains($0) }
        case "xxd": return options.contains { $0.hasPrefix("-r") || $0 == "-p" }
        default: return false
        }
    }

    private static func readsSecret(
        _ command: ShellCommand,
        _ program: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) -> Bool {
        if SecretOutput.isEnvironment(command) {
            collector.add(.capabilityEnvironment, "prints the whole environment", at: offset, .sensitive)
            return true
        }
        return SecretOutput.isCredential(command.effective) || SecretOutput.readsFiles(command)
    }

    /// `sh -c "$(curl …)"`, `bash <(curl …)`, `eval "$(base64 -d …)"`
    private static func nested(
        _ text: String,
        in program: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        for command in ShellText.commands(text) {
            guard let inner = command.program else { continue }
            if BuildTools.isFetcher(inner) {
                let detail = "runs what `\(inner)` fetched in \(program)"
                collector.add(.chainDownloadExecute, Excerpt.detail(detail), at: offset, .flow)
            }
            if isDecoder(command, inner) {
                collector.add(.chainDecodeExecute, Excerpt.detail("runs decoded text in \(program)"), at: offset, .flow)
            }
        }
    }

    /// A file that is fetched by one command and run by a later one.
    static func lookAtFiles(_ commands: [ShellCommand], at offset: Int, _ collector: inout FindingsCollector) {
        var fetched: Set<String> = []
        for command in commands {
            guard let program = command.program else { continue }
            if !fetched.isEmpty, let file = runs(command, program, among: fetched) {
                collector.add(.chainDownloadExecute, Excerpt.detail("fetches and runs \(file)"), at: offset, .flow)
            }
            if BuildTools.isFetcher(program), fetched.count < 256 { fetched.formUnion(outputs(of: command)) }
        }
    }

    static func outputs(of command: ShellCommand) -> [String] {
        var names = command.outputs
        let words = Array(command.effective)
        for (index, word) in words.enumerated() {
            let isOutput = ["-o", "-O", "--output", "--output-document"].contains(word)
            if isOutput, index + 1 < words.count { names.append(words[index + 1]) }
            if word.hasPrefix("-"), !word.hasPrefix("--"), word.hasSuffix("o"), index + 1 < words.count {
                names.append(words[index + 1])
            }
            if word.contains("://"), let last = word.split(separator: "/").last { names.append(String(last)) }
        }
        return names.filter { !$0.isEmpty && $0 != "-" && $0 != "/dev/null" && $0 != "\u{1}" }.map { normal($0) }
    }

    private static func runs(_ command: ShellCommand, _ program: String, among files: Set<String>) -> String? {
        let words = command.effective.map { normal($0) }
        guard let first = words.first else { return nil }
        if files.contains(first) { return first }
        guard BuildTools.isInterpreter(program) || program == "chmod" || program == "open" else { return nil }
        if program == "chmod", !words.contains(where: { $0.contains("x") || $0.hasPrefix("7") || $0.hasPrefix("07") }) {
            return nil
        }
        return words.dropFirst().first { files.contains($0) }
    }

    private static func normal(_ word: String) -> String { word.hasPrefix("./") ? String(word.dropFirst(2)) : word }
}
