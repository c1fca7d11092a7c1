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
        if lexemes.last?.kind == .dot { lexemes.removeLast() }
        append(kind, token)
    }

    /// A closing bracket; `value["name"]` becomes `value.name`.
    mutating func appendClosingBracket(_ token: Token, _ source: Span<UInt8>, _ vocabulary: Vocabulary) {
        let last = lexemes.count - 1
        guard last >= 2, lexemes[last].kind == .string, lexemes[last - 1].kind == .openBracket,
            isIndexable(lexemes[last - 2], vocabulary), byteCount(at: last) <= 64
        else { return append(.closeBracket, token) }
        let name = bytes(at: last, in: source)
        let hash = NameHash.of(name)
        let string = lexemes[last]
        lexemes.removeLast(2)
        let entry = vocabulary.position(hash: hash, length: name.count)
        if entry != 0 { interest.formUnion(vocabulary[entry].global) }
        lexemes.append(Lexeme(.dot, start: string.start, end: string.start))
        lexemes.append(
            Lexeme(
                .name,
                start: string.start,
                end: string.end,
                flags: .member,
                entry: entry,
                identity: UInt32(truncatingIfNeeded: hash)
            )
        )
    }

    /// A string without escapes, joined with the constant before it.
    @inline(__always)
    mutating func appendString(_ lexeme: Lexeme, _ source: Span<UInt8>, _ vocabulary: Vocabulary) {
        let last = lexemes.count - 1
        if last >= 1, lexemes[last].kind == .plus, lexemes[last - 1].kind == .string {
            let piece = bytes(of: lexeme, in: source)
            if join(piece, removing: 2, source, vocabulary) { return }
        }
        if lexeme.entry != 0 { interest.formUnion(vocabulary[lexeme.entry].module) }
        noteCredentialPath(lexeme, source)
        lexemes.append(lexeme)
    }

    /// A string whose value differs from its bytes, joined with the constant before it.
    mutating func appendValue(
        _ value: [UInt8],
        start: UInt32,
        end: UInt32,
        flags: Lexeme.Flags,
        _ source: Span<UInt8>,
        _ vocabulary: Vocabulary
    ) {
        let last = lexemes.count - 1
        if last >= 1, lexemes[last].kind == .plus, lexemes[last - 1].kind == .string,
            join(value, removing: 2, source, vocabulary)
        {
            return
        }
        appendFolded(value, start: start, end: end, flags: flags, vocabulary)
    }

    /// Joins a piece with the constant at the end, as adjacent literals of Python are; false when it can't.
    mutating func joinAdjacent(_ piece: [UInt8], _ source: Span<UInt8>, _ vocabulary: Vocabulary) -> Bool {
        guard lexemes.last?.kind == .string else { return false }
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

    private mutating func entry(ofLastValue vocabulary: Vocabulary) -> UInt16 {
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

    private func isIndexable(_ lexeme: Lexeme, _ vocabulary: Vocabulary) -> Bool {
        switch lexeme.kind {
        case .closeParenthesis, .closeBracket: true
        case .name: lexeme.flags.contains(.member) || vocabulary[lexeme.entry].keyword == .none
        default: false
        }
    }
}
