/// Tokenizes Python 3 as its own tokenizer does (The Python Language Reference, 2; PEP 701 for formatted strings).
///
/// Made are names, keywords, numbers, strings, operators, the ends of logical lines, and indentation. A formatted string
/// becomes its start, its literal parts, its end, and between them the tokens of its expressions, at any depth. Broken
/// input never stops it: what is malformed is flagged, and the summary counts it.
///
/// The bytes are read as UTF-8 or as another encoding in which ASCII bytes mean ASCII; `PythonEncoding` tells whether
/// that is what the file declares.
public enum PythonTokenizer {
    /// Appends the tokens of `source` to `tokens`. Linear in the source; throws only when a budget is spent, and then
    /// `tokens` holds what was read before.
    @discardableResult
    public static func tokenize(
        _ source: Span<UInt8>,
        limits: TokenLimits = TokenLimits(),
        into tokens: inout [Token]
    ) throws(LexError) -> TokenizationSummary {
        guard source.count <= min(limits.bytesMax, Int(Int32.max)) else { throw LexError(.tooLarge, at: 0) }
        var lexer = PythonLexer(limits: limits, firstToken: tokens.count)
        tokens.reserveCapacity(tokens.count + min(limits.tokensMax, source.count / 5))
        try lexer.run(source, &tokens)
        return lexer.summary
    }
}

/// The state of one run; strings and indentation are in the files beside this one.
struct PythonLexer {
    /// What stands open: a bracket, the literal part of a formatted string, or a replacement field in one.
    enum Frame {
        case bracket(UInt8)
        case formatted(FormattedString)
        case field(FormattedString)
        /// The part of a field behind its colon.
        case specification(FormattedString)
    }

    /// How a formatted string is quoted.
    struct FormattedString {
        let quote: UInt8
        let isTriple: Bool
        let isRaw: Bool
    }

    var offset = 0
    var frames: [Frame] = []
    var indentations: [Int] = [0]
    var atLineStart = true
    /// Whether the present logical line has a token.
    var lineHasToken = false
    var newlineBefore = true
    var summary = TokenizationSummary()
    private var followsDot = false
    let limits: TokenLimits
    private let firstToken: Int

    init(limits: TokenLimits, firstToken: Int) {
        self.limits = limits
        self.firstToken = firstToken
    }

    mutating func run(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        if source.count >= 3, source[0] == 0xEF, source[1] == 0xBB, source[2] == 0xBF { offset = 3 }
        while offset < source.count {
            switch frames.last {
            case .formatted(let string): try formattedLiteral(string, inSpecification: false, source, &tokens)
            case .specification(let string): try formattedLiteral(string, inSpecification: true, source, &tokens)
            case nil where atLineStart: try indentation(source, &tokens)
            default: try step(source, &tokens)
            }
            guard frames.count + indentations.count <= limits.depthMax else { throw LexError(.tooDeep, at: offset) }
        }
        try end(source, &tokens)
    }

    private mutating func end(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        offset = source.count
        // An open bracket or string is an error of the whole file.
        if !frames.isEmpty { summary.note(at: offset) }
        if lineHasToken { try append(.newline, from: offset, source, &tokens) }
        while indentations.count > 1 {
            indentations.removeLast()
            try append(.dedent, from: offset, source, &tokens)
        }
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
        if kind != .comment { lineHasToken = kind != .newline && kind != .dedent && kind != .indent }
        followsDot = false
        let lead = start < offset ? source[start] : 0
        tokens.append(Token(kind, start: start, end: offset, lead: lead, flags: flags))
    }

    /// Reads white space, a comment, or one token.
    private mutating func step(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let byte = source[offset]
        switch byte {
        case 0x20, 0x09, 0x0C:
            offset += 1
        case 0x0A, 0x0D:
            try lineEnd(source, &tokens)
        case UInt8(ascii: "#"):
            try comment(source, &tokens)
        case UInt8(ascii: "\\"):
            try continuation(source, &tokens)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            try string(prefixLength: 0, source, &tokens)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            try number(source, &tokens)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
            try name(source, &tokens)
        default:
            try operation(byte, source, &tokens)
        }
    }

