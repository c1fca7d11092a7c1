/// Names, words and numbers.
extension JavaScriptLexer {
    @inline(__always)
    mutating func identifier(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        var end = start
        var packed: UInt64 = 0
        if start + 8 <= source.count {
            let word = Word.load(source, at: start)
            let others = ~Word.nameMarks(word) & Word.high
            if others == 0 {
                packed = word
                end = Self.endOfName(source, from: start + 8)
            } else {
                end = start + Word.firstMark(others)
                packed = word & ((1 << UInt64((end - start) * 8)) &- 1)
            }
        } else {
            end = Self.endOfName(source, from: start)
            packed = Word.pack(source, start, end)
        }
        offset = end
        if end < source.count, source[end] >= 0x80 || source[end] == UInt8(ascii: "\\") {
            return try unusualIdentifier(from: start, source, &tokens)
        }
        let word = JavaScriptWord.classify(packed, length: end - start)
        if word == .none {
            let isMember = context.name()
            return try append(.identifier, from: start, source, &tokens, flags: isMember ? .member : [])
        }
        try appendWord(word, from: start, source, &tokens)
    }

    @inline(__always)
    private static func endOfName(_ source: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < source.count, ByteSet.javaScriptWord.contains(source[end]) { end += 1 }
        return end
    }

    private mutating func appendWord(
        _ word: JavaScriptWord,
        from start: Int,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        // Found by its first eight letters.
        if word == .instanceofWord, !UTF8Reading.matches(source, start..<offset, "instanceof") {
            let isMember = context.name()
            return try append(.identifier, from: start, source, &tokens, flags: isMember ? .member : [])
        }
        if newlineBefore, context.isBehindAwait, [.functionWord, .classWord, .asyncWord].contains(word) {
            summary.noteAmbiguity(at: start)
        }
        let role = context.word(word, newlineBefore: newlineBefore)
        let kind: Token.Kind = role.isKeyword ? .keyword : .identifier
        try append(kind, from: start, source, &tokens, flags: role.isMember ? .member : [])
    }

    /// A name with escapes, or with characters beyond ASCII; its ASCII beginning has been read.
    private mutating func unusualIdentifier(
        from start: Int,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        var flags = restOfIdentifier(source)
        guard offset > start else { return try invalidBytes(source, &tokens) }
        // A word with an escape in it is never a keyword (ECMA-262, 12.7.2); one beyond ASCII is none.
        let isWhole = flags.isEmpty
        let word = isWhole ? JavaScriptWord.classify(Word.pack(source, start, offset), length: offset - start) : .none
        if word != .none { return try appendWord(word, from: start, source, &tokens) }
        if context.name() { flags.insert(.member) }
        try append(.identifier, from: start, source, &tokens, flags: flags)
    }

    /// Goes on behind the ASCII part of a name.
    private mutating func restOfIdentifier(_ source: Span<UInt8>) -> Token.Flags {
        var flags: Token.Flags = []
        while offset < source.count {
            let byte = source[offset]
            if ByteSet.javaScriptWord.contains(byte) {
                offset += 1
            } else if byte == UInt8(ascii: "\\") {
                guard let escape = JavaScriptLiteral.unicodeEscape(source, at: offset, end: source.count) else { break }
                flags.insert(.escaped)
                offset += escape.length
            } else if byte >= 0x80, let scalar = UTF8Reading.scalar(in: source, at: offset),
                JavaScriptLexer.isNamePart(scalar.value)
            {
                flags.insert(.nonASCII)
                offset += scalar.length
            } else {
                break
            }
        }
        return flags
    }

    /// Everything beyond ASCII that is not white space: what Unicode allows in names is a larger set each year.
    private static func isNamePart(_ value: UInt32) -> Bool {
        switch value {
        case 0x2028, 0x2029, 0xA0, 0xFEFF, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: false
        default: true
        }
    }

    /// A backslash that starts no escape, or bytes that are not UTF-8.
    private mutating func invalidBytes(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        offset += 1
        while offset < source.count, source[offset] >= 0x80, UTF8Reading.scalar(in: source, at: offset) == nil {
            offset += 1
        }
        context.operand()
        try append(.invalid, from: start, source, &tokens, flags: .malformed)
    }

    mutating func privateName(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        offset += 1
        while offset < source.count, ByteSet.javaScriptWord.contains(source[offset]) { offset += 1 }
        var flags = restOfIdentifier(source)
        context.operand()
        guard offset > start + 1 else {
            flags.insert(.malformed)
            return try append(.invalid, from: start, source, &tokens, flags: flags)
        }
        try append(.privateName, from: start, source, &tokens, flags: flags)
    }

    /// A number of any form: decimal, `0x`, `0o`, `0b`, legacy octal, with separators, fraction, exponent, or `n`.
    mutating func number(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        offset = Self.endOfNumber(source, from: start)
        var flags: Token.Flags = []
        if offset < source.count, ByteSet.javaScriptWord.contains(source[offset]) || source[offset] >= 0x80 {
            flags = Self.isSpaceBeyondASCII(source, at: offset) ? [] : .malformed
        }
        context.operand()
        try append(.number, from: start, source, &tokens, flags: flags)
    }

    private static func isSpaceBeyondASCII(_ source: Span<UInt8>, at offset: Int) -> Bool {
        guard source[offset] >= 0x80, let scalar = UTF8Reading.scalar(in: source, at: offset) else { return false }
        return !isNamePart(scalar.value)
    }

    private static func endOfNumber(_ source: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        if source[start] == UInt8(ascii: "0"), start + 1 < source.count {
            switch source[start + 1] | 0x20 {
            case UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "b"):
                offset += 2
                while offset < source.count,
                    HexDigit.value(source[offset]) != nil || source[offset] == UInt8(ascii: "_")
                {
                    offset += 1
                }
                return passed(UInt8(ascii: "n"), source, offset)
            default: break
            }
        }
        offset = endOfDigits(source, from: start)
        if isLegacyOctal(source, start..<offset) { return offset }
        if offset < source.count, source[offset] == UInt8(ascii: "n") { return offset + 1 }
        if offset < source.count, source[offset] == UInt8(ascii: ".") { offset = endOfDigits(source, from: offset + 1) }
        guard offset < source.count, source[offset] | 0x20 == UInt8(ascii: "e") else { return offset }
        var exponent = offset + 1
        if exponent < source.count, source[exponent] == UInt8(ascii: "+") || source[exponent] == UInt8(ascii: "-") {
            exponent += 1
        }
        let end = endOfDigits(source, from: exponent)
        return end > exponent ? end : offset
    }

    private static func passed(_ byte: UInt8, _ source: Span<UInt8>, _ offset: Int) -> Int {
        offset < source.count && source[offset] == byte ? offset + 1 : offset
    }

    private static func endOfDigits(_ source: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset < source.count, source[offset].isASCIIDigit || source[offset] == UInt8(ascii: "_") { offset += 1 }
        return offset
    }

    /// `017`, to which no fraction can be added: `017.5` are two numbers.
    private static func isLegacyOctal(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count > 1, source[range.lowerBound] == UInt8(ascii: "0") else { return false }
        for index in range where source[index] > UInt8(ascii: "7") { return false }
        return true
    }
}
