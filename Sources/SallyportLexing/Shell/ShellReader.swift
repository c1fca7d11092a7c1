/// Reads a command line for `ShellWords`.
struct ShellReader {
    private(set) var pieces: [ShellWords.Piece] = []
    private(set) var substitutions: [String] = []
    private(set) var isIncomplete = false
    private let end: Int
    private var offset = 0
    private var word: [UInt8] = []
    private var wordStart: Int?
    private var isExpanded = false
    private var isQuoted = false
    /// Whether the last substitution has its closing bracket.
    private var isClosed = true
    /// No command name has been read since the last separator: `A=b` assigns.
    private var beforeCommand = true

    init(end: Int) {
        self.end = end
    }

    mutating func read(_ bytes: Span<UInt8>) {
        while offset < end, pieces.count < ShellWords.piecesMax { step(bytes) }
        endWord()
        if offset < end { isIncomplete = true }
    }

    private mutating func step(_ bytes: Span<UInt8>) {
        let byte = bytes[offset]
        switch byte {
        case 0x20, 0x09:
            endWord()
            offset += 1
        case 0x0A, 0x0D:
            separator(bytes, length: 1)
        case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"):
            listOperator(byte, bytes)
        case UInt8(ascii: "("), UInt8(ascii: ")"):
            separator(bytes, length: 1)
        case UInt8(ascii: ">"), UInt8(ascii: "<"):
            redirection(bytes)
        case UInt8(ascii: "#") where wordStart == nil:
            while offset < end, !bytes[offset].isLineBreak { offset += 1 }
        case UInt8(ascii: "'"):
            singleQuotes(bytes)
        case UInt8(ascii: "\""):
            doubleQuotes(bytes)
        case UInt8(ascii: "\\"):
            begin()
            if offset + 1 < end, bytes[offset + 1] != 0x0A { word.append(bytes[offset + 1]) }
            isQuoted = true
            offset += 2
        case UInt8(ascii: "$"), UInt8(ascii: "`"):
            expansion(bytes)
        default:
            begin()
            if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[") { isExpanded = true }
            word.append(byte)
            offset += 1
        }
    }

    private mutating func begin() {
        if wordStart == nil { wordStart = offset }
    }

    private mutating func endWord() {
        guard let start = wordStart else { return }
        let text = String(decoding: word, as: UTF8.self)
        let isBrace = !isQuoted && (text == "{" || text == "}")
        let assigns = beforeCommand && Self.isAssignment(word)
        if !isBrace, !assigns { beforeCommand = isAfterRedirection && beforeCommand }
        if isBrace { beforeCommand = true }
        pieces.append(
            ShellWords.Piece(
                kind: isBrace ? .separator : assigns ? .assignment : .word,
                text: text,
                range: start..<min(offset, end),
                isExpanded: isExpanded
            )
        )
        word.removeAll(keepingCapacity: true)
        wordStart = nil
        isExpanded = false
        isQuoted = false
    }

    private var isAfterRedirection: Bool {
        pieces.last?.kind == .redirection
    }

    private static func isAssignment(_ word: [UInt8]) -> Bool {
        guard let equals = word.firstIndex(of: UInt8(ascii: "=")), equals > 0, !word[0].isASCIIDigit else {
            return false
        }
        return word[..<equals].allSatisfy { ByteSet.word.contains($0) }
    }

    private mutating func separator(_ bytes: Span<UInt8>, length: Int) {
        endWord()
        append(.separator, bytes, length: length)
        beforeCommand = true
    }

    private mutating func listOperator(_ byte: UInt8, _ bytes: Span<UInt8>) {
        let next = offset + 1 < end ? bytes[offset + 1] : 0
        if byte == UInt8(ascii: "&"), next == UInt8(ascii: ">") { return redirection(bytes) }
        let isPair = next == byte || (byte == UInt8(ascii: "|") && next == UInt8(ascii: "&"))
        separator(bytes, length: isPair ? 2 : 1)
    }

    private mutating func append(_ kind: ShellWords.Piece.Kind, _ bytes: Span<UInt8>, length: Int) {
        let range = offset..<min(offset + length, end)
        pieces.append(
            ShellWords.Piece(kind: kind, text: UTF8Reading.text(bytes, range), range: range, isExpanded: false)
        )
        offset = range.upperBound
    }

    /// `>`, `2>>`, `&>`, `<&`, `<<<` and so on; a number directly before belongs to it.
    private mutating func redirection(_ bytes: Span<UInt8>) {
        if let start = wordStart, !isQuoted, word.allSatisfy(\.isASCIIDigit) {
            word.removeAll(keepingCapacity: true)
            wordStart = nil
            offset = start
        } else {
            endWord()
        }
        var length = 0
        while offset + length < end, bytes[offset + length].isASCIIDigit { length += 1 }
        while offset + length < end,
            [UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "|")].contains(
                bytes[offset + length]
            ),
            length < 8
        {
            length += 1
        }
        append(.redirection, bytes, length: max(length, 1))
    }