    private mutating func lineEnd(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        offset = Self.behindLineEnd(source, at: offset)
        if frames.isEmpty {
            if lineHasToken { try append(.newline, from: start, source, &tokens) }
            atLineStart = true
        }
        newlineBefore = true
    }

    /// Behind LF, CR or CR LF: Python's reader takes all three for a line end.
    @inline(__always)
    static func behindLineEnd(_ source: Span<UInt8>, at offset: Int) -> Int {
        let isPair = source[offset] == 0x0D && offset + 1 < source.count && source[offset + 1] == 0x0A
        return offset + (isPair ? 2 : 1)
    }

    mutating func comment(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        while offset < source.count, !source[offset].isLineBreak { offset += 1 }
        if limits.includesComments { try append(.comment, from: start, source, &tokens) }
    }

    private mutating func continuation(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        offset += 1
        if offset < source.count, source[offset].isLineBreak {
            offset = Self.behindLineEnd(source, at: offset)
            newlineBefore = true
        } else {
            try append(.invalid, from: start, source, &tokens, flags: .malformed)
        }
    }

    private mutating func name(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        var flags: Token.Flags = followsDot ? .member : []
        while offset < source.count {
            let byte = source[offset]
            if byte >= 0x80 { flags.insert(.nonASCII) } else if !ByteSet.word.contains(byte) { break }
            offset += 1
        }
        let isQuoted =
            offset < source.count && (source[offset] == UInt8(ascii: "\"") || source[offset] == UInt8(ascii: "'"))
        if isQuoted, Self.isStringPrefix(source, start, offset) {
            let length = offset - start
            offset = start
            return try string(prefixLength: length, source, &tokens)
        }
        let isKeyword = flags.isEmpty && PythonWord.isKeyword(source, start, offset)
        try append(isKeyword ? .keyword : .identifier, from: start, source, &tokens, flags: flags)
    }

    private mutating func operation(_ byte: UInt8, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        if byte == UInt8(ascii: "."), start + 1 < source.count, source[start + 1].isASCIIDigit {
            return try number(source, &tokens)
        }
        if case .field(let string)? = frames.last, try endsField(byte, string, source, &tokens) { return }
        let length = Self.operatorLength(byte, source, at: start)
        offset += max(length, 1)
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            frames.append(.bracket(byte))
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            let isBalanced = closes(byte)
            return try append(.punctuator, from: start, source, &tokens, flags: isBalanced ? [] : .malformed)
        default:
            break
        }
        guard length > 0 else { return try append(.invalid, from: start, source, &tokens, flags: .malformed) }
        try append(.punctuator, from: start, source, &tokens)
        followsDot = byte == UInt8(ascii: ".") && length == 1
    }

    private mutating func closes(_ byte: UInt8) -> Bool {
        guard case .bracket(let open)? = frames.last else { return false }
        // ')' is '(' + 1; ']' and '}' are two behind theirs.
        guard byte == (open == UInt8(ascii: "(") ? open + 1 : open + 2) else { return false }
        frames.removeLast()
        return true
    }

    /// How many bytes the operator at `offset` has; 0 when there is none.
    private static func operatorLength(_ byte: UInt8, _ source: Span<UInt8>, at offset: Int) -> Int {
        let second = offset + 1 < source.count ? source[offset + 1] : 0
        let third = offset + 2 < source.count ? source[offset + 2] : 0
        let equals = UInt8(ascii: "=")
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "~"):
            return 1
        case UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: ">"):
            if second == byte { return third == equals ? 3 : 2 }
            return second == equals ? 2 : 1
        case UInt8(ascii: "-"):
            return second == equals || second == UInt8(ascii: ">") ? 2 : 1
        case UInt8(ascii: "+"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "^"),
            UInt8(ascii: "@"), UInt8(ascii: "="), UInt8(ascii: ":"):
            return second == equals ? 2 : 1
        case UInt8(ascii: "!"):
            return second == equals ? 2 : 0
        case UInt8(ascii: "."):
            return second == byte && third == byte ? 3 : 1
        default:
            return 0
        }
    }
}
