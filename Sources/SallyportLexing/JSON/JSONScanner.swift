/// The steps that the validator, the cursor and the tree share; each takes an offset and gives the one behind.
enum JSONScanner {
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    private static let quotes = Word.repeating(quote)
    private static let backslashes = Word.repeating(backslash)
    private static let spaces = Word.repeating(UInt8(ascii: " "))

    /// Skips space, tab, line feed and carriage return.
    @inline(__always)
    static func skipWhitespace(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte > UInt8(ascii: " ") { return offset }
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return offset }
            offset += 1
            // Indented documents are a third spaces: take them by the word.
            while offset + 8 <= bytes.count {
                let other = Word.load(bytes, at: offset) ^ spaces
                if other != 0 {
                    offset += other.trailingZeroBitCount >> 3
                    break
                }
                offset += 8
            }
        }
        return offset
    }

    /// From behind an opening quote to its closing quote, without looking at what stands between; nil at the end of input.
    @inline(__always)
    static func closingQuote(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var offset = start
        while offset < bytes.count {
            if offset + 8 <= bytes.count {
                let word = Word.load(bytes, at: offset)
                let marks = Word.marks(word, equalTo: quotes) | Word.marks(word, equalTo: backslashes)
                if marks == 0 {
                    offset += 8
                    continue
                }
                offset += Word.firstMark(marks)
            }
            let byte = bytes[offset]
            if byte == quote { return offset }
            offset += byte == backslash ? 2 : 1
        }
        return nil
    }

    /// From behind an opening quote to its closing quote, checking escapes, control characters and UTF-8.
    @inline(__always)
    static func checkedString(
        _ bytes: Span<UInt8>,
        from start: Int
    ) throws(JSONError) -> (end: Int, escaped: Bool) {
        var offset = start
        var escaped = false
        while offset < bytes.count {
            if offset + 8 <= bytes.count {
                let word = Word.load(bytes, at: offset)
                let marks =
                    Word.marks(word, equalTo: quotes) | Word.marks(word, equalTo: backslashes)
                    | Word.marks(word, below: 0x20) | (word & Word.high)
                if marks == 0 {
                    offset += 8
                    continue
                }
                offset += Word.firstMark(marks)
            }
            let byte = bytes[offset]
            if byte == quote { return (offset, escaped) }
            if byte == backslash {
                escaped = true
                offset = try checkedEscape(bytes, at: offset)
            } else if byte >= 0x80 {
                guard let scalar = UTF8Reading.scalar(in: bytes, at: offset) else {
                    throw JSONError(.badUTF8, at: offset)
                }
                offset += scalar.length
            } else {
                guard byte >= 0x20 else { throw JSONError(.controlCharacter, at: offset) }
                offset += 1
            }
        }
        throw JSONError(.unexpectedEnd, at: bytes.count)
    }

    private static func checkedEscape(_ bytes: Span<UInt8>, at offset: Int) throws(JSONError) -> Int {
        guard offset + 1 < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
        switch bytes[offset + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return offset + 2
        case UInt8(ascii: "u"):
            guard HexDigit.value(bytes, at: offset + 2, count: 4, end: bytes.count) != nil else {
                throw JSONError(.badEscape, at: offset)
            }
            return offset + 6
        default:
            throw JSONError(.badEscape, at: offset)
        }
    }

    /// The end of the number that starts at `start`.
    static func number(_ bytes: Span<UInt8>, from start: Int) throws(JSONError) -> Int {
        var offset = start
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
        let integer = offset
        offset = digits(bytes, from: offset)
        guard offset > integer else { throw JSONError(.badNumber, at: start) }
        if bytes[integer] == UInt8(ascii: "0"), offset > integer + 1 { throw JSONError(.badNumber, at: start) }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
            let fraction = offset + 1
            offset = digits(bytes, from: fraction)
            guard offset > fraction else { throw JSONError(.badNumber, at: start) }
        }
        if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") {
                offset += 1
            }
            let exponent = offset
            offset = digits(bytes, from: exponent)
            guard offset > exponent else { throw JSONError(.badNumber, at: start) }
        }
        return offset
    }

    private static func digits(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset < bytes.count, bytes[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
        return offset
    }

    /// The end of `true`, `false` or `null` at `start`.
    static func literal(_ bytes: Span<UInt8>, from start: Int) throws(JSONError) -> Int {
        for word in ["true", "false", "null"] {
            let end = start + word.utf8.count
            if end <= bytes.count, UTF8Reading.matches(bytes, start..<end, word) { return end }
        }
        throw JSONError(.unexpectedByte, at: start)
    }

    /// The end of the string, number or literal at `start`, checked.
    @inline(__always)
    static func checkedScalar(_ bytes: Span<UInt8>, from start: Int) throws(JSONError) -> Int {
        let byte = bytes[start]
        if byte == quote { return try checkedString(bytes, from: start + 1).end + 1 }
        if byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") < 10 { return try number(bytes, from: start) }
        return try literal(bytes, from: start)
    }
}
