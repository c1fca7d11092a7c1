/// The lines of a gem's specification by their top-level keys.
struct GemSpecificationLines {
    typealias Failure = GemSpecification.Failure

    /// One line, or several that one scalar takes.
    struct Line {
        /// Blanks before it, those of dashes included.
        let indent: Int
        /// How many dashes stand before the value.
        let dashes: Int
        /// The key, when there is one.
        let key: String?
        /// The scalar, decoded; empty where a nested block follows.
        let value: String
        /// Whether the scalar was quoted or a block, so that no special form is meant.
        let isText: Bool
        let number: Int
    }

    private(set) var blocks: [String: [Line]] = [:]

    private static let linesMax = 400_000

    init(_ bytes: Span<UInt8>) throws(Failure) {
        guard bytes.count <= GemSpecification.bytesMax else { throw Failure(reason: "it is too large", line: 1) }
        var reader = GemLineReader(bytes)
        var key: String?
        var count = 0
        while let line = try reader.next(bytes) {
            count += 1
            guard count <= Self.linesMax else { throw Failure(reason: "it has too many lines", line: line.number) }
            if line.indent == 0, line.dashes == 0 {
                guard let name = line.key, name.utf8.allSatisfy({ ByteSet.word.contains($0) }) else {
                    throw Failure(reason: "a line at the top has no plain key", line: line.number)
                }
                guard blocks[name] == nil else { throw Failure(reason: "\(name) is stated twice", line: line.number) }
                key = name
                blocks[name] = [line]
            } else {
                guard let key else { throw Failure(reason: "it begins with no key", line: line.number) }
                blocks[key, default: []].append(line)
            }
        }
    }

    /// The scalar of a top-level key; nil for none.
    func scalar(_ key: String) throws(Failure) -> String? {
        guard let lines = blocks[key], let first = lines.first else { return nil }
        if !first.isText {
            if ["", "~", "null"].contains(first.value), lines.count == 1 { return nil }
            try refuseReference(first)
            // A plain scalar goes on in deeper lines.
            return lines.map(\.value).joined(separator: " ")
        }
        guard lines.count == 1 else { throw Failure(reason: "\(key) is no plain text", line: first.number) }
        return first.value
    }

    /// The texts of a list.
    func list(_ key: String) throws(Failure) -> [String] {
        guard let lines = blocks[key], let first = lines.first else { return [] }
        if lines.count == 1, !first.isText, ["", "[]", "~", "null"].contains(first.value) { return [] }
        guard first.value.isEmpty, !first.isText else {
            throw Failure(reason: "\(key) is no list in the form that is read", line: first.number)
        }
        var texts: [String] = []
        let indent = lines.count > 1 ? lines[1].indent : 0
        for line in lines.dropFirst() {
            if line.dashes == 0, line.key == nil, line.indent > indent, !texts.isEmpty {
                texts[texts.count - 1] += " " + line.value
                continue
            }
            guard line.dashes == 1, line.key == nil else {
                throw Failure(reason: "\(key) holds more than texts", line: line.number)
            }
            try refuseReference(line)
            texts.append(line.value)
        }
        return texts
    }

    func refuseReference(_ line: Line) throws(Failure) {
        guard !line.isText, let first = line.value.utf8.first else { return }
        if "*&[{|>@`%".utf8.contains(first) { throw Failure(reason: "a value is no plain text", line: line.number) }
    }

    /// `version: !ruby/object:Gem::Version` and below it `version: 1.0`; or the text itself.
    func version() throws(Failure) -> String {
        guard let lines = blocks["version"], let first = lines.first else {
            throw Failure(reason: "it states no version", line: 1)
        }
        let found =
            lines.count == 1 && !first.value.isEmpty ? [first] : lines.dropFirst().filter { $0.key == "version" }
        guard found.count == 1, let line = found.first, !line.value.isEmpty else {
            throw Failure(reason: "the version is not plain", line: first.number)
        }
        try refuseReference(line)
        return line.value
    }

    /// The list of dependencies, each a map of name, type and a requirement of pairs.
    func dependencies() throws(Failure) -> [GemSpecification.Dependency] {
        guard let lines = blocks["dependencies"], lines.count > 1 else { return [] }
        let indent = lines[1].indent
        var found: [GemSpecification.Dependency] = []
        var section = ""
        var operation = ""
        for line in lines.dropFirst() {
            if line.dashes > 0, line.indent == indent {
                found.append(GemSpecification.Dependency())
                section = ""
            }
            guard !found.isEmpty else { throw Failure(reason: "dependencies are no list", line: line.number) }
            let last = found.count - 1
            // Keys of the dependency itself stand one step deeper than its dash.
            if let key = line.key, line.indent == indent + 2 || line.dashes > 0 && line.indent == indent {
                section = key
            }
            switch (section, line.key) {
            case ("name", "name"): found[last].name = line.value
            case ("type", "type"): found[last].isDevelopment = line.value.hasSuffix("development")
            case ("requirement", "version"), ("version_requirement", "version"):
                let part = operation.isEmpty ? line.value : "\(operation) \(line.value)"
                found[last].requirement += found[last].requirement.isEmpty ? part : ", " + part
            case ("requirement", nil), ("version_requirement", nil):
                if line.dashes > 1 { operation = line.value }
            default: continue
            }
        }
        guard found.allSatisfy({ !$0.name.isEmpty }) else {
            throw Failure(reason: "a dependency has no name", line: lines[0].number)
        }
        return found
    }
}

