/// One simple command of a shell text.
struct ShellCommand: Equatable {
    /// Program and arguments, quotes removed. U+0001 stands for what a variable or a substitution would give.
    var words: [String] = []
    /// Commands inside it: `$(…)`, backticks, `<(…)`, and a here-document for an interpreter.
    var nested: [String] = []
    /// Whether its output goes to the next command.
    var pipesOut = false
    /// Files that its output is redirected to.
    var outputs: [String] = []

    /// The program's name without its folder; `nil` when there is none, or a variable names it.
    var program: String? {
        guard let word = effective.first else { return nil }
        let name = word.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { String($0) } ?? word
        return name.hasSuffix(".exe") ? String(name.dropLast(4)) : name
    }

    /// The words without assignments and without programs that only start the rest.
    var effective: ArraySlice<String> {
        var rest = words[...]
        while let word = rest.first {
            // Alone, `env` prints the environment.
            if word == "env", rest.count == 1 { break }
            guard isAssignment(word) || Self.starters.contains(word) else {
                break
            }
            rest = rest.dropFirst()
            while let option = rest.first, option.hasPrefix("-"), word != "exec" { rest = rest.dropFirst() }
        }
        return rest
    }

    private static let starters: Set<String> = [
        "sudo", "exec", "command", "nohup", "time", "env", "cross-env", "cross-env-shell", "nice", "then", "do", "else",
        "if", "while", "until", "!", "{", "(", "builtin", "setsid", "start", "@", "call", "npx", "bunx",
    ]

    private func isAssignment(_ word: String) -> Bool {
        guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")), equals != word.utf8.startIndex else {
            return false
        }
        return word[..<equals].utf8.allSatisfy {
            ($0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z")) || $0 == UInt8(ascii: "_")
                || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
        }
    }
}

/// Splits a shell text into its simple commands: linear, without recursion, and tolerant, because the text may be for any
/// shell and hold values that are not known.
enum ShellText {
    /// Commands of one text that are kept.
    static let commandsMax = 262_144

    /// The commands of a text in their order.
    static func commands(_ text: String) -> [ShellCommand] {
        var splitter = ShellSplitter(Array(text.utf8))
        return splitter.run()
    }
}

/// The walk over one shell text.
private struct ShellSplitter {
    private let bytes: [UInt8]
    private var offset = 0
    private var commands: [ShellCommand] = []
    private var current = ShellCommand()
    private var word: [UInt8] = []
    private var hasWord = false
    private var redirects = false
    private var heredocs: [(delimiter: String, command: Int)] = []

    /// Nested texts of one command that are kept.
    private static let nestedMax = 64

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func run() -> [ShellCommand] {
        while offset < bytes.count, commands.count < ShellText.commandsMax { step() }
        endCommand(pipes: false)
        return commands
    }

    private mutating func step() {
        let byte = bytes[offset]
        switch byte {
        case 0x20, 0x09, 0x0D: endWord()
        case 0x0A:
            endCommand(pipes: false)
            offset += 1
            skipHeredocs()
            return
        case UInt8(ascii: "#") where !hasWord:
            while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
            return
        case UInt8(ascii: ";"): endCommand(pipes: false)
        case UInt8(ascii: "|"), UInt8(ascii: "&"): return separator(byte)
        case UInt8(ascii: "("), UInt8(ascii: ")"): endCommand(pipes: false)
        case UInt8(ascii: "<"), UInt8(ascii: ">"): return redirection(byte)
        case UInt8(ascii: "'"): return singleQuoted()
        case UInt8(ascii: "\""): return doubleQuoted()
        case UInt8(ascii: "`"): return backticks()
        case UInt8(ascii: "$"): return dollar()
        case UInt8(ascii: "\\") where offset + 1 < bytes.count:
            if bytes[offset + 1] != 0x0A { append(bytes[offset + 1]) }
            offset += 2
            return
        default: append(byte)
        }
        offset += 1
    }

    private mutating func append(_ byte: UInt8) {
        word.append(byte)
        hasWord = true
    }

    private mutating func endWord() {
        guard hasWord else { return }
        let text = String(decoding: word, as: UTF8.self)
        if redirects { current.outputs.append(text) } else { current.words.append(text) }
        redirects = false
        word.removeAll(keepingCapacity: true)
        hasWord = false
    }

    private mutating func endCommand(pipes: Bool) {
        endWord()
        redirects = false
        guard !current.words.isEmpty || !current.nested.isEmpty else { return }
        current.pipesOut = pipes
        commands.append(current)
        current = ShellCommand()
    }

