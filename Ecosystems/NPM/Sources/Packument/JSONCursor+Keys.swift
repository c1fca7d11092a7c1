import SallyportLexing

extension JSONCursor {
    /// The next name of the object that was entered, without its quotes; the cursor then stands before its value. Nil,
    /// and behind the `}`, at the end.
    ///
    /// `nextMember` would step over the value as well: where the value is entered next, that reads it twice.
    mutating func nextKey(in bytes: Span<UInt8>) throws(JSONError) -> Range<Int>? {
        _ = kind(in: bytes)
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ",") {
            offset += 1
            _ = kind(in: bytes)
        }
        guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
        if bytes[offset] == UInt8(ascii: "}") {
            offset += 1
            return nil
        }
        guard bytes[offset] == UInt8(ascii: "\"") else { throw JSONError(.unexpectedByte, at: offset) }
        let key = try skipValue(in: bytes)
        _ = kind(in: bytes)
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else {
            throw JSONError(.unexpectedByte, at: offset)
        }
        offset += 1
        _ = kind(in: bytes)
        return (key.lowerBound + 1)..<(key.upperBound - 1)
    }
}
