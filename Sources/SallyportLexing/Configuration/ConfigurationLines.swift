/// Lines of a configuration text.
enum ConfigurationLines {
    /// The line at `start` without its end, and where the next one begins. LF, CR LF and CR end lines.
    static func line(_ bytes: Span<UInt8>, from start: Int) -> (content: Range<Int>, next: Int) {
        var end = start
        while end < bytes.count, !bytes[end].isLineBreak { end += 1 }
        guard end < bytes.count else { return (start..<end, end) }
        return (start..<end, PythonLexer.behindLineEnd(bytes, at: end))
    }

    /// A range without the blanks around it.
    static func trimmedRange(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return start..<end
    }

    /// The text of a range without the blanks around it.
    static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        UTF8Reading.text(bytes, trimmedRange(bytes, range))
    }

    /// Where `byte` first stands in a range.
    static func index(of byte: UInt8, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        for index in range where bytes[index] == byte { return index }
        return nil
    }
}
