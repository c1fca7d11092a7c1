import SallyportLexing

extension ElementMapping {
    /// `element => …`, `(element, index) => …`, `function (element, index) { return … }`, as the last argument.
    static func function(in range: Range<Int>, _ stream: inout LexemeStream, _ source: Span<UInt8>) -> ElementMapping? {
        guard range.count >= 3, range.count <= 160 else { return nil }
        var mapping = ElementMapping()
        var index = range.lowerBound
        // In front of `replace`'s function stands what is replaced.
        if stream.kind(at: index) == .other, stream.kind(at: index + 1) == .comma { index += 2 }
        if stream.isText("function", at: index, source) { index += 1 }
        if stream.kind(at: index) == .name, stream.kind(at: index + 1) == .openParenthesis { index += 1 }
        if stream.kind(at: index) == .openParenthesis {
            guard stream.kind(at: index + 1) == .name else { return nil }
            mapping.element = stream.lexemes[index + 1].identity
            index += 2
            if stream.kind(at: index) == .comma, stream.kind(at: index + 1) == .name {
                mapping.index = stream.lexemes[index + 1].identity
                index += 2
            }
            while index < range.upperBound, stream.kind(at: index) != .closeParenthesis { index += 1 }
        } else {
            guard stream.kind(at: index) == .name else { return nil }
            mapping.element = stream.lexemes[index].identity
        }
        index += 1
        if stream.kind(at: index) == .arrow { index += 1 }
        var end = range.upperBound
        if stream.kind(at: index) == .openBrace {
            guard stream.isText("return", at: index + 1, source) else { return nil }
            index += 2
            end -= 1
            if stream.kind(at: end - 1) == .semicolon { end -= 1 }
        }
        guard index < end, mapping.read(index..<end, &stream, source) else { return nil }
        return mapping
    }

    /// Reads the expression; false when it has something that isn't known.
    mutating func read(_ range: Range<Int>, _ stream: inout LexemeStream, _ source: Span<UInt8>) -> Bool {
        var range = range
        if let inside = Self.characterCall(range, &stream, source) {
            isCharacter = true
            range = inside
        }
        guard !range.isEmpty, range.count <= Self.lexemesMax else { return false }
        var pending: [Operator?] = []
        var index = range.lowerBound
        var expectsValue = true
        while index < range.upperBound {
            let kind = stream.kind(at: index)
            if expectsValue {
                if kind == .openParenthesis {
                    pending.append(nil)
                } else if kind == .sign || kind == .plus {
                    let sign = stream.text(ofSign: index, source)
                    if sign == "-" {
                        pending.append(.negate)
                    } else if sign == "~" {
                        pending.append(.not)
                    } else if sign != "+" {
                        return false
                    }
                } else {
                    guard let next = value(at: index, range.upperBound, &stream, source) else { return false }
                    index = next
                    expectsValue = false
                    continue
                }
            } else if kind == .closeParenthesis {
                guard unwind(&pending, above: 0), !pending.isEmpty else { return false }
                pending.removeLast()
            } else {
                guard let sign = Operator(rawValue: stream.text(ofSign: index, source)), sign != .not else {
                    return false
                }
                guard unwind(&pending, above: sign.precedence) else { return false }
                pending.append(sign)
                expectsValue = true
            }
            index += 1
        }
        guard !expectsValue, unwind(&pending, above: 0), pending.isEmpty else { return false }
        return true
    }

    private mutating func unwind(_ pending: inout [Operator?], above precedence: Int) -> Bool {
        while let last = pending.last, let sign = last, sign.precedence >= precedence {
            steps.append(.apply(sign))
            pending.removeLast()
        }
        return true
    }

    /// The inside of `String.fromCharCode(…)` or `chr(…)` when that is the whole range.
    private static func characterCall(
        _ range: Range<Int>,
        _ stream: inout LexemeStream,
        _ source: Span<UInt8>
    ) -> Range<Int>? {
        var index = range.lowerBound
        if stream.isText("String", at: index, source), stream.kind(at: index + 1) == .dot { index += 2 }
        guard
            stream.isText("fromCharCode", at: index, source) || stream.isText("fromCodePoint", at: index, source)
                || stream.isText("chr", at: index, source) || stream.isText("unichr", at: index, source)
        else { return nil }
        guard stream.kind(at: index + 1) == .openParenthesis,
            stream.kind(at: range.upperBound - 1) == .closeParenthesis,
            stream.opening(of: range.upperBound - 1) == index + 1
        else { return nil }
        return Range(from: index + 2, before: range.upperBound - 1)
    }

