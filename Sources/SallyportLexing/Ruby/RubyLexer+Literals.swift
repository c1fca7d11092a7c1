/// Numbers, characters, symbols, and what a percent sign begins.
extension RubyLexer {
    /// A number whose sign, if it has one, stands before `offset`.
    mutating func number(from start: Int, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let first = source[offset]
        let letter = byte(source, at: offset + 1) | 0x20
        if first == UInt8(ascii: "0"),
            letter == UInt8(ascii: "x") || letter == UInt8(ascii: "b") || letter == UInt8(ascii: "o")
                || letter == UInt8(ascii: "d")
        {
            offset += 2
            let isHex = letter == UInt8(ascii: "x")
            while offset < source.count, isDigit(source[offset], hex: isHex) { offset += 1 }
            passSuffix(source, allowsRational: true)
        } else {
            decimal(source)
        }
        state = .end
        previous = .other
        try append(.number, from: start, source, &tokens)
    }

    private func isDigit(_ byte: UInt8, hex: Bool) -> Bool {
        byte.isASCIIDigit || byte == UInt8(ascii: "_") || hex && HexDigit.value(byte) != nil
    }

    private mutating func decimal(_ source: Span<UInt8>) {
        passDigits(source)
        if byte(source, at: offset) == UInt8(ascii: "."), byte(source, at: offset + 1).isASCIIDigit {
            offset += 1
            passDigits(source)
        }
        var allowsRational = true
        if byte(source, at: offset) | 0x20 == UInt8(ascii: "e") {
            let sign = byte(source, at: offset + 1)
            let digits = offset + (sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1)
            if byte(source, at: digits).isASCIIDigit {
                offset = digits
                passDigits(source)
                allowsRational = false
            }
        }
        passSuffix(source, allowsRational: allowsRational)
    }

    private mutating func passDigits(_ source: Span<UInt8>) {
        while offset < source.count, isDigit(source[offset], hex: false) { offset += 1 }
    }

    /// `r`, `i` or `ri`, unless a word begins there.
    private mutating func passSuffix(_ source: Span<UInt8>, allowsRational: Bool) {
        var end = offset
        if allowsRational, byte(source, at: end) == UInt8(ascii: "r") { end += 1 }
        if byte(source, at: end) == UInt8(ascii: "i") { end += 1 }
        let next = byte(source, at: end)
        if next < 0x80, !next.isASCIILetter, next != UInt8(ascii: "_") { offset = end }
    }

    /// `?c`, or the operator.
    mutating func question(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        let next = byte(source, at: start + 1)
        guard !state.isEnd, start + 1 < source.count, !isSpace(start + 1, source) else {
            return try operation(1, .begin, source, &tokens)
        }
        var flags: Token.Flags = []
        if next >= 0x80 {
            offset = behindCharacter(source, start + 1)
            flags.insert(.nonASCII)
        } else if next == UInt8(ascii: "\\") {
            flags.insert(.escaped)
            offset = behindEscape(source, start + 1)
            offset = min(offset, source.count)
        } else {
            let third = byte(source, at: start + 2)
            if ByteSet.word.contains(next), third >= 0x80 || ByteSet.word.contains(third) {
                return try operation(1, .begin, source, &tokens)
            }
            offset = start + 2
        }
        state = .end
        previous = .other
        try append(.string, from: start, source, &tokens, flags: flags)
    }

    private func behindCharacter(_ source: Span<UInt8>, _ start: Int) -> Int {
        let length = source[start] >= 0xF0 ? 4 : source[start] >= 0xE0 ? 3 : 2
        return min(start + length, source.count)
    }

