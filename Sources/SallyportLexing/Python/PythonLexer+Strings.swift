/// Strings, formatted and plain.
extension PythonLexer {
    /// Whether these letters may stand before a quote: `r`, `b`, `u`, `f`, `t` and the pairs that Python allows.
    static func isStringPrefix(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let length = end - start
        guard length == 1 || length == 2 else { return false }
        let first = source[start] | 0x20
        if length == 1 { return Self.prefixLetters.contains(first) }
        let second = source[start + 1] | 0x20
        let raw = UInt8(ascii: "r")
        guard (first == raw) != (second == raw) else { return false }
        let other = first == raw ? second : first
        return other != UInt8(ascii: "u") && Self.prefixLetters.contains(other)
    }

    /// b, f, r, t, u
    private static let prefixLetters = ByteSet(low: 0, high: 0x0034_0044_0000_0000)

    /// The string whose prefix begins here. A formatted one is only opened.
    mutating func string(prefixLength: Int, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        var flags: Token.Flags = []
        var isFormatted = false
        for index in start..<(start + prefixLength) {
            switch source[index] | 0x20 {
            case UInt8(ascii: "r"): flags.insert(.raw)
            case UInt8(ascii: "b"): flags.insert(.bytes)
            case UInt8(ascii: "f"), UInt8(ascii: "t"): isFormatted = true
            default: break
            }
        }
        let quote = source[start + prefixLength]
        let isTriple = Self.isTripleQuote(quote, source, at: start + prefixLength)
        offset = start + prefixLength + (isTriple ? 3 : 1)
        if isFormatted {
            try append(.formattedStart, from: start, source, &tokens, flags: flags)
            let string = FormattedString(quote: quote, isTriple: isTriple, isRaw: flags.contains(.raw))
            frames.append(.formatted(string))
            return
        }
        endOfPlainString(quote: quote, isTriple: isTriple, source, &flags)
        try append(.string, from: start, source, &tokens, flags: flags)
    }

    private static func isTripleQuote(_ quote: UInt8, _ source: Span<UInt8>, at offset: Int) -> Bool {
        offset + 2 < source.count && source[offset] == quote && source[offset + 1] == quote
            && source[offset + 2] == quote
    }

    /// Moves behind the closing quotes; to the line end or the end of input when there are none.
    private mutating func endOfPlainString(
        quote: UInt8,
        isTriple: Bool,
        _ source: Span<UInt8>,
        _ flags: inout Token.Flags
    ) {
        let quotes = Word.repeating(quote)
        let backslashes = Word.repeating(UInt8(ascii: "\\"))
        while offset < source.count {
            if offset + 8 <= source.count {
                let word = Word.load(source, at: offset)
                let marks =
                    Word.marks(word, equalTo: quotes) | Word.marks(word, equalTo: backslashes)
                    | (isTriple ? 0 : Word.marks(word, below: 0x0E)) | (word & Word.high)
                if marks == 0 {
                    offset += 8
                    continue
                }
                offset += Word.firstMark(marks)
            }
            let byte = source[offset]
            if byte == quote, !isTriple || Self.isTripleQuote(quote, source, at: offset) {
                offset += isTriple ? 3 : 1
                return
            }
            if byte.isLineBreak, !isTriple { break }
            passCharacter(byte, source, &flags)
        }
        offset = min(offset, source.count)
        flags.insert(.malformed)
    }

    /// One character inside a string, or a backslash and what it escapes.
    @inline(__always)
    private mutating func passCharacter(_ byte: UInt8, _ source: Span<UInt8>, _ flags: inout Token.Flags) {
        if byte >= 0x80 { flags.insert(.nonASCII) }
        guard byte == UInt8(ascii: "\\") else {
            offset += 1
            return
        }
        flags.insert(.escaped)
        offset += 1
        guard offset < source.count else { return }
        offset = source[offset] == 0x0D ? Self.behindLineEnd(source, at: offset) : offset + 1
    }

    // MARK: Formatted strings

