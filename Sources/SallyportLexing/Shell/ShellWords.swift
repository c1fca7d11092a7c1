/// A command line as npm hands it to `sh -c`, split as a POSIX shell splits it (POSIX.1-2024, Shell Command Language, 2.3),
/// without running or expanding anything.
public struct ShellWords: Sendable, Equatable {
    /// One piece of a command line.
    public struct Piece: Sendable, Equatable {
        /// What a piece is.
        public enum Kind: Sendable, Equatable {
            /// A word: a command's name or an argument.
            case word
            /// `NAME=value` before a command's name.
            case assignment
            /// `&&`, `||`, `;`, `&`, `|`, `|&`, a line break, `(`, `)`, `{`, `}`
            case separator
            /// `>`, `>>`, `<`, `2>`, `>&` and the like; its target is the next word.
            case redirection
        }

        /// What it is.
        public let kind: Kind
        /// Its text with quotes and escapes taken away. Expansions stand in it as they were written.
        public let text: String
        /// Its byte range in the line.
        public let range: Range<Int>
        /// A variable, a command or a pattern is expanded in it, so that the text is not all that the command gets.
        public let isExpanded: Bool
    }

    /// The pieces of the line; those of the commands in `$(…)` and backticks follow behind, one list each.
    public private(set) var pieces: [Piece] = []
    /// The text of each command substitution, in the order of their appearance, at most `substitutionsMax`.
    public private(set) var substitutions: [String] = []
    /// A quote or a substitution is not closed, or a limit was reached: the pieces are not all that there is.
    public private(set) var isIncomplete = false

    /// The longest line that is read, in bytes.
    public static let bytesMax = 65_536
    /// How many pieces and how many substitutions are kept.
    public static let piecesMax = 4096
    /// How many substitutions are kept.
    public static let substitutionsMax = 256

    /// Splits one line, or a script of several. Linear in its length.
    public init(_ line: String) {
        self.init(Array(line.utf8).span)
    }

    /// Splits one line, or a script of several, given as bytes.
    public init(_ bytes: Span<UInt8>) {
        var reader = ShellReader(end: min(bytes.count, Self.bytesMax))
        reader.read(bytes)
        pieces = reader.pieces
        substitutions = reader.substitutions
        isIncomplete = reader.isIncomplete || bytes.count > Self.bytesMax
    }

    /// The simple commands: the words between separators, assignments and redirection targets left out.
    public var commands: [[String]] {
        var commands: [[String]] = []
        var current: [String] = []
        var skipsTarget = false
        for piece in pieces {
            switch piece.kind {
            case .separator:
                if !current.isEmpty { commands.append(current) }
                current = []
                skipsTarget = false
            case .redirection: skipsTarget = true
            case .assignment: break
            case .word:
                if !skipsTarget { current.append(piece.text) }
                skipsTarget = false
            }
        }
        return current.isEmpty ? commands : commands + [current]
    }
}
