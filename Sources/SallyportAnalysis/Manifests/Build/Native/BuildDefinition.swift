import SallyportLexing

/// Commands that the definition of a native build names: of meson, of CMake, and of cargo's `build.rs`.
///
/// No definition is run. Calls that start programs, or fetch, are found by name, and their arguments are computed as far as
/// constants say; U+0001 stands for what is not known.
struct BuildDefinition {
    /// The words of one command, and where it stands.
    struct Command: Equatable {
        let words: [String]
        let offset: Int
    }

    /// The commands in their order.
    private(set) var commands: [Command] = []
    /// Fetches that the definition asks for by other means than a command: their words.
    private(set) var fetches: [Command] = []
    /// Further files of its language that this one brings in: paths from its own folder, or names, with stars for what is
    /// not known.
    private(set) var included: [String] = []
    private var known: Set<String> = []
    /// Scripts of Python in a known folder whose names are not known, with a star.
    private(set) var scripts: [String] = []
    /// Whether some command runs a program, or code of Python, that is not known: it may be any beside it.
    private(set) var runsUnknown = false
    /// Whether there was more than is read.
    var hasMore: Bool { isLong || isCut }
    private var isLong = false
    /// Whether so much was found that no more is looked for.
    private(set) var isCut = false

    /// Commands of one definition.
    static let commandsMax = 1024
    /// Words of one command.
    static let wordsMax = 64
    /// Bytes of one definition that are read.
    static let bytesMax = 1 << 20
    /// Files that one definition brings in.
    static let includedMax = 512
    /// Texts of code inside a definition that are read.
    private static let innerMax = 64

    /// Reads a definition; the name of its file decides the language.
    init(_ bytes: [UInt8], named name: String) {
        isLong = bytes.count > Self.bytesMax
        var waiting = [Array(bytes.prefix(Self.bytesMax))]
        var done = 0
        while done < waiting.count, done < Self.innerMax {
            let text = waiting[done]
            done += 1
            if name.hasSuffix(".rs") {
                readRust(tokens(of: text, .rust))
            } else if name == "meson.build" {
                readMeson(tokens(of: text, .meson))
            } else if name == "CMakeLists.txt" || name.hasSuffix(".cmake") {
                waiting += readCMake(tokens(of: text, .cmake)).map { Array($0.utf8) }
            }
        }
    }

    private mutating func tokens(of text: [UInt8], _ language: BuildTokens.Language) -> [BuildTokens.Token] {
        let tokens = BuildTokens.read(text, language)
        if tokens.count >= BuildTokens.tokensMax { isLong = true }
        return tokens
    }

    /// Notes whether all values were computed.
    mutating func note(_ expression: BuildExpression) {
        if expression.isCut { isLong = true }
    }

    /// Adds a command. `plain` are its words where nothing that a variable holds is put in: what runs is known only where
    /// it stands there.
    mutating func add(_ words: [String], plain: [String]? = nil, at offset: Int) {
        let words = Self.withoutStarter(words)
        guard let first = words.first else { return }
        let shown = Self.withoutStarter(plain ?? words)
        if Self.isUnknown(shown) {
            runsUnknown = true
            noteScript(shown)
        }
        guard commands.count < Self.commandsMax else { return isCut = true }
        var command = Array(words.prefix(Self.wordsMax))
        // `run_command(python, 'tools/version.py')`: the variable holds the interpreter.
        if first.contains("\u{1}"), Self.isPython(behind: words) { command[0] = "python" }
        commands.append(Command(words: command, offset: offset))
        if first == "cmake", let script = words.firstIndex(of: "-P"), script + 1 < words.count {
            bringIn(words[script + 1])
        }
    }

    mutating func fetch(_ words: [String], at offset: Int) {
        guard fetches.count < Self.commandsMax else { return isCut = true }
        fetches.append(Command(words: words, offset: offset))
    }

    /// Adds a file of the same language; where the name is not known, any with its ending may be meant.
    mutating func bringIn(_ path: String) {
        let name = Self.pattern(String(path.drop { $0 == "/" }))
        guard name.hasSuffix(".cmake") || name.hasSuffix("CMakeLists.txt") || name.hasSuffix(".rs"), name != "*.rs"
        else {
            return
        }
        guard known.insert(name).inserted else { return }
        guard included.count < Self.includedMax else { return isCut = true }
        included.append(name)
    }

    /// `python ${SOURCE}/tools/${NAME}.py`: any of that folder.
    private mutating func noteScript(_ words: [String]) {
        guard let path = words.dropFirst().first(where: { !$0.hasPrefix("-") }), scripts.count < Self.wordsMax else {
            return
        }
        let folders = path.split(separator: "/").dropLast()
        let known = folders.reversed().prefix { !$0.contains("\u{1}") }.reversed()
        if !known.isEmpty { scripts.append("./" + known.joined(separator: "/") + "/*.py") }
    }

    /// A path whose folder is not known from where it goes on; one whose name is not known with a star.
    static func pattern(_ path: String) -> String {
        guard let hole = path.unicodeScalars.lastIndex(of: "\u{1}") else { return path }
        let rest = path[path.unicodeScalars.index(after: hole)...]
        if rest.hasPrefix("/") { return String(rest.drop { $0 == "/" }) }
        return rest.contains("/") ? PathText.name(of: String(rest)) : "*" + rest
    }

    /// `cmake -E env NAME=value program`, `cmake -E chdir folder program`
    private static func withoutStarter(_ words: [String]) -> [String] {
        guard words.count > 3, words[0] == "cmake", words[1] == "-E" else { return words }
        switch words[2] {
        case "env": return Array(words.dropFirst(3).drop { $0.contains("=") || $0.hasPrefix("-") })
        case "chdir": return Array(words.dropFirst(4))
        case "time": return Array(words.dropFirst(3))
        default: return words
        }
    }

    /// Whether what stands behind the program is for Python.
    private static func isPython(behind words: [String]) -> Bool {
        words.dropFirst().prefix { $0.hasPrefix("-") }.contains { $0 == "-c" || $0 == "-m" }
            || words.dropFirst().first { !$0.hasPrefix("-") }?.hasSuffix(".py") == true
    }

    /// Whether the program, or the code that an interpreter is given, is not known.
    private static func isUnknown(_ words: [String]) -> Bool {
        guard let first = words.first else { return false }
        let program = PathText.name(of: first)
        let isHole = program.contains("\u{1}")
        guard isHole || BuildTools.isInterpreter(program) else { return false }
        if isHole, !isPython(behind: words) { return true }
        for (index, word) in words.enumerated().dropFirst() {
            guard word.hasPrefix("-") else { return PathText.name(of: word).contains("\u{1}") }
            if word == "-c" || word == "-m" || word == "-e" {
                return index + 1 < words.count && words[index + 1].contains("\u{1}")
            }
        }
        return false
    }
}

extension Array {
    subscript(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
