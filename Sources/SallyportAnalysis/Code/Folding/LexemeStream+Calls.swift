import SallyportLexing

/// Calls whose result is known.
extension LexemeStream {
    /// Steps of one row of calls that are followed.
    static let callsMax = 32
    /// Lexemes of an argument that names something, and of the one in front of it.
    static let namingMax = 64

    /// The call that the bracket at `open` begins, and that ends here, as one string; false when it isn't known.
    mutating func foldCall(from open: Int, _ end: UInt32, _ source: Span<UInt8>, _ vocabulary: Vocabulary) -> Bool {
        guard !isSpent, open >= 1, lexemes[open - 1].kind == .name, operations.mayHold(lexemes[open - 1].identity),
            let operation = operations[lexemes[open - 1].identity], operation.isTerminal
        else { return false }
        usedFlags = []
        usesName = false
        guard let (start, value) = result(of: operation, open: open, end: lexemes.count, source) else { return false }
        return replace(from: start, with: value, end, source, vocabulary)
    }

    /// The argument of a call that loads, gets or evaluates something by a name, as one string.
    mutating func foldNaming(from open: Int, _ source: Span<UInt8>, _ vocabulary: Vocabulary) {
        guard open >= 1, lexemes[open - 1].kind == .name, lexemes[open - 1].entry != 0 else { return }
        let entry = vocabulary[lexemes[open - 1].entry]
        let byName = !entry.global.isDisjoint(with: [.require, .attribute]) || entry.role.contains(.requires)
        guard byName || entry.keyword == .importWord || entry.global.contains(.evaluate) else { return }
        var start = open + 1
        if entry.global.contains(.attribute) {
            let looked = start..<min(lexemes.count, start + Self.namingMax)
            guard let comma = comma(in: looked) else { return }
            start = comma + 1
        }
        let range = start..<lexemes.count
        guard !range.isEmpty, range.count <= Self.namingMax else { return }
        for index in range where kind(at: index) == .name && names.holds(lexemes[index].identity) == nil {
            names.miss(lexemes[index].identity)
        }
        if byName, !isPython, range.count > 1, decodes(range) { interest.insert(.notable) }
        if range.count > 1 {
            usedFlags = []
            usesName = false
            guard let text = constant(in: range, source)?.text else { return }
            guard replace(from: start, with: .text(text), lexemes[lexemes.count - 1].end, source, vocabulary) else {
                return
            }
            isUnsettled = false
        }
        guard kind(at: start) == .string, byteCount(at: start) <= 64 else { return }
        let name = vocabulary.position(hash: NameHash.of(bytes(at: start, in: source)), length: byteCount(at: start))
        if name != 0, byName { interest.formUnion(vocabulary[name].global.union(vocabulary[name].module)) }
    }

    /// What a call gives, and where its expression starts.
    private mutating func result(
        of operation: Operation,
        open: Int,
        end: Int,
        _ source: Span<UInt8>
    ) -> (start: Int, value: Constant)? {
        let isMember = open >= 2 && lexemes[open - 2].kind == .dot
        if operation.isMethod, operation != .decode || isPython || kind(at: open - 3) != .closeParenthesis {
            guard isMember, let whole = receiver(endingAt: open - 3, source) else {
                return isMember && operation == .decode ? decoder(open: open, end: end, source) : nil
            }
            guard let value = step(operation, open + 1..<end, whole.value, source) else { return nil }
            return (whole.start, value)
        }
        if operation == .decode { return decoder(open: open, end: end, source) }
        return function(operation, open: open, end: end, source)
    }

    private mutating func function(
        _ operation: Operation,
        open: Int,
        end: Int,
        _ source: Span<UInt8>
    ) -> (start: Int, value: Constant)? {
        let isMember = open >= 2 && lexemes[open - 2].kind == .dot
        let start = isMember ? expressionStart(endingAt: open - 3) : open - 1
        guard let start else { return nil }
        let receiver = isMember && open >= 3 ? lexemes[open - 3].identity : 0
        if isPython, operation == .bytes || operation == .list, let list = comprehension((open + 1)..<end, source) {
            guard operation == .bytes else { return (start, list) }
            return list.raw.map { (start, .text(Characters.fromLatin($0))) }
        }
        guard let arguments = arguments(in: (open + 1)..<end, source),
            let value = Functions.apply(operation, arguments, receiver: receiver), spend(value.cost)
        else { return nil }
        noteDecoding(operation, arguments)
        return (start, value)
    }

