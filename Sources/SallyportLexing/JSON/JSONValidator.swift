/// Strict validation of a JSON text (RFC 8259) in one pass, without building anything.
public enum JSONValidator {
    /// Refuses a text that two readers could understand in two ways, or that is not JSON at all.
    ///
    /// Checked: the grammar, UTF-8, escapes, numbers, control characters, depth, and that no object has two members of
    /// one name (compared after decoding escapes), unless the limits allow that. A lone surrogate escape is allowed in
    /// a value (registries hold descriptions that were cut in half) and refused in a name.
    ///
    /// Linear in the text but for the names, which are sorted by object: O(n log n) on their number. No recursion.
    public static func validate(_ bytes: Span<UInt8>, limits: JSONLimits = .document) throws(JSONError) {
        guard bytes.count <= min(limits.bytesMax, Int(UInt32.max)) else {
            throw JSONError(.tooLarge, at: limits.bytesMax)
        }
        var validation = JSONValidation(limits: limits)
        try validation.run(in: bytes)
    }

    /// Where the value starts: behind a byte order mark when the limits let one stand.
    static func start(of bytes: Span<UInt8>, limits: JSONLimits) throws(JSONError) -> Int {
        guard bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF else { return 0 }
        guard limits.allowsByteOrderMark else { throw JSONError(.byteOrderMark, at: 0) }
        return 3
    }
}

private struct JSONValidation {
    private let limits: JSONLimits
    private var offset = 0
    /// For each open container: whether it is an object. The names of the open objects are in `keys`.
    private var containers: [Bool] = []
    private var keys = JSONKeyStack()

    init(limits: JSONLimits) {
        self.limits = limits
    }

    mutating func run(in bytes: Span<UInt8>) throws(JSONError) {
        offset = try JSONValidator.start(of: bytes, limits: limits)
        var open = true
        while open {
            offset = JSONScanner.skipWhitespace(bytes, from: offset)
            try value(in: bytes)
            open = try afterValue(in: bytes)
        }
        offset = JSONScanner.skipWhitespace(bytes, from: offset)
        guard offset == bytes.count else { throw JSONError(.trailingData, at: offset) }
    }

    /// Reads one scalar, or opens containers until a scalar or an empty container has been read.
    private mutating func value(in bytes: Span<UInt8>) throws(JSONError) {
        while true {
            guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
            let byte = bytes[offset]
            guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") else {
                offset = try JSONScanner.checkedScalar(bytes, from: offset)
                return
            }
            let isObject = byte == UInt8(ascii: "{")
            guard containers.count < limits.depthMax else { throw JSONError(.tooDeep, at: offset) }
            containers.append(isObject)
            if isObject { keys.open() }
            offset = JSONScanner.skipWhitespace(bytes, from: offset + 1)
            guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
            if bytes[offset] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                // `afterValue` closes it, as it closes every other container.
                return
            }
            if isObject { try key(in: bytes) }
        }
    }

    /// Closes containers and passes the comma; false when the outermost value is complete.
    private mutating func afterValue(in bytes: Span<UInt8>) throws(JSONError) -> Bool {
        while let isObject = containers.last {
            offset = JSONScanner.skipWhitespace(bytes, from: offset)
            guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
            let byte = bytes[offset]
            if byte == UInt8(ascii: ",") {
                offset = JSONScanner.skipWhitespace(bytes, from: offset + 1)
                if isObject { try key(in: bytes) }
                return true
            }
            guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                throw JSONError(.unexpectedByte, at: offset)
            }
            if isObject { try keys.close(in: bytes, allowsDuplicates: limits.allowsDuplicateKeys) }
            containers.removeLast()
            offset += 1
        }
        return false
    }

    /// Reads a member's name, its colon and the white space around that.
    private mutating func key(in bytes: Span<UInt8>) throws(JSONError) {
        guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
        guard bytes[offset] == JSONScanner.quote else { throw JSONError(.unexpectedByte, at: offset) }
        let start = offset + 1
        let string = try JSONScanner.checkedString(bytes, from: start)
        guard keys.count < limits.membersMax else { throw JSONError(.tooManyMembers, at: offset) }
        try keys.append(start..<string.end, escaped: string.escaped, in: bytes)
        offset = string.end + 1
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ":") {
            offset += 1
        } else {
            offset = JSONScanner.skipWhitespace(bytes, from: offset)
            guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
            guard bytes[offset] == UInt8(ascii: ":") else { throw JSONError(.unexpectedByte, at: offset) }
            offset += 1
        }
        offset = JSONScanner.skipWhitespace(bytes, from: offset)
    }
}
