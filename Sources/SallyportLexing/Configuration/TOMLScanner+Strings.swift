/// TOML's four kinds of string.
extension TOMLScanner {
    /// The string that begins here, decoded.
    mutating func string(_ bytes: Span<UInt8>, allowsMultiline: Bool) throws(TOMLError) -> String {
        let quote = bytes[offset]
        let isTriple = offset + 2 < bytes.count && bytes[offset + 1] == quote && bytes[offset + 2] == quote
        guard isTriple else { return try singleLine(quote, bytes) }
        guard allowsMultiline else { throw TOMLError(.badKey, at: offset) }
        return try multiline(quote, bytes)
    }

    private mutating func singleLine(_ quote: UInt8, _ bytes: Span<UInt8>) throws(TOMLError) -> String {
        var output: [UInt8] = []
        offset += 1
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == quote {
                offset += 1
                return String(decoding: output, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                try escape(bytes, to: &output)
            } else {
                guard !Self.isControl(byte) else { throw TOMLError(.badText, at: offset) }
                output.append(byte)
                offset += 1
            }
        }
        throw TOMLError(.unexpectedEnd, at: bytes.count)
    }

    private mutating func multiline(_ quote: UInt8, _ bytes: Span<UInt8>) throws(TOMLError) -> String {
        var output: [UInt8] = []
        offset += 3
        // A line end directly behind the quotes does not count.
        if offset + 1 < bytes.count, bytes[offset] == 0x0D, bytes[offset + 1] == 0x0A { offset += 1 }
        if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == quote {
                if closes(quote, bytes, to: &output) { return String(decoding: output, as: UTF8.self) }
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                if !skipLineContinuation(bytes) { try escape(bytes, to: &output) }
            } else {
                let isReturn = byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
                guard byte == 0x0A || isReturn || !Self.isControl(byte) else { throw TOMLError(.badText, at: offset) }
                if !isReturn { output.append(byte) }
                offset += 1
            }
        }
        throw TOMLError(.unexpectedEnd, at: bytes.count)
    }

    /// A run of quotes: three end the string, and up to two more before them belong to it.
    private mutating func closes(_ quote: UInt8, _ bytes: Span<UInt8>, to output: inout [UInt8]) -> Bool {
        var count = 0
        while offset + count < bytes.count, bytes[offset + count] == quote, count < 5 { count += 1 }
        let text = count >= 3 ? count - 3 : count
        for _ in 0..<text { output.append(quote) }
        offset += count
        return count >= 3
    }

    /// A backslash at the end of a line takes all white space up to the next text with it.
    private mutating func skipLineContinuation(_ bytes: Span<UInt8>) -> Bool {
        var index = offset + 1
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        if index < bytes.count, bytes[index] == 0x0D { index += 1 }
        guard index < bytes.count, bytes[index] == 0x0A else { return false }
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
        offset = index
        return true
    }

    private mutating func escape(_ bytes: Span<UInt8>, to output: inout [UInt8]) throws(TOMLError) {
        guard offset + 1 < bytes.count else { throw TOMLError(.unexpectedEnd, at: bytes.count) }
        let letter = bytes[offset + 1]
        switch letter {
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(letter)
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let count = letter == UInt8(ascii: "u") ? 4 : 8
            guard let value = HexDigit.value(bytes, at: offset + 2, count: count, end: bytes.count),
                Unicode.Scalar(value) != nil
            else { throw TOMLError(.badEscape, at: offset) }
            UTF8Reading.append(value, to: &output)
            offset += count
        default: throw TOMLError(.badEscape, at: offset)
        }
        offset += 2
    }
}
