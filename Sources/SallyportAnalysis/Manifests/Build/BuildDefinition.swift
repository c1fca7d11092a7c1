import SallyportLexing

/// Commands that the definition of a native build names: of meson, of CMake, and of cargo's `build.rs`.
///
/// No definition is evaluated. Calls that start programs, or fetch, are found by name, and of their arguments the constants
/// are read: what a variable holds is not known.
struct BuildDefinition {
    /// The words of one command, and where it stands; U+0001 for what is not constant.
    struct Command: Equatable {
        let words: [String]
        let offset: Int
    }

    /// The commands in their order.
    private(set) var commands: [Command] = []
    /// Fetches that the definition asks for by other means than a command: their words.
    private(set) var fetches: [Command] = []

    /// Definitions that this one brings in, from its own folder.
    private(set) var included: [String] = []

    /// Commands of one definition.
    static let commandsMax = 256
    /// Words of one command.
    static let wordsMax = 64
    /// Bytes of one definition that are read.
    static let bytesMax = 1 << 20

    /// Reads a definition; the name of its file decides the language.
    init(_ bytes: [UInt8], named name: String) {
        let text = bytes.prefix(Self.bytesMax)
        let tokens = BuildTokens.read(
            Array(text),
            name.hasSuffix(".rs") ? .rust : name == "CMakeLists.txt" ? .cmake : .meson
        )
        switch name {
        case "CMakeLists.txt": readCMake(tokens)
        case "build.rs": readRust(tokens)
        case "meson.build": readMeson(tokens)
        default: break
        }
    }

    private mutating func add(_ words: [String], at offset: Int) {
        guard let first = words.first, commands.count < Self.commandsMax else { return }
        var words = words
        // `run_command(python, 'tools/version.py')`: the variable holds the interpreter.
        if first == "\u{1}", words.count > 1, words[1].hasSuffix(".py") { words[0] = "python" }
        commands.append(Command(words: Array(words.prefix(Self.wordsMax)), offset: offset))
    }

    private mutating func bringIn(_ path: String) {
        if included.count < Self.commandsMax { included.append(path) }
    }

    /// `run_command('a', 'b')`, `custom_target(command: ['a', 'b'])`
    private mutating func readMeson(_ tokens: [BuildTokens.Token]) {
        for (index, token) in tokens.enumerated() {
            guard case .word(let word) = token.kind else { continue }
            let isCall =
                word == "run_command" || word == "add_postconf_script" || word == "add_install_script"
                || word == "add_dist_script"
            if isCall, tokens[safe: index + 1]?.kind == .open {
                add(arguments(tokens, from: index + 2), at: token.offset)
            } else if word == "command", tokens[safe: index + 1]?.kind == .colon {
                let isList = tokens[safe: index + 2]?.kind == .open
                add(arguments(tokens, from: index + (isList ? 3 : 2)), at: token.offset)
            }
        }
    }

    /// `execute_process(COMMAND a b WORKING_DIRECTORY c)`, `file(DOWNLOAD url path)`
    private mutating func readCMake(_ tokens: [BuildTokens.Token]) {
        for (index, token) in tokens.enumerated() where tokens[safe: index + 1]?.kind == .open {
            guard case .word(let name) = token.kind else { continue }
            let words = arguments(tokens, from: index + 2)
            switch name.lowercased() {
            case "execute_process", "add_custom_command", "add_custom_target", "exec_program":
                let parts = words.split { $0 == "COMMAND" }
                for part in parts.dropFirst(words.first == "COMMAND" ? 0 : 1) {
                    add(Array(part.prefix { !Self.keywords.contains($0) }), at: token.offset)
                }
            case "include":
                if let file = words.first, file.hasSuffix(".cmake"), !file.contains("\u{1}") { bringIn(file) }
            case "add_subdirectory":
                if let folder = words.first, !folder.contains("\u{1}") { bringIn(folder + "/CMakeLists.txt") }
            case "externalproject_add", "fetchcontent_declare":
                if fetches.count < Self.commandsMax { fetches.append(Command(words: words, offset: token.offset)) }
            case "file" where words.first == "DOWNLOAD":
                if fetches.count < Self.commandsMax { fetches.append(Command(words: words, offset: token.offset)) }
            default: continue
            }
        }
    }

    private static let keywords: Set<String> = [
        "WORKING_DIRECTORY", "OUTPUT_VARIABLE", "ERROR_VARIABLE", "RESULT_VARIABLE", "TIMEOUT", "OUTPUT_QUIET",
        "ERROR_QUIET", "DEPENDS", "COMMENT", "VERBATIM", "OUTPUT_STRIP_TRAILING_WHITESPACE", "ARGS", "BYPRODUCTS",
        "MAIN_DEPENDENCY", "POST_BUILD", "PRE_BUILD", "PRE_LINK", "INPUT_FILE", "OUTPUT_FILE", "COMMAND_ERROR_IS_FATAL",
        "ERROR_STRIP_TRAILING_WHITESPACE", "RESULTS_VARIABLE", "ENCODING", "USES_TERMINAL", "SOURCES", "COMMAND_ECHO",
    ]

    /// `Command::new("a").arg("b").args(["c", "d"])`
    private mutating func readRust(_ tokens: [BuildTokens.Token]) {
        var current: (words: [String], offset: Int)?
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .word("Command") where tokens[safe: index + 3]?.kind == .word("new"):
                if let current { add(current.words, at: current.offset) }
                current = (arguments(tokens, from: index + 5), token.offset)
            case .word("arg"), .word("args"):
                guard tokens[safe: index + 1]?.kind == .open else { continue }
                current?.words += arguments(tokens, from: index + 2)
            case .end:
                if let current { add(current.words, at: current.offset) }
                current = nil
            default: continue
            }
        }
        if let current { add(current.words, at: current.offset) }
    }

    /// The constants up to the bracket that closes; brackets inside open further ones.
    private func arguments(_ tokens: [BuildTokens.Token], from start: Int) -> [String] {
        var words: [String] = []
        var depth = 1
        var index = start
        while index < tokens.count, depth > 0, words.count < Self.wordsMax {
            switch tokens[index].kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .text(let text): words.append(text)
            // `capture: true` names an option.
            case .word where tokens[safe: index + 1]?.kind == .colon: return words
            case .word(let word): words.append(tokens[index].isPlain ? word : "\u{1}")
            case .end where depth > 0, .colon, .end: break
            }
            index += 1
        }
        return words
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
