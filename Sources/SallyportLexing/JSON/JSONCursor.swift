/// One member of an object, as byte ranges in the document.
public struct JSONMemberRange: Sendable, Equatable {
    /// The name, inside its quotes and not decoded (`JSONText.decode`, `JSONText.matches`).
    public let key: Range<Int>
    /// The whole value, quotes and brackets included, without white space around it.
    public let value: Range<Int>
}

/// Walks a document that `JSONValidator` has accepted, and gives byte ranges without decoding anything.
///
/// A cursor is only an offset: copy it to remember a place. On a document that was not validated it never reads outside
/// the bytes and always advances, but it does not notice every error.
///
///     var cursor = JSONCursor()
///     try cursor.enterObject(in: bytes)
///     while let member = try cursor.nextMember(in: bytes) { … }
public struct JSONCursor: Sendable, Equatable {
    /// What kind a value is, by its first byte.
    public enum Kind: Sendable, Equatable {
        /// `{`
        case object
        /// `[`
        case array
        /// `"`
        case string
        /// A digit or a minus sign.
        case number
        /// `true` or `false`
        case bool
        /// `null`
        case null
    }

    /// The byte at which the next step begins.
    public var offset: Int

    /// A cursor at a value, or at white space before it.
    public init(offset: Int = 0) {
        self.offset = offset
    }

    /// Skips white space and says what kind of value stands here; nil at the end of the text or at none.
    public mutating func kind(in bytes: Span<UInt8>) -> Kind? {
        offset = JSONScanner.skipWhitespace(bytes, from: max(offset, 0))
        guard offset < bytes.count else { return nil }
        return switch bytes[offset] {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
        case UInt8(ascii: "n"): .null
        default: nil
        }
    }

    /// Steps behind the `{` of the object that stands here; `wrongKind` when there is none.
    public mutating func enterObject(in bytes: Span<UInt8>) throws(JSONError) {
        guard kind(in: bytes) == .object else { throw JSONError(.wrongKind, at: offset) }
        offset += 1
    }

    /// Steps behind the `[` of the array that stands here; `wrongKind` when there is none.
    public mutating func enterArray(in bytes: Span<UInt8>) throws(JSONError) {
        guard kind(in: bytes) == .array else { throw JSONError(.wrongKind, at: offset) }
        offset += 1
    }

    /// The next member of the object that was entered; nil, and behind its `}`, when there is none.
    public mutating func nextMember(in bytes: Span<UInt8>) throws(JSONError) -> JSONMemberRange? {
        guard try advance(to: UInt8(ascii: "}"), in: bytes) else { return nil }
        guard bytes[offset] == JSONScanner.quote else { throw JSONError(.unexpectedByte, at: offset) }
        let start = offset + 1
        guard let end = JSONScanner.closingQuote(bytes, from: start) else {
            throw JSONError(.unexpectedEnd, at: bytes.count)
        }
        offset = JSONScanner.skipWhitespace(bytes, from: end + 1)
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else {
            throw JSONError(.unexpectedByte, at: offset)
        }
        offset += 1
        return JSONMemberRange(key: start..<end, value: try skipValue(in: bytes))
    }

    /// The next element of the array that was entered; nil, and behind its `]`, when there is none.
    public mutating func nextElement(in bytes: Span<UInt8>) throws(JSONError) -> Range<Int>? {
        guard try advance(to: UInt8(ascii: "]"), in: bytes) else { return nil }
        return try skipValue(in: bytes)
    }

    /// Calls `body` for each member of the object that stands here, and ends behind it.
    public mutating func forEachMember(
        in bytes: Span<UInt8>,
        _ body: (_ key: Range<Int>, _ value: Range<Int>) throws(JSONError) -> Void
    ) throws(JSONError) {
        try enterObject(in: bytes)
        while let member = try nextMember(in: bytes) { try body(member.key, member.value) }
    }

    /// Calls `body` for each element of the array that stands here, and ends behind it.
    public mutating func forEachElement(
        in bytes: Span<UInt8>,
        _ body: (_ value: Range<Int>) throws(JSONError) -> Void
    ) throws(JSONError) {
        try enterArray(in: bytes)
        while let value = try nextElement(in: bytes) { try body(value) }
    }

    /// The value of the member named `name` in the object that stands here (the last one, as `JSON.parse` takes it), or
    /// nil. The cursor ends behind the object.
    public mutating func value(of name: String, in bytes: Span<UInt8>) throws(JSONError) -> Range<Int>? {
        try enterObject(in: bytes)
        var found: Range<Int>?
        while let member = try nextMember(in: bytes) {
            if JSONText.matches(bytes, member.key, name) { found = member.value }
        }
        return found
    }

    /// Steps over the value that stands here, whatever it holds, and gives its range.
    public mutating func skipValue(in bytes: Span<UInt8>) throws(JSONError) -> Range<Int> {
        offset = JSONScanner.skipWhitespace(bytes, from: max(offset, 0))
        guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
        let start = offset
        switch bytes[start] {
        case UInt8(ascii: "\""):
            guard let end = JSONScanner.closingQuote(bytes, from: start + 1) else {
                throw JSONError(.unexpectedEnd, at: bytes.count)
            }
            offset = end + 1
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            offset = try Self.endOfContainer(bytes, from: start)
        default:
            offset = Self.endOfBareValue(bytes, from: start)
            guard offset > start else { throw JSONError(.unexpectedByte, at: start) }
        }
        return start..<offset
    }

    /// Passes a comma and white space; false, and behind `close`, at the end of the container.
    mutating func advance(to close: UInt8, in bytes: Span<UInt8>) throws(JSONError) -> Bool {
        offset = JSONScanner.skipWhitespace(bytes, from: max(offset, 0))
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ",") {
            offset = JSONScanner.skipWhitespace(bytes, from: offset + 1)
        }
        guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
        guard bytes[offset] == close else { return true }
        offset += 1
        return false
    }

    private static func endOfContainer(_ bytes: Span<UInt8>, from start: Int) throws(JSONError) -> Int {
        var offset = start
        var depth = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == JSONScanner.quote {
                guard let end = JSONScanner.closingQuote(bytes, from: offset + 1) else { break }
                offset = end + 1
            } else if byte <= UInt8(ascii: " ") {
                offset = max(JSONScanner.skipWhitespace(bytes, from: offset), offset + 1)
            } else {
                offset += 1
                // Without the bit 0x20, `{` is `[` and `}` is `]`: what was validated closes what it opened.
                if byte & 0xDF == 0x5B {
                    depth += 1
                } else if byte & 0xDF == 0x5D {
                    depth -= 1
                    if depth == 0 { return offset }
                }
            }
        }
        throw JSONError(.unexpectedEnd, at: bytes.count)
    }

    private static func endOfBareValue(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), 0...0x20:
                return offset
            default:
                offset += 1
            }
        }
        return offset
    }
}
