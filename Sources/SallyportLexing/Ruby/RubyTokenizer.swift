/// Tokenizes Ruby 3 as its own scanner does.
///
/// Ruby's scanner is steered by its parser; what of that can be known from the tokens is kept here: the state behind each
/// token, what stands open, and which names are local variables. A string without substitutions is one token. One with
/// them becomes its start, its literal parts, its end, and between them `#{`, the tokens of the expression, and `}`. A
/// here-document's start stands where it is written, its text and its end where they are, behind the rest of the line.
/// Line ends are tokens where they end a statement outside of brackets. Broken input never stops it: what is malformed is
/// flagged, and the summary counts it.
///
/// The bytes are read as UTF-8 or as another encoding in which ASCII bytes mean ASCII; `RubyEncoding` tells whether that
/// is what the file declares.
public enum RubyTokenizer {
    /// Appends the tokens of `source` to `tokens`. Linear in the source; throws only when a budget is spent, and then
    /// `tokens` holds what was read before.
    @discardableResult
    public static func tokenize(
        _ source: Span<UInt8>,
        limits: TokenLimits = TokenLimits(),
        into tokens: inout [Token]
    ) throws(LexError) -> TokenizationSummary {
        guard source.count <= min(limits.bytesMax, Int(Int32.max)) else { throw LexError(.tooLarge, at: 0) }
        var lexer = RubyLexer(limits: limits, firstToken: tokens.count)
        tokens.reserveCapacity(tokens.count + min(limits.tokensMax, source.count / 5))
        try lexer.run(source, &tokens)
        return lexer.summary
    }
}

/// The state of one run; words, operators, strings and scopes are in the files beside this one.
struct RubyLexer {
    var offset = 0
    var frames: [RubyFrame] = []
    var state = RubyState.begin
    /// Whether the next name begins a statement.
    var commandStart = true
    /// ``commandStart`` as it was for the token that is being read.
    var commandState = false
    /// Whether white space stands before the token that is being read.
    var spaceSeen = false
    var newlineBefore = true
    /// A line end whose meaning hangs on what follows: `.name` goes on with the statement.
    var newlinePending = false
    /// Whether a comment stands behind the pending line end.
    var commentSince = false
    /// Here-documents of the present line, whose text begins behind it.
    var waiting: [RubyHeredoc] = []
    var scopes = RubyScopes()
    /// What the token before was, where the next one asks.
    var previous = Previous.other
    var definition = Definition.none
    /// How deep the brackets stood when `def (` opened some.
    var definitionDepth = 0
    /// How many names of `alias` are still to come.
    var aliasNames = 0
    /// Whether the statement is `undef`, whose names commas divide.
    var isUndefining = false
    /// Whether the present statement is one of these, in which names are declared.
    var inRescue = false
    var inPattern = false
    var inFor = false
    /// Names at the beginning of a statement that a comma follows: `a, b = …`.
    var candidates: [UInt64] = []
    /// Whether a `=>` stands in the present statement, behind which a pattern may bind names.
    var inArrow = false
    /// Whether the head of a lambda is being read, whose parameters are declared in the scope around it.
    var inLambdaHead = false
    /// What may be a variable although it was not declared here, or was not where it seems.
    var doubts = RubyDoubts()
    var summary = TokenizationSummary()
    let limits: TokenLimits
    private let firstToken: Int

    /// A token that the next one asks for.
    enum Previous {
        case other, blockOpen, lambda, comma, star, hashRocket
    }

    /// How much of a method's definition was read.
    enum Definition {
        case none, name, afterName, singletonName, afterSingletonName, afterParameters, receiver
    }

    init(limits: TokenLimits, firstToken: Int) {
        self.limits = limits
        self.firstToken = firstToken
    }

    mutating func run(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        if source.count >= 3, source[0] == 0xEF, source[1] == 0xBB, source[2] == 0xBF { offset = 3 }
        while offset < source.count {
            switch frames.last {
            case .string(let string): try resume(string, source, &tokens)
            case .heredoc(let heredoc): try body(heredoc, source, &tokens)
            default: try step(source, &tokens)
            }
            guard frames.count + waiting.count <= limits.depthMax else { throw LexError(.tooDeep, at: offset) }
        }
        try finish(source, &tokens)
    }

    private mutating func finish(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        leaveStatement()
        // An open bracket, string or block is an error of the whole file.
        if !frames.isEmpty || !waiting.isEmpty { summary.note(at: offset) }
        newlinePending = false
        if !newlineBefore { try append(.newline, from: offset, source, &tokens) }
    }

    @inline(__always)
    mutating func append(
        _ kind: Token.Kind,
        from start: Int,
        _ source: Span<UInt8>,
        _ tokens: inout [Token],
        flags: Token.Flags = []
    ) throws(LexError) {
        guard tokens.count - firstToken < limits.tokensMax else { throw LexError(.tooManyTokens, at: start) }
        var flags = flags
        if newlineBefore {
            flags.insert(.newlineBefore)
            newlineBefore = false
        }
        if flags.contains(.malformed) { summary.note(at: start) }
        let lead = start < offset ? source[start] : 0
        tokens.append(Token(kind, start: start, end: offset, lead: lead, flags: flags))
    }

    @inline(__always)
    func byte(_ source: Span<UInt8>, at index: Int) -> UInt8 {
        index < source.count ? source[index] : 0
    }

