import SallyportLexing

/// What stands between square brackets.
extension LexemeStream {
    /// A closing bracket; `value["name"]` becomes `value.name`, and what is known of a constant becomes a string.
    mutating func appendClosingBracket(_ token: Token, _ source: Span<UInt8>, _ vocabulary: Vocabulary) {
        let last = lexemes.count - 1
        // Readers that keep their own brackets have none here.
        let open = close() ?? (kind(at: last - 1) == .openBracket ? last - 1 : -1)
        if open > 0, open < last + 1, lexemes[open].kind == .openBracket, lexemes[open - 1].endsValue {
            if last == open + 1, lexemes[last].kind == .string, nameMember(open, vocabulary, source) { return }
            usedFlags = []
            usesName = false
            if foldIndex(open, token.end, source, vocabulary) { return }
        }
        append(.closeBracket, token)
        lastClosed = (open, lexemes.count - 1)
    }

    /// The string at the end as a member of what stands before its bracket.
    private mutating func nameMember(_ open: Int, _ vocabulary: Vocabulary, _ source: Span<UInt8>) -> Bool {
        let last = lexemes.count - 1
        guard isIndexable(lexemes[open - 1], vocabulary), byteCount(at: last) <= 64 else { return false }
        let name = bytes(at: last, in: source)
        let hash = NameHash.of(name)
        let string = lexemes[last]
        lexemes.removeLast(2)
        if string.flags.contains(.folded) { memberValues[UInt32(truncatingIfNeeded: hash)] = string.identity }
        let entry = vocabulary.position(hash: hash, length: name.count)
        if entry != 0 { interest.formUnion(vocabulary[entry].global) }
        if entry != 0, !string.flags.isDisjoint(with: [.computed, .decoded, .escaped]) { interest.insert(.notable) }
        lexemes.append(Lexeme(.dot, start: string.start, end: string.start))
        lexemes.append(
            Lexeme(
                .name,
                start: string.start,
                end: string.end,
                flags: string.flags.intersection([.computed, .decoded, .escaped]).union(.member),
                entry: entry,
                identity: UInt32(truncatingIfNeeded: hash)
            )
        )
        return true
    }

    private mutating func foldIndex(_ open: Int, _ end: UInt32, _ source: Span<UInt8>, _ vocabulary: Vocabulary) -> Bool
    {
        let inside = (open + 1)..<lexemes.count
        guard !isSpent, inside.count <= 24 else { return false }
        if isPython, inside.contains(where: { kind(at: $0) == .colon }) {
            return foldSlice(open, end, source, vocabulary)
        }
        // Only what is not a plain name or number: those are the index of every loop.
        guard let index = constant(in: inside, source) else { return false }
        if let name = index.text {
            guard usesName || inside.count > 1, name.count <= 64, !name.isEmpty else { return false }
            let first = lexemes[open + 1]
            guard isIndexable(lexemes[open - 1], vocabulary), let identity = keep(name) else { return false }
            lexemes.removeLast(inside.count)
            // A name that holds a plain text hides nothing.
            let flags = usedFlags.union(inside.count > 1 ? [.folded, .computed] : .folded)
            lexemes.append(Lexeme(.string, start: first.start, end: end, flags: flags, identity: identity))
            return nameMember(open, vocabulary, source)
        }
        guard let position = index.number else { return false }
        if lexemes[open - 1].kind == .name, kind(at: open - 2) != .dot,
            case .list(let list)? = names.holds(lexemes[open - 1].identity)
        {
            let index = position < 0 && isPython ? -1 : position
            guard let value = element(index, of: Int(list), source) else { return false }
            return replace(from: open - 1, with: value, end, source, vocabulary)
        }
        guard lexemes[open - 1].kind == .string || lexemes[open - 1].kind == .closeBracket else { return false }
        guard let whole = receiver(endingAt: open - 1, source) else { return false }
        guard let value = TextMethods.apply(.at, to: whole.value, [.number(position)], isPython: isPython) else {
            return false
        }
        return replace(from: whole.start, with: value, end, source, vocabulary)
    }

    /// `text[::-1]`, `text[a:b:c]`
    private mutating func foldSlice(_ open: Int, _ end: UInt32, _ source: Span<UInt8>, _ vocabulary: Vocabulary) -> Bool
    {
        switch lexemes[open - 1].kind {
        case .string, .closeBracket: break
        case .name:
            guard kind(at: open - 2) != .dot, names.holds(lexemes[open - 1].identity) != nil else { return false }
        default: return false
        }
        var bounds: [Int?] = [nil]
        var isNegative = false
        for index in (open + 1)..<lexemes.count {
            switch lexemes[index].kind {
            case .colon: bounds.append(nil)
            case .sign where text(ofSign: index, source) == "-": isNegative = true
            case .number:
                guard let number = number(at: index, source) else { return false }
                bounds[bounds.count - 1] = isNegative ? -number : number
                isNegative = false
            default: return false
            }
        }
        guard bounds.count <= 3, let whole = receiver(endingAt: open - 1, source) else { return false }
        let step = bounds.count == 3 ? bounds[2] ?? 1 : 1
        guard let scalars = whole.value.text.map({ Characters.scalars($0) }),
            spend(scalars.count),
            let text = Characters.text(Self.slice(scalars, bounds[0], bounds[1], step))
        else { return false }
        return replace(from: whole.start, with: .text(text), end, source, vocabulary)
    }

    /// Python's slice.
    static func slice<Element>(_ list: [Element], _ start: Int?, _ end: Int?, _ step: Int) -> [Element] {
        guard step != 0, step > -list.count - 2, step < list.count + 2 else { return list.isEmpty ? [] : [list[0]] }
        let count = list.count
        func place(_ bound: Int?, _ otherwise: Int, _ low: Int, _ high: Int) -> Int {
            guard let bound else { return otherwise }
            return min(max(bound < 0 ? count + bound : bound, low), high)
        }
        if step > 0 {
            let (from, to) = (place(start, 0, 0, count), place(end, count, 0, count))
            return stride(from: from, to: max(from, to), by: step).map { list[$0] }
        }
        let (from, to) = (place(start, count - 1, -1, count - 1), place(end, -1, -1, count - 1))
        return stride(from: from, to: min(from, to), by: step).map { list[$0] }
    }

    func isIndexable(_ lexeme: Lexeme, _ vocabulary: Vocabulary) -> Bool {
        switch lexeme.kind {
        case .closeParenthesis, .closeBracket: true
        case .name: lexeme.flags.contains(.member) || vocabulary[lexeme.entry].keyword == .none
        default: false
        }
    }
}
