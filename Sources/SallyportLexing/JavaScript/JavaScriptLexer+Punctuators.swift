/// Operators and brackets.
extension JavaScriptLexer {
    @inline(__always)
    mutating func opening(_ byte: UInt8, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        guard context.depth < limits.depthMax else { throw LexError(.tooDeep, at: offset) }
        switch byte {
        case UInt8(ascii: "("): context.openParenthesis()
        case UInt8(ascii: "["): context.openSquare()
        default:
            if newlineBefore, context.isBehindAwait { summary.noteAmbiguity(at: offset) }
            context.openBrace(newlineBefore: newlineBefore)
        }
        offset += 1
        try append(.punctuator, from: offset - 1, source, &tokens)
    }

    @inline(__always)
    mutating func closing(_ byte: UInt8, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let isBalanced = byte == UInt8(ascii: ")") ? context.closeParenthesis() : context.closeSquare()
        offset += 1
        try append(.punctuator, from: offset - 1, source, &tokens, flags: isBalanced ? [] : .malformed)
    }

    mutating func closingBrace(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let closed = context.closeBrace()
        if closed.bracket == .templateSubstitution { return try template(isContinued: true, source, &tokens) }
        offset += 1
        try append(.punctuator, from: offset - 1, source, &tokens, flags: closed.isBalanced ? [] : .malformed)
    }

    @inline(__always)
    mutating func delimiter(_ byte: UInt8, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        switch byte {
        case UInt8(ascii: ";"): context.semicolon()
        case UInt8(ascii: ","): context.comma()
        default: context.colon()
        }
        offset += 1
        try append(.punctuator, from: offset - 1, source, &tokens)
    }

    mutating func punctuator(_ byte: UInt8, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        let second = start + 1 < source.count ? source[start + 1] : 0
        switch byte {
        case UInt8(ascii: "."):
            if second.isASCIIDigit { return try number(source, &tokens) }
            let isSpread = second == byte && start + 2 < source.count && source[start + 2] == byte
            offset += isSpread ? 3 : 1
            if isSpread { context.infix() } else { context.dot() }
        case UInt8(ascii: "~"), UInt8(ascii: "@"):
            offset += 1
            context.infix()
        case UInt8(ascii: "#"):
            return try privateName(source, &tokens)
        case UInt8(ascii: "?"):
            question(second, source)
        case UInt8(ascii: "<"):
            if try angle(source, &tokens) { return }
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            if isHTMLCommentEnd(byte, second, source) { return try htmlComment(source, &tokens) }
            offset += second == byte || second == UInt8(ascii: "=") ? 2 : 1
            if second == byte {
                context.postfixOrPrefix(newlineBefore: newlineBefore, isUpdate: true)
            } else {
                context.infix()
            }
        case UInt8(ascii: "!"):
            operatorRun(source, max: second == UInt8(ascii: "=") ? 3 : 1, of: UInt8(ascii: "="))
            if offset == start + 1 {
                context.postfixOrPrefix(newlineBefore: newlineBefore, isUpdate: false)
            } else {
                context.infix()
            }
        case UInt8(ascii: "*"):
            operatorRun(source, max: 2, of: byte)
            passEquals(source)
            context.star()
        case UInt8(ascii: "="):
            if second == UInt8(ascii: ">") {
                offset += 2
                context.arrow()
            } else {
                operatorRun(source, max: 3, of: byte)
                context.infix()
            }
        case UInt8(ascii: ">"):
            operatorRun(source, max: 3, of: byte)
            passEquals(source)
            context.greater()
        case UInt8(ascii: "&"), UInt8(ascii: "|"):
            operatorRun(source, max: 2, of: byte)
            passEquals(source)
            context.infix()
        case UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "^"):
            offset += 1
            passEquals(source)
            context.infix()
        default:
            offset += 1
            return try append(.invalid, from: start, source, &tokens, flags: .malformed)
        }
        try append(.punctuator, from: start, source, &tokens)
    }

    /// `?`, `?.`, `??` and `??=`; before a digit `?.` is a question mark and a number.
    private mutating func question(_ second: UInt8, _ source: Span<UInt8>) {
        if second == UInt8(ascii: "?") {
            offset += 2
            passEquals(source)
            context.infix()
        } else if second == UInt8(ascii: "."), !(offset + 2 < source.count && source[offset + 2].isASCIIDigit) {
            offset += 2
            context.dot()
        } else {
            offset += 1
            context.question()
        }
    }

    /// `<`, `<<`, `<=`, `<<=`; true when it was a comment or a tag instead.
    private mutating func angle(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) -> Bool {
        if !isModule, offset + 4 <= source.count, UTF8Reading.matches(source, offset..<(offset + 4), "<!--") {
            try htmlComment(source, &tokens)
            return true
        }
        if allowsJSX, context.regexAllowed, startsJSX(source) {
            if context.isBehindSoftWord { summary.noteAmbiguity(at: offset) }
            try openJSXElement(source, &tokens)
            return true
        }
        operatorRun(source, max: 2, of: UInt8(ascii: "<"))
        passEquals(source)
        context.infix()
        return false
    }

    private func isHTMLCommentEnd(_ byte: UInt8, _ second: UInt8, _ source: Span<UInt8>) -> Bool {
        newlineBefore && !isModule && byte == UInt8(ascii: "-") && second == byte
            && offset + 2 < source.count && source[offset + 2] == UInt8(ascii: ">")
    }

    /// One byte, and then up to `max` in all while they are `byte`.
    @inline(__always)
    private mutating func operatorRun(_ source: Span<UInt8>, max: Int, of byte: UInt8) {
        let limit = min(offset + max, source.count)
        offset += 1
        while offset < limit, source[offset] == byte { offset += 1 }
    }

    @inline(__always)
    private mutating func passEquals(_ source: Span<UInt8>) {
        if offset < source.count, source[offset] == UInt8(ascii: "=") { offset += 1 }
    }
}
