/// One token as the rules see it: names looked up, strings folded, punctuation told apart. Sixteen bytes.
struct Lexeme {
    /// What it is.
    enum Kind: UInt8 {
        case name, string, number, other
        case openParenthesis, closeParenthesis, openBracket, closeBracket, openBrace, closeBrace
        case assign, arrow, dot, comma, semicolon, colon, plus, slash, spread, sign
        case newline, indent, dedent
    }

    /// What is known besides the kind.
    struct Flags: OptionSet {
        let rawValue: UInt8

        /// A line break stands before it.
        static let newlineBefore = Flags(rawValue: 1)
        /// The value of the string is not its bytes: it stands in ``LexemeStream/values`` at ``Lexeme/identity``.
        static let folded = Flags(rawValue: 2)
        /// A template with substitutions: its value has U+0001 for each.
        static let hasHoles = Flags(rawValue: 4)
        /// A name behind a dot or a key of an object.
        static let member = Flags(rawValue: 8)
        /// The value was put together from pieces.
        static let computed = Flags(rawValue: 16)
        /// The value was decoded.
        static let decoded = Flags(rawValue: 32)
        /// Plain characters are written with escapes.
        static let escaped = Flags(rawValue: 64)
    }

    let kind: Kind
    var flags: Flags
    /// The position in the language's vocabulary; 0 for a name that means nothing.
    var entry: UInt16
    /// Where it starts in the source; for a string that is not folded, where its value starts.
    let start: UInt32
    /// Where it, or its value, ends.
    let end: UInt32
    /// For names the low bits of the hash, for folded strings the position of the value.
    var identity: UInt32

    init(_ kind: Kind, start: UInt32, end: UInt32, flags: Flags = [], entry: UInt16 = 0, identity: UInt32 = 0) {
        self.kind = kind
        self.flags = flags
        self.entry = entry
        self.start = start
        self.end = end
        self.identity = identity
    }

    /// Whether a value ends here, so that what follows in brackets is a call or an index.
    var endsValue: Bool {
        switch kind {
        case .name, .closeParenthesis, .closeBracket, .string, .number: true
        default: false
        }
    }
}
