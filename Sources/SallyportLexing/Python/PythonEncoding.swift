/// The encoding that a Python source declares (PEP 263).
public struct PythonEncoding: Sendable, Equatable {
    /// The declared name, in lower case with `-` for `_`; `utf-8` when none is declared.
    public let name: String
    /// Whether the file begins with the UTF-8 byte order mark.
    public let hasByteOrderMark: Bool

    /// Whether ASCII bytes always mean ASCII in it, so that the tokenizer sees what Python sees. When not (UTF-7, UTF-16,
    /// Shift JIS, an unknown codec), the file must be held or decoded first.
    public var isReadable: Bool {
        if hasByteOrderMark { return Self.utf8Names.contains(name) }
        if Self.utf8Names.contains(name) || Self.singleByteNames.contains(name) { return true }
        return Self.singleByteFamilies.contains { name.hasPrefix($0) }
    }

    private static let utf8Names: Set<String> = [
        "utf-8", "utf8", "u8", "utf", "utf8-ucs2", "utf8-ucs4", "cp65001", "utf-8-sig",
    ]
    private static let singleByteNames: Set<String> = [
        "ascii", "us-ascii", "646", "latin-1", "latin1", "latin", "l1", "8859", "cp819", "iso8859", "koi8-r", "koi8-u",
        "cp437", "cp850", "cp852", "cp855", "cp858", "cp866", "mac-roman", "macroman",
    ]
    private static let singleByteFamilies = ["iso-8859-", "iso8859-", "iso-ir-100", "cp125", "windows-125", "latin-"]

    /// Reads the declaration in a source's first two lines, as the interpreter does: however long they are.
    public static func detect(in source: Span<UInt8>) -> PythonEncoding {
        let hasMark = source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF
        var offset = hasMark ? 3 : 0
        for _ in 0..<2 {
            guard let hash = commentStart(source, from: offset) else { break }
            var end = hash
            while end < source.count, !source[end].isLineBreak { end += 1 }
            if let name = declaration(source, hash..<end) {
                return PythonEncoding(name: name, hasByteOrderMark: hasMark)
            }
            guard end < source.count, source[end].isLineBreak else { break }
            offset = PythonLexer.behindLineEnd(source, at: end)
        }
        return PythonEncoding(name: "utf-8", hasByteOrderMark: hasMark)
    }

    /// Where the comment of a line without code begins, or its line end when the line is blank; nil when it has code.
    private static func commentStart(_ source: Span<UInt8>, from start: Int) -> Int? {
        var offset = start
        while offset < source.count, source[offset] == 0x20 || source[offset] == 0x09 || source[offset] == 0x0C {
            offset += 1
        }
        guard offset < source.count, source[offset] == UInt8(ascii: "#") || source[offset].isLineBreak else {
            return nil
        }
        return offset
    }

    /// `coding`, `:` or `=`, blanks, and a name.
    private static func declaration(_ source: Span<UInt8>, _ range: Range<Int>) -> String? {
        var index = range.lowerBound
        while index + 7 < range.upperBound {
            guard source[index] == UInt8(ascii: "c"), UTF8Reading.matches(source, index..<(index + 6), "coding"),
                source[index + 6] == UInt8(ascii: ":") || source[index + 6] == UInt8(ascii: "=")
            else {
                index += 1
                continue
            }
            var start = index + 7
            while start < range.upperBound, source[start] == 0x20 || source[start] == 0x09 { start += 1 }
            var end = start
            while end < range.upperBound, isNameByte(source[end]) { end += 1 }
            guard end > start else {
                index += 1
                continue
            }
            return UTF8Reading.text(source, start..<end).lowercased().replacing("_", with: "-")
        }
        return nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        ByteSet.word.contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
