/// Strings, templates, regular expressions and comments.
extension JavaScriptLexer {
    mutating func string(quote: UInt8, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        var flags: Token.Flags = []
        let end = Self.endOfString(source, from: start + 1, quote: quote, flags: &flags)
        offset = end
        context.operand()
        try append(.string, from: start, source, &tokens, flags: flags)
    }

    /// Behind the closing quote; at the line break or the end of input when the string is not terminated.
    private static func endOfString(_ source: Span<UInt8>, from start: Int, quote: UInt8, flags: inout Token.Flags)
        -> Int
    {
        let quotes = Word.repeating(quote)
        let backslashes = Word.repeating(UInt8(ascii: "\\"))
        var offset = start
        while offset < source.count {
            if offset + 8 <= source.count {
                let word = Word.load(source, at: offset)
                let marks =
                    Word.marks(word, equalTo: quotes) | Word.marks(word, equalTo: backslashes)
                    | Word.marks(word, below: 0x0E) | (word & Word.high)
                if marks == 0 {
                    offset += 8
                    continue
                }
                offset += Word.firstMark(marks)
            }
            let byte = source[offset]
            if byte == quote { return offset + 1 }
            if byte == UInt8(ascii: "\\") {
                flags.insert(.escaped)
                offset = behindEscape(source, at: offset)
            } else if byte.isLineBreak {
                break
            } else {
                if byte >= 0x80 { flags.insert(.nonASCII) }
                offset += 1
            }
        }
        flags.insert(.malformed)
        return min(offset, source.count)
    }

    /// Behind a backslash and the character that follows it; CR LF counts as one.
    @inline(__always)
    private static func behindEscape(_ source: Span<UInt8>, at offset: Int) -> Int {
        guard offset + 2 < source.count, source[offset + 1] == 0x0D, source[offset + 2] == 0x0A else {
            return min(offset + 2, source.count)
        }
        return offset + 3
    }

    /// A template from its backtick, or from the `}` of a substitution.
    mutating func template(
        isContinued: Bool,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        let start = offset
        var flags: Token.Flags = []
        let end = Self.endOfTemplatePart(source, from: start + 1, flags: &flags)
        offset = end.offset
        if end.opensSubstitution {
            try append(isContinued ? .templateMiddle : .templateHead, from: start, source, &tokens, flags: flags)
            guard context.depth < limits.depthMax else { throw LexError(.tooDeep, at: offset) }
            context.openTemplateSubstitution()
        } else {
            context.operand()
            try append(isContinued ? .templateTail : .template, from: start, source, &tokens, flags: flags)
        }
    }

    private static func endOfTemplatePart(
        _ source: Span<UInt8>,
        from start: Int,
        flags: inout Token.Flags
    ) -> (offset: Int, opensSubstitution: Bool) {
        let backticks = Word.repeating(UInt8(ascii: "`"))
        let backslashes = Word.repeating(UInt8(ascii: "\\"))
        let dollars = Word.repeating(UInt8(ascii: "$"))
        var offset = start
        while offset < source.count {
            if offset + 8 <= source.count {
                let word = Word.load(source, at: offset)
                let marks =
                    Word.marks(word, equalTo: backticks) | Word.marks(word, equalTo: backslashes)
                    | Word.marks(word, equalTo: dollars) | (word & Word.high)
                if marks == 0 {
                    offset += 8
                    continue
                }
                offset += Word.firstMark(marks)
            }
            let byte = source[offset]
            if byte == UInt8(ascii: "`") { return (offset + 1, false) }
            if byte == UInt8(ascii: "\\") {
                flags.insert(.escaped)
                offset = min(offset + 2, source.count)
            } else if byte == UInt8(ascii: "$"), offset + 1 < source.count, source[offset + 1] == UInt8(ascii: "{") {
                return (offset + 2, true)
            } else {
                if byte >= 0x80 { flags.insert(.nonASCII) }
                offset += 1
            }
        }
        flags.insert(.malformed)
        return (source.count, false)
    }

    /// Behind the flags of the regular expression at `start`; nil when none ends on this line.
    static func endOfRegularExpression(_ source: Span<UInt8>, from start: Int) -> Int? {
        var offset = start + 1
        var inClass = false
        while offset < source.count {
            switch source[offset] {
            case UInt8(ascii: "\\"):
                offset += 1
                guard offset < source.count, !isLineEnd(source, at: offset) else { return nil }
            case UInt8(ascii: "["): inClass = true
            case UInt8(ascii: "]"): inClass = false
            case UInt8(ascii: "/") where !inClass:
                offset += 1
                while offset < source.count, ByteSet.javaScriptWord.contains(source[offset]) { offset += 1 }
                return offset
            case 0x0A, 0x0D: return nil
            case 0xE2 where isLineEnd(source, at: offset): return nil
            default: break
            }
            offset += 1
        }
        return nil
    }

    mutating func blockComment(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        let stars = Word.repeating(UInt8(ascii: "*"))
        var hasLineBreak = false
        var flags: Token.Flags = .malformed
        offset += 2
        while offset < source.count {
            if offset + 8 <= source.count {
                let word = Word.load(source, at: offset)
                let lineBreaks = Word.marks(word, below: 0x0E) | (word & Word.high)
                let marks = Word.marks(word, equalTo: stars) | (hasLineBreak ? 0 : lineBreaks)
                if marks == 0 {
                    offset += 8
                    continue
                }
                offset += Word.firstMark(marks)
            }
            if !hasLineBreak { hasLineBreak = Self.isLineEnd(source, at: offset) }
            let closes =
                source[offset] == UInt8(ascii: "*") && offset + 1 < source.count
                && source[offset + 1] == UInt8(ascii: "/")
            offset += closes ? 2 : 1
            if closes {
                flags = []
                break
            }
        }
        if limits.includesComments || flags.contains(.malformed) {
            try append(.comment, from: start, source, &tokens, flags: flags)
        }
        if hasLineBreak { newlineBefore = true }
    }

    /// `<!--` and `-->` as a script reads them; always a token, because a module reads code there.
    mutating func htmlComment(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        offset = Self.endOfLine(source, from: offset)
        try append(.htmlComment, from: start, source, &tokens)
    }

    /// The offset of the next line end: LF, CR, U+2028 or U+2029.
    static func endOfLine(_ source: Span<UInt8>, from start: Int) -> Int {
        let lineFeeds = Word.repeating(0x0A)
        let returns = Word.repeating(0x0D)
        let separators = Word.repeating(0xE2)
        var offset = start
        while offset < source.count {
            if offset + 8 <= source.count {
                let word = Word.load(source, at: offset)
                let marks =
                    Word.marks(word, equalTo: lineFeeds) | Word.marks(word, equalTo: returns)
                    | Word.marks(word, equalTo: separators)
                if marks == 0 {
                    offset += 8
                    continue
                }
                offset += Word.firstMark(marks)
            }
            if isLineEnd(source, at: offset) { return offset }
            offset += 1
        }
        return min(offset, source.count)
    }

    @inline(__always)
    static func isLineEnd(_ source: Span<UInt8>, at offset: Int) -> Bool {
        let byte = source[offset]
        if byte == 0xE2 {
            return offset + 2 < source.count && source[offset + 1] == 0x80 && source[offset + 2] | 1 == 0xA9
        }
        return byte.isLineBreak
    }
}
