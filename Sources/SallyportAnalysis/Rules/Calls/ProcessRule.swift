import SallyportModel

/// Processes: what is started, and whether it was fetched or decoded before.
///
/// A download that is then run is told from an honest installer by what flows: the path that the fetched bytes were
/// written to must be part of the command. Two honest forms are lighter: asking the new program for its version, and
/// comparing what was fetched with a digest; one is left out: handing the file to a tool that unpacks or builds
/// (`BuildTools`).
enum ProcessRule: CallRule {
    static let callees: Meaning = .spawn
    /// How a download that is run is told.
    static let running = "runs what was fetched:"

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        let word = call.word.spelling
        let line = reader.startedLine(of: call, stream, source)
        let shown = Excerpt.command(line.text)
        reader.collector.add(.capabilityProcess, Excerpt.detail("\(word) \(shown)"), at: call.offset, .use)
        if UnstatedProgram.isStarted(by: line.commands), !reader.comparesDigest,
            !VersionQuestions.isAsked(by: call, reader, stream, source)
        {
            lighter("\(UnstatedProgram.starting) \(word) \(shown)", call, &reader)
        }
        CommandConstant.read(call, &reader, stream)
        FetchedFiles.note(call, line.commands, &reader, stream, source)
        if startsDecoded(call, reader.language, stream), !onlyHandsOn(call, line.commands, stream) {
            reader.chain(.chainDecodeExecute, "runs a decoded command", at: call.offset, of: .decoded)
        }
        if runsFetched(call, reader), !onlyBuilds(line.commands) {
            if reader.comparesDigest {
                lighter("runs a download that is compared with a digest: \(shown)", call, &reader)
            } else if call.hasString(FetchedFiles.honestArguments, stream, source) {
                lighter("asks what was fetched for its version: \(shown)", call, &reader)
            } else {
                let detail = "\(running) \(word) \(shown)"
                reader.chain(.chainDownloadExecute, detail, at: call.offset, of: [.fetched, .writtenPath, .openedPath])
            }
        }
        if call.slot(0).contains(.request) {
            reader.chain(.chainBackdoor, "\(word) of \(RequestNames.brought)", at: call.offset, of: .request)
        }
        if sendsInput(call, line.commands, stream) {
            let detail = "hands a credential to a command that sends: \(shown)"
            reader.chain(.chainExfiltration, detail, at: call.offset, of: .secret)
        }
        StealthRule.look(atStart: call, &reader, stream, source)
        StarterRule.note(call, &reader)
        noteStartup(line.commands, call, &reader)
        WrittenCode.start(call, &reader)
        CommandOutput.note(line.output, of: line.text, at: call.offset, &reader)
        return line.output
    }

    private static let inputs = WordSet("input", "stdin_data")

    /// `run(["curl", "-d", "@-", address], input=secret)`
    private static func sendsInput(_ call: Call, _ commands: [ShellCommand], _ stream: LexemeStream) -> Bool {
        guard call.arguments.contains(.secret), let program = commands.first?.program, BuildTools.isTalker(program)
        else {
            return false
        }
        return call.inside.contains { index in
            stream.isWord(inputs, at: index)
                && (stream.kind(at: index + 1) == .assign || stream.kind(at: index + 1) == .colon)
        }
    }

    private static func lighter(_ detail: String, _ call: Call, _ reader: inout FlowReader) {
        reader.collector.add(.capabilityProcess, Excerpt.detail(detail), at: call.offset, .sensitive)
    }

    /// A process that is started by itself: not what asks a machine about itself.
    private static func noteStartup(_ commands: [ShellCommand], _ call: Call, _ reader: inout FlowReader) {
        let programs = commands.prefix(8).compactMap { $0.program }
        if programs.contains(where: { BuildTools.isFetcher($0) }) {
            reader.startup.note(.network, in: reader.top.body, at: call.offset)
        }
        let isQuiet = !programs.isEmpty && programs.allSatisfy { asking.contains($0) || BuildTools.isQuiet($0) }
        if !isQuiet { reader.startup.note(.process, in: reader.top.body, at: call.offset) }
    }

    private static let asking: Set<String> = [
        "git", "ldconfig", "uname", "which", "where", "sw_vers", "lsb_release", "gcc", "cc", "clang", "getconf",
        "locale",
        "tput", "stty", "pkg-config", "nproc", "sysctl", "hg", "svn", "xcrun", "chcp", "ver", "cygpath", "ldd", "node",
        "nvidia-smi", "llvm-config", "brew", "java", "javac", "R", "perl", "objdump",
    ]

    private static func runsFetched(_ call: Call, _ reader: FlowReader) -> Bool {
        if !call.arguments.isDisjoint(with: [.writtenPath, .fetched]) { return true }
        return call.arguments.contains(.openedPath) && reader.writesFetched
    }

    /// Whether every program of a command only unpacks, builds or fetches.
    private static func onlyBuilds(_ commands: [ShellCommand]) -> Bool {
        let programs = commands.compactMap { $0.program }
        return !programs.isEmpty
            && programs.allSatisfy { BuildTools.isUnpackerOrBuilder($0) || BuildTools.isFetcher($0) }
    }

    /// Named arguments that are run; the input and the environment of a process are not.
    private static let run = WordSet("args", "argv", "cmd", "command", "executable", "file", "program")

    /// Whether the program, or one of the words behind it, was decoded.
    private static func startsDecoded(_ call: Call, _ language: Language, _ stream: LexemeStream) -> Bool {
        guard call.arguments.contains(.decoded) else { return false }
        // JavaScript has options and a callback behind the list of words; elsewhere every argument may be a word.
        let countMax = language == .javaScript ? 2 : withEnvironment[call.word.spelling] ?? 16
        for position in 0..<countMax {
            guard let range = call.argument(position, stream) else { return false }
            guard call.slot(min(position, 3)).contains(.decoded), let first = range.first else { continue }
            switch stream.kind(at: first) {
            case .openBrace, .spread: continue
            case .name where stream.kind(at: first + 1) == .assign || stream.kind(at: first + 1) == .colon:
                if stream.isWord(run, at: first) { return true }
            default:
                if position == 0 || !isFunction(range, stream) { return true }
            }
        }
        return false
    }

    /// Of what takes the environment behind the words: how many arguments stand before it.
    private static let withEnvironment = [
        "execve": 2, "execvpe": 2, "posix_spawn": 2, "posix_spawnp": 2, "spawnve": 3, "spawnvpe": 3,
    ]

    /// Whether a program that is a constant, and runs no code, is given the decoded text as one of a list of words.
    private static func onlyHandsOn(_ call: Call, _ commands: [ShellCommand], _ stream: LexemeStream) -> Bool {
        guard let program = commands.first?.program, takers.contains(program) || BuildTools.isQuiet(program) else {
            return false
        }
        let isList = call.inside.prefix(2).contains { stream.kind(at: $0) == .openBracket }
        let isPlain = lists.contains(call.word.spelling) && stream.kind(at: call.open + 1) == .string
        guard isList || isPlain else { return false }
        return !call.inside.contains { index in
            stream.isWord(shells, at: index)
                && (stream.kind(at: index + 1) == .assign || stream.kind(at: index + 1) == .colon)
        }
    }

    /// Programs whose arguments are no code, whatever they are.
    private static let takers: Set<String> = [
        "openssl", "gpg", "gpg2", "security", "codesign", "signtool", "apksigner", "jarsigner", "minisign", "cosign",
        "ffmpeg", "ffprobe", "magick", "convert", "identify", "pdftotext", "notify-send", "dot",
    ]
    private static let lists: Set<String> = ["spawn", "spawnSync", "execFile", "execFileSync"]
    private static let shells = WordSet("shell")

    private static let functions = WordSet("function", "async", "lambda")

    /// Whether an argument is a function: what it gives is no word of the command.
    private static func isFunction(_ range: Range<Int>, _ stream: LexemeStream) -> Bool {
        range.prefix(16).contains { stream.kind(at: $0) == .arrow || stream.isWord(functions, at: $0) }
    }
}
