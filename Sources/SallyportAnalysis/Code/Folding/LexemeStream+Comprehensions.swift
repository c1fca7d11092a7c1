import SallyportLexing

/// Python's loops inside of expressions, over constants.
extension LexemeStream {
    /// `EXPRESSION for NAME in VALUES`, with or without brackets around it.
    mutating func comprehension(_ range: Range<Int>, _ source: Span<UInt8>) -> Constant? {
        var range = range
        if kind(at: range.lowerBound) == .openBracket, kind(at: range.upperBound - 1) == .closeBracket {
            guard let inside = Range(from: range.lowerBound + 1, before: range.upperBound - 1) else { return nil }
            range = inside
        }
        guard range.count >= 5, let loop = position(of: "for", in: range.prefix(ElementMapping.lexemesMax), source),
            let middle = position(of: "in", in: (loop..<range.upperBound).prefix(12), source)
        else { return nil }
        var mapping = ElementMapping()
        let names = (loop + 1..<middle).filter { kind(at: $0) == .name }.map { lexemes[$0].identity }
        guard let value = iterated((middle + 1)..<range.upperBound, names, &mapping, source),
            mapping.read(range.lowerBound..<loop, &self, source)
        else { return nil }
        usedFlags.insert(.decoded)
        return mapping.apply(to: value, isText: false, &self)
    }

    /// `map(chr, VALUES)`, `map(lambda c: EXPRESSION, VALUES)`, `map(lambda c, k: EXPRESSION, VALUES, KEY)`
    mutating func mapped(_ range: Range<Int>, _ source: Span<UInt8>) -> Constant? {
        var mapping = ElementMapping()
        var body = range.lowerBound
        var names: [UInt32] = []
        if isText("lambda", at: body, source) {
            repeat {
                body += 1
                guard kind(at: body) == .name, names.count < 2 else { return nil }
                names.append(lexemes[body].identity)
                body += 1
            } while kind(at: body) == .comma
            guard kind(at: body) == .colon else { return nil }
            body += 1
        }
        guard let rest = Range(from: body, before: range.upperBound), let comma = comma(in: rest),
            let values = mappedValues((comma + 1)..<range.upperBound, names, &mapping, source)
        else { return nil }
        if names.isEmpty {
            guard isText("chr", at: body, source) || isText("unichr", at: body, source) else { return nil }
            mapping.isCharacter = true
            mapping.steps = [.element]
        } else {
            guard mapping.read(body..<comma, &self, source) else { return nil }
        }
        usedFlags.insert(.decoded)
        return mapping.apply(to: values, isText: false, &self)
    }

    /// What `map` walks along: one list, or a list and a key.
    private mutating func mappedValues(
        _ range: Range<Int>,
        _ names: [UInt32],
        _ mapping: inout ElementMapping,
        _ source: Span<UInt8>
    ) -> Constant? {
        mapping.element = names.first ?? 0
        guard names.count == 2 else { return constant(in: range, source) }
        guard let comma = comma(in: range),
            let key = constant(in: (comma + 1)..<range.upperBound, source)?.values
        else { return nil }
        mapping.companion = (names[1], key)
        return constant(in: range.lowerBound..<comma, source)
    }

    /// The constant that a loop walks along, and which names are the element, the index, and a key's.
    private mutating func iterated(
        _ range: Range<Int>,
        _ names: [UInt32],
        _ mapping: inout ElementMapping,
        _ source: Span<UInt8>
    ) -> Constant? {
        guard let first = names.first else { return nil }
        let inside = (range.lowerBound + 2)..<max(range.lowerBound + 2, range.upperBound - 1)
        if isText("enumerate", at: range.lowerBound, source), names.count == 2 {
            mapping.index = first
            mapping.element = names[1]
            return constant(in: inside, source)
        }
        if isText("zip", at: range.lowerBound, source), names.count == 2,
            let comma = comma(in: inside)
        {
            mapping.element = first
            var key = (comma + 1)..<inside.upperBound
            // `itertools.cycle(key)`
            if let open = key.prefix(8).first(where: { kind(at: $0) == .openParenthesis }) {
                guard let inner = Range(from: open + 1, before: key.upperBound - 1) else { return nil }
                key = inner
            }
            guard let values = constant(in: key, source)?.values else { return nil }
            mapping.companion = (names[1], values)
            return constant(in: inside.lowerBound..<comma, source)
        }
        if isText("range", at: range.lowerBound, source), names.count == 1 {
            mapping.index = first
            if kind(at: range.lowerBound + 4) == .name, isText("len", at: range.lowerBound + 2, source) {
                return constant(at: range.lowerBound + 4, source)
            }
            // `range(0, len(text), 2)` with `int(text[i:i+2], 16)` is hexadecimal by hand, and not followed.
            return nil
        }
        mapping.element = first
        return constant(in: range, source)
    }

    private func position(of word: StaticString, in range: Range<Int>.SubSequence, _ source: Span<UInt8>) -> Int? {
        range.first { isText(word, at: $0, source) }
    }
}
