/// A here-document whose text is still to come.
struct RubyHeredoc {
    /// Where its name stands in the source.
    let name: Range<Int>
    /// Whether the end may be indented: `<<-` and `<<~`.
    let mayBeIndented: Bool
    /// Whether `#{` and backslashes mean something.
    let expands: Bool
    /// Whether the next byte begins a line.
    var isAtLineStart = true
}

extension RubyLexer {
    /// `<<NAME`, `<<-"NAME"`, `<<~'NAME'`; false when it is none.
    mutating func heredoc(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) -> Bool {
        let start = offset
        var index = start + 2
        let sign = byte(source, at: index)
        let mayBeIndented = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "~")
        if mayBeIndented { index += 1 }
        let quote = byte(source, at: index)
        let name: Range<Int>
        var flags: Token.Flags = []
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "`") {
            var end = index + 1
            while end < source.count, source[end] != quote, source[end] != 0x0A { end += 1 }
            guard byte(source, at: end) == quote else { return false }
            name = (index + 1)..<end
            offset = end + 1
        } else {
            guard quote >= 0x80 || ByteSet.word.contains(quote) else { return false }
            let end = endOfName(source, from: index, &flags)
            name = index..<end
            offset = end
        }
        waiting.append(
            RubyHeredoc(
                name: name,
                mayBeIndented: mayBeIndented,
                expands: quote != UInt8(ascii: "'")
            )
        )
        state = .end
        previous = .other
        try append(.heredocStart, from: start, source, &tokens)
        return true
    }

    /// Behind a line end: the texts that were announced in the line begin, the first one first.
    mutating func beginHeredocs() {
        guard !waiting.isEmpty else { return }
        for heredoc in waiting.reversed() { frames.append(.heredoc(heredoc)) }
        waiting.removeAll(keepingCapacity: true)
    }

    /// Reads the text of a here-document up to a substitution, to other here-documents, or to its end.
    mutating func body(_ heredoc: RubyHeredoc, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        var heredoc = heredoc
        let start = offset
        var flags: Token.Flags = heredoc.expands ? [] : .raw
        while offset < source.count {
            if heredoc.isAtLineStart, let end = terminator(heredoc, source) {
                if offset > start { try append(.formattedMiddle, from: start, source, &tokens, flags: flags) }
                return try endOfBody(heredoc, end, source, &tokens)
            }
            let hasSubstitution = passLine(&heredoc, source, &flags)
            guard hasSubstitution || !waiting.isEmpty else { continue }
            if offset > start { try append(.formattedMiddle, from: start, source, &tokens, flags: flags) }
            frames[frames.count - 1] = .heredoc(heredoc)
            if hasSubstitution { try substitution(source, &tokens) } else { beginHeredocs() }
            return
        }
        frames.removeLast()
        summary.note(at: start)
        if offset > start { try append(.formattedMiddle, from: start, source, &tokens, flags: flags.union(.malformed)) }
    }

    /// Moves behind the line's end, or to a substitution, which is said.
    private mutating func passLine(
        _ heredoc: inout RubyHeredoc,
        _ source: Span<UInt8>,
        _ flags: inout Token.Flags
    ) -> Bool {
        heredoc.isAtLineStart = false
        while offset < source.count {
            let byte = source[offset]
            offset += 1
            if byte == 0x0A {
                heredoc.isAtLineStart = true
                return false
            }
            if byte >= 0x80 { flags.insert(.nonASCII) }
            guard heredoc.expands else { continue }
            if byte == UInt8(ascii: "\\") {
                flags.insert(.escaped)
                offset = behindBackslash(true, source, from: offset - 1)
            } else if byte == UInt8(ascii: "#"), isSubstitution(source, at: offset - 1) {
                offset -= 1
                return true
            }
        }
        return false
    }

    /// Where the line at `offset` ends when it ends the here-document.
    private func terminator(_ heredoc: RubyHeredoc, _ source: Span<UInt8>) -> Range<Int>? {
        var start = offset
        if heredoc.mayBeIndented {
            while start < source.count, source[start] != 0x0A, isSpace(start, source) { start += 1 }
        }
        let end = start + heredoc.name.count
        guard end <= source.count else { return nil }
        var index = start
        for position in heredoc.name {
            guard source[index] == source[position] else { return nil }
            index += 1
        }
        let next = byte(source, at: end)
        let ends =
            end == source.count || next == 0x0A || next == 0x0D && (end + 1 == source.count || source[end + 1] == 0x0A)
        return ends ? start..<end : nil
    }

    private mutating func endOfBody(
        _ heredoc: RubyHeredoc,
        _ end: Range<Int>,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        frames.removeLast()
        offset = end.upperBound
        try append(.heredocEnd, from: end.lowerBound, source, &tokens)
        offset = Self.behindLine(source, offset)
        state = .end
        previous = .other
        newlineBefore = true
    }
}
