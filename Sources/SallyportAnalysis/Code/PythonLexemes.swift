import SallyportLexing

/// From the tokens of Python to lexemes.
///
/// Adjacent and added constants become one string, `value["name"]` becomes `value.name`, a formatted string becomes the
/// concatenation that it stands for.
enum PythonLexemes {
    static func read(_ tokens: [Token], _ source: Span<UInt8>, into stream: inout LexemeStream) {
        pass(tokens, source, &stream)
        // A function may use what is only bound behind it.
        if stream.beginAgain() { pass(tokens, source, &stream) }
    }

    private static func pass(_ tokens: [Token], _ source: Span<UInt8>, _ stream: inout LexemeStream) {
        let vocabulary = PythonVocabulary.vocabulary
        stream.begin(isPython: true)
        stream.lexemes.reserveCapacity(tokens.count)
        for token in tokens {
            if stream.isUnsettled { stream.settle(before: token, source, vocabulary) }
            switch token.kind {
            case .identifier, .keyword: name(token, source, vocabulary, &stream)
            case .string: string(token, source, vocabulary, &stream)
            case .formattedStart: stream.appendOpening(.openParenthesis, token)
            case .formattedMiddle:
                stream.append(.plus, token)
                string(token, source, vocabulary, &stream)
                stream.append(.plus, token)
            case .formattedEnd: stream.appendFormattedEnd(token, source, vocabulary)
            case .punctuator: punctuator(token, source, vocabulary, &stream)
            case .number: stream.append(.number, token)
            case .newline:
                stream.bindLast(source)
                stream.append(.newline, token)
            case .indent:
                stream.append(.indent, token)
                stream.noteOpening()
            case .dedent:
                _ = stream.close()
                stream.append(.dedent, token)
            case .comment, .hashbang: break
            default: stream.append(.other, token)
            }
        }
    }

    @inline(__always)
    private static func name(
        _ token: Token,
        _ source: Span<UInt8>,
        _ vocabulary: Vocabulary,
        _ stream: inout LexemeStream
    ) {
        let hash: UInt64
        let length: Int
        var flags: Lexeme.Flags = []
        if token.flags.contains(.nonASCII), let value = PythonLiteral.value(of: token, in: source) {
            hash = NameHash.of(value.utf8)
            length = value.utf8.count
            // Only letters of ASCII in another form: no language is written in those.
            if value.utf8.allSatisfy({ $0 < 0x80 }) { flags.insert(.escaped) }
        } else {
            hash = NameHash.of(source, Int(token.start), Int(token.end))
            length = token.count
        }
        let entry = vocabulary.position(hash: hash, length: length)
        if entry != 0 {
            stream.noteInterest(vocabulary[entry], entry)
            stream.interest.formUnion(vocabulary[entry].module)
        }
        stream.lexemes.append(
            Lexeme(
                .name,
                start: token.start,
                end: token.end,
                flags: flags,
                entry: entry,
                identity: UInt32(truncatingIfNeeded: hash)
            )
        )
        if entry != 0, vocabulary[entry].keyword == .inWord { stream.noteLoop() }
        if flags.contains(.escaped) { stream.noteEscaped(vocabulary[entry], at: Int(token.start)) }
        stream.noteKnown(UInt32(truncatingIfNeeded: hash))
    }

    private static func string(
        _ token: Token,
        _ source: Span<UInt8>,
        _ vocabulary: Vocabulary,
        _ stream: inout LexemeStream
    ) {
        guard let range = PythonLiteral.inside(of: token, in: source) else { return }
        if token.flags.contains(.escaped), range.count <= valueBytesMax {
            let value = Array((PythonLiteral.value(of: token, in: source) ?? "").utf8)
            let flags: Lexeme.Flags = EscapedText.isWord(value) ? .escaped : []
            if EscapedText.isPlain(value, written: range.count) {
                stream.writing.escapedTexts.note(at: Int(token.start))
            }
            if token.kind == .string, stream.joinAdjacent(value, source, vocabulary) { return }
            return stream.appendValue(value, start: token.start, end: token.end, flags: flags, source, vocabulary)
        }
        var lexeme = Lexeme(
            .string,
            start: UInt32(truncatingIfNeeded: range.lowerBound),
            end: UInt32(truncatingIfNeeded: range.upperBound)
        )
        if range.count <= 32, !range.isEmpty {
            let hash = NameHash.of(source, range.lowerBound, range.upperBound)
            lexeme.entry = vocabulary.position(hash: hash, length: range.count)
        }
        if token.kind == .string, stream.kind(at: stream.count - 1) == .string,
            stream.joinAdjacent(stream.bytes(of: lexeme, in: source), source, vocabulary)
        {
            return
        }
        stream.appendString(lexeme, source, vocabulary)
    }

    /// Bytes of a literal whose escapes are decoded; a longer one is data.
    private static let valueBytesMax = 1 << 20

    private static func punctuator(
        _ token: Token,
        _ source: Span<UInt8>,
        _ vocabulary: Vocabulary,
        _ stream: inout LexemeStream
    ) {
        if token.end == token.start + 1 {
            switch token.lead {
            case UInt8(ascii: "("): stream.appendOpening(.openParenthesis, token)
            case UInt8(ascii: "["): stream.appendOpening(.openBracket, token)
            case UInt8(ascii: "{"):
                stream.append(.openBrace, token)
                stream.noteOpening()
            case UInt8(ascii: ")"): stream.appendClosingParenthesis(token, source, vocabulary)
            case UInt8(ascii: "]"): stream.appendClosingBracket(token, source, vocabulary)
            case UInt8(ascii: "}"): stream.appendClosingBrace(token, source)
            case UInt8(ascii: "="):
                stream.append(.assign, token)
                stream.noteAssignment(source)
            case UInt8(ascii: "."): stream.append(.dot, token)
            case UInt8(ascii: ","): stream.append(.comma, token)
            case UInt8(ascii: ";"):
                stream.bindLast(source)
                stream.append(.semicolon, token)
            case UInt8(ascii: ":"): stream.append(.colon, token)
            case UInt8(ascii: "+"): stream.append(.plus, token)
            case UInt8(ascii: "/"): stream.append(.slash, token)
            default: stream.append(.sign, token)
            }
            return
        }
        let second = Int(token.start) + 1 < source.count ? source[Int(token.start) + 1] : 0
        switch (token.lead, second, token.count) {
        case (UInt8(ascii: "."), _, 3): stream.append(.spread, token)
        case (UInt8(ascii: "+"), UInt8(ascii: "="), 2), (UInt8(ascii: "|"), UInt8(ascii: "="), 2),
            (UInt8(ascii: ":"), UInt8(ascii: "="), 2):
            stream.append(.assign, token)
            stream.noteAssignment(source)
        default: stream.append(.sign, token)
        }
    }
}
