import SallyportModel

/// Sockets of a shell, and programs that start something for whoever connects.
///
/// What opens a socket is a network capability. A shell at its end is a backdoor: a shell, or what nobody knows, whose
/// input or output leads there; and so is a program that is told to start one for a connection.
enum ShellSockets {
    static func look(at commands: [ShellCommand], at offset: Int, _ collector: inout FindingsCollector) {
        var opensDescriptor = false
        var opensForGroup = false
        for (index, command) in commands.enumerated() {
            let next = index + 1 < commands.count ? commands[index + 1] : nil
            if startsForOthers(command) || joinsShell(command, next) { backdoor(at: offset, &collector) }
            guard isJoined(command) else { continue }
            collector.add(.capabilityNetwork, "opens a socket of the shell", at: offset, .use)
            guard let program = command.program, !closers.contains(program) else {
                // `exec 3<>…` opens a descriptor; behind a closing bracket it is for all that stands inside.
                if command.words.first == "exec" { opensDescriptor = true } else { opensForGroup = true }
                continue
            }
            if runsAny(program) { backdoor(at: offset, &collector) } else { sends(command, at: offset, &collector) }
        }
        guard opensDescriptor || opensForGroup else { return }
        let isReached = commands.contains { command in
            guard let program = command.program, runsAny(program) else { return false }
            if opensDescriptor, (command.inputs + command.outputs).contains(where: { isDescriptor($0) }) { return true }
            return opensForGroup && (program == "\u{1}" || program == "eval" || ShellChains.runsInput(command, program))
        }
        if isReached { backdoor(at: offset, &collector) }
    }

    /// What closes a group whose input and output are stated behind it.
    private static let closers: Set<String> = ["}", "done", "fi", "esac"]

    /// Whether a path is a socket: that of the shell, whichever way it is quoted.
    static func isSocket(_ path: String) -> Bool { path.hasPrefix("/dev/tcp/") || path.hasPrefix("/dev/udp/") }

    private static func isJoined(_ command: ShellCommand) -> Bool {
        command.inputs.contains { isSocket($0) } || command.outputs.contains { isSocket($0) }
    }

    /// A shell, or a program whose name is not known.
    private static func runsAny(_ program: String) -> Bool { BuildTools.isInterpreter(program) || program == "\u{1}" }

    /// `3` of `<&3`, but neither the standard ones nor a file; or one that is not known.
    private static func isDescriptor(_ word: String) -> Bool {
        if word == "\u{1}" { return true }
        return (Int(word) ?? 0) > 2
    }

    private static func backdoor(at offset: Int, _ collector: inout FindingsCollector) {
        let detail = "gives a shell to whoever it connects to"
        collector.add(.chainBackdoor, detail, at: offset, .flow, steps: [ChainStep(what: detail, offset: offset)])
    }

    /// What a command prints into a socket.
    private static func sends(_ command: ShellCommand, at offset: Int, _ collector: inout FindingsCollector) {
        guard command.outputs.contains(where: { isSocket($0) }) else { return }
        var values = CommandOutput.meaning(of: [command])
        for text in command.nested { values.formUnion(CommandOutput.meaning(of: ShellText.commands(text))) }
        if !values.isDisjoint(with: [.environmentData, .secret]) || !command.credentials.isEmpty {
            chain(.chainExfiltration, "sends credentials or the environment to a socket", at: offset, &collector)
        } else if !values.isDisjoint(with: .identity) {
            chain(.chainSystemInformation, "sends what identifies the machine to a socket", at: offset, &collector)
        }
    }

    private static func chain(
        _ code: FactCode,
        _ detail: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        collector.add(code, detail, at: offset, .flow, steps: [ChainStep(what: detail, offset: offset)])
    }

    private static let programs: Set<String> = ["nc", "ncat", "netcat", "socat", "nc.traditional", "nc.openbsd"]

    /// `nc -e sh`, `ncat --sh-exec sh`, `socat TCP:… EXEC:sh`
    private static func startsForOthers(_ command: ShellCommand) -> Bool {
        guard let program = command.program, programs.contains(program) else { return false }
        return command.effective.dropFirst().contains { word in
            guard program == "socat" else { return isExecution(word) }
            let lowered = word.prefix(8).lowercased()
            return ["exec:", "system:", "shell:"].contains { lowered.hasPrefix($0) }
        }
    }

    /// Options of `nc` whose value may stand in the same word: what is behind them is no option.
    private static let valued = Set("wsxXiIqTVmPgGMOo".utf8)

    /// `-e`, `-c`, `-lve`, `-e/bin/sh`, `--exec`, `--sh-exec=…`
    private static func isExecution(_ word: String) -> Bool {
        if word.hasPrefix("--") {
            return ["--exec", "--sh-exec", "--lua-exec"].contains { word == $0 || word.hasPrefix($0 + "=") }
        }
        guard word.hasPrefix("-") else { return false }
        if word == "-c" { return true }
        for letter in word.utf8.dropFirst() {
            if letter == UInt8(ascii: "e") { return true }
            if valued.contains(letter) { return false }
        }
        return false
    }

    /// `sh -i 2>&1 | nc …`: what a shell answers goes over the network.
    private static func joinsShell(_ command: ShellCommand, _ next: ShellCommand?) -> Bool {
        guard command.pipesOut, let program = command.program, BuildTools.isShell(program),
            ShellChains.runsInput(command, program), let talker = next?.program
        else { return false }
        return programs.contains(talker) || talker == "telnet"
    }
}
