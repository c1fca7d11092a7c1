/// JSON as editors' settings have it: with comments and with commas in front of closing brackets.
public enum JSONComments {
    /// The text with comments and superfluous commas made spaces, so that every offset stays what it is.
    ///
    /// `//` to the end of the line and `/* */` are comments outside of strings; one that never closes reaches to the end.
    /// Nothing is refused here: what is no JSON then is for ``JSONValue/parse(_:limits:)`` to say.
    public static func blanked(_ bytes: Span<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var comma: Int?
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case JSONScanner.quote:
                let end = JSONScanner.closingQuote(bytes, from: index + 1).map { min($0 + 1, bytes.count) }
                for position in index..<(end ?? bytes.count) { output.append(bytes[position]) }
                index = end ?? bytes.count
                comma = nil
                continue
            case UInt8(ascii: "/") where index + 1 < bytes.count:
                let end = comment(bytes, at: index)
                if end > index {
                    for position in index..<end { output.append(isLineEnd(bytes[position]) ? bytes[position] : 0x20) }
                    index = end
                    continue
                }
                comma = nil
            case UInt8(ascii: ","): comma = index
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if let comma { output[comma] = 0x20 }
                comma = nil
            case 0x20, 0x09, 0x0A, 0x0D: break
            default: comma = nil
            }
            output.append(byte)
            index += 1
        }
        return output
    }

    /// The end of the comment that begins at an offset; the offset itself when none does.
    private static func comment(_ bytes: Span<UInt8>, at start: Int) -> Int {
        var index = start + 2
        switch bytes[start + 1] {
        case UInt8(ascii: "/"):
            while index < bytes.count, !isLineEnd(bytes[index]) { index += 1 }
            return index
        case UInt8(ascii: "*"):
            while index + 1 < bytes.count {
                if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
                index += 1
            }
            return bytes.count
        default: return start
        }
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
