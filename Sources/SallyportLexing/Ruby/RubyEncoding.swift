/// The encoding that a Ruby source declares in its first line, or behind `#!` in its second.
public struct RubyEncoding: Sendable, Equatable {
    /// The declared name, in lower case with `-` for `_`; `utf-8` when none is declared.
    public let name: String
    /// Whether the file begins with the UTF-8 byte order mark, which wins over what is declared.
    public let hasByteOrderMark: Bool

    /// Whether ASCII bytes always mean ASCII in it, so that the tokenizer sees what Ruby sees. When not (Shift JIS, GBK,
    /// Big5, an unknown name), a byte of a character may look like a quote, and the file must be held.
    public var isReadable: Bool {
        if hasByteOrderMark || Self.names.contains(name) { return true }
        return Self.families.contains { name.hasPrefix($0) }
    }

    private static let names: Set<String> = [
        "utf-8", "utf8", "utf8-mac", "us-ascii", "ascii", "ascii-8bit", "binary", "euc-jp", "eucjp", "euc-kr", "euckr",
        "euc-tw", "koi8-r", "koi8-u", "gb2312", "none", "undecided", "raw-text",
    ]
    private static let families = [
        "iso-8859-", "iso8859-", "windows-125", "cp125", "cp85", "latin-", "utf-8-", "euc-jp-",
    ]

    /// A declaration is looked for in so many bytes of a line; longer lines declare nothing here.
    private static let lineBytesMax = 4096

    /// Reads the declaration as the interpreter does.
    public static func detect(in source: Span<UInt8>) -> RubyEncoding {
        let hasMark = source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF
        var start = hasMark ? 3 : 0
        if start + 1 < source.count, source[start] == UInt8(ascii: "#"), source[start + 1] == UInt8(ascii: "!") {
            start = RubyLexer.behindLine(source, start)
        }
        while start < source.count, source[start] == 0x20 || source[start] == 0x09 { start += 1 }
        var name = "utf-8"
        if start < source.count, source[start] == UInt8(ascii: "#") {
            let end = min(RubyLexer.behindLine(source, start), start + lineBytesMax)
            name = declaration(source, start..<end) ?? name
        }
        return RubyEncoding(name: name, hasByteOrderMark: hasMark)
    }

    /// What follows `coding:` or `coding=`.
    private static func declaration(_ source: Span<UInt8>, _ range: Range<Int>) -> String? {
        let word = Array("coding".utf8)
        var index = range.lowerBound
        search: while index + word.count < range.upperBound {
            defer { index += 1 }
            for (position, byte) in word.enumerated() where source[index + position] | 0x20 != byte { continue search }
            var end = index + word.count
            while end < range.upperBound, source[end] == 0x20 { end += 1 }
            guard end < range.upperBound, source[end] == UInt8(ascii: ":") || source[end] == UInt8(ascii: "=") else {
                continue
            }
            end += 1
            while end < range.upperBound, source[end] == 0x20 || source[end] == UInt8(ascii: "\"") { end += 1 }
            var name = ""
            while end < range.upperBound,
                ByteSet.word.contains(source[end]) || source[end] == UInt8(ascii: "-")
                    || source[end] == UInt8(ascii: ".")
            {
                let byte = source[end] == UInt8(ascii: "_") ? UInt8(ascii: "-") : source[end]
                name.unicodeScalars.append(Unicode.Scalar(byte))
                end += 1
            }
            return name.isEmpty ? nil : name.lowercased()
        }
        return nil
    }
}
