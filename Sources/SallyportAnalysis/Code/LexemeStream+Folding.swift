import SallyportLexing

/// What becomes simpler while lexemes are appended: the values that can be known without running anything.
extension LexemeStream {
    @inline(__always)
    mutating func append(_ kind: Lexeme.Kind, _ token: Token) {
        let flags: Lexeme.Flags = token.flags.contains(.newlineBefore) ? .newlineBefore : []
        lexemes.append(Lexeme(kind, start: token.start, end: token.end, flags: flags))
    }

    /// An opening bracket; the dot of `?.[` and `?.(` goes.
    mutating func appendOpening(_ kind: Lexeme.Kind, _ token: Token) {
        if !isPython, lexemes.last?.kind == .dot { lexemes.removeLast() }
        append(kind, token)
        noteOpening()
    }

    /// A closing brace, which may end a statement.
    mutating func appendClosingBrace(_ token: Token, _ source: Span<UInt8>) {
        bindLast(source)
        let open = close() ?? -1
        if isPython, open > 0, open == lexemes.count - 2, lexemes[open - 1].kind == .plus,
            lexemes[open].kind == .openBrace, lexemes[open + 1].kind == .string
        {
            // Only a place of a formatted string stands behind a plus.
            lexemes.remove(at: open)
            lastClosed = (-1, -1)
            isUnsettled = true
            return
        }
        append(.closeBrace, token)
        lastClosed = (open, lexemes.count - 1)
    }

    /// A closing parenthesis; a call whose result is known becomes a string, and so does a constant in parentheses.
    mutating func appendClosingParenthesis(_ token: Token, _ source: Span<UInt8>, _ vocabulary: Vocabulary) {
        let open = close() ?? -1
        if open >= 0, open < lexemes.count, lexemes[open].kind == .openParenthesis {
            if open == lexemes.count - 2, lexemes[open + 1].kind == .string, isGroup(open, vocabulary) {
                lexemes.remove(at: open)
                lastClosed = (-1, -1)
                isUnsettled = true
                return
            }
            foldNaming(from: open, source, vocabulary)
            if foldCall(from: open, token.end, source, vocabulary) { return }
            if isPython, foldFormat(from: open, token.end, source, vocabulary) { return }
            if foldLocalCall(from: open, token.end, source, vocabulary) { return }
        }
        append(.closeParenthesis, token)
        lastClosed = (open, lexemes.count - 1)
        notePythonParameters(open, vocabulary)
    }

    /// The end of a formatted string; one without unknown places becomes a string.
    mutating func appendFormattedEnd(_ token: Token, _ source: Span<UInt8>, _ vocabulary: Vocabulary) {
        joinLast(source, vocabulary)
        isUnsettled = false
        let open = close() ?? -1
        if open >= 0, let string = onlyString(behind: open) {
            lexemes.removeLast(lexemes.count - open)
            lastClosed = (-1, -1)
            lexemes.append(string)
            isUnsettled = true
            return
        }
        append(.closeParenthesis, token)
        lastClosed = (open, lexemes.count - 1)
    }

    /// The string behind an opening bracket when nothing but signs of a sum stands beside it.
    private func onlyString(behind open: Int) -> Lexeme? {
        guard lexemes.count - open <= 4, let inside = Range(from: open + 1, before: lexemes.count) else { return nil }
        let pieces = inside.filter { lexemes[$0].kind != .plus }
        guard pieces.count == 1, lexemes[pieces[0]].kind == .string else { return nil }
        return lexemes[pieces[0]]
    }

    /// Whether the bracket at a position begins neither a call nor parameters.
    private func isGroup(_ open: Int, _ vocabulary: Vocabulary) -> Bool {
        guard open > 0 else { return true }
        switch lexemes[open - 1].kind {
        case .assign, .openParenthesis, .openBracket, .comma, .plus, .colon, .semicolon, .sign, .arrow: return true
        case .name:
            let keyword = vocabulary[lexemes[open - 1].entry].keyword
            return !lexemes[open - 1].flags.contains(.member) && keyword == .returnWord
        default: return false
        }
    }

    private mutating func notePythonParameters(_ open: Int, _ vocabulary: Vocabulary) {
        guard isPython, open >= 2, lexemes[open - 2].kind == .name,
            vocabulary[lexemes[open - 2].entry].keyword == .function
        else { return }
        pendingParameters = (open + 1)..<(lexemes.count - 1)
    }

    /// What stands at the end is complete: `"a" + "b"` becomes one string unless a member of the second is next.
    mutating func settle(before token: Token, _ source: Span<UInt8>, _ vocabulary: Vocabulary) {
        isUnsettled = false
        let isOptional = token.lead == UInt8(ascii: "?") && token.count == 2
        let isMember = token.lead == UInt8(ascii: ".") || token.lead == UInt8(ascii: "[") || isOptional
        if token.kind == .punctuator, isMember { return }
        joinLast(source, vocabulary)
    }

