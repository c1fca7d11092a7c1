import SallyportLexing

/// CMake: `execute_process(COMMAND a b WORKING_DIRECTORY c)`, `file(DOWNLOAD url path)`, `include(x.cmake)`.
extension BuildDefinition {
    /// One call: its name in lower case, and its arguments as they are written.
    private struct CMakeCall {
        let name: String
        let words: [String]
        let offset: Int
    }

    /// Reads a definition; gives texts in it that are code of CMake as well.
    mutating func readCMake(_ tokens: [BuildTokens.Token]) -> [String] {
        let calls = Self.calls(tokens)
        let values = CMakeValues(calls.map { ($0.name, $0.words) })
        var functions: Set<String> = []
        for call in calls where call.name == "function" || call.name == "macro" {
            if let name = call.words.first { functions.insert(name.lowercased()) }
        }
        for token in tokens {
            switch token.kind {
            case .word(let word), .text(let word):
                if word.hasSuffix(".cmake"), word.utf8.count <= 256 { bringIn(values.plain(word)) }
            default: continue
            }
        }
        var inner: [String] = []
        for call in calls where !isCut { inner += read(call, values, isOwn: functions.contains(call.name)) }
        return inner
    }

    /// Calls, each up to the bracket that closes it.
    private static func calls(_ tokens: [BuildTokens.Token]) -> [CMakeCall] {
        var calls: [CMakeCall] = []
        var index = 0
        while index < tokens.count {
            guard case .word(let name) = tokens[index].kind, tokens[at: index + 1]?.kind == .open else {
                index += 1
                continue
            }
            let offset = tokens[index].offset
            index += 2
            var words: [String] = []
            var depth = 1
            while index < tokens.count, depth > 0 {
                switch tokens[index].kind {
                case .open: depth += 1
                case .close: depth -= 1
                case .word(let word), .text(let word): words.append(word)
                default: break
                }
                index += 1
            }
            calls.append(CMakeCall(name: name.lowercased(), words: words, offset: offset))
        }
        return calls
    }

    private mutating func read(_ call: CMakeCall, _ values: CMakeValues, isOwn: Bool) -> [String] {
        let first = call.words.first ?? ""
        switch call.name {
        case "execute_process", "add_custom_command", "add_custom_target", "exec_program":
            readCommands(call, values, from: call.name == "exec_program" ? ["COMMAND"] + call.words : call.words)
        case "include": bringIn(module: values.plain(first))
        case "find_package":
            for name in ["Find\(first)", "\(first)Config", "\(first.lowercased())-config"] { bringIn(module: name) }
        case "add_subdirectory" where !first.contains("$"): bringIn(first + "/CMakeLists.txt")
        case "externalproject_add", "fetchcontent_declare":
            fetch(call.words.prefix(Self.wordsMax).flatMap { values.words($0) }, at: call.offset)
            let words = call.words.map { $0.hasSuffix("_COMMAND") ? "COMMAND" : $0 }
            if words.contains("COMMAND") { readCommands(call, values, from: words) }
        case "file" where first == "DOWNLOAD":
            fetch(call.words.prefix(Self.wordsMax).flatMap { values.words($0) }, at: call.offset)
        case "install": return zip(call.words, call.words.dropFirst()).filter { $0.0 == "CODE" }.map(\.1)
        case "cmake_language" where first == "EVAL": return Array(call.words.dropFirst(2))
        case "cmake_language" where first == "CALL" || first == "DEFER":
            guard let start = call.words.firstIndex(of: "CALL"), start + 1 < call.words.count else { return [] }
            let name = values.plain(call.words[start + 1]).lowercased()
            let inner = CMakeCall(
                name: name.contains("\u{1}") ? "execute_process" : name,
                words: Array(call.words.dropFirst(start + 2)),
                offset: call.offset
            )
            return inner.name == "cmake_language" ? [] : read(inner, values, isOwn: isOwn)
        case "set" where first.contains("LAUNCHER") || first.hasSuffix("_COMPILER"):
            add(call.words.prefix(Self.wordsMax).dropFirst().flatMap { values.words($0) }, plain: [], at: call.offset)
        // What a function of the definition is given, it may run.
        case _ where isOwn: readCommands(call, values, from: ["COMMAND"] + call.words)
        default: break
        }
        return []
    }

    private mutating func bringIn(module name: String) {
        guard !name.isEmpty, !name.hasSuffix("\u{1}/") else { return }
        bringIn(name.hasSuffix(".cmake") ? name : name + ".cmake")
    }

