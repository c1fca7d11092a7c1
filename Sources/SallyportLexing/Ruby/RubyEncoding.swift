/// The encoding that a Ruby source declares in its first line, or behind `#!` in its second.
public struct RubyEncoding: Sendable, Equatable {
    /// The declared name, in lower case with `-` for `_`; `utf-8` when none is declared. Of several in one line the first
    /// that is not readable, for which one Ruby takes hangs on the form of the comment.
    public let name: String
    /// Whether the file begins with the UTF-8 byte order mark, over which a declared name wins.
    public let hasByteOrderMark: Bool

    /// Whether ASCII bytes always mean ASCII in it, so that the tokenizer sees what Ruby sees. When not (Shift JIS, GBK,
    /// Big5, an unknown name), a byte of a character may look like a quote, and the file must be held.
    public var isReadable: Bool { Self.isReadable(name) }

    private static func isReadable(_ name: String) -> Bool {
        names.contains(name) || families.contains { name.hasPrefix($0) }
    }

    private static let names: Set<String> = [
        "utf-8", "utf8", "utf8-mac", "us-ascii", "ascii", "ascii-8bit", "binary", "euc-jp", "eucjp", "euc-kr", "euckr",
        "euc-tw", "koi8-r", "koi8-u", "gb2312", "none", "undecided", "raw-text",
    ]
    private static let families = [
        "iso-8859-", "iso8859-", "windows-125", "cp125", "cp85", "latin-", "utf-8-", "euc-jp-",
    ]

    /// The name of what a script's first line asks for by an option, or of a script that begins further down.
    private static let optionName = "an option behind #!"
    private static let laterName = "a second #! line"

    /// Reads the declaration as the interpreter does, however long its line is.
    public static func detect(in source: Span<UInt8>) -> RubyEncoding {
        let hasMark = source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF
        var start = hasMark ? 3 : 0
        if start + 1 < source.count, source[start] == UInt8(ascii: "#"), source[start + 1] == UInt8(ascii: "!") {
            let line = start..<RubyLexer.behindLine(source, start)
            if let name = script(source, line) { return RubyEncoding(name: name, hasByteOrderMark: hasMark) }
            start = line.upperBound
        }
        while start < source.count, source[start] != 0x0A, isBlank(source[start]) { start += 1 }
        var name = "utf-8"
        if start < source.count, source[start] == UInt8(ascii: "#") {
            name = declaration(source, start..<RubyLexer.behindLine(source, start)) ?? name
        }
        return RubyEncoding(name: name, hasByteOrderMark: hasMark)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    // MARK: Scripts

    /// What the `#!` of a file that is started does to the rest of it: `-Ks` names an encoding, and a file for another
    /// program begins, for Ruby, at the next `#!` line that names Ruby.
    private static func script(_ source: Span<UInt8>, _ line: Range<Int>) -> String? {
        guard let ruby = position(of: "ruby", source, line) else {
            var start = line.upperBound
            while start < source.count {
                let end = RubyLexer.behindLine(source, start)
                if source[start] == UInt8(ascii: "#"), end > start + 1, source[start + 1] == UInt8(ascii: "!"),
                    position(of: "ruby", source, start..<end) != nil
                {
                    return laterName
                }
                start = end
            }
            return nil
        }
        var isOption = false
        for index in ruby..<line.upperBound {
            if source[index] == UInt8(ascii: "-"), isBlank(source[index - 1]) { isOption = true }
            if isBlank(source[index]) { isOption = false }
            guard isOption else { continue }
            let isShiftJIS = source[index - 1] == UInt8(ascii: "K") && source[index] | 0x20 == UInt8(ascii: "s")
            if isShiftJIS || source[index] == UInt8(ascii: "x") { return optionName }
        }
        return nil
    }

    private static func position(of word: String, _ source: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let count = word.utf8.count
        guard range.count >= count else { return nil }
        for index in range.lowerBound...(range.upperBound - count)
        where UTF8Reading.matches(source, index..<(index + count), word) {
            return index
        }
        return nil
    }

    // MARK: Comments

    /// What follows each `coding:` or `coding=`: the first that is not readable, else the first.
    private static func declaration(_ source: Span<UInt8>, _ range: Range<Int>) -> String? {
        let word = Array("coding".utf8)
        var first: String?
        var index = range.lowerBound
        search: while index + word.count < range.upperBound {
            defer { index += 1 }
            for (position, byte) in word.enumerated() where source[index + position] | 0x20 != byte { continue search }
            guard let name = declaredName(source, (index + word.count)..<range.upperBound) else { continue }
            guard isReadable(name) else { return name }
            first = first ?? name
        }
        return first
    }

    /// The name behind a colon or an equals sign; empty when what stands there is none; nil when nothing does.
    private static func declaredName(_ source: Span<UInt8>, _ range: Range<Int>) -> String? {
        var end = range.lowerBound
        while end < range.upperBound, isBlank(source[end]) { end += 1 }
        guard end < range.upperBound, source[end] == UInt8(ascii: ":") || source[end] == UInt8(ascii: "=") else {
            return nil
        }
        end += 1
        while end < range.upperBound, isBlank(source[end]) || source[end] == UInt8(ascii: "\"") { end += 1 }
        // Ruby looks no further than the line.
        guard end < range.upperBound else { return nil }
        var name = ""
        while end < range.upperBound,
            ByteSet.word.contains(source[end]) || source[end] == UInt8(ascii: "-") || source[end] == UInt8(ascii: ".")
        {
            let byte = source[end] == UInt8(ascii: "_") ? UInt8(ascii: "-") : source[end]
            name.unicodeScalars.append(Unicode.Scalar(byte))
            end += 1
        }
        return name.lowercased()
    }
}
