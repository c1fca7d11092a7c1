/// One simple command of a shell text.
struct ShellCommand: Equatable {
    /// Program and arguments, quotes removed. U+0001 stands for what a variable or a substitution would give.
    fileprivate(set) var words: [String]
    /// Commands inside it: `$(…)`, backticks, `<(…)`, and a here-document for an interpreter.
    var nested: [String] = []
    /// Variables of credentials in its words.
    var credentials: [String] = []
    /// Whether its output goes to the next command.
    var pipesOut = false
    /// Files that its output is redirected to.
    var outputs: [String] = []
    /// Files that are its input.
    var inputs: [String] = []
    /// Texts that are its input: here-documents and here-strings.
    var documents: [String] = []
    /// Whether it holds more texts than are kept.
    var isCut = false

    /// The program's name without its folder; `nil` when there is none.
    private(set) var program: String?
    /// Where the words begin that are no assignment and no program which only starts the rest.
    private var start = 0

    init(words: [String] = []) {
        self.words = words
        settle()
    }

    /// Looks at the words once they are complete.
    fileprivate mutating func settle() {
        start = Self.effective(words).startIndex
        program = words[start...].first.map { Self.name(of: $0) }
    }

    /// A program's name without its folder.
    private static func name(of word: String) -> String {
        let name = word.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { String($0) } ?? word
        // What is put behind a name without a space, `"sh" + arguments`, is most likely no part of it. `["make"] + jobs` is
        // left as it is: what it makes, and where, is not known, and mostly what was fetched and unpacked before.
        let end = name.unicodeScalars.lastIndex { $0 != "\u{1}" }.map { name.unicodeScalars.index(after: $0) }
        let known = end.map { String(name[..<$0]) }.flatMap { $0 == "make" || $0 == "gmake" ? nil : $0 } ?? name
        // A recipe of make, and a batch file, have a sign in front that silences it.
        let plain = known.hasPrefix("@") && known.utf8.count > 1 ? String(known.dropFirst()) : known
        return plain.hasSuffix(".exe") ? String(plain.dropLast(4)) : plain
    }

    /// The words without assignments and without programs that only start the rest.
    var effective: ArraySlice<String> { words[start...] }

    private static func effective(_ words: [String]) -> ArraySlice<String> {
        var rest = words[...]
        while let word = rest.first {
            if isAssignment(word) {
                rest = rest.dropFirst()
                continue
            }
            let name = name(of: word)
            // Alone, `env` prints the environment.
            guard Starters.isStarter(name), name != "env" || rest.count > 1 else { break }
            rest = Starters.rest(of: rest.dropFirst(), after: name)
        }
        return rest
    }

    /// The assignments in front of the program, for it alone or by `env`.
    var assignments: [(name: Substring, value: Substring)] {
        words.prefix(start).filter { Self.isAssignment($0) }.compactMap { word in
            word.firstIndex(of: "=").map { (word[..<$0], word[word.index(after: $0)...]) }
        }
    }

    fileprivate static func isAssignment(_ word: String) -> Bool {
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
    /// What the next word is, when it is no argument.
    private enum Redirection {
        case none
        case output
        case input
        case text
    }

    private var redirects = Redirection.none
    private var variables = ShellVariables()
    private var heredocs: [(delimiter: String, command: Int)] = []

    /// Nested texts of one command that are kept.
    private static let nestedMax = 1024
    /// Here-documents that one line begins.
    private static let heredocsMax = 64

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
        switch redirects {
        case .none: current.words.append(text)
        case .output: current.outputs.append(text)
        case .input: current.inputs.append(text)
        case .text: current.documents.append(text)
        }
        redirects = .none
        word.removeAll(keepingCapacity: true)
        hasWord = false
    }

    private mutating func endCommand(pipes: Bool) {
        endWord()
        redirects = .none
        let isEmpty =
            current.words.isEmpty && current.nested.isEmpty && current.documents.isEmpty && current.inputs.isEmpty
            && current.outputs.isEmpty
        guard !isEmpty else { return }
        current.pipesOut = pipes
        current.settle()
        variables.note(current)
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
        if !word.isEmpty, word.count <= 4, word.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
            word.removeAll(keepingCapacity: true)
            hasWord = false
        }
        endWord()
        offset += 1
        if byte == UInt8(ascii: "<"), next == byte {
            guard offset + 1 < bytes.count, bytes[offset + 1] == byte else { return heredoc() }
            offset += 2
            redirects = .text
            return
        }
        if next == byte { offset += 1 }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "&") { offset += 1 }
        redirects = byte == UInt8(ascii: "<") ? .input : .output
    }

    private mutating func heredoc() {
        offset += 1
        while offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
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
        guard !delimiter.isEmpty else { return }
        guard heredocs.count < Self.heredocsMax else {
            current.isCut = true
            return
        }
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
            guard commands[document.command].documents.count < Self.nestedMax else {
                commands[document.command].isCut = true
                continue
            }
            commands[document.command].documents.append(String(decoding: bytes[start..<end], as: UTF8.self))
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
            case UInt8(ascii: "$"): dollar(isQuoted: true)
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

    /// The value of a variable; without quotes it falls apart into words.
    private mutating func put(_ value: [UInt8], isQuoted: Bool) {
        for byte in value {
            if !isQuoted, byte == 0x20 || byte == 0x09 || byte == 0x0A { endWord() } else { append(byte) }
        }
    }

    /// `$(…)`, `${…}`, `$name`
    private mutating func dollar(isQuoted: Bool = false) {
        if isQuoted { hasWord = true }
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
        let inside = bytes[(offset + (next == UInt8(ascii: "{") ? 2 : 1))..<end]
        let variable = String(decoding: inside.prefix { isNameByte($0) }, as: UTF8.self)
        let isWhole = next != UInt8(ascii: "{") || inside.count == variable.utf8.count + 1
        if let value = isWhole ? variables.value(of: variable) : nil {
            put(value, isQuoted: isQuoted)
        } else {
            hasWord = true
            word.append(variable == "HOME" ? UInt8(ascii: "~") : 1)
        }
        if CredentialNames.isCredential(variable), current.credentials.count < Self.nestedMax {
            current.credentials.append(variable)
        }
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
        var printed: [UInt8]?
        if start < end {
            let text = variables.replaced(bytes[start..<end])
            printed = PrintedText.bytes(of: text)
            if current.nested.count < Self.nestedMax {
                current.nested.append(String(decoding: text, as: UTF8.self))
            } else {
                current.isCut = true
            }
        }
        word += printed ?? [1]
        hasWord = true
        offset = end + 1
    }
}