    /// Literal text up to a field, the closing quotes, or, in a specification, the end of the field.
    mutating func formattedLiteral(
        _ string: FormattedString,
        inSpecification: Bool,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        let start = offset
        var flags: Token.Flags = string.isRaw ? .raw : []
        let stop = literalEnd(string, inSpecification: inSpecification, source, &flags)
        if offset > start { try append(.formattedMiddle, from: start, source, &tokens, flags: flags) }
        switch stop {
        case .field:
            offset += 1
            try append(.punctuator, from: offset - 1, source, &tokens)
            frames.append(.field(string))
        case .closingBrace:
            frames.removeLast()
            // In a specification the brace ends the field too; alone in a literal it is an error.
            if inSpecification { frames.removeLast() } else { frames.append(.formatted(string)) }
            offset += 1
            try append(.punctuator, from: offset - 1, source, &tokens, flags: inSpecification ? [] : .malformed)
        case .quotes:
            try closeFormatted(string, inSpecification: inSpecification, source, &tokens)
        case .lineEnd:
            leaveFormatted()
            summary.note(at: start)
        }
    }

    private enum LiteralStop {
        case field, closingBrace, quotes, lineEnd
    }

    private mutating func literalEnd(
        _ string: FormattedString,
        inSpecification: Bool,
        _ source: Span<UInt8>,
        _ flags: inout Token.Flags
    ) -> LiteralStop {
        while offset < source.count {
            let byte = source[offset]
            let next = offset + 1 < source.count ? source[offset + 1] : 0
            switch byte {
            case string.quote where !string.isTriple || Self.isTripleQuote(byte, source, at: offset):
                return .quotes
            case UInt8(ascii: "{"), UInt8(ascii: "}"):
                // Doubled braces are literal, but not in a specification.
                if inSpecification || next != byte { return byte == UInt8(ascii: "{") ? .field : .closingBrace }
                flags.insert(.escaped)
                offset += 2
            case 0x0A where !string.isTriple, 0x0D where !string.isTriple:
                return .lineEnd
            case UInt8(ascii: "\\"):
                passFormattedEscape(string, next, source, &flags)
            default:
                passCharacter(byte, source, &flags)
            }
        }
        return .lineEnd
    }

    /// A backslash never escapes a brace; `\N{…}` is a character unless the string is raw.
    private mutating func passFormattedEscape(
        _ string: FormattedString,
        _ next: UInt8,
        _ source: Span<UInt8>,
        _ flags: inout Token.Flags
    ) {
        if next == UInt8(ascii: "{") || next == UInt8(ascii: "}") {
            offset += 1
            return
        }
        passCharacter(UInt8(ascii: "\\"), source, &flags)
        guard next == UInt8(ascii: "N"), !string.isRaw, offset < source.count, source[offset] == UInt8(ascii: "{")
        else { return }
        while offset < source.count, source[offset] != UInt8(ascii: "}"), source[offset] != string.quote,
            !source[offset].isLineBreak
        {
            offset += 1
        }
        if offset < source.count, source[offset] == UInt8(ascii: "}") { offset += 1 }
    }

    private mutating func closeFormatted(
        _ string: FormattedString,
        inSpecification: Bool,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        let start = offset
        offset += string.isTriple ? 3 : 1
        leaveFormatted()
        try append(.formattedEnd, from: start, source, &tokens, flags: inSpecification ? .malformed : [])
    }

    /// Drops the frames of the innermost formatted string.
    private mutating func leaveFormatted() {
        while let frame = frames.popLast() {
            if case .formatted = frame { return }
        }
    }

    /// What `!`, `:` and `}` mean directly in a replacement field; false when they mean what they always mean.
    mutating func endsField(
        _ byte: UInt8,
        _ string: FormattedString,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) -> Bool {
        let next = offset + 1 < source.count ? source[offset + 1] : 0
        switch byte {
        case UInt8(ascii: "}"): frames.removeLast()
        case UInt8(ascii: ":"): frames.append(.specification(string))
        case UInt8(ascii: "!") where next != UInt8(ascii: "="): break
        default: return false
        }
        offset += 1
        try append(.punctuator, from: offset - 1, source, &tokens)
        return true
    }
}
