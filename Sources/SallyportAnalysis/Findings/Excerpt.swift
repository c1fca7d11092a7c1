/// Text from a package made fit to be shown: short, one line, without control characters.
enum Excerpt {
    /// Characters of a place's excerpt.
    static let excerptLengthMax = 160
    /// Characters of a fact's detail.
    static let detailLengthMax = 200

    /// A detail within its length.
    static func detail(_ text: String) -> String {
        clean(text, max: detailLengthMax)
    }

    /// A command line as it is shown: as much of it as a detail takes, with dots for what is not known.
    static func command(_ text: String) -> String {
        String(decoding: text.utf8.prefix(detailLengthMax * 4), as: UTF8.self).replacing("\u{1}", with: "…")
    }

    /// An excerpt within its length.
    static func of(_ text: String) -> String {
        clean(text, max: excerptLengthMax)
    }

    /// What stands in `bytes` around `offset`, at most to the ends of its line.
    static func of(_ bytes: Span<UInt8>, around offset: Int) -> String {
        guard offset >= 0, offset < bytes.count else { return "" }
        var start = offset
        while start > 0, offset - start < 48, !isLineEnd(bytes[start - 1]) { start -= 1 }
        var end = offset
        while end < bytes.count, end - start < excerptLengthMax, !isLineEnd(bytes[end]) { end += 1 }
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
        var text: [UInt8] = []
        for index in start..<end { text.append(bytes[index]) }
        return clean(String(decoding: text, as: UTF8.self), max: excerptLengthMax)
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// Control and invisible characters become `?` or a space; too long a text ends in three dots.
    private static func clean(_ text: String, max: Int) -> String {
        // Nearly all texts are plain and short: they stay as they are.
        if text.utf8.count <= max - 3, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        var output = String.UnicodeScalarView()
        var length = 0
        for scalar in text.unicodeScalars {
            guard length < max - 3 else {
                output.append(contentsOf: "...".unicodeScalars)
                break
            }
            output.append(shown(scalar))
            length += 1
        }
        return String(output)
    }

    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.properties.generalCategory {
        case .control where scalar == "\n" || scalar == "\t" || scalar == "\r": " "
        case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: "?"
        default: scalar
        }
    }
}