    /// Reads white space, a comment, or one token.
    private mutating func step(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let byte = source[offset]
        switch byte {
        case 0x20, 0x09, 0x0B, 0x0C, 0x0D:
            offset += 1
            spaceSeen = true
        case 0x0A:
            try lineEnd(source, &tokens)
        case UInt8(ascii: "#"):
            try comment(source, &tokens)
        case 0x00, 0x04, 0x1A:
            // These end the program, whatever follows.
            offset = source.count
        default:
            if newlinePending { try settleLineEnd(byte, source, &tokens) }
            if byte == UInt8(ascii: "\\"), continues(source) { return }
            if isAtLineStart(source), try special(byte, source, &tokens) { return }
            commandState = commandStart
            commandStart = false
            definitionGoesOn(byte, source)
            try token(byte, source, &tokens)
            spaceSeen = false
        }
    }

    private func isAtLineStart(_ source: Span<UInt8>) -> Bool {
        offset == 0 || source[offset - 1] == 0x0A || offset == 3 && source[0] == 0xEF
    }

    /// A backslash before a line end.
    private mutating func continues(_ source: Span<UInt8>) -> Bool {
        let width = self.byte(source, at: offset + 1) == 0x0D ? 2 : 1
        guard self.byte(source, at: offset + width) == 0x0A else { return false }
        offset += width + 1
        spaceSeen = true
        newlineBefore = true
        beginHeredocs()
        return true
    }

    /// `=begin` and `__END__`, which mean something only where a line begins.
    private mutating func special(
        _ byte: UInt8,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) -> Bool {
        let start = offset
        if byte == UInt8(ascii: "="), isLine("=begin", source, at: start, wholly: false) {
            var end = Self.behindLine(source, start)
            while end < source.count, !isLine("=end", source, at: end, wholly: false) {
                end = Self.behindLine(source, end)
            }
            if end >= source.count { summary.note(at: start) }
            offset = Self.behindLine(source, end)
            if limits.includesComments { try append(.comment, from: start, source, &tokens) }
            newlineBefore = true
            return true
        }
        if byte == UInt8(ascii: "_"), isLine("__END__", source, at: start, wholly: true) {
            offset = source.count
            try append(.trailer, from: start, source, &tokens)
            return true
        }
        return false
    }

    /// Whether a line begins with a word; `wholly` when nothing else may stand in it, else white space or its end follows.
    private func isLine(_ word: StaticString, _ source: Span<UInt8>, at start: Int, wholly: Bool) -> Bool {
        let text = word.description.utf8
        let end = start + text.count
        guard end <= source.count else { return false }
        var index = start
        for byte in text {
            guard source[index] == byte else { return false }
            index += 1
        }
        guard end < source.count else { return true }
        if source[end] == 0x0A || source[end] == 0x0D && byte(source, at: end + 1) == 0x0A { return true }
        return !wholly && (source[end] == 0x20 || (0x09...0x0D).contains(source[end]) || source[end] == 0)
    }

    static func behindLine(_ source: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < source.count, source[end] != 0x0A { end += 1 }
        return min(end + 1, source.count)
    }

    private mutating func comment(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        while offset < source.count, source[offset] != 0x0A { offset += 1 }
        commentSince = true
        guard limits.includesComments else { return }
        let wasBefore = newlineBefore
        try append(.comment, from: start, source, &tokens)
        newlineBefore = wasBefore
    }

    // MARK: Line ends

    private mutating func lineEnd(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let isBlank = newlinePending && !commentSince
        commentSince = false
        let isIgnored = state.ignoresLineEnd || state.contains([.argument, .labeled]) && !inPattern
        if definition == .afterParameters { definition = .none }
        if isBlank { try endStatement(source, &tokens) } else if !isIgnored { newlinePending = true }
        offset += 1
        beginHeredocs()
        if !newlinePending { newlineBefore = true }
    }

    /// What follows a line end decides it: `.name` and `&.name` go on with the statement.
    private mutating func settleLineEnd(
        _ byte: UInt8,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        let next = self.byte(source, at: offset + 1)
        let dot = UInt8(ascii: ".")
        if byte == dot && next != dot || byte == UInt8(ascii: "&") && next == dot {
            newlinePending = false
            commentSince = false
            newlineBefore = true
            return
        }
        try endStatement(source, &tokens)
    }

    private mutating func endStatement(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        newlinePending = false
        commentSince = false
        state = .begin
        commandStart = true
        spaceSeen = true
        leaveStatement()
        if !isInBrackets {
            let end = offset
            // The token stands where it is known to be one; it has no bytes.
            try append(.newline, from: end, source, &tokens)
        }
        newlineBefore = true
    }

    private var isInBrackets: Bool {
        switch frames.last {
        case .bracket, .hash, .pipes: true
        default: false
        }
    }

    /// What a statement's end ends besides it.
    mutating func leaveStatement() {
        inRescue = false
        inPattern = false
        inArrow = false
        inLambdaHead = false
        inFor = false
        doubts.statementEnds()
        aliasNames = 0
        isUndefining = false
        definition = .none
        previous = .other
        if !candidates.isEmpty { candidates.removeAll(keepingCapacity: true) }
        guard case .block(var block)? = frames.last else { return }
        if block.isEndless {
            close(block)
        } else if block.awaitsDo || block.takesParameters {
            block.awaitsDo = false
            block.takesParameters = false
            frames[frames.count - 1] = .block(block)
        }
    }
}
