import SallyportEcosystem

/// Finds the start tags of an HTML page from the front to the back, with their attributes.
///
/// It reads what indexes write, not all that browsers do: comments, declarations, and the contents of `script`, `style`,
/// `textarea` and `title` are passed over. A page that ends inside one of them is refused, because readers differ on
/// what such a page holds.
struct HTMLScanner {
    /// A start tag; names in lower case, values decoded.
    struct Tag {
        let name: String
        let attributes: [(name: String, value: String)]
        /// Where its `<` stands.
        let offset: Int

        /// The value of an attribute; for one that stands twice, the first, as HTML says.
        func value(of name: String) -> String? {
            attributes.first { $0.name == name }?.value
        }
    }

    private(set) var offset = 0
    private let attributesMax: Int
    private let wanted: Set<String> = ["a", "base", "meta"]

    init(attributesMax: Int) {
        self.attributesMax = attributesMax
    }

    /// The next start tag of a wanted element; `nil` at the end of the page.
    mutating func next(in bytes: Span<UInt8>) throws(IndexError) -> Tag? {
        while let start = Self.find(UInt8(ascii: "<"), bytes, from: offset) {
            offset = start + 1
            guard offset < bytes.count else { break }
            switch bytes[offset] {
            case UInt8(ascii: "!"), UInt8(ascii: "?"): try skipMarkup(in: bytes)
            case UInt8(ascii: "/"): try skip(past: ">", in: bytes)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                let tag = try tag(at: start, in: bytes)
                if Self.holdsText.contains(tag.name) { try skipText(of: tag.name, in: bytes) }
                if wanted.contains(tag.name) { return tag }
            default: break
            }
        }
        offset = bytes.count
        return nil
    }

    private static let holdsText: Set<String> = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed"]

    private mutating func skipMarkup(in bytes: Span<UInt8>) throws(IndexError) {
        let isComment = Self.matches("!--", bytes, at: offset)
        if isComment {
            offset += 3
            // `<!-->` and `<!--->` are whole comments in HTML.
            if Self.matches(">", bytes, at: offset) || Self.matches("->", bytes, at: offset) {
                return try skip(past: ">", in: bytes)
            }
        }
        try skip(past: isComment ? "-->" : ">", in: bytes)
    }

    /// Steps behind the end tag of an element whose content is text.
    private mutating func skipText(of name: String, in bytes: Span<UInt8>) throws(IndexError) {
        try skip(past: "</\(name)", in: bytes)
        try skip(past: ">", in: bytes)
    }

    private mutating func skip(past end: String, in bytes: Span<UInt8>) throws(IndexError) {
        let text = Array(end.utf8)
        var from = offset
        while let found = Self.find(text[0], bytes, from: from) {
            if Self.matches(end, bytes, at: found) {
                offset = found + text.count
                return
            }
            from = found + 1
        }
        throw Self.truncated(at: offset)
    }

    private mutating func tag(at start: Int, in bytes: Span<UInt8>) throws(IndexError) -> Tag {
        let name = word(in: bytes) { Self.isSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
        var attributes: [(name: String, value: String)] = []
        while true {
            while offset < bytes.count, Self.isSpace(bytes[offset]) || bytes[offset] == UInt8(ascii: "/") {
                offset += 1
            }
            guard offset < bytes.count else { throw Self.truncated(at: start) }
            if bytes[offset] == UInt8(ascii: ">") { break }
            guard attributes.count < attributesMax else {
                throw IndexError(
                    code: "simple-html-attributes",
                    offset: start,
                    description: "A tag of the upstream's HTML page has more than \(attributesMax) attributes."
                )
            }
            attributes.append(try attribute(in: bytes, of: start))
        }
        offset += 1
        return Tag(name: name.lowercased(), attributes: attributes, offset: start)
    }

    private mutating func attribute(
        in bytes: Span<UInt8>,
        of start: Int
    ) throws(IndexError) -> (name: String, value: String) {
        // A `=` in the first place is a part of the name, in HTML as here; so each turn takes at least one byte.
        let first = offset
        let name = word(in: bytes) { byte in
            Self.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=")
        }
        if offset == first { offset += 1 }
        while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 }
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "="), !name.isEmpty else {
            return (name.lowercased(), "")
        }
        offset += 1
        while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 }
        guard offset < bytes.count else { throw Self.truncated(at: start) }
        let quote = bytes[offset]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let value = word(in: bytes) { Self.isSpace($0) || $0 == UInt8(ascii: ">") }
            return (name.lowercased(), HTMLText.decode(value))
        }
        offset += 1
        guard let end = Self.find(quote, bytes, from: offset) else { throw Self.truncated(at: start) }
        let value = Self.text(bytes, offset..<end)
        offset = end + 1
        return (name.lowercased(), HTMLText.decode(value))
    }

    private mutating func word(in bytes: Span<UInt8>, until ends: (UInt8) -> Bool) -> String {
        let start = offset
        while offset < bytes.count, !ends(bytes[offset]) { offset += 1 }
        return Self.text(bytes, start..<offset)
    }

    private static func truncated(at offset: Int) -> IndexError {
        IndexError(
            code: "simple-html-truncated",
            offset: offset,
            description: "The upstream's HTML page ends inside a tag, a comment or a script; it was probably cut off."
        )
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }

    private static func find(_ byte: UInt8, _ bytes: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// Whether the text stands here, letters in any case; the text is given in lower case.
    private static func matches(_ text: String, _ bytes: Span<UInt8>, at start: Int) -> Bool {
        var index = start
        for wanted in text.utf8 {
            guard index < bytes.count else { return false }
            let byte = bytes[index]
            let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            guard folded == wanted else { return false }
            index += 1
        }
        return true
    }

    private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        var copy: [UInt8] = []
        copy.reserveCapacity(range.count)
        for index in range { copy.append(bytes[index]) }
        return String(decoding: copy, as: UTF8.self)
    }
}
