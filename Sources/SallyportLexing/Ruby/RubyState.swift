/// What the grammar expects next, as Ruby's own scanner keeps it: whether a slash divides or opens a regular expression,
/// whether a colon makes a label, whether a line end ends a statement.
struct RubyState: OptionSet {
    let rawValue: UInt16

    /// An expression begins; a line end is ignored.
    static let begin = RubyState(rawValue: 1 << 0)
    /// A value has ended.
    static let end = RubyState(rawValue: 1 << 1)
    /// As `end`, behind the closing parenthesis of an argument.
    static let endArgument = RubyState(rawValue: 1 << 2)
    /// As `end`, behind a closing parenthesis or the name of a definition.
    static let endFunction = RubyState(rawValue: 1 << 3)
    /// Behind a name that may be a method: arguments may follow.
    static let argument = RubyState(rawValue: 1 << 4)
    /// As `argument`, for the first name of a statement.
    static let commandArgument = RubyState(rawValue: 1 << 5)
    /// Behind `return`, `break`, `next`, `rescue`: a value may follow.
    static let middle = RubyState(rawValue: 1 << 6)
    /// The name of a method is expected: words and operators are names.
    static let functionName = RubyState(rawValue: 1 << 7)
    /// Behind a dot: words are names.
    static let dot = RubyState(rawValue: 1 << 8)
    /// Behind `class`.
    static let classWord = RubyState(rawValue: 1 << 9)
    /// A label may stand here.
    static let label = RubyState(rawValue: 1 << 10)
    /// Behind a label.
    static let labeled = RubyState(rawValue: 1 << 11)
    /// Behind `alias` or `undef`.
    static let functionItem = RubyState(rawValue: 1 << 12)

    private static let anyBegin: RubyState = [.begin, .middle, .classWord]
    private static let anyArgument: RubyState = [.argument, .commandArgument]
    private static let anyEnd: RubyState = [.end, .endArgument, .endFunction]
    private static let names: RubyState = [.functionName, .dot]

    @inline(__always)
    func has(_ states: RubyState) -> Bool { rawValue & states.rawValue != 0 }

    /// Whether a value is expected.
    var isBegin: Bool { has(Self.anyBegin) || contains([.argument, .labeled]) }
    /// Whether arguments may follow.
    var isArgument: Bool { has(Self.anyArgument) }
    /// Whether a value has ended.
    var isEnd: Bool { has(Self.anyEnd) }
    /// Whether an operator is a method's name here.
    var isName: Bool { has(Self.names) }
    /// Whether a name that ends here may be called with arguments behind it.
    var takesArguments: Bool { has([.begin, .middle, .classWord, .argument, .commandArgument, .dot]) }
    /// Whether `{` opens a block here.
    var opensBlock: Bool { !has(.labeled) && (isArgument || isEnd) }
    /// Whether a word such as `if` begins its own statement here, and is no modifier.
    var beginsStatement: Bool { has([.begin, .labeled, .classWord]) }
    /// Whether a line end means nothing here.
    var ignoresLineEnd: Bool { has([.begin, .classWord, .functionName, .dot]) && !has(.labeled) }
}
