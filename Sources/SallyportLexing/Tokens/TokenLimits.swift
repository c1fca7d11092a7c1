/// How much source is tokenized, and whether comments are kept.
public struct TokenLimits: Sendable, Equatable {
    /// The longest source, in bytes. Never more than 2 GiB, whatever is set.
    public var bytesMax: Int
    /// How many tokens are made; each takes twelve bytes.
    public var tokensMax: Int
    /// How many brackets, templates, tags and indentations may stand in each other.
    public var depthMax: Int
    /// Keeps comments as tokens.
    public var includesComments: Bool

    /// Limits: 32 MiB, 8 million tokens, 10,000 deep, without comments.
    public init(
        bytesMax: Int = 32 << 20,
        tokensMax: Int = 8_000_000,
        depthMax: Int = 10_000,
        includesComments: Bool = false
    ) {
        self.bytesMax = bytesMax
        self.tokensMax = tokensMax
        self.depthMax = depthMax
        self.includesComments = includesComments
    }
}

/// A source that is not tokenized to its end because a budget is spent. The caller holds what it belongs to.
public struct LexError: Error, Sendable, Equatable {
    /// The stable name of each budget.
    public enum Code: String, Sendable, CaseIterable {
        /// Longer than `TokenLimits.bytesMax`; nothing was read.
        case tooLarge = "source-too-large"
        /// More tokens than `TokenLimits.tokensMax`; those up to there were made.
        case tooManyTokens = "source-too-many-tokens"
        /// Deeper than `TokenLimits.depthMax`; the tokens up to there were made.
        case tooDeep = "source-too-deep"
    }

    /// Which budget was spent.
    public let code: Code
    /// The byte offset up to which the source was read.
    public let offset: Int

    /// An error of one code at one byte offset.
    public init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }

    /// One sentence for a person.
    public var message: String {
        switch code {
        case .tooLarge: "The source is larger than the limit of bytes and was not read."
        case .tooManyTokens: "The source has more tokens than the limit; it was read up to byte \(offset)."
        case .tooDeep: "The source nests deeper than the limit; it was read up to byte \(offset)."
        }
    }
}

/// What a tokenizer noticed besides the tokens. A source with malformed tokens is no valid program of its language,
/// or not of the dialect that was assumed.
public struct TokenizationSummary: Sendable, Equatable {
    /// How many tokens are flagged malformed or are invalid.
    public internal(set) var malformedCount = 0
    /// Where the first of them starts.
    public internal(set) var firstMalformedOffset: Int?

    /// Where a token first hangs on what only a parser knows: whether `yield` or `await` is an operator or a name, whether a
    /// name of Ruby is a variable or a method. Another reading could see a text where this one sees code, or code where this
    /// one sees a text.
    public internal(set) var ambiguousOffset: Int?

    mutating func noteAmbiguity(at offset: Int) {
        if ambiguousOffset == nil { ambiguousOffset = offset }
    }

    mutating func note(at offset: Int) {
        malformedCount += 1
        if firstMalformedOffset == nil { firstMalformedOffset = offset }
    }
}
