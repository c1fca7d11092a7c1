/// A string whose end is still to come.
struct RubyString {
    /// What the quotes make of the text.
    enum Form {
        case text, symbol, command, regularExpression, words
    }

    let form: Form
    /// The opening bracket that nests, or 0.
    let open: UInt8
    let close: UInt8
    /// Whether `#{` means something.
    let expands: Bool
    /// Whether a colon behind the closing quote makes it a label.
    let mayBeLabel: Bool
    /// How many opening brackets stand in it.
    var nesting = 0

    init(_ form: Form, open: UInt8, close: UInt8, expands: Bool, mayBeLabel: Bool = false) {
        self.form = form
        self.open = open
        self.close = close
        self.expands = expands
        self.mayBeLabel = mayBeLabel
    }
}

/// Strings of every form.
extension RubyLexer {
    enum StringStop {
        case closed, substitution, lineOfHeredoc, endOfInput
    }

    mutating func quoted(_ quote: UInt8, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        offset += 1
        let isDouble = quote == UInt8(ascii: "\"")
        let string = RubyString(.text, open: 0, close: quote, expands: isDouble, mayBeLabel: mayBeLabel)
        try begin(string, from: start, source, &tokens)
    }

    mutating func backtick(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        if state.isName {
            return try operation(1, commandState ? .commandArgument : .argument, source, &tokens)
        }
        let start = offset
        offset += 1
        try begin(RubyString(.command, open: 0, close: UInt8(ascii: "`"), expands: true), from: start, source, &tokens)
    }

    /// Reads a string whose opening quote begins at `start` and ends at `offset`.
    mutating func begin(
        _ string: RubyString,
        from start: Int,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        var string = string
        let content = offset
        var flags: Token.Flags = string.expands ? [] : .raw
        let stop = scan(&string, source, &flags)
        switch stop {
        case .closed:
            let end = offset
            let kind = close(string, source)
            if string.form == .regularExpression { noteGroups(content..<end, source) }
            if kind == .label, inPattern || inArrow { noteLabel(content..<end, flags, source) }
            try append(kind, from: start, source, &tokens, flags: flags)
        case .endOfInput:
            stringIsRead(string)
            try append(Self.kind(of: string.form), from: start, source, &tokens, flags: flags.union(.malformed))
        case .substitution, .lineOfHeredoc:
            let end = offset
            offset = content
            try append(.formattedStart, from: start, source, &tokens)
            offset = end
            if end > content { try append(.formattedMiddle, from: content, source, &tokens, flags: flags) }
            frames.append(.string(string))
            try stopped(stop, source, &tokens)
        }
    }

    /// `(?<name>…)` in a regular expression declares a variable where a match with it is written.
    private mutating func noteGroups(_ range: Range<Int>, _ source: Span<UInt8>) {
        var index = range.lowerBound
        while index + 3 < range.upperBound {
            let third = source[index + 2]
            guard source[index] == UInt8(ascii: "("), source[index + 1] == UInt8(ascii: "?"),
                third == UInt8(ascii: "<") || third == UInt8(ascii: "'")
            else {
                index += 1
                continue
            }
            var flags: Token.Flags = []
            let end = endOfName(source, from: index + 3, &flags)
            if end > index + 3, end < range.upperBound { doubts.insert(RubyScopes.hash(source, index + 3, end)) }
            index += 3
        }
    }

    /// `{"name":}` in a pattern binds a name.
    private mutating func noteLabel(_ range: Range<Int>, _ flags: Token.Flags, _ source: Span<UInt8>) {
        if flags.contains(.escaped) { return doubts.insertAny() }
        doubts.insert(RubyScopes.hash(source, range.lowerBound, range.upperBound))
    }

    /// Goes on with a string that a substitution interrupted.
    mutating func resume(_ string: RubyString, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        var string = string
        let start = offset
        var flags: Token.Flags = string.expands ? [] : .raw
        let stop = scan(&string, source, &flags)
        if offset > start { try append(.formattedMiddle, from: start, source, &tokens, flags: flags) }
        frames[frames.count - 1] = .string(string)
        switch stop {
        case .closed:
            frames.removeLast()
            let end = offset
            _ = close(string, source)
            try append(.formattedEnd, from: end, source, &tokens)
        case .endOfInput:
            frames.removeLast()
            summary.note(at: start)
        case .substitution, .lineOfHeredoc:
            try stopped(stop, source, &tokens)
        }
    }

