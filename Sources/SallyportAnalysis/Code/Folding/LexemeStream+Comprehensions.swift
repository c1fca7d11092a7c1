import SallyportLexing

/// Python's loops inside of expressions, over constants.
extension LexemeStream {
    /// `EXPRESSION for NAME in VALUES`, with or without brackets around it.
    mutating func comprehension(_ range: Range<Int>, _ source: Span<UInt8>) -> Constant? {
        var range = range
        if kind(at: range.lowerBound) == .openBracket, kind(at: range.upperBound - 1) == .closeBracket {
            range = (range.lowerBound + 1)..<(range.upperBound - 1)
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

    /// `map(chr, VALUES)`, `map(lambda c: EXPRESSION, VALUES)`
    mutating func mapped(_ range: Range<Int>, _ source: Span<UInt8>) -> Constant? {
        guard let comma = range.first(where: { kind(at: $0) == .comma }) else { return nil }
        var mapping = ElementMapping()
        var values = comma + 1
        if isText("lambda", at: range.lowerBound, source), kind(at: range.lowerBound + 1) == .name {
            mapping.element = lexemes[range.lowerBound + 1].identity
            // The comma is the last one outside of brackets; a key's index has none.
            guard mapping.read((range.lowerBound + 3)..<comma, &self, source) else { return nil }
        } else if isText("chr", at: range.lowerBound, source) || isText("unichr", at: range.lowerBound, source) {
            mapping.isCharacter = true
            mapping.steps = [.element]
        } else {
            return nil
        }
        if values >= range.upperBound { values = range.upperBound }
        guard let list = constant(in: values..<range.upperBound, source) else { return nil }
        usedFlags.insert(.decoded)
        return mapping.apply(to: list, isText: false, &self)
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
            let comma = inside.first(where: { kind(at: $0) == .comma })
        {
            mapping.element = first
            var key = (comma + 1)..<inside.upperBound
            // `itertools.cycle(key)`
            if let open = key.first(where: { kind(at: $0) == .openParenthesis }) {
                key = (open + 1)..<(key.upperBound - 1)
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
