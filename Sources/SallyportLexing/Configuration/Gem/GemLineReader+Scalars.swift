// The values of lines: plain ones, quoted ones, and blocks.
extension GemLineReader {
    typealias Style = GemSpecificationLines.Style

    /// The value that begins at `range`; one of several lines moves `offset` behind them.
    ///
    /// - Parameter parent: the column of the dash or key before it; nil on a line that has neither.
    mutating func scalar(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        parent: Int?
    ) throws(Failure) -> (text: String, style: Style) {
        guard let start = range.first else { return ("", .plain) }
        if bytes[start] != UInt8(ascii: "\""), bytes[start] != UInt8(ascii: "'") { try refuseOtherBreaks(bytes, range) }
        switch bytes[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try quoted(bytes, start)
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            guard let parent else { throw Failure(reason: "a block of text has no key on its line", line: number) }
            try checkBlockHeader(bytes, (start + 1)..<range.upperBound)
            return (try block(bytes, parent: parent), .block)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            let text = Self.trimmedPlain(bytes, range)
            guard text == "[]" || text == "{}" else { throw Failure(reason: "brackets hold a value", line: number) }
            return (text, .plain)
        case UInt8(ascii: "*"):
            let text = Self.trimmedPlain(bytes, range)
            guard text.utf8.dropFirst().allSatisfy({ ByteSet.word.contains($0) || $0 == UInt8(ascii: "-") }) else {
                throw Failure(reason: "something follows an alias", line: number)
            }
            return (text, .plain)
        default: return (Self.trimmedPlain(bytes, range), .plain)
        }
    }

    // MARK: Quoted

    /// A quoted scalar, over as many lines as it takes; `offset` is then behind its last one.
    private mutating func quoted(_ bytes: Span<UInt8>, _ start: Int) throws(Failure) -> (text: String, style: Style) {
        let quote = bytes[start]
        var output: [UInt8] = []
        var style = Style.quoted
        // What an escape made is no blank at the end of a line; a blank line is a break in the text.
        var escaped = 0
        var isLineStart = false
        var index = start + 1
        while index < bytes.count {
            let byte = bytes[index]
            if GemLineBreaks.isOther(bytes, index) { style = .folded }
            index += 1
            if byte == quote {
                guard quote == UInt8(ascii: "'"), index < bytes.count, bytes[index] == quote else {
                    try endLine(bytes, index)
                    return (String(decoding: output, as: UTF8.self), style)
                }
                output.append(quote)
                index += 1
                isLineStart = false
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), index < bytes.count {
                isLineStart = bytes[index] == 0x0A
                index = try escape(bytes, index, &output)
                escaped = output.count
            } else if byte.isLineBreak {
                if isLineStart { style = .folded }
                isLineStart = true
                if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
                number += 1
                while output.count > escaped, output.last == 0x20 || output.last == 0x09 { output.removeLast() }
                output.append(0x20)
                index = Self.behindBlanks(bytes, index, bytes.count)
            } else {
                output.append(byte)
                isLineStart = false
            }
        }
        throw Failure(reason: "a quoted text does not end", line: number)
    }

    /// Behind a quoted scalar only a comment may stand; a colon would make it a key, which is not read.
    private mutating func endLine(_ bytes: Span<UInt8>, _ index: Int) throws(Failure) {
        let (content, following) = ConfigurationLines.line(bytes, from: index)
        let rest = ConfigurationLines.trimmedRange(bytes, content)
        guard rest.isEmpty || bytes[rest.lowerBound] == UInt8(ascii: "#"), !GemLineBreaks.holdsOther(bytes, rest) else {
            throw Failure(reason: "something follows a quoted text", line: number)
        }
        offset = following
    }

