/// Indentation and numbers.
extension PythonLexer {
    private static let tabWidth = 8

    /// At the start of a logical line: measures its indentation and emits what changed. Blank lines count for nothing.
    mutating func indentation(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        var column = 0
        loop: while offset < source.count {
            switch source[offset] {
            case 0x20: column += 1
            case 0x09: column = (column / Self.tabWidth + 1) * Self.tabWidth
            case 0x0C: column = 0
            default: break loop
            }
            offset += 1
        }
        guard offset < source.count else { return }
        if source[offset].isLineBreak {
            offset = Self.behindLineEnd(source, at: offset)
            newlineBefore = true
            return
        }
        if source[offset] == UInt8(ascii: "#") {
            return try comment(source, &tokens)
        }
        atLineStart = false
        try adjust(to: column, from: start, source, &tokens)
    }

    private mutating func adjust(
        to column: Int,
        from start: Int,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        let current = indentations.last ?? 0
        if column > current {
            indentations.append(column)
            return try append(.indent, from: start, source, &tokens)
        }
        while let last = indentations.last, column < last {
            indentations.removeLast()
            // Between two levels is an error; the deeper one is left, so that the line belongs to the outer block.
            let isBetween = column > (indentations.last ?? 0)
            if isBetween { indentations.append(column) }
            try append(.dedent, from: offset, source, &tokens, flags: isBetween ? .malformed : [])
            if isBetween { return }
        }
    }

    mutating func number(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        offset = Self.endOfNumber(source, from: start)
        try append(.number, from: start, source, &tokens)
    }

    private static func endOfNumber(_ source: Span<UInt8>, from start: Int) -> Int {
        if source[start] == UInt8(ascii: "0"), start + 1 < source.count {
            switch source[start + 1] | 0x20 {
            case UInt8(ascii: "x"): return radixDigits(source, from: start, below: 16)
            case UInt8(ascii: "o"): return radixDigits(source, from: start, below: 8)
            case UInt8(ascii: "b"): return radixDigits(source, from: start, below: 2)
            default: break
            }
        }
        var offset = digits(source, from: start)
        if offset < source.count, source[offset] == UInt8(ascii: ".") { offset = digits(source, from: offset + 1) }
        if offset < source.count, source[offset] | 0x20 == UInt8(ascii: "e") {
            var exponent = offset + 1
            if exponent < source.count, source[exponent] == UInt8(ascii: "+") || source[exponent] == UInt8(ascii: "-") {
                exponent += 1
            }
            if exponent < source.count, source[exponent].isASCIIDigit { offset = digits(source, from: exponent) }
        }
        if offset < source.count, source[offset] | 0x20 == UInt8(ascii: "j") { offset += 1 }
        return offset
    }

    /// Digits, with single underscores between them.
    private static func digits(_ source: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset < source.count {
            if source[offset].isASCIIDigit {
                offset += 1
            } else if source[offset] == UInt8(ascii: "_"), offset > start, offset + 1 < source.count,
                source[offset + 1].isASCIIDigit
            {
                offset += 2
            } else {
                break
            }
        }
        return offset
    }

    /// Behind `0x`, `0o` or `0b` and its digits; behind the zero alone when no digit follows.
    private static func radixDigits(_ source: Span<UInt8>, from start: Int, below radix: UInt32) -> Int {
        var offset = start + 2
        while offset < source.count {
            let digit = source[offset] == UInt8(ascii: "_") && offset + 1 < source.count ? offset + 1 : offset
            guard let value = HexDigit.value(source[digit]), value < radix else { break }
            offset = digit + 1
        }
        return offset > start + 2 ? offset : start + 1
    }
}