    private mutating func readCommands(_ call: CMakeCall, _ values: CMakeValues, from words: [String]) {
        let parts = words.split { $0 == "COMMAND" }.dropFirst(words.first == "COMMAND" ? 0 : 1)
        var texts: [String] = []
        for part in parts {
            let command = part.prefix(Self.wordsMax).prefix { !Self.keywords.contains($0) }
            let known = command.flatMap { values.words($0) }
            add(known, plain: command.map { values.plain($0) }, at: call.offset)
            texts.append(known.map { Self.quoted($0) }.joined(separator: " "))
        }
        // What one of them prints the next one reads.
        if call.name == "execute_process", texts.count > 1 {
            add(["sh", "-c", texts.joined(separator: " | ")], plain: [], at: call.offset)
        }
    }

    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { $0.isASCIIAlphanumeric || "-_./:=,+%@\u{1}".utf8.contains($0) }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }

    private static let keywords: Set<String> = [
        "WORKING_DIRECTORY", "OUTPUT_VARIABLE", "ERROR_VARIABLE", "RESULT_VARIABLE", "TIMEOUT", "OUTPUT_QUIET",
        "ERROR_QUIET", "DEPENDS", "COMMENT", "VERBATIM", "OUTPUT_STRIP_TRAILING_WHITESPACE", "BYPRODUCTS",
        "MAIN_DEPENDENCY", "POST_BUILD", "PRE_BUILD", "PRE_LINK", "INPUT_FILE", "OUTPUT_FILE", "COMMAND_ERROR_IS_FATAL",
        "ERROR_STRIP_TRAILING_WHITESPACE", "RESULTS_VARIABLE", "ENCODING", "USES_TERMINAL", "SOURCES", "COMMAND_ECHO",
    ]
}

/// What variables of one definition hold.
private struct CMakeValues {
    private var values: [String: [String]] = [:]

    /// Programs by the variables in which CMake keeps them.
    private static let programs = [
        "CMAKE_COMMAND": "cmake", "GIT_EXECUTABLE": "git", "CMAKE_CTEST_COMMAND": "ctest", "CMAKE_AR": "ar",
        "CMAKE_C_COMPILER": "cc", "CMAKE_CXX_COMPILER": "c++", "CMAKE_MAKE_PROGRAM": "make", "CMAKE_LINKER": "ld",
    ]
    /// Bytes that one word unfolds to, and those of a value that is put in.
    private static let (wordBytesMax, valueBytesMax) = (4096, 1024)

    init(_ calls: [(name: String, words: [String])]) {
        for call in calls where call.name == "set" {
            guard let name = call.words.first, !name.contains("$") else { continue }
            let held = call.words.dropFirst().prefix { $0 != "CACHE" && $0 != "PARENT_SCOPE" }
            let count = held.reduce(0) { $0 + $1.utf8.count + 1 }
            // What is too long to be put in is not known.
            values[name] = count <= Self.valueBytesMax ? Array(held) : ["\u{1}"]
        }
    }

    /// A word with the values that it names, in so far as they are constants.
    func words(_ word: String) -> [String] {
        if word.hasPrefix("${"), word.hasSuffix("}"), let held = values[String(word.dropFirst(2).dropLast())] {
            return held.map { plain($0) }
        }
        return [replaced(word) { name in values[name].map { $0.map { plain($0) }.joined(separator: ";") } }]
    }

    /// A word with U+0001 for all that a variable holds.
    func plain(_ word: String) -> String { replaced(word) { _ in nil } }

    private func replaced(_ word: String, _ value: (String) -> String?) -> String {
        guard word.utf8.contains(UInt8(ascii: "$")) else { return word }
        var output = ""
        var rest = word[...]
        while let dollar = rest.firstIndex(of: "$"), output.utf8.count < Self.wordBytesMax {
            output += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            let opening = rest.first
            guard opening == "{" || opening == "<" || rest.hasPrefix("ENV{") else {
                output += "$"
                continue
            }
            guard let end = rest.lastIndex(of: opening == "<" ? ">" : "}") else { return output + "\u{1}" }
            let close = opening == "<" ? end : rest.firstIndex(of: "}") ?? end
            let name = opening == "{" ? String(rest[rest.index(after: rest.startIndex)..<close]) : ""
            rest = rest[rest.index(after: close)...]
            output += value(name) ?? program(name) ?? "\u{1}"
        }
        return output + rest
    }

    private func program(_ name: String) -> String? {
        guard values[name] == nil else { return nil }
        if let known = Self.programs[name] { return known }
        return name.uppercased().hasPrefix("PYTHON") && name.uppercased().hasSuffix("EXECUTABLE") ? "python3" : nil
    }
}
