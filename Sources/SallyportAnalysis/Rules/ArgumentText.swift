/// The text that arguments spell, as far as constants say: what is not known is U+0001.
enum ArgumentText {
    /// Lexemes that are read, besides what stands in braces.
    static let lexemesMax = 1024
    /// Lexemes that are looked at, with those in braces.
    static let lookedMax = 4096
    /// Bytes of a command line.
    static let commandBytesMax = 1 << 20
    /// Bytes of a path: more than any system takes.
    static let pathBytesMax = 4096

    /// Reads arguments as a path, or as whatever else is short.
    static func read(
        _ range: Range<Int>,
        _ language: Language,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> String {
        var walk = ArgumentWalk(language, bytesMax: pathBytesMax)
        walk.run(range, stream, source)
        return String(decoding: walk.text, as: UTF8.self)
    }

    /// Reads arguments as one command line: `("tar", ["-x", file])` is `tar -x U+0001`; says whether a limit cut it.
    ///
    /// Commas are spaces, except inside a nested call, where they join a path. The package's own folder
    /// (`__dirname`) is a dot; the running interpreter is its name. Options in braces, and Python's named arguments,
    /// are left out. Each argument behind the first is one word, as a program gets it: what would fall apart in a shell
    /// is put in quotes.
    static func command(
        _ range: Range<Int>,
        _ language: Language,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> (text: String, isCut: Bool) {
        var walk = ArgumentWalk(language, bytesMax: commandBytesMax)
        walk.quotes = !asksForShell(range, stream, source)
        walk.run(range, stream, source)
        return (String(decoding: walk.text, as: UTF8.self), walk.isCut)
    }

    private static let shell = WordSet("shell")
    private static let no = WordSet("false", "False")

    /// `shell: true`, `shell=True`: what is given to a shell falls apart there.
    private static func asksForShell(_ range: Range<Int>, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        range.prefix(lookedMax).contains { index in
            guard stream.kind(at: index + 1) == .colon || stream.kind(at: index + 1) == .assign else { return false }
            return stream.isWord(shell, at: index) && !stream.isWord(no, at: index + 2)
        }
    }
}

/// The walk over the arguments of one call.
private struct ArgumentWalk {
    private let language: Language
    private let bytesMax: Int
    private(set) var text: [UInt8] = []
    private(set) var isCut = false
    private var nesting = 0
    private var braces = 0
    private var skipsNamed = false
    /// Brackets that are open of a call whose arguments are no words.
    private var skipped = 0
    private static let formatting = WordSet("format")
    /// Whether words are put in quotes, and where the last one begins.
    var quotes = false
    private var wordStart = 0

    init(_ language: Language, bytesMax: Int) {
        self.language = language
        self.bytesMax = bytesMax
    }

    mutating func run(_ range: Range<Int>, _ stream: LexemeStream, _ source: Span<UInt8>) {
        var read = 0
        for index in range.prefix(ArgumentText.lookedMax) {
            let kind = stream.kind(at: index)
            // A brace behind a plus opens a place of a formatted string.
            let isPlace = language == .python && kind == .openBrace && stream.kind(at: index - 1) == .plus
            if kind == .openBrace, !isPlace { braces += 1 }
            if kind == .closeBrace, braces > 0 { braces -= 1 }
            guard braces == 0 else { continue }
            read += 1
            guard read <= ArgumentText.lexemesMax, text.count < bytesMax else {
                isCut = true
                return
            }
            if kind == .comma, nesting <= 0 { skipsNamed = false }
            if !skipsNamed { step(kind, index, stream, source) }
        }
        quoteLast()
        // What a long function or long options hold, as arguments of their own, is no part of the text.
        if range.count > ArgumentText.lookedMax, braces == 0 || nesting > 0 { isCut = true }
    }

    private mutating func step(_ kind: Lexeme.Kind, _ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        if skipped > 0 {
            if kind == .openParenthesis { skipped += 1 }
            if kind == .closeParenthesis { skipped -= 1 }
            return
        }
        // What `"…".format(…)` puts in is not known, and no word beside it.
        if kind == .openParenthesis, language == .python, stream.kind(at: index - 2) == .dot,
            stream.kind(at: index - 3) == .string, stream.isWord(Self.formatting, at: index - 1)
        {
            skipped = 1
            return
        }
        switch kind {
        case .string: append(stream.lexemes[index], stream, source)
        case .name:
            if language == .python, nesting <= 0, stream.kind(at: index + 1) == .assign {
                skipsNamed = true
            } else {
                appendName(at: index, stream, source)
            }
        case .openParenthesis: nesting += 1
        case .closeParenthesis: nesting -= 1
        case .comma:
            if nesting <= 0 { quoteLast() }
            text.append(nesting > 0 ? UInt8(ascii: "/") : 0x20)
            if nesting <= 0 { wordStart = text.count }
        default: return
        }
    }

    /// Puts the word at the end in quotes where a shell would take it for more than one.
    private mutating func quoteLast() {
        guard quotes, wordStart > 0, wordStart < text.count,
            text[wordStart...].contains(where: { Self.parts.contains($0) })
        else { return }
        var quoted: [UInt8] = [UInt8(ascii: "'")]
        for byte in text[wordStart...] {
            if byte == UInt8(ascii: "'") { quoted += Array("'\\'".utf8) }
            quoted.append(byte)
        }
        quoted.append(UInt8(ascii: "'"))
        text.replaceSubrange(wordStart..., with: quoted)
    }

    /// What a shell does not leave as it is.
    private static let parts = Set(" \t\n\r;|&<>()$`\"'*?#~\\".utf8)

    private mutating func append(_ piece: Lexeme, _ stream: LexemeStream, _ source: Span<UInt8>) {
        let room = max(0, bytesMax - text.count)
        if stream.byteCount(of: piece) > room { isCut = true }
        for byte in stream.bytes(of: piece, in: source, countMax: room) where byte != 1 { text.append(byte) }
    }

    private static let folders = WordSet("__dirname", "__dir__")
    private static let node = WordSet("execPath", "argv0")
    private static let python = WordSet("executable")

    private mutating func appendName(at index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        if let known = stream.known(at: index), stream.kind(at: index + 1) != .dot {
            return append(known, stream, source)
        }
        let name = stream.lexemes[index]
        if Self.folders.contains(name) {
            text.append(UInt8(ascii: "."))
        } else if Self.node.contains(name) {
            replaceHole(with: "node")
        } else if Self.python.contains(name) {
            replaceHole(with: "python")
        } else {
            // A name in front of a bracket or a dot is a function or an object; what follows says more.
            let next = stream.kind(at: index + 1)
            guard next != .openParenthesis, next != .dot, text.last != 1 else { return }
            text.append(1)
        }
    }

    private mutating func replaceHole(with word: String) {
        if text.last == 1 { text.removeLast() }
        text += Array(word.utf8)
    }
}
