/// The forms of JavaScript that are told apart before reading. When in doubt, `script` reads them all.
public struct JavaScriptDialect: Sendable, Equatable {
    /// A module, in which `<!--` and `-->` are operators; in a script they begin a comment (ECMA-262, B.1.1).
    public var isModule: Bool
    /// `<` where an operand is expected opens a JSX tag. Plain JavaScript never has it there.
    public var allowsJSX: Bool

    /// A dialect from its two questions.
    public init(isModule: Bool, allowsJSX: Bool) {
        self.isModule = isModule
        self.allowsJSX = allowsJSX
    }

    /// CommonJS, and everything of which nothing is known.
    public static let script = JavaScriptDialect(isModule: false, allowsJSX: true)
    /// `.mjs`, and `.js` in a package of type `module`.
    public static let module = JavaScriptDialect(isModule: true, allowsJSX: true)
    /// `.ts`, `.mts`, `.cts`: `<` may be a type assertion or a type parameter.
    public static let typeScript = JavaScriptDialect(isModule: true, allowsJSX: false)
}

/// Tokenizes JavaScript (ECMA-262), and TypeScript and JSX as far as tokens go.
///
/// Regular expressions are told from divisions by the tokens before and the open brackets, templates nest, and comments
/// are known by token, never by search. On every valid script or module the tokens are those of a parser (differential
/// test over npm's own tree). Broken input never stops it: what is malformed is flagged, and the summary counts it.
///
/// JSX: tags, attributes, text and expressions become tokens. When a `<` that looked like a tag is never closed, it is
/// taken back once, and the rest of the file is read without JSX. TypeScript's types are read as expressions; that keeps
/// the tokens right, because types contain neither divisions nor regular expressions.
public enum JavaScriptTokenizer {
    /// Appends the tokens of `source` to `tokens`. Linear in the source; throws only when a budget is spent, and then
    /// `tokens` holds what was read before.
    @discardableResult
    public static func tokenize(
        _ source: Span<UInt8>,
        dialect: JavaScriptDialect = .script,
        limits: TokenLimits = TokenLimits(),
        into tokens: inout [Token]
    ) throws(LexError) -> TokenizationSummary {
        guard source.count <= min(limits.bytesMax, Int(Int32.max)) else { throw LexError(.tooLarge, at: 0) }
        var lexer = JavaScriptLexer(dialect: dialect, limits: limits, firstToken: tokens.count)
        tokens.reserveCapacity(tokens.count + min(limits.tokensMax, source.count / 5))
        try lexer.run(source, &tokens)
        return lexer.summary
    }
}

/// The state of one run; the methods that read each kind of token are in the files beside this one.
struct JavaScriptLexer {
    var offset = 0
    var context = JavaScriptContext()
    var newlineBefore = true
    var summary = TokenizationSummary()
    var allowsJSX: Bool
    /// Where the outermost JSX element began, to take it back.
    var jsxStart: JSXStart?
    let isModule: Bool
    let limits: TokenLimits
    private let firstToken: Int

    struct JSXStart {
        let offset: Int
        let tokenCount: Int
        let newlineBefore: Bool
        let summary: TokenizationSummary
        let checkpoint: JavaScriptContext.Checkpoint
    }

    init(dialect: JavaScriptDialect, limits: TokenLimits, firstToken: Int) {
        isModule = dialect.isModule
        allowsJSX = dialect.allowsJSX
        self.limits = limits
        self.firstToken = firstToken
    }

    mutating func run(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        if source.count >= 3, source[0] == 0xEF, source[1] == 0xBB, source[2] == 0xBF { offset = 3 }
        if offset + 1 < source.count, source[offset] == UInt8(ascii: "#"), source[offset + 1] == UInt8(ascii: "!") {
            let start = offset
            offset = Self.endOfLine(source, from: offset)
            try append(.hashbang, from: start, source, &tokens)
        }
        while true {
            while offset < source.count {
                if context.top.bracket.isJSX {
                    try jsxStep(source, &tokens)
                } else {
                    try step(source, &tokens)
                }
            }
            guard let start = jsxStart else { return }
            takeBackJSX(start, &tokens)
        }
    }

    /// Reads white space, a comment, or one token.
    @inline(__always)
    private mutating func step(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        var byte = source[offset]
        if byte == 0x20 {
            // One space stands between most tokens.
            offset += 1
            guard offset < source.count else { return }
            byte = source[offset]
        }
        switch byte {
        case 0x20, 0x09, 0x0B, 0x0C:
            offset += 1
            skipIndentation(source)
        case 0x0A, 0x0D:
            newlineBefore = true
            offset += 1
            skipIndentation(source)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "$"), UInt8(ascii: "\\"):
            try identifier(source, &tokens)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            try number(source, &tokens)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            try string(quote: byte, source, &tokens)
        case UInt8(ascii: "`"):
            try template(isContinued: false, source, &tokens)
        case UInt8(ascii: "/"):
            try slash(source, &tokens)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            try opening(byte, source, &tokens)
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
            try closing(byte, source, &tokens)
        case UInt8(ascii: "}"):
            try closingBrace(source, &tokens)
        case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ":"):
            try delimiter(byte, source, &tokens)
        case 0x80...:
            try nonASCII(source, &tokens)
        default:
            try punctuator(byte, source, &tokens)
        }
    }

    @inline(__always)
    private mutating func skipIndentation(_ source: Span<UInt8>) {
        var index = offset
        while index + 8 <= source.count {
            let other = Word.load(source, at: index) ^ Word.repeating(0x20)
            if other != 0 {
                index += other.trailingZeroBitCount >> 3
                break
            }
            index += 8
        }
        offset = index
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
        tokens.append(Token(kind, start: start, end: offset, lead: source[start], flags: flags))
    }

    /// White space, a line separator, or a name that begins outside ASCII.
    private mutating func nonASCII(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        guard let scalar = UTF8Reading.scalar(in: source, at: offset) else {
            return try identifier(source, &tokens)
        }
        switch scalar.value {
        case 0x2028, 0x2029:
            newlineBefore = true
            offset += scalar.length
        case 0xA0, 0xFEFF, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
            offset += scalar.length
        default:
            try identifier(source, &tokens)
        }
    }

    private mutating func slash(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let next = offset + 1 < source.count ? source[offset + 1] : 0
        if next == UInt8(ascii: "/") {
            let start = offset
            offset = Self.endOfLine(source, from: offset + 2)
            if limits.includesComments { try append(.comment, from: start, source, &tokens) }
        } else if next == UInt8(ascii: "*") {
            try blockComment(source, &tokens)
        } else if context.regexAllowed, let end = Self.endOfRegularExpression(source, from: offset) {
            let start = offset
            if context.isBehindSoftWord { summary.noteAmbiguity(at: start) }
            offset = end
            context.operand()
            try append(.regularExpression, from: start, source, &tokens)
        } else {
            try punctuator(UInt8(ascii: "/"), source, &tokens)
        }
    }

    private mutating func takeBackJSX(_ start: JSXStart, _ tokens: inout [Token]) {
        jsxStart = nil
        allowsJSX = false
        tokens.removeLast(tokens.count - start.tokenCount)
        summary = start.summary
        newlineBefore = start.newlineBefore
        offset = start.offset
        context.restore(start.checkpoint)
    }
}
