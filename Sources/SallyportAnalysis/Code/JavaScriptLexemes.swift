import SallyportLexing

/// From the tokens of JavaScript and TypeScript to lexemes.
///
/// Constant concatenations become one string, `object["name"]` becomes `object.name`, a template becomes the
/// concatenation that it stands for.
enum JavaScriptLexemes {
    static func read(_ tokens: [Token], _ source: Span<UInt8>, into stream: inout LexemeStream) {
        pass(tokens, source, &stream)
        // A function may use what is only bound behind it.
        if stream.beginAgain() { pass(tokens, source, &stream) }
    }

    private static func pass(_ tokens: [Token], _ source: Span<UInt8>, _ stream: inout LexemeStream) {
        let vocabulary = JavaScriptVocabulary.vocabulary
        stream.begin(isPython: false)
        stream.lexemes.reserveCapacity(tokens.count)
        var end: UInt32 = 0
        for (index, token) in tokens.enumerated() {
            if token.start >= end &+ UInt32(OffScreenRule.gapMin) { stream.gaps.append(index) }
            end = token.end
            if stream.isUnsettled { stream.settle(before: token, source, vocabulary) }
            switch token.kind {
            case .identifier, .keyword, .privateName: name(token, source, vocabulary, &stream)
            case .string, .template: string(token, source, vocabulary, &stream)
            case .templateHead:
                string(token, source, vocabulary, &stream)
                open(token, &stream)
            case .templateMiddle:
                close(token, source, vocabulary, &stream)
                string(token, source, vocabulary, &stream)
                open(token, &stream)
            case .templateTail:
                close(token, source, vocabulary, &stream)
                string(token, source, vocabulary, &stream)
            case .punctuator: punctuator(token, source, vocabulary, &stream)
            case .number: stream.append(.number, token)
            case .comment, .hashbang, .htmlComment: break
            default: stream.append(.other, token)
            }
        }
    }

    private static func open(_ token: Token, _ stream: inout LexemeStream) {
        stream.append(.plus, token)
        stream.append(.openParenthesis, token)
        stream.noteOpening()
    }

    private static func close(
        _ token: Token,
        _ source: Span<UInt8>,
        _ vocabulary: Vocabulary,
        _ stream: inout LexemeStream
    ) {
        stream.appendClosingParenthesis(token, source, vocabulary)
        stream.isUnsettled = false
        stream.joinLast(source, vocabulary)
        stream.append(.plus, token)
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
        if token.flags.contains(.escaped), let value = JavaScriptLiteral.value(of: token, in: source) {
            hash = NameHash.of(value.utf8)
            length = value.utf8.count
        } else {
            hash = NameHash.of(source, Int(token.start), Int(token.end))
            length = token.count
        }
        let entry = vocabulary.position(hash: hash, length: length)
        var flags: Lexeme.Flags = []
        if token.flags.contains(.newlineBefore) {
            flags = .newlineBefore
            stream.bindLast(source)
        }
        if token.flags.contains(.escaped), length < token.count { flags.insert(.escaped) }
        if token.flags.contains(.member) { flags.insert(.member) }
        if entry != 0 { stream.noteInterest(vocabulary[entry], entry) }
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

    @inline(__always)
    private static func string(
        _ token: Token,
        _ source: Span<UInt8>,
        _ vocabulary: Vocabulary,
        _ stream: inout LexemeStream
    ) {
        let flags: Lexeme.Flags = token.flags.contains(.newlineBefore) ? .newlineBefore : []
        guard token.flags.contains(.escaped) else {
            guard let range = JavaScriptLiteral.inside(of: token, in: source) else { return }
            var lexeme = Lexeme(
                .string,
                start: UInt32(truncatingIfNeeded: range.lowerBound),
                end: UInt32(truncatingIfNeeded: range.upperBound),
                flags: flags
            )
            lexeme.entry = stringEntry(source, range, vocabulary)
            stream.appendString(lexeme, source, vocabulary)
            return
        }
        let value = Array((JavaScriptLiteral.value(of: token, in: source) ?? "").utf8)
        var valueFlags = flags
        if EscapedText.isWord(value) { valueFlags.insert(.escaped) }
        if EscapedText.isPlain(value, written: token.count) {
            stream.writing.escapedTexts.note(at: Int(token.start))
        }
        stream.appendValue(value, start: token.start, end: token.end, flags: valueFlags, source, vocabulary)
    }

    @inline(__always)
    private static func stringEntry(_ source: Span<UInt8>, _ range: Range<Int>, _ vocabulary: Vocabulary) -> UInt16 {
        guard range.count <= 32, !range.isEmpty else { return 0 }
        var start = range.lowerBound
        // `node:fs` is `fs`.
        if range.count > 5, source[start] == UInt8(ascii: "n"), source[start + 4] == UInt8(ascii: ":") { start += 5 }
        let hash = NameHash.of(source, start, range.upperBound)
        return vocabulary.position(hash: hash, length: range.upperBound - start)
    }

    @inline(__always)
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
            case UInt8(ascii: ")"): stream.appendClosingParenthesis(token, source, vocabulary)
            case UInt8(ascii: "]"): stream.appendClosingBracket(token, source, vocabulary)
            case UInt8(ascii: "{"):
                stream.append(.openBrace, token)
                stream.noteOpening()
            case UInt8(ascii: "}"): stream.appendClosingBrace(token, source)
            case UInt8(ascii: "="):
                stream.append(.assign, token)
                stream.noteAssignment(source)
            case UInt8(ascii: "."): stream.append(.dot, token)
            case UInt8(ascii: ","):
                stream.bindLast(source)
                stream.append(.comma, token)
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
        let kind = longPunctuator(token, source)
        stream.append(kind, token)
        if kind == .arrow { stream.noteArrow() }
        if kind == .assign { stream.noteAssignment(source) }
    }

    private static func longPunctuator(_ token: Token, _ source: Span<UInt8>) -> Lexeme.Kind {
        let second = Int(token.start) + 1 < source.count ? source[Int(token.start) + 1] : 0
        switch (token.lead, second, token.count) {
        case (UInt8(ascii: "="), UInt8(ascii: ">"), 2): return .arrow
        case (UInt8(ascii: "?"), UInt8(ascii: "."), 2): return .dot
        case (UInt8(ascii: "."), UInt8(ascii: "."), 3): return .spread
        case (UInt8(ascii: "+"), UInt8(ascii: "="), 2): return .assign
        case (UInt8(ascii: "|"), UInt8(ascii: "|"), 3), (UInt8(ascii: "&"), UInt8(ascii: "&"), 3),
            (UInt8(ascii: "?"), UInt8(ascii: "?"), 3):
            return .assign
        default: return .sign
        }
    }
}