    private func escape(_ bytes: Span<UInt8>, _ index: Int, _ output: inout [UInt8]) throws(Failure) -> Int {
        let letter = bytes[index]
        switch letter {
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "e"): output.append(0x1B)
        case UInt8(ascii: "0"): output.append(0)
        case UInt8(ascii: "a"): output.append(7)
        case UInt8(ascii: "b"): output.append(8)
        case UInt8(ascii: "f"): output.append(12)
        case UInt8(ascii: "v"): output.append(11)
        case UInt8(ascii: "N"): UTF8Reading.append(0x85, to: &output)
        case UInt8(ascii: "_"): UTF8Reading.append(0xA0, to: &output)
        case UInt8(ascii: "L"): UTF8Reading.append(0x2028, to: &output)
        case UInt8(ascii: "P"): UTF8Reading.append(0x2029, to: &output)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), 0x20: output.append(letter)
        case 0x0A: return Self.behindBlanks(bytes, index + 1, bytes.count)
        case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
            let count = letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : 8
            guard let value = HexDigit.value(bytes, at: index + 1, count: count, end: bytes.count) else {
                throw Failure(reason: "an escape is not complete", line: number)
            }
            UTF8Reading.append(min(value, 0x10FFFF), to: &output)
            return index + 1 + count
        default: throw Failure(reason: "an escape is not known", line: number)
        }
        return index + 1
    }

    // MARK: Blocks

    /// Behind `|` or `>` a sign and a digit may stand, and a comment.
    private func checkBlockHeader(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(Failure) {
        let text = Self.trimmedPlain(bytes, range)
        guard text.utf8.count <= 2, text.utf8.allSatisfy({ "+-123456789".utf8.contains($0) }) else {
            throw Failure(reason: "something follows the mark of a block of text", line: number)
        }
    }

    /// A block scalar: every line deeper than its key or dash, and blank ones.
    private mutating func block(_ bytes: Span<UInt8>, parent: Int) throws(Failure) -> String {
        var output: [UInt8] = []
        while offset < bytes.count {
            let (content, following) = ConfigurationLines.line(bytes, from: offset)
            var start = content.lowerBound
            while start < content.upperBound, bytes[start] == 0x20 { start += 1 }
            guard start == content.upperBound || start - content.lowerBound > parent else { break }
            guard GemLineBreaks.areIndented(bytes, start..<content.upperBound, deeperThan: parent) else {
                throw Failure(reason: "a line is broken by U+0085, U+2028 or U+2029", line: number + 1)
            }
            for index in start..<content.upperBound { output.append(bytes[index]) }
            output.append(0x0A)
            offset = following
            number += 1
        }
        return String(decoding: output, as: UTF8.self)
    }
}

/// The breaks of lines that YAML 1.1 knows beside CR and LF: U+0085, U+2028 and U+2029.
enum GemLineBreaks {
    /// Whether one stands at a place.
    static func isOther(_ bytes: Span<UInt8>, _ index: Int) -> Bool { length(bytes, index, bytes.count) > 0 }

    /// Whether one stands in a range.
    static func holdsOther(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range where bytes[index] >= 0x80 && length(bytes, index, range.upperBound) > 0 { return true }
        return false
    }

    /// Whether what follows each of them is blank or deeper than a column, so that it stays in a block of text.
    static func areIndented(_ bytes: Span<UInt8>, _ range: Range<Int>, deeperThan column: Int) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let length = length(bytes, index, range.upperBound)
            index += max(length, 1)
            guard length > 0 else { continue }
            let start = index
            while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
            let isBlank = index == range.upperBound || self.length(bytes, index, range.upperBound) > 0
            guard isBlank || index - start > column else { return false }
        }
        return true
    }

    private static func length(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
        if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0x85 { return 2 }
        guard bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
        return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    }
}

/// Values with the tag `!binary`, as old versions of Ruby wrote texts.
enum GemBinary {
    /// The text that a value stands for; nil when it is no whole Base64 (RFC 4648) of UTF-8.
    static func text(_ value: String) -> String? {
        var output: [UInt8] = []
        var bits = 0
        var count = 0
        var padding = 0
        for byte in value.utf8 where byte != 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D {
            if byte == UInt8(ascii: "=") {
                padding += 1
                continue
            }
            guard padding == 0, let digit = digit(byte) else { return nil }
            bits = (bits << 6 | digit) & 0xFFFFFF
            count += 1
            if count % 4 == 0 { output += [UInt8(bits >> 16), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)] }
        }
        guard (count + padding) % 4 == 0, padding <= 2 else { return nil }
        if padding == 1 { output += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)] }
        if padding == 2 { output.append(UInt8(bits >> 4 & 0xFF)) }
        return String(validating: output, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 0x41
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 0x61 + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 0x30 + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
