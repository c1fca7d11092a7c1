import SallyportLexing

/// Names that are bound to constants.
extension LexemeStream {
    /// Where a bracket or a block was opened.
    struct Opening {
        let position: UInt32
        /// What is let go when it closes.
        let mark: UInt32
    }

    /// Remembers that a bracket or a block opens with the lexeme that was appended last.
    @inline(__always)
    mutating func noteOpening() {
        let position = lexemes.count - 1
        var mark = names.mark
        if lexemes[position].kind == .openBrace || lexemes[position].kind == .indent { mark = hideParameters(mark) }
        if openings.count < Self.depthMax {
            openings.append(
                Opening(position: UInt32(truncatingIfNeeded: position), mark: UInt32(truncatingIfNeeded: mark))
            )
        }
    }

    /// The position of the bracket that closes next; what was bound inside is let go.
    @inline(__always)
    mutating func close() -> Int? {
        guard !openings.isEmpty else { return nil }
        let opening = openings.removeLast()
        names.restore(to: Int(opening.mark))
        return Int(opening.position)
    }

    /// Hides what the parameters of a function are called before its body begins.
    private mutating func hideParameters(_ mark: Int) -> Int {
        var before = lexemes.count - 2
        if isPython {
            // `def name(parameters) -> type:` and a line end stand before the block.
            guard let range = pendingParameters else { return mark }
            pendingParameters = nil
            notePythonFunction(range)
            hideNames(in: range)
            return mark
        }
        if before >= 0, lexemes[before].kind == .arrow { return arrowMark }
        while before >= 0, lexemes[before].kind == .name, lexemes.count - before < 4 { before -= 1 }
        guard before >= 0, lexemes[before].kind == .closeParenthesis, before == lastClosed.close,
            let parameters = Range(from: lastClosed.open + 1, before: before)
        else { return mark }
        hideNames(in: parameters)
        noteBracedFunction(lastClosed.open, before, JavaScriptVocabulary.vocabulary)
        return mark
    }

    /// `parameters =>`
    mutating func noteArrow() {
        arrowMark = names.mark
        noteArrowFunction()
        let before = lexemes.count - 2
        guard before >= 0 else { return }
        if lexemes[before].kind == .name {
            names.hide(lexemes[before].identity)
        } else if lexemes[before].kind == .closeParenthesis, before == lastClosed.close,
            let parameters = Range(from: lastClosed.open + 1, before: before)
        {
            hideNames(in: parameters)
        }
    }

    /// Hides every name of a range that stands where a parameter would.
    mutating func hideNames(in range: Range<Int>) {
        for index in range.clamped(to: 0..<lexemes.count).prefix(64) where lexemes[index].kind == .name {
            let next = kind(at: index + 1)
            if next == .comma || next == .assign || next == .colon || next == .closeParenthesis || next == .closeBrace
                || next == .closeBracket || next == .name || index + 1 >= range.upperBound
            {
                names.hide(lexemes[index].identity)
            }
        }
    }

    /// `for names in`: the names are others in what follows.
    mutating func noteLoop() {
        var index = lexemes.count - 2
        let end = max(0, lexemes.count - 12)
        while index >= end, lexemes[index].kind == .name || lexemes[index].kind == .comma {
            if lexemes[index].kind == .name { names.hide(lexemes[index].identity) }
            index -= 1
        }
    }

    /// An assignment begins: the name is something else until its value is known.
    @inline(__always)
    mutating func noteAssignment(_ source: Span<UInt8>) {
        let index = lexemes.count - 2
        guard index >= 0, lexemes[index].kind == .name, kind(at: index - 1) != .dot else { return }
        let name = lexemes[index].identity
        // What it held is added to where the sum is a constant.
        added = names.holds(name)
        if isPython || kind(at: index - 1) == .name {
            names.hide(name)
        } else {
            names.spoil(name, depth: openings.count)
        }
    }

    /// A statement, or one of its parts, has ended: `name = constant` binds the name.
    @inline(__always)
    mutating func bindLast(_ source: Span<UInt8>) {
        let last = lexemes.count - 1
        guard last >= 2 else { return }
        switch lexemes[last].kind {
        case .string, .number: bindScalar(last, source)
        case .closeBracket, .closeBrace:
            guard lastClosed.close == last, kind(at: lastClosed.open - 1) == .assign else { return }
            bindCollection(last, source)
        default: return
        }
    }

    private mutating func bindScalar(_ last: Int, _ source: Span<UInt8>) {
        guard lexemes[last - 1].kind == .assign, lexemes[last - 2].kind == .name, kind(at: last - 3) != .dot else {
            return
        }
        let name = lexemes[last - 2].identity
        let sign = lexemes[last - 1]
        let isAdding = sign.end == sign.start + 2 && source[Int(sign.start)] == UInt8(ascii: "+")
        if lexemes[last].kind == .number {
            guard !isAdding, let number = number(at: last, source) else { return names.hide(name) }
            names.bind(name, .number(number), depth: openings.count)
            return
        }
        guard isAdding else { return names.bind(name, .text(lexemes[last]), depth: openings.count) }
        guard case .text(let before)? = added, !before.flags.contains(.hasHoles),
            spend(byteCount(of: before) + byteCount(at: last)),
            let identity = keep(bytes(of: before, in: source) + bytes(at: last, in: source))
        else { return names.hide(name) }
        _ = entry(ofLastValue: isPython ? PythonVocabulary.vocabulary : JavaScriptVocabulary.vocabulary)
        let flags: Lexeme.Flags = [.folded, .computed]
        let decoded = before.flags.union(lexemes[last].flags).intersection(.decoded)
        names.bind(
            name,
            .text(
                Lexeme(.string, start: sign.start, end: sign.end, flags: flags.union(decoded), identity: identity)
            ),
            depth: openings.count
        )
    }

    /// `name = [constants]`, `name = {member: constant}`
    private mutating func bindCollection(_ last: Int, _ source: Span<UInt8>) {
        let open = lastClosed.open
        guard open >= 2, lexemes[open - 2].kind == .name, kind(at: open - 3) != .dot else { return }
        let name = lexemes[open - 2].identity
        if lexemes[open].kind == .openBracket {
            names.bind(name, .list(UInt32(truncatingIfNeeded: open)), depth: openings.count)
            return
        }
        guard lexemes[open].kind == .openBrace else { return }
        var index = open + 1
        var members = 0
        while index + 2 < last, members < 256, kind(at: index + 1) == .colon {
            let key = lexemes[index]
            guard key.kind == .name || key.kind == .string, kind(at: index + 2) == .string,
                kind(at: index + 3) == .comma || index + 3 == last
            else { break }
            let identity =
                key.kind == .name
                ? key.identity : UInt32(truncatingIfNeeded: NameHash.of(bytes(of: key, in: source)))
            names.bind(Self.member(identity, of: name), .text(lexemes[index + 2]), depth: openings.count)
            index += 4
            members += 1
        }
    }

    /// How the member of a named object is known.
    static func member(_ member: UInt32, of name: UInt32) -> UInt32 {
        (name &* 0x9E37_79B1) ^ (member &+ 0x7F4A_7C15)
    }
}