    /// Behind the escape of a character literal.
    private func behindEscape(_ source: Span<UInt8>, _ start: Int) -> Int {
        let end = behindControls(source, start)
        guard byte(source, at: end) == UInt8(ascii: "\\") else { return end }
        let letter = byte(source, at: end + 1)
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var index = end + 1
            while index < end + 4, byte(source, at: index) & 0xF8 == UInt8(ascii: "0") { index += 1 }
            return index
        case UInt8(ascii: "x"):
            return behindHex(source, end + 2, atMost: 2)
        case UInt8(ascii: "u"):
            guard byte(source, at: end + 2) == UInt8(ascii: "{") else { return behindHex(source, end + 2, atMost: 4) }
            var index = end + 3
            while index < source.count, HexDigit.value(source[index]) != nil || source[index] == 0x20 { index += 1 }
            return byte(source, at: index) == UInt8(ascii: "}") ? index + 1 : index
        case 0x80...:
            return behindCharacter(source, end + 1)
        default:
            return end + 2
        }
    }

    private func behindHex(_ source: Span<UInt8>, _ start: Int, atMost count: Int) -> Int {
        var index = start
        while index < start + count, HexDigit.value(byte(source, at: index)) != nil { index += 1 }
        return index
    }

    /// Behind `\C-`, `\c` and `\M-` in any number: at the backslash of what they control, or behind the character.
    func behindControls(_ source: Span<UInt8>, _ start: Int) -> Int {
        var index = start
        var isControlled = false
        while byte(source, at: index) == UInt8(ascii: "\\") {
            let letter = byte(source, at: index + 1)
            if letter == UInt8(ascii: "c") {
                index += 2
            } else if letter == UInt8(ascii: "C") || letter == UInt8(ascii: "M"),
                byte(source, at: index + 2) == UInt8(ascii: "-")
            {
                index += 3
            } else {
                return index
            }
            isControlled = true
        }
        return isControlled ? min(index + 1, source.count) : index
    }

    // MARK: Symbols

    /// `:name`, `:"text"`, `:+`; the colon is known to begin one.
    mutating func symbol(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        let next = byte(source, at: start + 1)
        if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
            offset += 2
            let string = RubyString(.symbol, open: 0, close: next, expands: next == UInt8(ascii: "\""))
            return try begin(string, from: start, source, &tokens)
        }
        var flags: Token.Flags = []
        offset = symbolEnd(source, from: start + 1, &flags)
        if offset == start + 1 { return try lone(source, &tokens) }
        symbolIsRead()
        try append(.symbol, from: start, source, &tokens, flags: flags)
    }

    /// A colon that nothing follows.
    private mutating func lone(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        offset -= 1
        try operation(1, .begin, source, &tokens, flags: .malformed)
    }

    /// What a symbol leaves behind; as the name of an `alias` it is one.
    mutating func symbolIsRead() {
        state = .end
        previous = .other
        nameIsRead()
    }

    private func symbolEnd(_ source: Span<UInt8>, from start: Int, _ flags: inout Token.Flags) -> Int {
        let first = byte(source, at: start)
        if first >= 0x80 || ByteSet.word.contains(first), !first.isASCIIDigit {
            var end = endOfName(source, from: start, &flags)
            let next = byte(source, at: end)
            let second = byte(source, at: end + 1)
            if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
                if second != UInt8(ascii: "=") { end += 1 }
            } else if next == UInt8(ascii: "="), second != UInt8(ascii: "~"), second != UInt8(ascii: ">"),
                second != UInt8(ascii: "=") || byte(source, at: end + 2) == UInt8(ascii: ">")
            {
                end += 1
            }
            return end
        }
        if first == UInt8(ascii: "@") {
            let name = start + (byte(source, at: start + 1) == first ? 2 : 1)
            return endOfName(source, from: name, &flags)
        }
        if first == UInt8(ascii: "$") {
            let second = byte(source, at: start + 1)
            if second == UInt8(ascii: "-") { return min(start + 3, source.count) }
            return Self.specialVariables.contains(second) ? start + 2 : endOfName(source, from: start + 1, &flags)
        }
        return start + Self.methodOperatorLength(first, byte(source, at: start + 1), byte(source, at: start + 2))
    }

    /// How many bytes the operator has that is a method's name.
    static func methodOperatorLength(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        let equals = UInt8(ascii: "=")
        let tilde = UInt8(ascii: "~")
        switch first {
        case UInt8(ascii: "["):
            return second == UInt8(ascii: "]") ? (third == equals ? 3 : 2) : 0
        case UInt8(ascii: "<"):
            if second == equals { return third == UInt8(ascii: ">") ? 3 : 2 }
            return second == first ? 2 : 1
        case UInt8(ascii: ">"):
            return second == equals || second == first ? 2 : 1
        case equals:
            return second == equals ? (third == equals ? 3 : 2) : second == tilde ? 2 : 0
        case UInt8(ascii: "!"):
            return second == equals || second == tilde || second == UInt8(ascii: "@") ? 2 : 1
        case UInt8(ascii: "*"):
            return second == first ? 2 : 1
        case UInt8(ascii: "+"), UInt8(ascii: "-"), tilde:
            return second == UInt8(ascii: "@") ? 2 : 1
        case UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "^"),
            UInt8(ascii: "`"):
            return 1
        default:
            return 0
        }
    }

    // MARK: Percent

    /// `%w[…]` and its kin, or the operator.
    mutating func percent(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let next = byte(source, at: offset + 1)
        if state.isBegin { return try percentLiteral(source, &tokens) }
        if next == UInt8(ascii: "=") { return try operation(2, .begin, source, &tokens) }
        if isArgumentSign(before: next, source) || state.has(.functionItem) && next == UInt8(ascii: "s") {
            return try percentLiteral(source, &tokens)
        }
        try operation(1, state.isName ? .argument : .begin, source, &tokens)
    }

    private mutating func percentLiteral(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        var letter = byte(source, at: start + 1)
        var open = start + 1
        if letter.isASCIILetter || letter.isASCIIDigit { open += 1 } else { letter = UInt8(ascii: "Q") }
        let delimiter = byte(source, at: open)
        guard open < source.count, delimiter < 0x80, !delimiter.isASCIILetter, !delimiter.isASCIIDigit,
            let (form, expands) = Self.percentForm(letter)
        else { return try operation(1, .begin, source, &tokens, flags: .malformed) }
        offset = open + 1
        let closing = Self.closing(delimiter)
        let string = RubyString(
            form,
            open: closing == delimiter ? 0 : delimiter,
            close: closing,
            expands: expands
        )
        if delimiter == 0x0A { beginHeredocs() }
        try begin(string, from: start, source, &tokens)
    }

    private static func percentForm(_ letter: UInt8) -> (RubyString.Form, expands: Bool)? {
        switch letter {
        case UInt8(ascii: "Q"): (.text, true)
        case UInt8(ascii: "q"): (.text, false)
        case UInt8(ascii: "W"), UInt8(ascii: "I"): (.words, true)
        case UInt8(ascii: "w"), UInt8(ascii: "i"): (.words, false)
        case UInt8(ascii: "x"): (.command, true)
        case UInt8(ascii: "r"): (.regularExpression, true)
        case UInt8(ascii: "s"): (.symbol, false)
        default: nil
        }
    }

    private static func closing(_ open: UInt8) -> UInt8 {
        switch open {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        default: open
        }
    }
}
