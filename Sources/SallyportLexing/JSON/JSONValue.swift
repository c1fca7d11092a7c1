/// A small JSON document as a tree: for manifests, not for a registry's large documents.
public indirect enum JSONValue: Sendable, Equatable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number as it was written: what it is worth depends on the reader.
    case number(String)
    /// A string, decoded.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object: all its members in their order, duplicates included.
    case object([JSONMember])

    /// Reads one document strictly (see `JSONValidator`); `limits` say whether duplicate names are let in.
    public static func parse(_ bytes: Span<UInt8>, limits: JSONLimits = .manifest) throws(JSONError) -> JSONValue {
        try JSONValidator.validate(bytes, limits: limits)
        var builder = JSONTreeBuilder(offset: try JSONValidator.start(of: bytes, limits: limits))
        return try builder.build(from: bytes)
    }

    /// The value of the member of this name: the last one, as `JSON.parse` takes it; nil for other kinds.
    public subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }

    /// The text when this is a string.
    public var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The elements when this is an array.
    public var array: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The members when this is an object, in their order, duplicates included.
    public var object: [JSONMember]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// The value when this is a boolean.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The number as written when this is one.
    public var number: String? {
        guard case .number(let text) = self else { return nil }
        return text
    }

    /// The names that this object has more than once, in the order of their second appearance. One level only.
    public var duplicateKeys: [String] {
        guard case .object(let members) = self else { return [] }
        var seen: Set<String> = []
        var stated: Set<String> = []
        return members.map(\.key).filter { !seen.insert($0).inserted && stated.insert($0).inserted }
    }
}

/// One member of an object.
public struct JSONMember: Sendable, Equatable {
    /// The name, decoded.
    public let key: String
    /// The value.
    public let value: JSONValue

    /// A member of a name and a value.
    public init(key: String, value: JSONValue) {
        self.key = key
        self.value = value
    }
}

/// Builds the tree of a validated text without recursion.
private struct JSONTreeBuilder {
    /// An array, or an object, that is not complete. It is added to where it lies: taken out, it would be copied each time.
    private struct Container {
        var elements: [JSONValue] = []
        var members: [JSONMember] = []
        /// The key of the member that is being read; absent in an array.
        var pendingKey: String?
    }

    private var cursor: JSONCursor
    private var open: [Container] = []

    init(offset: Int) {
        cursor = JSONCursor(offset: offset)
    }

    mutating func build(from bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
        while true {
            guard var value = try openOrRead(bytes) else { continue }
            while !open.isEmpty {
                guard let closed = try add(value, bytes) else { break }
                value = closed
            }
            if open.isEmpty { return value }
        }
    }

    /// Reads a scalar or an empty container; nil after opening a container that has something in it.
    private mutating func openOrRead(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue? {
        switch cursor.kind(in: bytes) {
        case .object:
            cursor.offset += 1
            guard let key = try nextKey(bytes) else { return .object([]) }
            open.append(Container(pendingKey: key))
            return nil
        case .array:
            cursor.offset += 1
            guard try nextElement(bytes) else { return .array([]) }
            open.append(Container())
            return nil
        case .string:
            return .string(JSONText.string(bytes, try cursor.skipValue(in: bytes)) ?? "")
        case .number:
            return .number(UTF8Reading.text(bytes, try cursor.skipValue(in: bytes)))
        case .bool:
            return .bool(try cursor.skipValue(in: bytes).count == 4)
        case .null:
            _ = try cursor.skipValue(in: bytes)
            return .null
        case nil:
            throw JSONError(.unexpectedByte, at: cursor.offset)
        }
    }

    /// Puts a value into the innermost container; gives the container when that is complete, else leaves it open.
    private mutating func add(_ value: JSONValue, _ bytes: Span<UInt8>) throws(JSONError) -> JSONValue? {
        let last = open.count - 1
        guard let key = open[last].pendingKey else {
            open[last].elements.append(value)
            return try nextElement(bytes) ? nil : open.popLast().map { .array($0.elements) }
        }
        open[last].members.append(JSONMember(key: key, value: value))
        open[last].pendingKey = try nextKey(bytes)
        return open[last].pendingKey != nil ? nil : open.popLast().map { .object($0.members) }
    }

    private mutating func nextKey(_ bytes: Span<UInt8>) throws(JSONError) -> String? {
        guard try cursor.advance(to: UInt8(ascii: "}"), in: bytes) else { return nil }
        let key = try cursor.skipValue(in: bytes)
        _ = cursor.kind(in: bytes)
        cursor.offset += 1
        return JSONText.string(bytes, key) ?? ""
    }

    private mutating func nextElement(_ bytes: Span<UInt8>) throws(JSONError) -> Bool {
        try cursor.advance(to: UInt8(ascii: "]"), in: bytes)
    }
}
