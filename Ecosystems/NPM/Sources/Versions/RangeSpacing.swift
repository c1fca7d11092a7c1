/// Spaces in ranges: `> 1.2.3` is `>1.2.3`, `~ 1.2` is `~1.2`.
enum RangeSpacing {
    /// The end of a relation (`<`, `<=`, `=`, `>=`, `>` or none) at `start`.
    static func operatorEnd(_ text: [UInt8], from start: Int) -> Int {
        var end = start
        if end < text.count, text[end] == UInt8(ascii: "<") || text[end] == UInt8(ascii: ">") { end += 1 }
        if end < text.count, text[end] == UInt8(ascii: "=") { end += 1 }
        return end
    }

    /// Drops the spaces between a relation, a tilde or a caret and what follows it.
    static func joinOperators(_ text: [UInt8]) -> [UInt8] {
        joinMarks(joinRelations(text))
    }

    private static func joinRelations(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var index = 0
        while index < text.count {
            guard !VersionScanner.isSpace(text[index]) else {
                output.append(text[index])
                index += 1
                continue
            }
            let relationEnd = operatorEnd(text, from: index)
            let start = relationEnd > index ? end(of: text, from: relationEnd, while: VersionScanner.isSpace) : index
            let prefixEnd = end(of: text, from: start) { isPrefix($0) }
            guard prefixEnd < text.count, isVersionStart(text[prefixEnd]) else {
                output.append(text[index])
                index += 1
                continue
            }
            output += text[index..<relationEnd]
            index = end(of: text, from: prefixEnd) { isVersionByte($0) }
            output += text[start..<index]
        }
        return output
    }

    private static func joinMarks(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var index = 0
        while index < text.count {
            let byte = text[index]
            output.append(byte)
            index += 1
            guard byte == UInt8(ascii: "^") || byte == UInt8(ascii: "~") else { continue }
            var after = index
            if byte == UInt8(ascii: "~"), after < text.count, text[after] == UInt8(ascii: ">") { after += 1 }
            let spacesEnd = end(of: text, from: after, while: VersionScanner.isSpace)
            if spacesEnd > after { index = spacesEnd }
        }
        return output
    }

    private static func end(of text: [UInt8], from start: Int, while condition: (UInt8) -> Bool) -> Int {
        var index = start
        while index < text.count, condition(text[index]) { index += 1 }
        return index
    }

    private static func isPrefix(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "v") || byte == UInt8(ascii: "=") || VersionScanner.isSpace(byte)
    }

    private static func isVersionStart(_ byte: UInt8) -> Bool {
        VersionScanner.isDigit(byte) || byte | 0x20 == UInt8(ascii: "x") || byte == UInt8(ascii: "*")
    }

    private static func isVersionByte(_ byte: UInt8) -> Bool {
        VersionScanner.isIdentifierByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: "*")
    }
}