/// Reads one line after the other, and scalars that take several.
private struct GemLineReader {
    typealias Failure = GemSpecification.Failure
    typealias Line = GemSpecificationLines.Line

    private var offset = 0
    private var number = 0
    private var isAtStart = true

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
            guard start < content.upperBound, bytes[start] != UInt8(ascii: "#") else { continue }
            guard bytes[start] != 0x09 else { throw Failure(reason: "a line is indented by a tab", line: number) }
            if start == content.lowerBound, isMarker(UInt8(ascii: "-"), bytes, content) {
                guard isAtStart else { throw Failure(reason: "it is more than one document", line: number) }
                isAtStart = false
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
            return try line(bytes, start..<content.upperBound, indent: start - content.lowerBound)
        }
        return nil
    }

    private func isMarker(_ byte: UInt8, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count >= 3, bytes[range.lowerBound] == byte, bytes[range.lowerBound + 1] == byte,
            bytes[range.lowerBound + 2] == byte
        else { return false }
        return range.count == 3 || bytes[range.lowerBound + 3] == 0x20
    }

    private mutating func line(_ bytes: Span<UInt8>, _ range: Range<Int>, indent: Int) throws(Failure) -> Line {
        let first = number
        var start = range.lowerBound
        var dashes = 0
        while start < range.upperBound, bytes[start] == UInt8(ascii: "-"),
            start + 1 == range.upperBound || bytes[start + 1] == 0x20
        {
            dashes += 1
            start = Self.behindBlanks(bytes, start + 1, range.upperBound)
        }
        start = Self.behindProperties(bytes, start, range.upperBound)
        let key = Self.key(bytes, start..<range.upperBound)
        if let key { start = Self.behindProperties(bytes, key.upperBound + 1, range.upperBound) }
        let scalar = try self.scalar(bytes, start..<range.upperBound, indent: indent)
        return Line(
            indent: indent,
            dashes: dashes,
            key: key.map { UTF8Reading.text(bytes, $0) },
            value: scalar.text,
            isText: scalar.isText,
            number: first
        )
    }

    private static func behindBlanks(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index
    }

    /// Behind tags (`!ruby/object:Gem::Version`) and anchors (`&1`), which are labels here.
    private static func behindProperties(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var index = behindBlanks(bytes, start, end)
        while index < end, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "&") {
            while index < end, bytes[index] != 0x20, bytes[index] != 0x09 { index += 1 }
            index = behindBlanks(bytes, index, end)
        }
        return index
    }

    /// The range of a key: up to the first colon that a blank or the end follows.
    private static func key(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        guard let first = range.first, !"\"'[{|>*".utf8.contains(bytes[first]) else { return nil }
        for index in range {
            if bytes[index] == UInt8(ascii: "#"), index > first, bytes[index - 1] == 0x20 { return nil }
            guard bytes[index] == UInt8(ascii: ":") else { continue }
            if index + 1 == range.upperBound || bytes[index + 1] == 0x20 { return first..<index }
        }
        return nil
    }

    private mutating func scalar(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        indent: Int
    ) throws(Failure) -> (text: String, isText: Bool) {
        guard let start = range.first else { return ("", false) }
        switch bytes[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return (try quoted(bytes, start), true)
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return (block(bytes, indent: indent), true)
        default:
            var end = range.upperBound
            for index in range where bytes[index] == UInt8(ascii: "#") && index > start && bytes[index - 1] == 0x20 {
                end = index
                break
            }
            return (ConfigurationLines.trimmed(bytes, start..<end), false)
        }
    }

    /// A quoted scalar, over as many lines as it takes; `offset` is then behind its last one.
    private mutating func quoted(_ bytes: Span<UInt8>, _ start: Int) throws(Failure) -> String {
        let quote = bytes[start]
        var output: [UInt8] = []
        var index = start + 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == quote {
                guard quote == UInt8(ascii: "'"), index < bytes.count, bytes[index] == quote else {
                    try endLine(bytes, index)
                    return String(decoding: output, as: UTF8.self)
                }
                output.append(quote)
                index += 1
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), index < bytes.count {
                index = try escape(bytes, index, &output)
            } else if byte.isLineBreak {
                if byte == 0x0A { number += 1 }
                while output.last == 0x20 { output.removeLast() }
                output.append(0x20)
                index = Self.behindBlanks(bytes, index, bytes.count)
            } else {
                output.append(byte)
            }
        }
        throw Failure(reason: "a quoted text does not end", line: number)
    }

    /// Behind a quoted scalar only a comment may stand; a colon would make it a key, which is not read.
    private mutating func endLine(_ bytes: Span<UInt8>, _ index: Int) throws(Failure) {
        let (content, following) = ConfigurationLines.line(bytes, from: index)
        let rest = ConfigurationLines.trimmedRange(bytes, content)
        guard rest.isEmpty || bytes[rest.lowerBound] == UInt8(ascii: "#") else {
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

    /// A block scalar: every deeper line, and blank ones.
    private mutating func block(_ bytes: Span<UInt8>, indent: Int) -> String {
        var output: [UInt8] = []
        while offset < bytes.count {
            let (content, following) = ConfigurationLines.line(bytes, from: offset)
            var start = content.lowerBound
            while start < content.upperBound, bytes[start] == 0x20 { start += 1 }
            guard start == content.upperBound || start - content.lowerBound > indent else { break }
            for index in start..<content.upperBound { output.append(bytes[index]) }
            output.append(0x0A)
            offset = following
            number += 1
        }
        return String(decoding: output, as: UTF8.self)
    }
}