    /// `codecs.decode(text, "rot13")`, `new TextDecoder().decode(bytes)`
    private mutating func decoder(open: Int, end: Int, _ source: Span<UInt8>) -> (start: Int, value: Constant)? {
        guard let start = expressionStart(endingAt: open - 3), let arguments = arguments(in: (open + 1)..<end, source)
        else { return nil }
        if isPython {
            guard arguments.count == 2, let value = Functions.apply(.codecs, arguments, receiver: 0),
                spend(value.cost)
            else { return nil }
            usedFlags.insert(.decoded)
            return (start, value)
        }
        guard arguments.count == 1, arguments[0].text == nil, let bytes = arguments[0].raw else { return nil }
        usedFlags.insert(.decoded)
        let before = start > 0 && isText("new", at: start - 1, source) ? start - 1 : start
        return (before, .text(bytes))
    }

    private mutating func noteDecoding(_ operation: Operation, _ arguments: [Constant]) {
        if operation.decodes { usedFlags.insert(.decoded) }
        guard operation == .fromCharCode || operation == .bytes || operation == .from else { return }
        let count = arguments.reduce(0) { $0 + ($1.values?.count ?? 1) }
        if count >= 4 { usedFlags.insert(.decoded) }
    }

    /// One method of a row, with its arguments.
    private mutating func step(
        _ operation: Operation,
        _ range: Range<Int>,
        _ value: Constant,
        _ source: Span<UInt8>
    ) -> Constant? {
        if operation == .map || operation == .replace || operation == .replaceAll, !isPython,
            let mapping = ElementMapping.function(in: range, &self, source)
        {
            usedFlags.insert(.decoded)
            return mapping.apply(to: value, isText: operation != .map, &self)
        }
        if operation == .join, isPython, let list = comprehension(range, source) {
            return charged(TextMethods.apply(.join, to: value, [list], isPython: true))
        }
        guard let arguments = arguments(in: range, source) else { return nil }
        guard spend(value.cost + arguments.reduce(0) { $0 + $1.cost }) else { return nil }
        if operation == .decode, case .text? = arguments.first { usedFlags.insert(.decoded) }
        if case .bytes = value { usedFlags.insert(.decoded) }
        return charged(TextMethods.apply(operation, to: value, arguments, isPython: isPython))
    }

    /// A result, which may be far larger than what it was made of; `nil` when the source has used up its share.
    private mutating func charged(_ value: Constant?) -> Constant? {
        guard let value, spend(value.cost) else { return nil }
        return value
    }

    /// The value in front of a dot, and where its expression starts.
    mutating func receiver(endingAt end: Int, _ source: Span<UInt8>) -> (start: Int, value: Constant)? {
        var steps: [(operation: Operation, arguments: Range<Int>)] = []
        var position = end
        while position >= 0, steps.count < Self.callsMax, spend(1) {
            switch lexemes[position].kind {
            case .string: return constant(at: position, source).flatMap { finish(steps, position, $0, source) }
            case .name: return named(at: position, source).flatMap { finish(steps, $0.start, $0.value, source) }
            case .closeBracket:
                return indexed(at: position, source).flatMap { finish(steps, $0.start, $0.value, source) }
            case .closeParenthesis:
                guard let open = opening(of: position) else { return nil }
                guard open >= 1, lexemes[open - 1].kind == .name, let operation = operations[lexemes[open - 1].identity]
                else {
                    guard open < position - 1, open == 0 || !lexemes[open - 1].endsValue else { return nil }
                    return constant(in: (open + 1)..<position, source).flatMap { finish(steps, open, $0, source) }
                }
                guard operation.isMethod, kind(at: open - 2) == .dot, !(operation == .map && isPython) else {
                    return root(operation, open, position, source).flatMap { finish(steps, $0.start, $0.value, source) }
                }
                steps.append((operation, (open + 1)..<position))
                position = open - 3
            default: return nil
            }
        }
        return nil
    }

