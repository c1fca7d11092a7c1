/// Programs that start another one which stands among their arguments.
enum Starters {
    /// How the words between a starter and what it starts look.
    private struct Shape {
        /// Options whose value is a word of its own.
        var valued: Set<String> = []
        /// Words before the program.
        var operands = 0
    }

    private static let plain: Set<String> = [
        "exec", "command", "nohup", "cross-env", "cross-env-shell", "then", "do", "else", "elif", "if", "while",
        "until",
        "!", "{", "(", "builtin", "setsid", "start", "@", "call", "bunx", "busybox", "toybox", "unbuffer", "winpty",
        "coproc", "catchsegv", "setarch", "linux32", "linux64", "torsocks", "proxychains", "eatmydata", "fakeroot",
    ]
    private static let shaped: [String: Shape] = [
        "env": Shape(valued: ["-u", "-C", "--chdir", "--unset"]), "time": Shape(valued: ["-f", "-o"]),
        "sudo": Shape(valued: ["-u", "-g", "-C", "-h", "-p", "-D", "-R", "-T"]), "doas": Shape(valued: ["-u", "-C"]),
        "nice": Shape(valued: ["-n"]), "ionice": Shape(valued: ["-c", "-n"]), "chrt": Shape(operands: 1),
        "timeout": Shape(valued: ["-k", "-s"], operands: 1), "gtimeout": Shape(valued: ["-k", "-s"], operands: 1),
        "stdbuf": Shape(valued: ["-i", "-o", "-e"]), "flock": Shape(valued: ["-w", "-E"], operands: 1),
        "xvfb-run": Shape(valued: ["-n", "-s", "-e", "-f", "-p"]), "npx": Shape(valued: ["-p", "--package"]),
        "strace": Shape(valued: ["-o", "-e", "-s"]), "chroot": Shape(operands: 1), "taskset": Shape(operands: 1),
        "watch": Shape(valued: ["-n"]), "script": Shape(valued: ["-c"]), "numactl": Shape(),
    ]

    /// Whether a program, by its name without a folder, starts another one.
    static func isStarter(_ program: String) -> Bool { plain.contains(program) || shaped[program] != nil }

    /// The words behind a starter, its own options and operands left out.
    static func rest(of words: ArraySlice<String>, after program: String) -> ArraySlice<String> {
        let shape = shaped[program] ?? Shape()
        var rest = words
        while let option = rest.first, option.hasPrefix("-"), program != "exec" || option.count == 2 {
            rest = rest.dropFirst()
            if shape.valued.contains(option) || (program == "exec" && option == "-a") { rest = rest.dropFirst() }
            if option == "--" { break }
        }
        return rest.dropFirst(shape.operands)
    }

    /// The commands that stand among the arguments of one: `find … -exec sh x ;`, `xargs -n 1 node x.js`, and whatever
    /// begins with a program that runs code, behind a program that is not known.
    static func commands(in command: ShellCommand) -> [ShellCommand] {
        guard let program = command.program else { return [] }
        let arguments = command.effective.dropFirst()
        switch program {
        case "find", "fd": return executed(arguments)
        case "xargs", "parallel":
            let start = arguments.firstIndex { BuildTools.isInterpreter($0) || BuildTools.isTalker($0) }
            return [made(arguments[(start ?? arguments.endIndex)...] + ["\u{1}"])]
        case "npm", "yarn", "pnpm", "npm.cmd", "bun":
            let starters: Set<String> = ["exec", "x", "dlx", "node", "explore"]
            guard let first = arguments.firstIndex(where: { !$0.hasPrefix("-") }), starters.contains(arguments[first])
            else { return [] }
            let rest = arguments[(first + 1)...]
            let words = rest.firstIndex(of: "--").map { rest[($0 + 1)...] } ?? rest.drop { $0.hasPrefix("-") }
            return [made(arguments[first] == "node" ? ["node"] + words : Array(words))]
        default: break
        }
        guard !BuildTools.isUnpackerOrBuilder(program), !BuildTools.isInterpreter(program),
            !BuildTools.isTalker(program), !BuildTools.isQuiet(program),
            let start = arguments.firstIndex(where: { BuildTools.isInterpreter(PathText.name(of: $0)) })
        else { return [] }
        return [made(Array(arguments[start...]))]
    }

    /// Whether a word of `find` or `fd` says that a command follows.
    static func isExecution(_ word: String) -> Bool {
        ["-exec", "-execdir", "-ok", "-okdir", "-x", "-X"].contains(word)
    }

    private static func executed(_ words: ArraySlice<String>) -> [ShellCommand] {
        var commands: [ShellCommand] = []
        var current: [String]?
        for word in words {
            if isExecution(word) {
                current = []
            } else if let open = current, word == ";" || word == "+" {
                commands.append(made(open))
                current = nil
            } else {
                current?.append(word == "{}" ? "\u{1}" : word)
            }
        }
        if let current { commands.append(made(current)) }
        return commands
    }

    private static func made(_ words: some Sequence<String>) -> ShellCommand {
        ShellCommand(words: Array(words))
    }
}