    private mutating func singleQuotes(_ bytes: Span<UInt8>) {
        begin()
        isQuoted = true
        offset += 1
        while offset < end, bytes[offset] != UInt8(ascii: "'") {
            word.append(bytes[offset])
            offset += 1
        }
        if offset >= end { isIncomplete = true }
        offset += 1
    }

    private mutating func doubleQuotes(_ bytes: Span<UInt8>) {
        begin()
        isQuoted = true
        offset += 1
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                offset += 1
                return
            case UInt8(ascii: "\\"):
                let next = offset + 1 < end ? bytes[offset + 1] : 0
                if Self.escapableInQuotes.contains(next) {
                    if next != 0x0A { word.append(next) }
                    offset += 2
                } else {
                    word.append(UInt8(ascii: "\\"))
                    offset += 1
                }
            case UInt8(ascii: "$"), UInt8(ascii: "`"):
                expansion(bytes)
            default:
                word.append(bytes[offset])
                offset += 1
            }
        }
        isIncomplete = true
    }

    private static let escapableInQuotes: [UInt8] = [
        UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x0A,
    ]

    /// `$NAME`, `${…}`, `$(…)`, `` `…` ``: kept as written; the inside of a command substitution is kept apart too.
    private mutating func expansion(_ bytes: Span<UInt8>) {
        begin()
        isExpanded = true
        isClosed = true
        let start = offset
        let next = offset + 1 < end ? bytes[offset + 1] : 0
        if bytes[offset] == UInt8(ascii: "`") {
            offset = endOfBackticks(bytes)
            keepSubstitution(bytes, from: start + 1)
        } else if next == UInt8(ascii: "(") || next == UInt8(ascii: "{") {
            offset = endOfBrackets(bytes, from: start + 1)
            if next == UInt8(ascii: "(") { keepSubstitution(bytes, from: start + 2) }
        } else {
            offset += 1
        }
        for index in start..<min(offset, end) { word.append(bytes[index]) }
    }

    private mutating func keepSubstitution(_ bytes: Span<UInt8>, from start: Int) {
        guard substitutions.count < ShellWords.substitutionsMax else {
            isIncomplete = true
            return
        }
        let stop = isClosed ? offset - 1 : min(offset, end)
        substitutions.append(UTF8Reading.text(bytes, min(start, stop)..<stop))
    }

    private mutating func endOfBackticks(_ bytes: Span<UInt8>) -> Int {
        var index = offset + 1
        while index < end {
            if bytes[index] == UInt8(ascii: "`") { return index + 1 }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        isIncomplete = true
        isClosed = false
        return end
    }

    /// Behind the bracket that closes the one at `start`, quotes looked at, nesting counted.
    private mutating func endOfBrackets(_ bytes: Span<UInt8>, from start: Int) -> Int {
        let open = bytes[start]
        let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
        var depth = 0
        var quote: UInt8 = 0
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
                index += 2
                continue
            }
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == open {
                depth += 1
            } else if byte == close {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
            index += 1
        }
        isIncomplete = true
        isClosed = false
        return end
    }
}
