import SallyportLexing

/// What ranges of lexemes are worth as constants.
extension LexemeStream {
    /// Expressions that stand in each other while one is computed; what is inside was computed before, if it could be.
    static let nestingMax = 8
    /// Lexemes besides the elements of lists that are looked at for the beginning of brackets.
    static let lookedMax = 512

    /// The whole number at a position; `nil` for any other.
    func number(at index: Int, _ source: Span<UInt8>) -> Int? {
        let lexeme = lexemes[index]
        if lexeme.flags.contains(.folded) { return Int(lexeme.identity) }
        let start = Int(lexeme.start)
        let end = min(Int(lexeme.end), source.count)
        guard end > start, end - start <= 20 else { return nil }
        var digits = ""
        for offset in start..<end where source[offset] != UInt8(ascii: "_") {
            digits.unicodeScalars.append(Unicode.Scalar(source[offset]))
        }
        if digits.count > 2, digits.hasPrefix("0") {
            let rest = digits.dropFirst(2)
            switch digits.dropFirst().first {
            case "x", "X": return Int(rest, radix: 16)
            case "o", "O": return Int(rest, radix: 8)
            case "b", "B": return Int(rest, radix: 2)
            default: break
            }
        }
        return Int(digits)
    }

    /// The constant that an expression is: a literal, a name, a sum of these, a list.
    mutating func constant(in range: Range<Int>, _ source: Span<UInt8>) -> Constant? {
        guard !range.isEmpty else { return nil }
        if range.count == 1 { return constant(at: range.lowerBound, source) }
        guard nesting < Self.nestingMax else { return nil }
        nesting += 1
        defer { nesting -= 1 }
        let first = range.lowerBound
        let last = range.upperBound - 1
        switch lexemes[first].kind {
        case .sign where range.count == 2 && text(ofSign: first, source) == "-":
            return constant(at: last, source)?.number.map { .number(-$0) }
        case .spread: return constant(in: (first + 1)..<range.upperBound, source)
        case .openBracket where lexemes[last].kind == .closeBracket:
            if let list = list(first, source), opening(of: last) == first { return list }
        case .openParenthesis where isPython && lexemes[last].kind == .closeParenthesis && opening(of: last) == first:
            return list(first, source)
        case .name where range.count >= 6 && (isPython || isText("new", at: first, source)):
            if let bytes = typedArray(range, source) { return bytes }
        default: break
        }
        if lexemes[last].kind == .closeParenthesis || lexemes[last].kind == .closeBracket,
            let whole = receiver(endingAt: last, source), whole.start == first
        {
            return whole.value
        }
        return sum(in: range, source)
    }

    /// `new Uint8Array([…])`
    private mutating func typedArray(_ range: Range<Int>, _ source: Span<UInt8>) -> Constant? {
        let first = range.lowerBound
        guard isText("Uint8Array", at: first + 1, source), kind(at: first + 2) == .openParenthesis,
            kind(at: range.upperBound - 1) == .closeParenthesis,
            let inside = Range(from: first + 3, before: range.upperBound - 1)
        else { return nil }
        return constant(in: inside, source)
    }

    /// A sum of texts.
    private mutating func sum(in range: Range<Int>, _ source: Span<UInt8>) -> Constant? {
        guard range.count <= 512, range.count % 2 == 1 || lexemes[range.lowerBound].kind == .name else { return nil }
        var text: [UInt8] = []
        var start = range.lowerBound
        var depth = 0
        for index in range {
            switch kind(at: index) {
            case .openBracket, .openParenthesis: depth += 1
            case .closeBracket, .closeParenthesis: depth -= 1
            default: break
            }
            let isEnd = index == range.upperBound - 1
            guard depth == 0, kind(at: index) == .plus || isEnd else { continue }
            let term = start..<(isEnd ? index + 1 : index)
            guard !term.isEmpty, term.count < range.count,
                let value = term.count == 1
                    ? constant(at: start, source)
                    : receiver(endingAt: term.upperBound - 1, source).flatMap({
                        $0.start == term.lowerBound ? $0.value : nil
                    }), let piece = Formatting.shown(value)
            else { return nil }
            text += piece
            start = index + 1
        }
        return text.count <= TextMethods.resultBytesMax ? .text(text) : nil
    }

    /// The constant that one lexeme is.
    mutating func constant(at index: Int, _ source: Span<UInt8>) -> Constant? {
        let lexeme = lexemes[index]
        switch lexeme.kind {
        case .string:
            guard !lexeme.flags.contains(.hasHoles), spend(byteCount(at: index)) else { return nil }
            note(lexeme.flags)
            return .text(bytes(at: index, in: source))
        case .number: return number(at: index, source).map { .number($0) }
        case .name:
            if let held = names.holds(lexeme.identity) {
                names.noteUse(lexeme.identity)
                return constant(held, source)
            }
            return isText("Number", at: index, source) ? .text(ElementMapping.toNumber) : nil
        case .other: return pattern(at: index, source)
        default: return nil
        }
    }

    private mutating func constant(_ held: ConstantNames.Held, _ source: Span<UInt8>) -> Constant? {
        switch held {
        case .text(let lexeme):
            guard spend(byteCount(of: lexeme)) else { return nil }
            note(lexeme.flags)
            usesName = true
            return .text(bytes(of: lexeme, in: source))
        case .number(let number): return .number(number)
        case .list(let open):
            usesName = true
            return list(Int(open), source)
        case .unknown: return nil
        }
    }

