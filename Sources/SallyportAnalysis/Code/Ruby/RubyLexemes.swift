import SallyportLexing

/// From the tokens of Ruby to lexemes in the form that the reading of values knows.
///
/// Arguments without parentheses get them, blocks become functions that a call is given, substitutions concatenations,
/// commands calls, and here-documents stand where they are announced.
struct RubyLexemes {
    /// What stands open.
    enum Open {
        /// Brackets of the source.
        case parenthesis, bracket, hash, substitution
        /// Parentheses that were added around arguments.
        case command
        /// A block, and whether the call that it is given to ends with it.
        case block(endsCall: Bool)
        /// The body of a method.
        case method
        /// `def name = value`, which a line end ends.
        case endlessMethod
        /// Something else that `end` ends.
        case statement
    }

    let tokens: [Token]
    let vocabulary = RubyVocabulary.vocabulary
    var open: [Open] = []
    /// Whether `->` waits for its block.
    var lambdaPending = false
    /// How many default values of parameters are being read, each inside of another.
    var defaultsDepth = 0
    /// For each string with substitutions that is open: whether it is a command, whose call ends with it.
    var commands: [Bool] = []
    var bodies = RubyHeredocBodies()

    static func read(_ tokens: [Token], _ source: Span<UInt8>, into stream: inout LexemeStream) {
        var reader = RubyLexemes(tokens: tokens)
        stream.lexemes.reserveCapacity(tokens.count)
        reader.bodies = RubyHeredocBodies(tokens, source)
        reader.run(0..<tokens.count, source, &stream)
        reader.closeCommands(&stream)
    }

    private init(tokens: [Token]) {
        self.tokens = tokens
    }

    /// Reads a range of tokens; here-documents' texts are left out, for they were read where they were announced.
    private mutating func run(_ range: Range<Int>, _ source: Span<UInt8>, _ stream: inout LexemeStream) {
        var index = range.lowerBound
        while index < range.upperBound {
            if let behind = bodies.end(ofBodyAt: index) {
                index = max(behind, index + 1)
                continue
            }
            if tokens[index].kind == .heredocStart, let body = bodies.body(of: index) {
                start(tokens[index], source, &stream)
                var inner = body.lowerBound
                while inner < body.upperBound { inner = step(inner, source, &stream) }
                index += 1
                continue
            }
            index = step(index, source, &stream)
        }
    }

    /// Reads one token, or several that belong together; gives the position of the next.
    mutating func step(_ index: Int, _ source: Span<UInt8>, _ stream: inout LexemeStream) -> Int {
        let token = tokens[index]
        switch token.kind {
        case .identifier: return identifier(index, source, &stream)
        case .keyword: return keyword(index, source, &stream)
        case .string: string(index, source, &stream)
        case .symbol: value(token, source, &stream)
        case .label:
            label(token, source, &stream)
        case .command:
            appendWord("`", token, &stream)
            stream.append(.openParenthesis, token)
            value(token, source, &stream)
            stream.append(.closeParenthesis, token)
        case .words: words(token, source, &stream)
        case .number: stream.append(.number, token)
        case .formattedStart, .heredocStart: start(token, source, &stream)
        case .formattedMiddle: middle(token, source, &stream)
        case .formattedEnd, .heredocEnd: end(token, source, &stream)
        case .punctuator: return punctuator(index, source, &stream)
        case .newline: newline(token, &stream)
        case .comment, .hashbang, .trailer: break
        default: stream.append(.other, token)
        }
        return index + 1
    }

    /// A statement's end.
    mutating func newline(_ token: Token, _ stream: inout LexemeStream) {
        closeCommands(&stream)
        if case .endlessMethod? = open.last {
            open.removeLast()
            stream.append(.closeBrace, token)
        }
        lambdaPending = false
        if stream.lexemes.last?.kind != .newline { stream.append(.newline, token) }
    }

    /// Ends the arguments without parentheses that are open innermost.
    mutating func closeCommands(_ stream: inout LexemeStream) {
        while case .command? = open.last {
            open.removeLast()
            closeAdded(&stream)
        }
    }

    /// A parenthesis that stands in no source: it stands where the last lexeme ends.
    func closeAdded(_ stream: inout LexemeStream) {
        let at = stream.lexemes.last?.end ?? 0
        stream.lexemes.append(Lexeme(.closeParenthesis, start: at, end: at))
    }

    // MARK: Strings

    private func string(_ index: Int, _ source: Span<UInt8>, _ stream: inout LexemeStream) {
        let token = tokens[index]
        // Literals that stand beside each other are one.
        if index > 0, tokens[index - 1].kind == .string, stream.lexemes.last?.kind == .string,
            let piece = RubyLiteral.bytes(of: token, in: source), stream.joinAdjacent(piece, source, vocabulary)
        {
            return
        }
        value(token, source, &stream)
    }

    func value(_ token: Token, _ source: Span<UInt8>, _ stream: inout LexemeStream) {
        guard let inside = RubyLiteral.inside(of: token, in: source) else { return }
        if token.flags.contains(.escaped), inside.count <= Self.valueBytesMax {
            let value = RubyLiteral.bytes(of: token, in: source) ?? []
            noteAddress(value.prefix(8), &stream)
            return stream.appendValue(value, start: token.start, end: token.end, flags: [], source, vocabulary)
        }
        text(inside, source, &stream)
    }

