/// The smallest parts of TOML: blanks, comments, keys, strings and literals.
struct TOMLScanner {
    var offset = 0

    func peek(_ bytes: Span<UInt8>) -> UInt8? {
        offset < bytes.count ? bytes[offset] : nil
    }

    func unexpected(_ bytes: Span<UInt8>) -> TOMLError {
        TOMLError(offset < bytes.count ? .unexpectedByte : .unexpectedEnd, at: offset)
    }

    mutating func skipBlanks(_ bytes: Span<UInt8>) {
        while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    }

    /// Blanks, line ends and comments.
    mutating func skipBlankLines(_ bytes: Span<UInt8>) throws(TOMLError) {
        while true {
            skipBlanks(bytes)
            guard let byte = peek(bytes) else { return }
            if byte == UInt8(ascii: "#") {
                try comment(bytes)
            } else if byte == 0x0A || byte == 0x0D {
                try lineEnd(bytes)
            } else {
                return
            }
        }
    }

    /// What may stand behind a header or a value: blanks, a comment, and a line end or the end of the text.
    mutating func endLine(_ bytes: Span<UInt8>) throws(TOMLError) {
        skipBlanks(bytes)
        if peek(bytes) == UInt8(ascii: "#") { try comment(bytes) }
        guard offset < bytes.count else { return }
        try lineEnd(bytes)
    }

    /// LF or CR LF; a carriage return alone ends no line.
    private mutating func lineEnd(_ bytes: Span<UInt8>) throws(TOMLError) {
        if bytes[offset] == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { offset += 1 }
        guard bytes[offset] == 0x0A else { throw TOMLError(.unexpectedByte, at: offset) }
        offset += 1
    }

    private mutating func comment(_ bytes: Span<UInt8>) throws(TOMLError) {
        while offset < bytes.count, bytes[offset] != 0x0A {
            let isReturn = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
            if Self.isControl(bytes[offset]), !isReturn { throw TOMLError(.badText, at: offset) }
            offset += 1
        }
        // The carriage return belongs to the line end.
        if offset > 0, offset < bytes.count, bytes[offset - 1] == 0x0D { offset -= 1 }
    }

    mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>) throws(TOMLError) {
        skipBlanks(bytes)
        guard peek(bytes) == byte else { throw unexpected(bytes) }
        offset += 1
    }

    // MARK: Keys

    /// One key or several joined by dots.
    mutating func keyPath(_ bytes: Span<UInt8>, partsMax: Int) throws(TOMLError) -> [String] {
        var parts: [String] = []
        while true {
            skipBlanks(bytes)
            guard parts.count < partsMax else { throw TOMLError(.tooDeep, at: offset) }
            parts.append(try key(bytes))
            skipBlanks(bytes)
            guard peek(bytes) == UInt8(ascii: ".") else { return parts }
            offset += 1
        }
    }

    private mutating func key(_ bytes: Span<UInt8>) throws(TOMLError) -> String {
        guard let byte = peek(bytes) else { throw TOMLError(.unexpectedEnd, at: offset) }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return try string(bytes, allowsMultiline: false) }
        let start = offset
        while offset < bytes.count, ByteSet.word.contains(bytes[offset]) || bytes[offset] == UInt8(ascii: "-") {
            offset += 1
        }
        guard offset > start else { throw TOMLError(.badKey, at: start) }
        return UTF8Reading.text(bytes, start..<offset)
    }

    // MARK: Values

    /// `true`, `false`, or a number, date or time by its characters.
    mutating func literal(_ bytes: Span<UInt8>) throws(TOMLError) -> TOMLValue {
        let start = offset
        while offset < bytes.count, isLiteralByte(bytes, start: start) { offset += 1 }
        let text = UTF8Reading.text(bytes, start..<offset)
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "inf", "nan", "+inf", "+nan", "-inf", "-nan": return .literal(text)
        default: break
        }
        let unsigned = text.first == "+" || text.first == "-" ? text.dropFirst() : text[...]
        guard let first = unsigned.utf8.first, first.isASCIIDigit, text.utf8.last != 0x20 else {
            throw TOMLError(.badValue, at: start)
        }
        return .literal(text)
    }

    /// A date and its time may be parted by one space.
    private func isLiteralByte(_ bytes: Span<UInt8>, start: Int) -> Bool {
        let byte = bytes[offset]
        if ByteSet.word.contains(byte) { return true }
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"): return true
        case 0x20: return offset - start == 10 && offset + 1 < bytes.count && bytes[offset + 1].isASCIIDigit
        default: return false
        }
    }

    static func isControl(_ byte: UInt8) -> Bool {
        (byte < 0x20 && byte != 0x09) || byte == 0x7F
    }
}
