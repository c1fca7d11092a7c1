/// The scalars of a block-style YAML file with the keys that lead to them: enough for the files of tools whose form is
/// known, such as workflows.
///
/// It is no parser of YAML: anchors are not followed, and what stands in brackets is one text. What it can't tell it gives
/// as it is written, so that nothing that stands in the file is left out.
public struct YAMLScalars: Sendable, Equatable {
    /// One scalar.
    public struct Scalar: Sendable, Equatable {
        /// The keys from the top, without positions in lists: `["jobs", "build", "steps", "run"]`.
        public let keys: [String]
        /// The text: of a block scalar its lines, of a quoted one what the quotes hold.
        public let text: String
        /// The line, counted from 1.
        public let line: Int
    }

    /// Bytes of a file: 1 MiB. More are not read, and ``isCut`` says so.
    public static let bytesMax = 1 << 20
    /// Scalars that are kept: 16,384.
    public static let scalarsMax = 16_384
    /// Keys inside keys: 64.
    public static let depthMax = 64

    /// The scalars in their order.
    public private(set) var scalars: [Scalar] = []
    /// Every key, wherever it stands, also those that nothing stands behind.
    public private(set) var keys: Set<String> = []
    /// Whether a limit left something out.
    public private(set) var isCut = false

    private var open: [(indent: Int, key: String)] = []
    private var block: (indent: Int, keys: [String], line: Int, text: String)?

    /// Reads a file.
    public init(_ bytes: Span<UInt8>) {
        isCut = bytes.count > Self.bytesMax
        var number = 0
        var start = 0
        let count = min(bytes.count, Self.bytesMax)
        while start < count {
            var end = start
            while end < count, bytes[end] != 0x0A { end += 1 }
            number += 1
            read(UTF8Reading.text(bytes, start..<end), number)
            start = end + 1
        }
        endBlock()
        open = []
    }

    /// Two are equal when they say the same.
    public static func == (left: YAMLScalars, right: YAMLScalars) -> Bool {
        left.scalars == right.scalars && left.isCut == right.isCut
    }

    private mutating func read(_ text: String, _ number: Int) {
        let line = text.hasSuffix("\r") ? text.dropLast() : text[...]
        let indent = line.prefix { $0 == " " }.count
        let rest = line.dropFirst(indent)
        if let block {
            if rest.allSatisfy({ $0 == " " || $0 == "\t" }) || indent > block.indent {
                self.block?.text += rest + "\n"
                return
            }
            endBlock()
        }
        entry(rest, indent, number)
    }

    /// `- - key: value`, `key:`, `- value`, a line of a text.
    private mutating func entry(_ text: Substring, _ indent: Int, _ number: Int) {
        var rest = text
        var indent = indent
        while rest.hasPrefix("- ") || rest == "-" {
            let after = rest.dropFirst()
            let spaces = after.prefix { $0 == " " }.count
            // A list may stand as far left as the key that it belongs to.
            close(to: indent + 1)
            indent += 1 + spaces
            rest = after.dropFirst(spaces)
        }
        guard !rest.isEmpty, !rest.hasPrefix("#"), !rest.hasPrefix("---") else { return }
        guard let (key, value) = Self.pair(rest) else {
            close(to: indent)
            return add(keys: open.map(\.key), rest, indent, number)
        }
        close(to: indent)
        guard open.count < Self.depthMax else { return isCut = true }
        open.append((indent, key))
        if keys.count < Self.scalarsMax { keys.insert(key) }
        if !value.isEmpty, !value.hasPrefix("#") { add(keys: open.map(\.key), value, indent, number) }
    }

    private mutating func close(to indent: Int) {
        while let last = open.last, last.indent >= indent { open.removeLast() }
    }

    private mutating func add(keys: [String], _ value: Substring, _ indent: Int, _ number: Int) {
        guard scalars.count < Self.scalarsMax else { return isCut = true }
        if let first = value.first, first == "|" || first == ">", value.count <= 4 || value.contains(" #") {
            block = (indent, keys, number, "")
        } else {
            scalars.append(Scalar(keys: keys, text: Self.plain(value), line: number))
        }
    }

    private mutating func endBlock() {
        guard let block else { return }
        scalars.append(Scalar(keys: block.keys, text: block.text, line: block.line))
        self.block = nil
    }

    /// `key: value`, `"key": value`, `key:`; nothing for other text.
    private static func pair(_ text: Substring) -> (key: String, value: Substring)? {
        if let quote = text.first, quote == "\"" || quote == "'" {
            let inner = text.dropFirst()
            guard let end = inner.firstIndex(of: quote) else { return nil }
            let after = inner[inner.index(after: end)...].drop { $0 == " " }
            guard after.first == ":", after.count == 1 || after.dropFirst().first == " " else { return nil }
            return (String(inner[..<end]), after.dropFirst().drop { $0 == " " })
        }
        guard let first = text.first, first != "{", first != "[" else { return nil }
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == ":", next == text.endIndex || text[next] == " " {
                let key = String(text[..<index])
                return (key, text[next...].drop { $0 == " " })
            }
            if text[index] == " ", next < text.endIndex, text[next] == "#" { return nil }
            index = next
        }
        return nil
    }

    /// A value without its quotes, or without the comment behind it.
    private static func plain(_ text: Substring) -> String {
        if let quote = text.first, quote == "\"" || quote == "'", let end = text.dropFirst().lastIndex(of: quote) {
            return String(text[text.index(after: text.startIndex)..<end])
        }
        var before: Character = "x"
        var end = text.startIndex
        while end < text.endIndex, !(before == " " && text[end] == "#") {
            before = text[end]
            end = text.index(after: end)
        }
        return String(end == text.endIndex ? text : text[..<end].dropLast())
    }
}
