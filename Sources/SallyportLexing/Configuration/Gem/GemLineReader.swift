/// Reads a gem's specification one line after the other.
///
/// Every line is given the place in YAML's structure that libyaml gives it, or the text is refused: what one reader takes
/// for the inside of a text and another for a key would hide what an installation runs.
struct GemLineReader {
    typealias Failure = GemSpecification.Failure
    typealias Line = GemSpecificationLines.Line

    /// Where the next line begins.
    var offset = 0
    /// The number of the line that is read.
    var number = 0
    private var isAtStart = true
    private var previous: Line?

    init(_ bytes: Span<UInt8>) {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
    }

    /// The next line that says something; nil at the end.
    mutating func next(_ bytes: Span<UInt8>) throws(Failure) -> Line? {
        while offset < bytes.count {
            let (content, following) = ConfigurationLines.line(bytes, from: offset)
            number += 1
            offset = following
            var start = content.lowerBound
            while start < content.upperBound, bytes[start] == 0x20 { start += 1 }
            guard start < content.upperBound, bytes[start] != UInt8(ascii: "#") else {
                try refuseOtherBreaks(bytes, content)
                continue
            }
            guard bytes[start] != 0x09 else { throw Failure(reason: "a line is indented by a tab", line: number) }
            if start == content.lowerBound, isMarker(UInt8(ascii: "-"), bytes, content) {
                guard isAtStart else { throw Failure(reason: "it is more than one document", line: number) }
                isAtStart = false
                try checkMarker(bytes, (start + 3)..<content.upperBound)
                continue
            }
            if start == content.lowerBound, isMarker(UInt8(ascii: "."), bytes, content) {
                offset = bytes.count
                return nil
            }
            guard bytes[start] != UInt8(ascii: "%") || start > content.lowerBound else {
                throw Failure(reason: "a directive is not read", line: number)
            }
            isAtStart = false
            let line = try line(bytes, start..<content.upperBound, indent: start - content.lowerBound)
            previous = line
            return line
        }
        return nil
    }

    private func isMarker(_ byte: UInt8, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count >= 3, bytes[range.lowerBound] == byte, bytes[range.lowerBound + 1] == byte,
            bytes[range.lowerBound + 2] == byte
        else { return false }
        return range.count == 3 || bytes[range.lowerBound + 3] == 0x20
    }