    /// A regular expression that is plain text: NUL, the text, and its flag.
    private func pattern(at index: Int, _ source: Span<UInt8>) -> Constant? {
        let lexeme = lexemes[index]
        let (start, end) = (Int(lexeme.start), min(Int(lexeme.end), source.count))
        guard end - start >= 3, end - start <= 256, source[start] == UInt8(ascii: "/") else { return nil }
        var text: [UInt8] = [0]
        var offset = start + 1
        while offset < end, source[offset] != UInt8(ascii: "/") {
            var byte = source[offset]
            if byte == UInt8(ascii: "\\"), offset + 1 < end {
                offset += 1
                byte = source[offset]
                if byte.isASCIIAlphanumeric { return nil }
            } else if "[](){}*+?.^$|".utf8.contains(byte) {
                return nil
            }
            text.append(byte)
            offset += 1
        }
        guard offset < end else { return nil }
        let isGlobal = (offset + 1..<end).contains { source[$0] == UInt8(ascii: "g") }
        return .text(text + [isGlobal ? UInt8(ascii: "g") : UInt8(ascii: "-")])
    }

    /// A list of constants, by the position of its opening bracket.
    mutating func list(_ open: Int, _ source: Span<UInt8>) -> Constant? {
        var texts: [[UInt8]] = []
        var numbers: [Int] = []
        var index = open + 1
        while index < lexemes.count, spend(1) {
            switch lexemes[index].kind {
            case .closeBracket, .closeParenthesis:
                guard texts.isEmpty || numbers.isEmpty else { return nil }
                return numbers.isEmpty ? .texts(texts) : .numbers(numbers)
            case .string:
                guard spend(byteCount(at: index)) else { return nil }
                note(lexemes[index].flags)
                texts.append(bytes(at: index, in: source))
            case .number:
                guard let number = number(at: index, source) else { return nil }
                numbers.append(number)
            case .sign where text(ofSign: index, source) == "-" && kind(at: index + 1) == .number:
                guard let number = number(at: index + 1, source) else { return nil }
                numbers.append(-number)
                index += 1
            case .name:
                guard case .text(let lexeme)? = names.holds(lexemes[index].identity), spend(byteCount(of: lexeme))
                else {
                    return nil
                }
                note(lexeme.flags)
                texts.append(bytes(of: lexeme, in: source))
            default: return nil
            }
            index += 1
            if kind(at: index) == .comma { index += 1 } else if !isClosing(kind(at: index)) { return nil }
        }
        return nil
    }

    /// One element of a list of constants, found without reading the others.
    mutating func element(_ position: Int, of open: Int, _ source: Span<UInt8>) -> Constant? {
        guard position >= 0, position < lexemes.count else { return nil }
        let index = open + 1 + 2 * position
        guard index + 1 < lexemes.count, kind(at: open) == .openBracket else { return nil }
        guard index == open + 1 || kind(at: index - 1) == .comma else { return nil }
        guard kind(at: index) == .string || kind(at: index) == .number else { return nil }
        guard kind(at: index + 1) == .comma || kind(at: index + 1) == .closeBracket else { return nil }
        return constant(at: index, source)
    }

    private func isClosing(_ kind: Lexeme.Kind) -> Bool { kind == .closeBracket || kind == .closeParenthesis }

    /// The bracket that the one at a position closes.
    mutating func opening(of index: Int) -> Int? {
        var depth = 0
        var position = index
        var looked = 0
        while position >= 0, looked < Self.lookedMax, spend(1) {
            switch lexemes[position].kind {
            case .string, .number, .comma: looked -= 1
            case .closeParenthesis, .closeBracket, .closeBrace: depth += 1
            case .openParenthesis, .openBracket, .openBrace:
                depth -= 1
                if depth == 0 { return position }
            default: break
            }
            position -= 1
            looked += 1
        }
        return nil
    }

    /// The arguments of a call; `nil` when one of them is no constant.
    mutating func arguments(in range: Range<Int>, _ source: Span<UInt8>) -> [Constant]? {
        var values: [Constant] = []
        var depth = 0
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            switch lexemes[index].kind {
            case .openParenthesis, .openBracket, .openBrace: depth += 1
            case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
            case .comma where depth == 0:
                guard let value = constant(in: start..<index, source) else { return nil }
                values.append(value)
                start = index + 1
            default: break
            }
            index += 1
            guard spend(1) else { return nil }
        }
        if start < range.upperBound {
            guard let value = constant(in: start..<range.upperBound, source) else { return nil }
            values.append(value)
        }
        return values
    }

    /// Whether a lexeme is exactly this word.
    func isText(_ word: StaticString, at index: Int, _ source: Span<UInt8>) -> Bool {
        guard index >= 0, index < lexemes.count, lexemes[index].kind == .name else { return false }
        let lexeme = lexemes[index]
        // Most names have another length, where they are written as they are read.
        let isPlain = lexeme.flags.isDisjoint(with: [.computed, .decoded, .escaped, .folded, .member])
        if isPlain, Int(lexeme.end) - Int(lexeme.start) != word.utf8CodeUnitCount { return false }
        return lexeme.identity == NameHash.identity(word.description)
    }

    /// The bytes of a sign.
    func text(ofSign index: Int, _ source: Span<UInt8>) -> String {
        var text = ""
        for offset in Int(lexemes[index].start)..<min(Int(lexemes[index].end), source.count) {
            text.unicodeScalars.append(Unicode.Scalar(source[offset]))
        }
        return text
    }

    /// Notes what a constant was made of.
    @inline(__always)
    private mutating func note(_ flags: Lexeme.Flags) {
        usedFlags.formUnion(flags.intersection([.computed, .decoded]))
    }
}

extension UInt8 {
    /// A letter or digit of ASCII.
    var isASCIIAlphanumeric: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}
