import SallyportLexing

/// Tokens of a text in a form that tables can show: `kind:bytes`.
enum TokenReading {
    static func javaScript(
        _ text: String,
        dialect: JavaScriptDialect = .script,
        limits: TokenLimits = TokenLimits()
    ) throws -> (tokens: [Token], summary: TokenizationSummary) {
        let bytes = Array(text.utf8)
        var tokens: [Token] = []
        let summary = try JavaScriptTokenizer.tokenize(bytes.span, dialect: dialect, limits: limits, into: &tokens)
        return (tokens, summary)
    }

    static func python(
        _ text: String,
        limits: TokenLimits = TokenLimits()
    ) throws -> (tokens: [Token], summary: TokenizationSummary) {
        let bytes = Array(text.utf8)
        var tokens: [Token] = []
        let summary = try PythonTokenizer.tokenize(bytes.span, limits: limits, into: &tokens)
        return (tokens, summary)
    }

    static func ruby(
        _ text: String,
        limits: TokenLimits = TokenLimits()
    ) throws -> (tokens: [Token], summary: TokenizationSummary) {
        let bytes = Array(text.utf8)
        var tokens: [Token] = []
        let summary = try RubyTokenizer.tokenize(bytes.span, limits: limits, into: &tokens)
        return (tokens, summary)
    }

    static func shown(_ tokens: [Token], of text: String) -> [String] {
        let bytes = Array(text.utf8)
        return tokens.map { "\($0.kind):\($0.text(in: bytes.span))" }
    }

    /// The texts of the tokens of one kind.
    static func texts(_ kind: Token.Kind, _ tokens: [Token], of text: String) -> [String] {
        let bytes = Array(text.utf8)
        return tokens.filter { $0.kind == kind }.map { $0.text(in: bytes.span) }
    }
}
