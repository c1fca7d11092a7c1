import SallyportModel

/// A shell at the end of a connection: bash's own sockets, and programs that start something for whoever connects.
enum ShellSockets {
    static func look(
        at text: String,
        _ commands: [ShellCommand],
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        if text.contains("/dev/tcp/") || text.contains("/dev/udp/") {
            collector.add(.capabilityNetwork, "opens a socket of the shell", at: offset, .use)
            collector.add(.chainBackdoor, "gives a shell to whoever it connects to", at: offset, .flow)
            return
        }
        for command in commands {
            guard let program = command.program, programs.contains(program) else { continue }
            let starts = command.effective.contains { word in
                word == "-e" || word == "-c" || word.hasPrefix("EXEC:") || word.hasPrefix("exec:")
            }
            guard starts else { continue }
            collector.add(.chainBackdoor, "gives a shell to whoever it connects to", at: offset, .flow)
        }
    }

    private static let programs: Set<String> = ["nc", "ncat", "netcat", "socat"]
}