    /// A function at the beginning of a row: `Buffer.from(…)`, `new Uint8Array(…)`, Python's `map(chr, …)`.
    private mutating func root(
        _ operation: Operation,
        _ open: Int,
        _ close: Int,
        _ source: Span<UInt8>
    ) -> (start: Int, value: Constant)? {
        if operation == .map {
            guard isPython, let value = mapped((open + 1)..<close, source) else { return nil }
            return (open - 1, value)
        }
        guard let found = function(operation, open: open, end: close, source) else { return nil }
        let isNew = found.start > 0 && isText("new", at: found.start - 1, source)
        return (isNew ? found.start - 1 : found.start, found.value)
    }

    private mutating func finish(
        _ steps: [(operation: Operation, arguments: Range<Int>)],
        _ start: Int,
        _ root: Constant,
        _ source: Span<UInt8>
    ) -> (start: Int, value: Constant)? {
        var value = root
        for entry in steps.reversed() {
            guard let next = step(entry.operation, entry.arguments, value, source) else { return nil }
            value = next
        }
        return (start, value)
    }

    private mutating func named(at position: Int, _ source: Span<UInt8>) -> (start: Int, value: Constant)? {
        guard kind(at: position - 1) == .dot else {
            return constant(at: position, source).map { (position, $0) }
        }
        guard kind(at: position - 2) == .name, kind(at: position - 3) != .dot else { return nil }
        let identity = Self.member(lexemes[position].identity, of: lexemes[position - 2].identity)
        guard case .text(let lexeme)? = names.holds(identity) else { return nil }
        usedFlags.insert(.computed)
        return (position - 2, .text(bytes(of: lexeme, in: source)))
    }

    private mutating func indexed(at position: Int, _ source: Span<UInt8>) -> (start: Int, value: Constant)? {
        guard let open = opening(of: position), lexemes[open].kind == .openBracket else { return nil }
        guard open > 0, lexemes[open - 1].endsValue else { return list(open, source).map { (open, $0) } }
        guard lexemes[open - 1].kind == .name, kind(at: open - 2) != .dot,
            let index = constant(in: (open + 1)..<position, source)?.number,
            case .list(let list)? = names.holds(lexemes[open - 1].identity)
        else { return nil }
        usedFlags.insert(.computed)
        return element(index, of: Int(list), source).map { (open - 1, $0) }
    }

    /// Where a row of names, members and calls starts.
    mutating func expressionStart(endingAt end: Int) -> Int? {
        var position = end
        while position >= 0, spend(1) {
            switch lexemes[position].kind {
            case .name: break
            case .closeParenthesis, .closeBracket:
                guard let open = opening(of: position) else { return nil }
                guard open > 0, lexemes[open - 1].kind == .name else { return open }
                position = open - 1
            default: return nil
            }
            guard kind(at: position - 1) == .dot else { return position }
            position -= 2
        }
        return nil
    }

    /// Puts a constant in place of the last lexemes; false when it is no text or number, or there is no room.
    mutating func replace(
        from start: Int,
        with value: Constant,
        _ end: UInt32,
        _ source: Span<UInt8>,
        _ vocabulary: Vocabulary
    ) -> Bool {
        guard start >= 0, start < lexemes.count else { return false }
        let first = lexemes[start]
        let before = first.flags.intersection(.newlineBefore)
        switch value {
        case .number(let number):
            guard (0...Int(UInt32.max)).contains(number) else { return false }
            cut(to: start)
            lexemes.append(Lexeme(.number, start: first.start, end: end, flags: [.folded], identity: UInt32(number)))
            return true
        case .text(let text):
            guard let identity = keep(text) else { return false }
            var flags = before.union([.folded, .computed]).union(usedFlags)
            if text.isEmpty { flags.remove(.computed) }
            cut(to: start)
            var lexeme = Lexeme(.string, start: first.start, end: end, flags: flags, identity: identity)
            lexeme.entry = entry(ofLastValue: vocabulary)
            lexemes.append(lexeme)
            isUnsettled = true
            return true
        default: return false
        }
    }

    private mutating func cut(to count: Int) {
        lexemes.removeLast(lexemes.count - count)
        lastClosed = (-1, -1)
    }
}