    /// One operand; gives the position behind it.
    private mutating func value(
        at index: Int,
        _ end: Int,
        _ stream: inout LexemeStream,
        _ source: Span<UInt8>
    ) -> Int? {
        let lexeme = stream.lexemes[index]
        if lexeme.kind == .number {
            guard let number = stream.number(at: index, source) else { return nil }
            steps.append(.number(number))
            return index + 1
        }
        if lexeme.kind == .string { return keyed(stream.bytes(at: index, in: source), index, &stream) }
        guard lexeme.kind == .name else { return nil }
        if lexeme.identity == element, element != 0 {
            steps.append(.element)
            return behindMember(index, &stream)
        }
        if lexeme.identity == self.index, self.index != 0 {
            steps.append(.index)
            return index + 1
        }
        if let companion, companion.name == lexeme.identity {
            steps.append(.key(companion.values))
            return behindMember(index, &stream)
        }
        if stream.kind(at: index + 1) == .openParenthesis { return wrapped(index, end, &stream, source) }
        switch stream.names.holds(lexeme.identity) {
        case .number(let number)?:
            steps.append(.number(number))
            return index + 1
        case .text(let text)?: return keyed(stream.bytes(of: text, in: source), index, &stream)
        case .list(let open)?:
            guard let values = stream.list(Int(open), source)?.values else { return nil }
            steps.append(.key(values))
            return behindMember(index, &stream)
        default: return nil
        }
    }

    /// `ord(c)`, `int(c, 16)`, `parseInt(c, 16)`, `ord(key[i % n])`
    private mutating func wrapped(
        _ index: Int,
        _ end: Int,
        _ stream: inout LexemeStream,
        _ source: Span<UInt8>
    ) -> Int? {
        guard let operation = stream.operations[stream.lexemes[index].identity],
            operation == .ordinal || operation == .parseInteger,
            let next = value(inside: index + 2, end, &stream, source)
        else { return nil }
        if operation == .parseInteger { base = 10 }
        var position = next
        if stream.kind(at: position) == .comma, stream.kind(at: position + 1) == .number {
            base = stream.number(at: position + 1, source) ?? 10
            position += 2
        }
        return stream.kind(at: position) == .closeParenthesis ? position + 1 : nil
    }

    /// An operand that is no function's result.
    private mutating func value(
        inside index: Int,
        _ end: Int,
        _ stream: inout LexemeStream,
        _ source: Span<UInt8>
    ) -> Int? {
        guard index < end, stream.kind(at: index + 1) != .openParenthesis else { return nil }
        return value(at: index, end, &stream, source)
    }

    private mutating func keyed(_ text: [UInt8], _ index: Int, _ stream: inout LexemeStream) -> Int? {
        steps.append(.key(Characters.scalars(text).map { Int($0) }))
        return behindMember(index, &stream)
    }

    /// Behind `.charCodeAt(…)` or `[…]`, which take the value that is meant anyway.
    private func behindMember(_ index: Int, _ stream: inout LexemeStream) -> Int? {
        var position = index + 1
        if stream.kind(at: position) == .dot, stream.kind(at: position + 1) == .name,
            stream.operations[stream.lexemes[position + 1].identity] == .charCode
        {
            position += 2
        }
        guard stream.kind(at: position) == .openParenthesis || stream.kind(at: position) == .openBracket else {
            return position
        }
        var depth = 0
        let end = min(stream.count, position + 32)
        while position < end {
            switch stream.kind(at: position) {
            case .openParenthesis, .openBracket: depth += 1
            case .closeParenthesis, .closeBracket:
                depth -= 1
                if depth == 0 { return position + 1 }
            default: break
            }
            position += 1
        }
        return nil
    }
}