    /// Joins `"a" + "b"` at the end.
    mutating func joinLast(_ source: Span<UInt8>, _ vocabulary: Vocabulary) {
        let last = lexemes.count - 1
        guard last >= 2, lexemes[last].kind == .string, lexemes[last - 2].kind == .string else { return }
        guard lexemes[last - 1].kind == .plus else { return formatLast(source, vocabulary) }
        let right = lexemes[last]
        let isScheme = right.entry != 0 && byteCount(at: last - 2) == 5 && text(at: last - 2, in: source) == "node:"
        let piece = takeValue(of: right, source)
        guard join(piece, removing: 3, source, vocabulary) else {
            // There is no room: what was taken stays out, and the stream says that it is cut.
            lexemes[last].flags.remove(.folded)
            return
        }
        lexemes[lexemes.count - 1].flags.formUnion(right.flags.intersection([.computed, .decoded, .escaped]))
        if !piece.isEmpty, !isScheme { lexemes[lexemes.count - 1].flags.insert(.computed) }
    }

    /// A string without escapes, which may be joined with the constant before it.
    @inline(__always)
    mutating func appendString(_ lexeme: Lexeme, _ source: Span<UInt8>, _ vocabulary: Vocabulary) {
        if lexemes.last?.kind == .plus || isPython && lexemes.last?.kind == .sign { isUnsettled = true }
        if lexeme.entry != 0 { interest.formUnion(vocabulary[lexeme.entry].module) }
        noteCredentialPath(lexeme, source)
        lexemes.append(lexeme)
    }

    /// A string whose value differs from its bytes, which may be joined with the constant before it.
    mutating func appendValue(
        _ value: [UInt8],
        start: UInt32,
        end: UInt32,
        flags: Lexeme.Flags,
        _ source: Span<UInt8>,
        _ vocabulary: Vocabulary
    ) {
        if lexemes.last?.kind == .plus { isUnsettled = true }
        appendFolded(value, start: start, end: end, flags: flags, vocabulary)
    }

    /// Joins a piece with the constant at the end, as adjacent literals of Python are; false when it can't.
    mutating func joinAdjacent(_ piece: [UInt8], _ source: Span<UInt8>, _ vocabulary: Vocabulary) -> Bool {
        guard lexemes.last?.kind == .string else { return false }
        isUnsettled = isUnsettled || kind(at: lexemes.count - 2) == .plus
        return join(piece, removing: 1, source, vocabulary)
    }

    /// Appends to the constant in place, so that a chain of a million pieces stays linear.
    private mutating func join(
        _ piece: [UInt8],
        removing count: Int,
        _ source: Span<UInt8>,
        _ vocabulary: Vocabulary
    ) -> Bool {
        let position = lexemes.count - count
        let first = lexemes[position]
        if first.flags.contains(.folded), Int(first.identity) == values.count - 1 {
            guard extendLast(by: piece) else { return false }
            lexemes.removeLast(count - 1)
            lexemes[position].entry = entry(ofLastValue: vocabulary)
            return true
        }
        var value = bytes(of: first, in: source)
        value += piece
        guard let identity = keep(value) else { return false }
        lexemes.removeLast(count)
        var folded = Lexeme(.string, start: first.start, end: first.end, flags: first.flags.union(.folded))
        folded.identity = identity
        lexemes.append(folded)
        lexemes[lexemes.count - 1].entry = entry(ofLastValue: vocabulary)
        return true
    }

    private mutating func appendFolded(
        _ value: [UInt8],
        start: UInt32,
        end: UInt32,
        flags: Lexeme.Flags,
        _ vocabulary: Vocabulary
    ) {
        guard let identity = keep(value) else {
            lexemes.append(Lexeme(.string, start: start, end: end, flags: flags))
            return
        }
        var lexeme = Lexeme(.string, start: start, end: end, flags: flags.union(.folded), identity: identity)
        lexeme.entry = entry(ofLastValue: vocabulary)
        lexemes.append(lexeme)
    }

    mutating func entry(ofLastValue vocabulary: Vocabulary) -> UInt16 {
        guard let value = values.last, value.count <= CredentialPaths.pathBytesMax else { return 0 }
        let entry = vocabulary.position(hash: NameHash.of(value), length: value.count)
        if entry != 0 { interest.formUnion(vocabulary[entry].module) }
        if CredentialPaths.match(value) != nil { interest.insert(.secret) }
        return entry
    }

    /// A list of paths is worth reading even where nothing else is.
    @inline(__always)
    private mutating func noteCredentialPath(_ lexeme: Lexeme, _ source: Span<UInt8>) {
        guard lexeme.end - lexeme.start >= 4, Int(lexeme.end) <= source.count else { return }
        var start = Int(lexeme.start)
        if source[start] == UInt8(ascii: "~") || source[start] == UInt8(ascii: "/") { start += 1 }
        if source[start] == UInt8(ascii: "/") { start += 1 }
        guard CredentialPaths.mayBegin(source[start], source[start + 1]) else { return }
        if CredentialPaths.match(bytes(of: lexeme, in: source)) != nil { interest.insert(.secret) }
    }
}