    /// Behind the mark of the document only the tag of a specification may stand: the whole of it could be written there.
    private func checkMarker(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(Failure) {
        let text = Self.trimmedPlain(bytes, range)
        guard text.isEmpty || text == "!ruby/object:Gem::Specification" else {
            throw Failure(reason: "a value stands on the line that begins the document", line: number)
        }
    }

    // MARK: The parts of a line

    private mutating func line(_ bytes: Span<UInt8>, _ range: Range<Int>, indent: Int) throws(Failure) -> Line {
        let first = number
        let lineStart = range.lowerBound - indent
        if let previous, !previous.isText, !previous.value.isEmpty, indent > previous.column {
            // A plain scalar goes on, whatever its next line looks like.
            try refuseOtherBreaks(bytes, range)
            return Line(
                indent: indent,
                column: previous.column,
                dashes: 0,
                key: nil,
                value: Self.trimmedPlain(bytes, range),
                style: .continuation,
                tag: .absent,
                number: first
            )
        }
        var start = range.lowerBound
        var column: Int?
        var dashes = 0
        while start < range.upperBound, bytes[start] == UInt8(ascii: "-"),
            start + 1 == range.upperBound || bytes[start + 1] == 0x20
        {
            dashes += 1
            column = start - lineStart
            start += 1
            while start < range.upperBound, bytes[start] == 0x20 { start += 1 }
        }
        var properties = try self.properties(bytes, start..<range.upperBound)
        try refuseComplexKey(bytes, properties.end..<range.upperBound)
        let key = Self.key(bytes, properties.end..<range.upperBound)
        if let key {
            guard properties.tag == .absent else { throw Failure(reason: "a key has a tag", line: number) }
            column = start - lineStart
            properties = try self.properties(bytes, (key.upperBound + 1)..<range.upperBound)
        }
        try refuseOtherBreaks(bytes, range.lowerBound..<properties.end)
        let parent = if let column { column } else { try bareColumn(indent) }
        let scalar = try self.scalar(bytes, properties.end..<range.upperBound, parent: column)
        return Line(
            indent: indent,
            column: parent,
            dashes: dashes,
            key: key.map { UTF8Reading.text(bytes, $0) },
            value: scalar.text,
            style: scalar.style,
            tag: properties.tag,
            number: first
        )
    }

    /// The column of a line without dash and key: that of the line above, whose value it is.
    private func bareColumn(_ indent: Int) throws(Failure) -> Int {
        guard let previous, !previous.isText, indent > previous.column else {
            throw Failure(reason: "a line has no plain key", line: number)
        }
        return previous.column
    }

    /// What YAML takes for the end of a line, and others don't, stands outside of a quoted text or a block.
    func refuseOtherBreaks(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(Failure) {
        guard GemLineBreaks.holdsOther(bytes, range) else { return }
        throw Failure(reason: "a line is broken by U+0085, U+2028 or U+2029", line: number)
    }

    /// `? key` lets a key go over several lines.
    private func refuseComplexKey(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(Failure) {
        guard let first = range.first, bytes[first] == UInt8(ascii: "?") else { return }
        if range.count == 1 || bytes[first + 1] == 0x20 || bytes[first + 1] == 0x09 {
            throw Failure(reason: "a key is marked by a question mark", line: number)
        }
    }

    /// A tag (`!ruby/object:Gem::Version`) and an anchor (`&1`), and where the value begins behind them.
    private func properties(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>
    ) throws(Failure) -> (tag: GemSpecificationLines.Tag, end: Int) {
        var tag: GemSpecificationLines.Tag?
        var index = Self.behindBlanks(bytes, range.lowerBound, range.upperBound)
        while index < range.upperBound, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "&") {
            let start = index
            index += 1
            while index < range.upperBound, ByteSet.word.contains(bytes[index]) || "!:/.-".utf8.contains(bytes[index]) {
                index += 1
            }
            guard index == range.upperBound || bytes[index] == 0x20 || bytes[index] == 0x09 else {
                throw Failure(reason: "a tag or anchor is not in the form that is read", line: number)
            }
            if bytes[start] == UInt8(ascii: "!") {
                guard tag == nil else { throw Failure(reason: "a value has two tags", line: number) }
                tag = Self.tag(UTF8Reading.text(bytes, start..<index))
            }
            index = Self.behindBlanks(bytes, index, range.upperBound)
        }
        return (tag ?? .absent, index)
    }

    private static func tag(_ text: String) -> GemSpecificationLines.Tag {
        switch text {
        case "!", "!str", "!!str": .text
        case "!binary", "!!binary": .binary
        case _ where text.hasPrefix("!ruby/object:Gem::"): .object
        case "!ruby/sym", "!ruby/symbol": .other
        case _ where text.hasPrefix("!ruby/"): .foreign
        default: .other
        }
    }

    /// The range of a key: up to the first colon that a blank or the end follows.
    private static func key(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        guard let first = range.first, !"\"'[{|>*#".utf8.contains(bytes[first]) else { return nil }
        for index in range {
            if isComment(bytes, index, from: first) { return nil }
            guard bytes[index] == UInt8(ascii: ":") else { continue }
            if index + 1 == range.upperBound || bytes[index + 1] == 0x20 || bytes[index + 1] == 0x09 {
                return first..<index
            }
        }
        return nil
    }

    // MARK: Plain text

    static func behindBlanks(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index
    }

    private static func isComment(_ bytes: Span<UInt8>, _ index: Int, from first: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "#") else { return false }
        return index == first || bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09
    }

    /// The text of a range without blanks around it and without a comment.
    static func trimmedPlain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        let start = behindBlanks(bytes, range.lowerBound, range.upperBound)
        var end = range.upperBound
        for index in start..<range.upperBound where isComment(bytes, index, from: start) {
            end = index
            break
        }
        return ConfigurationLines.trimmed(bytes, start..<end)
    }
}