    private mutating func separator(_ byte: UInt8) {
        let isDouble = offset + 1 < bytes.count && bytes[offset + 1] == byte
        endCommand(pipes: byte == UInt8(ascii: "|") && !isDouble)
        offset += isDouble ? 2 : 1
    }

    private mutating func redirection(_ byte: UInt8) {
        let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
        if next == UInt8(ascii: "(") {
            offset += 1
            nested(until: UInt8(ascii: ")"), from: offset + 1)
            return
        }
        // `2>` and `&>` carry a number or a sign that is no word.
        if word.count == 1, let digit = word.first, digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") {
            word.removeAll(keepingCapacity: true)
            hasWord = false
        }
        endWord()
        offset += 1
        if byte == UInt8(ascii: "<"), next == byte { return heredoc() }
        if next == byte { offset += 1 }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "&") { offset += 1 }
        redirects = true
    }

    private mutating func heredoc() {
        offset += 1
        while offset < bytes.count, bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "<") {
            offset += 1
        }
        while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
        var delimiter: [UInt8] = []
        while offset < bytes.count, delimiter.count < 64 {
            let byte = bytes[offset]
            if byte <= 0x20 || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|") { break }
            if byte != UInt8(ascii: "'"), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                delimiter.append(byte)
            }
            offset += 1
        }
        guard !delimiter.isEmpty, heredocs.count < 8 else { return }
        heredocs.append((String(decoding: delimiter, as: UTF8.self), commands.count))
    }

    /// The text of a here-document is the input of its command.
    private mutating func skipHeredocs() {
        let waiting = heredocs
        heredocs = []
        for document in waiting {
            let start = offset
            var end = bytes.count
            while offset < bytes.count {
                let lineStart = offset
                while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
                let line = String(decoding: bytes[lineStart..<offset], as: UTF8.self)
                offset = min(offset + 1, bytes.count)
                if line.drop(while: { $0 == "\t" }) == document.delimiter {
                    end = lineStart
                    break
                }
            }
            guard document.command < commands.count, start < end else { continue }
            guard commands[document.command].nested.count < Self.nestedMax else { continue }
            commands[document.command].nested.append(String(decoding: bytes[start..<end], as: UTF8.self))
        }
    }

    private mutating func singleQuoted() {
        offset += 1
        hasWord = true
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "'") {
            word.append(bytes[offset])
            offset += 1
        }
        offset += 1
    }

    private mutating func doubleQuoted() {
        offset += 1
        hasWord = true
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            switch bytes[offset] {
            case UInt8(ascii: "\\") where offset + 1 < bytes.count:
                let next = bytes[offset + 1]
                let isEscape = [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "`")].contains(
                    next
                )
                if !isEscape { word.append(UInt8(ascii: "\\")) }
                word.append(next)
                offset += 2
            case UInt8(ascii: "$"): dollar()
            case UInt8(ascii: "`"): backticks()
            default:
                word.append(bytes[offset])
                offset += 1
            }
        }
        offset += 1
    }

    private mutating func backticks() {
        nested(until: UInt8(ascii: "`"), from: offset + 1)
    }

    /// `$(…)`, `${…}`, `$name`
    private mutating func dollar() {
        hasWord = true
        let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
        if next == UInt8(ascii: "(") { return nested(until: UInt8(ascii: ")"), from: offset + 2) }
        var end = offset + 1
        if next == UInt8(ascii: "{") {
            while end < bytes.count, bytes[end] != UInt8(ascii: "}"), bytes[end] != 0x0A { end += 1 }
            end = min(end + 1, bytes.count)
        } else {
            while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
            if end == offset + 1, end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "\"") { end += 1 }
        }
        let name = bytes[(offset + 1)..<end].filter { isNameByte($0) }
        if name.elementsEqual("HOME".utf8) { word.append(UInt8(ascii: "~")) } else { word.append(1) }
        if CredentialNames.isCredential(String(decoding: name, as: UTF8.self)) { current.nested.append("\u{2}") }
        offset = end
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")) || byte == UInt8(ascii: "_")
            || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    }

    /// Takes a nested text as it is, to be split later; brackets inside it are counted.
    private mutating func nested(until closing: UInt8, from start: Int) {
        var depth = 1
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte == closing {
                depth -= 1
                if depth == 0 { break }
            } else if byte == UInt8(ascii: "("), closing == UInt8(ascii: ")") {
                depth += 1
            } else if byte == UInt8(ascii: "\\") {
                end += 1
            }
            end += 1
        }
        end = min(end, bytes.count)
        if start < end, current.nested.count < Self.nestedMax {
            current.nested.append(String(decoding: bytes[start..<end], as: UTF8.self))
        }
        word.append(1)
        hasWord = true
        offset = end + 1
    }
}
