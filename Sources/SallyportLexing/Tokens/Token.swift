/// One token of a source file: its kind and its byte range. Twelve bytes, no text.
public struct Token: Sendable, Equatable {
    /// What a token is; the languages share the names.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// A name; also a reserved word where it is a property's name.
        case identifier
        /// A reserved word of the language in its own role.
        case keyword
        /// `#name` of a JavaScript class, hash sign included.
        case privateName
        /// A number of any form.
        case number
        /// A string literal with its quotes and, in Python, its prefix; no formatted one.
        case string
        /// A JavaScript template without substitutions, with its backticks.
        case template
        /// From a template's backtick to its first `${`, both included.
        case templateHead
        /// From `}` to the next `${`, both included.
        case templateMiddle
        /// From `}` to the template's closing backtick, both included.
        case templateTail
        /// A regular expression with its slashes and flags.
        case regularExpression
        /// An operator or a bracket.
        case punctuator
        /// A comment; only when the limits ask for comments.
        case comment
        /// A line that a script takes for a comment because of `<!--` or `-->`. Never left out: a module reads it as code.
        case htmlComment
        /// The `#!` line.
        case hashbang
        /// Text between JSX tags.
        case jsxText
        /// The end of a logical line in Python, or of a statement's line in Ruby.
        case newline
        /// Deeper indentation in Python; the range is that white space.
        case indent
        /// The end of an indented block in Python; the range is empty.
        case dedent
        /// Prefix and opening quotes of a formatted Python string, or of a Ruby string with substitutions.
        case formattedStart
        /// Literal text inside such a string, or in a here-document.
        case formattedMiddle
        /// Closing quotes of such a string.
        case formattedEnd
        /// A Ruby symbol with its colon and quotes, without substitutions.
        case symbol
        /// A Ruby label with its colon, quoted or not, without substitutions.
        case label
        /// A Ruby string that is a command, without substitutions.
        case command
        /// A Ruby list of words, without substitutions.
        case words
        /// The start of a here-document; its text and its end follow behind the line.
        case heredocStart
        /// The name that ends a here-document.
        case heredocEnd
        /// What stands behind Ruby's `__END__`, that line included: data, which no grammar reads.
        case trailer
        /// Bytes that start no token of the language.
        case invalid
    }

    /// What is known about a token besides its kind. The members are computed, since a stored one is asked for through
    /// an accessor by every other room, for every token.
    public struct Flags: OptionSet, Sendable, Hashable {
        /// The set as a byte.
        public let rawValue: UInt8

        /// A set from its byte.
        @inlinable
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// A line break stands between the token before and this one.
        @inlinable public static var newlineBefore: Flags { Flags(rawValue: 1) }
        /// The token has an escape: in a name that is unusual, in a string its value differs from its bytes.
        @inlinable public static var escaped: Flags { Flags(rawValue: 2) }
        /// The token has bytes from 0x80 on.
        @inlinable public static var nonASCII: Flags { Flags(rawValue: 4) }
        /// The token breaks the language's rules (an unterminated string, a bad number).
        @inlinable public static var malformed: Flags { Flags(rawValue: 8) }
        /// The name follows `.` or `?.`, or is a key or a member's name where the tokenizer could tell.
        @inlinable public static var member: Flags { Flags(rawValue: 16) }
        /// A Python string in which a backslash escapes nothing.
        @inlinable public static var raw: Flags { Flags(rawValue: 32) }
        /// A Python bytes literal.
        @inlinable public static var bytes: Flags { Flags(rawValue: 64) }
        /// A Ruby word that `end` will end, or a brace that opens a block and no hash.
        @inlinable public static var opensBlock: Flags { Flags(rawValue: 128) }
    }

    /// The offset of the first byte.
    public let start: UInt32
    /// The offset behind the last byte.
    public let end: UInt32
    /// What the token is.
    public let kind: Kind
    /// More about it.
    public let flags: Flags
    /// The first byte, or 0 for an empty token: enough to tell most punctuators apart.
    public let lead: UInt8

    /// A token over a range of a source whose first byte is `lead`.
    public init(_ kind: Kind, start: Int, end: Int, lead: UInt8, flags: Flags = []) {
        self.kind = kind
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        self.lead = lead
        self.flags = flags
    }

    /// The byte range in the source.
    public var range: Range<Int> { Int(start)..<Int(end) }

    /// How many bytes the token has.
    public var count: Int { Int(end) - Int(start) }

    /// Whether this is the punctuator of exactly this one byte.
    public func isPunctuator(_ byte: UInt8) -> Bool {
        kind == .punctuator && lead == byte && end == start + 1
    }

    /// Whether the token's bytes are exactly `text`, escapes not decoded.
    public func matches(_ text: String, in source: Span<UInt8>) -> Bool {
        Int(end) <= source.count && UTF8Reading.matches(source, range, text)
    }

    /// The token's own bytes as text; what is not UTF-8 becomes U+FFFD.
    public func text(in source: Span<UInt8>) -> String {
        Int(end) <= source.count ? UTF8Reading.text(source, range) : ""
    }
}