    private func text(_ inside: Range<Int>, _ source: Span<UInt8>, _ stream: inout LexemeStream) {
        var lexeme = Lexeme(
            .string,
            start: UInt32(truncatingIfNeeded: inside.lowerBound),
            end: UInt32(truncatingIfNeeded: inside.upperBound)
        )
        if !inside.isEmpty, inside.count <= 32 {
            let hash = NameHash.of(source, inside.lowerBound, inside.upperBound)
            lexeme.entry = vocabulary.position(hash: hash, length: inside.count)
        }
        var head: [UInt8] = []
        for index in inside.prefix(8) { head.append(source[index]) }
        noteAddress(head[...], &stream)
        stream.appendString(lexeme, source, vocabulary)
    }

    /// Bytes of a literal whose escapes are decoded; a longer one is data.
    private static let valueBytesMax = 1 << 20

    /// `open` of an address fetches it, `open` of `|command` runs it.
    private func noteAddress(_ head: ArraySlice<UInt8>, _ stream: inout LexemeStream) {
        let last = stream.lexemes.count - 1
        guard last >= 1, stream.lexemes[last].kind == .openParenthesis, stream.lexemes[last - 1].kind == .name else {
            return
        }
        let word = vocabulary[stream.lexemes[last - 1].entry]
        guard word.spelling == "open", stream.kind(at: last - 2) != .dot else { return }
        let isAddress = head.starts(with: "http://".utf8) || head.starts(with: "https:/".utf8)
        guard isAddress || head.first == UInt8(ascii: "|") else { return }
        let name = isAddress ? "open_uri" : "`"
        let entry = vocabulary.position(hash: NameHash.of(name.utf8), length: name.utf8.count)
        stream.lexemes[last - 1].entry = entry
        stream.interest.formUnion(vocabulary[entry].global)
    }

    private func words(_ token: Token, _ source: Span<UInt8>, _ stream: inout LexemeStream) {
        stream.append(.openBracket, token)
        var isFirst = true
        for word in RubyLiteral.words(of: token, in: source, countMax: 4096) {
            if !isFirst { stream.append(.comma, token) }
            isFirst = false
            text(word, source, &stream)
        }
        stream.append(.closeBracket, token)
    }

    private func label(_ token: Token, _ source: Span<UInt8>, _ stream: inout LexemeStream) {
        guard let inside = RubyLiteral.inside(of: token, in: source) else { return }
        let hash = NameHash.of(source, inside.lowerBound, inside.upperBound)
        stream.lexemes.append(
            Lexeme(
                .name,
                start: token.start,
                end: UInt32(truncatingIfNeeded: inside.upperBound),
                flags: .member,
                entry: vocabulary.position(hash: hash, length: inside.count),
                identity: UInt32(truncatingIfNeeded: hash)
            )
        )
        stream.append(.colon, token)
    }

    /// A string with substitutions: a concatenation, and the argument of a call where it is a command.
    private mutating func start(_ token: Token, _ source: Span<UInt8>, _ stream: inout LexemeStream) {
        let isCommand = Self.isCommand(token, source)
        if isCommand {
            appendWord("`", token, &stream)
            stream.append(.openParenthesis, token)
        }
        commands.append(isCommand)
        stream.appendValue([], start: token.start, end: token.end, flags: [], source, vocabulary)
    }

    private func middle(_ token: Token, _ source: Span<UInt8>, _ stream: inout LexemeStream) {
        let bytes = RubyLiteral.bytes(of: token, in: source) ?? []
        if stream.lexemes.last?.kind == .string, stream.joinAdjacent(bytes, source, vocabulary) { return }
        stream.appendValue(bytes, start: token.start, end: token.end, flags: [], source, vocabulary)
    }

    private mutating func end(_ token: Token, _ source: Span<UInt8>, _ stream: inout LexemeStream) {
        // The last substitution left a plus behind it.
        if stream.lexemes.last?.kind == .plus { stream.lexemes.removeLast() }
        if commands.popLast() == true { closeAdded(&stream) }
        let isLabel = token.count > 1 && source[Int(token.end) - 1] == UInt8(ascii: ":")
        if isLabel { stream.append(.colon, token) }
    }

    private static func isCommand(_ token: Token, _ source: Span<UInt8>) -> Bool {
        if token.lead == UInt8(ascii: "`") { return true }
        let last = Int(token.end) - 1
        if token.kind == .heredocStart { return source[last] == UInt8(ascii: "`") }
        return token.lead == UInt8(ascii: "%") && token.count == 3 && source[last - 1] == UInt8(ascii: "x")
    }

    /// A word of the vocabulary that stands in no source.
    func appendWord(_ word: String, _ token: Token, _ stream: inout LexemeStream) {
        let hash = NameHash.of(word.utf8)
        let entry = vocabulary.position(hash: hash, length: word.utf8.count)
        stream.noteInterest(vocabulary[entry], entry)
        stream.lexemes.append(
            Lexeme(.name, start: token.start, end: token.end, entry: entry, identity: UInt32(truncatingIfNeeded: hash))
        )
    }
}
