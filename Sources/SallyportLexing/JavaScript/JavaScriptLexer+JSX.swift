/// JSX: tags, attributes and text. Only reached from a `<` where an operand is expected, so never in plain JavaScript.
extension JavaScriptLexer {
    /// Whether the `<` here begins a tag or a fragment, and not TypeScript's type parameters (`<T,>` or `<T extends …`).
    func startsJSX(_ source: Span<UInt8>) -> Bool {
        var index = offset + 1
        guard index < source.count else { return false }
        if source[index] == UInt8(ascii: ">") { return true }
        guard ByteSet.javaScriptWord.contains(source[index]), !source[index].isASCIIDigit else { return false }
        while index < source.count, ByteSet.javaScriptWord.contains(source[index]) { index += 1 }
        while index < source.count, source[index] == 0x20 { index += 1 }
        guard index < source.count else { return false }
        if source[index] == UInt8(ascii: ",") { return false }
        return !(index + 8 <= source.count && UTF8Reading.matches(source, index..<(index + 8), "extends "))
    }

    mutating func openJSXElement(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        if jsxStart == nil {
            jsxStart = JSXStart(
                offset: offset,
                tokenCount: tokens.count,
                newlineBefore: newlineBefore,
                summary: summary,
                checkpoint: context.checkpoint()
            )
        }
        try open(.jsxTag)
        try single(.punctuator, source, &tokens)
    }

    private mutating func open(_ bracket: JavaScriptContext.Bracket) throws(LexError) {
        guard context.depth < limits.depthMax else { throw LexError(.tooDeep, at: offset) }
        context.openJSX(bracket)
    }

    mutating func jsxStep(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        if context.top.bracket == .jsxChildren {
            try jsxChild(source, &tokens)
        } else {
            try jsxInsideTag(source, &tokens)
        }
    }

    private mutating func jsxChild(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        switch source[offset] {
        case UInt8(ascii: "<"):
            let closes = offset + 1 < source.count && source[offset + 1] == UInt8(ascii: "/")
            try open(closes ? .jsxClosingTag : .jsxTag)
            try single(.punctuator, source, &tokens)
            if closes { try single(.punctuator, source, &tokens) }
        case UInt8(ascii: "{"):
            try open(.jsxExpression)
            try single(.punctuator, source, &tokens)
        default:
            let start = offset
            while offset < source.count, source[offset] != UInt8(ascii: "<"), source[offset] != UInt8(ascii: "{") {
                offset += 1
            }
            try append(.jsxText, from: start, source, &tokens)
        }
    }

    private mutating func jsxInsideTag(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        let byte = source[start]
        let next = start + 1 < source.count ? source[start + 1] : 0
        switch byte {
        case 0x20, 0x09, 0x0B, 0x0C, 0x0A, 0x0D:
            offset += 1
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            try jsxString(quote: byte, source, &tokens)
        case UInt8(ascii: "{"):
            try open(.jsxExpression)
            try single(.punctuator, source, &tokens)
        case UInt8(ascii: "<"):
            try open(.jsxTag)
            try single(.punctuator, source, &tokens)
        case UInt8(ascii: ">"):
            let closesItself =
                tokens.last?.isPunctuator(UInt8(ascii: "/")) == true && tokens.last?.range.upperBound == start
            try single(.punctuator, source, &tokens)
            endTag(closesItself: closesItself)
        case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
            try blockComment(source, &tokens)
        case UInt8(ascii: "/") where next == UInt8(ascii: "/"):
            offset = Self.endOfLine(source, from: start)
        default:
            guard ByteSet.javaScriptWord.contains(byte) || byte >= 0x80 else {
                return try single(.punctuator, source, &tokens)
            }
            while offset < source.count,
                ByteSet.javaScriptWord.contains(source[offset]) || source[offset] >= 0x80
                    || source[offset] == UInt8(ascii: "-")
            {
                offset += 1
            }
            try append(.identifier, from: start, source, &tokens, flags: .member)
        }
    }

    /// An attribute's string: it knows no escapes and may span lines.
    private mutating func jsxString(quote: UInt8, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        offset += 1
        while offset < source.count, source[offset] != quote { offset += 1 }
        let isTerminated = offset < source.count
        offset = min(offset + 1, source.count)
        try append(.string, from: start, source, &tokens, flags: isTerminated ? [] : .malformed)
    }

    private mutating func endTag(closesItself: Bool) {
        if context.top.bracket == .jsxTag, !closesItself {
            context.turnTagIntoChildren()
            return
        }
        if context.top.bracket == .jsxClosingTag { context.closeJSX() }
        context.closeJSX()
        if let jsxStart, context.depth <= jsxStart.checkpoint.depthOutside { self.jsxStart = nil }
    }

    private mutating func single(
        _ kind: Token.Kind,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        let start = offset
        offset += 1
        try append(kind, from: start, source, &tokens)
    }
}