    private mutating func stopped(
        _ stop: StringStop,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        if stop == .lineOfHeredoc { return beginHeredocs() }
        try substitution(source, &tokens)
    }

    /// `#{`, which opens an expression, or `#` and a variable.
    mutating func substitution(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        let next = byte(source, at: start + 1)
        if next == UInt8(ascii: "{") {
            offset += 2
            try append(.punctuator, from: start, source, &tokens)
            frames.append(.embedded)
            state = .begin
            commandStart = true
            previous = .other
            spaceSeen = false
            return
        }
        offset += 1
        try append(.punctuator, from: start, source, &tokens)
        state = .begin
        if next == UInt8(ascii: "$") {
            try globalVariable(source, &tokens)
        } else {
            try memberVariable(source, &tokens)
        }
    }

    /// Whether the `#` at a position begins a substitution.
    func isSubstitution(_ source: Span<UInt8>, at index: Int) -> Bool {
        let next = byte(source, at: index + 1)
        var name = index + 2
        switch next {
        case UInt8(ascii: "{"): return true
        case UInt8(ascii: "$"):
            let second = byte(source, at: name)
            if second == UInt8(ascii: "-") {
                name += 1
            } else if second.isASCIIDigit || Self.specialVariables.contains(second) {
                return true
            }
        case UInt8(ascii: "@"):
            if byte(source, at: name) == next { name += 1 }
        default: return false
        }
        let first = byte(source, at: name)
        return first >= 0x80 || first.isASCIILetter || first == UInt8(ascii: "_")
    }

    /// Moves to the closing quote, to a substitution, or behind a line end behind which a here-document's text begins.
    private mutating func scan(
        _ string: inout RubyString,
        _ source: Span<UInt8>,
        _ flags: inout Token.Flags
    ) -> StringStop {
        while offset < source.count {
            let byte = source[offset]
            switch byte {
            case string.close:
                guard string.nesting > 0 else { return .closed }
                string.nesting -= 1
                offset += 1
            case string.open where string.open != 0:
                string.nesting += 1
                offset += 1
            case UInt8(ascii: "\\"):
                flags.insert(.escaped)
                offset = behindBackslash(string.expands, source, from: offset)
            case UInt8(ascii: "#") where string.expands && isSubstitution(source, at: offset):
                return .substitution
            case 0x0A:
                offset += 1
                if !waiting.isEmpty { return .lineOfHeredoc }
            default:
                if byte >= 0x80 { flags.insert(.nonASCII) }
                offset += 1
            }
        }
        return .endOfInput
    }

    /// Behind a backslash and what it escapes; before a line end, which may begin a here-document's text.
    func behindBackslash(_ expands: Bool, _ source: Span<UInt8>, from start: Int) -> Int {
        let next = byte(source, at: start + 1)
        if next == 0x0A, !waiting.isEmpty { return start + 1 }
        if expands {
            let end = behindControls(source, start)
            if end > start {
                // What is controlled may itself be escaped.
                return byte(source, at: end) == UInt8(ascii: "\\") && source[end - 1] == UInt8(ascii: "-")
                    ? min(end + 2, source.count) : end
            }
        }
        return min(start + 2, source.count)
    }

    /// Passes the closing quote and what belongs to it; gives the kind of a string that is one token.
    private mutating func close(_ string: RubyString, _ source: Span<UInt8>) -> Token.Kind {
        offset += 1
        if string.form == .regularExpression {
            while offset < source.count, source[offset].isASCIILetter { offset += 1 }
        } else if string.mayBeLabel, byte(source, at: offset) == UInt8(ascii: ":"),
            byte(source, at: offset + 1) != UInt8(ascii: ":")
        {
            offset += 1
            state = [.begin, .label]
            previous = .other
            return .label
        }
        stringIsRead(string)
        return Self.kind(of: string.form)
    }

    private mutating func stringIsRead(_ string: RubyString) {
        if string.form == .symbol { return symbolIsRead() }
        state = .end
        previous = .other
    }

    private static func kind(of form: RubyString.Form) -> Token.Kind {
        switch form {
        case .text: .string
        case .symbol: .symbol
        case .command: .command
        case .regularExpression: .regularExpression
        case .words: .words
        }
    }
}
