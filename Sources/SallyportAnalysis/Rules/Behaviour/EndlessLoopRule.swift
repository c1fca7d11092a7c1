import SallyportModel

/// A loop at the top level of a module that nothing ends: whoever loads the module never comes back.
enum EndlessLoopRule {
    /// Lexemes of a loop that are looked at.
    private static let lexemesMax = 400

    /// Looks at a `while` or `for` at the top level; whether it is one. Nothing behind it runs, and others would say the
    /// same.
    static func look(
        at index: Int,
        _ stream: LexemeStream,
        _ language: Language,
        _ source: Span<UInt8>,
        _ collector: inout FindingsCollector
    ) -> Bool {
        guard isEndless(index, stream, language, source), !ends(index, stream) else { return false }
        let offset = Int(stream.lexemes[index].start)
        collector.add(.capabilityDestructive, "loops for ever when it is loaded", at: offset, .sensitive)
        return true
    }

    private static let whileWord = WordSet("while")
    private static let forWord = WordSet("for")
    private static let yes = WordSet("true", "True")
    private static let endless = WordSet("Infinity")

    private static func isEndless(
        _ index: Int,
        _ stream: LexemeStream,
        _ language: Language,
        _ source: Span<UInt8>
    ) -> Bool {
        let word = stream.lexemes[index]
        if whileWord.contains(word) {
            if language == .python {
                return stream.kind(at: index + 2) == .colon && isTrue(index + 1, stream, source)
            }
            return stream.kind(at: index + 1) == .openParenthesis && stream.kind(at: index + 3) == .closeParenthesis
                && isTrue(index + 2, stream, source)
        }
        guard language != .python, forWord.contains(word), stream.kind(at: index + 1) == .openParenthesis else {
            return false
        }
        if stream.kind(at: index + 2) == .semicolon, stream.kind(at: index + 3) == .semicolon { return true }
        return (index..<min(index + 16, stream.count)).contains { stream.isWord(endless, at: $0) }
    }

    private static func isTrue(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        stream.isWord(yes, at: index) || stream.kind(at: index) == .number && stream.number(at: index, source) == 1
    }

    /// Whether anything in the loop may end it or lets others run.
    private static func ends(_ index: Int, _ stream: LexemeStream) -> Bool {
        var depth = 0
        var parentheses = 0
        var hasBody = false
        for position in index..<min(index + lexemesMax, stream.count) {
            switch stream.kind(at: position) {
            case .openParenthesis: parentheses += 1
            case .closeParenthesis: parentheses -= 1
            case .openBrace, .indent:
                depth += 1
                hasBody = true
            case .closeBrace, .dedent:
                depth -= 1
                if hasBody, depth <= 0 { return false }
            // One statement for a body; the end of `do … while (true)` looks the same.
            case .semicolon where !hasBody && parentheses <= 0: return !stream.isWord(forWord, at: index)
            case .name where exits.contains(stream.lexemes[position]): return true
            default: continue
            }
        }
        return true
    }

    private static let exits = WordSet(
        "break",
        "return",
        "throw",
        "await",
        "exit",
        "raise",
        "yield",
        "input",
        "raw_input",
        "readline",
        "timeout",
        "poll",
        "select",
        "sleep",
        "quit",
        "kill",
        "next",
        "readSync",
        "accept",
        "recv",
        "wait"
    )
}
