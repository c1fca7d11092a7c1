import SallyportModel

/// A loop at the top level of a module that nothing ends: whoever loads the module never comes back.
enum EndlessLoopRule {
    /// Lexemes of a loop that are looked at.
    private static let lexemesMax = 400

    static func look(
        at stream: LexemeStream,
        _ language: Language,
        _ source: Span<UInt8>,
        _ collector: inout FindingsCollector
    ) {
        var depth = 0
        for index in 0..<stream.count {
            switch stream.lexemes[index].kind {
            case .openParenthesis, .openBracket, .openBrace, .indent: depth += 1
            case .closeParenthesis, .closeBracket, .closeBrace, .dedent: depth -= 1
            case .name where depth == 0 && !stream.lexemes[index].flags.contains(.member):
                guard isEndless(index, stream, language, source), !ends(index, stream, source) else { continue }
                let offset = Int(stream.lexemes[index].start)
                collector.add(.capabilityDestructive, "loops for ever when it is loaded", at: offset, .sensitive)
            default: continue
            }
        }
    }

    private static func isEndless(
        _ index: Int,
        _ stream: LexemeStream,
        _ language: Language,
        _ source: Span<UInt8>
    ) -> Bool {
        let count = stream.byteCount(at: index)
        guard count == 3 || count == 5 else { return false }
        let word = stream.text(at: index, in: source)
        if language == .python {
            guard word == "while", stream.kind(at: index + 2) == .colon else { return false }
            let condition = stream.text(at: index + 1, in: source)
            return condition == "True" || condition == "1"
        }
        guard stream.kind(at: index + 1) == .openParenthesis else { return false }
        if word == "while" {
            let condition = stream.text(at: index + 2, in: source)
            return stream.kind(at: index + 3) == .closeParenthesis && (condition == "true" || condition == "1")
        }
        guard word == "for" else { return false }
        if stream.kind(at: index + 2) == .semicolon, stream.kind(at: index + 3) == .semicolon { return true }
        for position in index..<min(index + 16, stream.count) where stream.kind(at: position) == .name {
            if stream.text(at: position, in: source) == "Infinity" { return true }
        }
        return false
    }

    /// Whether anything in the loop may end it or lets others run.
    private static func ends(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        var depth = 0
        var hasBody = false
        for position in index..<min(index + lexemesMax, stream.count) {
            switch stream.kind(at: position) {
            case .openBrace, .indent:
                depth += 1
                hasBody = true
            case .closeBrace, .dedent:
                depth -= 1
                if hasBody, depth <= 0 { return false }
            case .name:
                let word = stream.text(at: position, in: source)
                if exits.contains(word) { return true }
            default: continue
            }
        }
        return true
    }

    private static let exits: Set<String> = [
        "break", "return", "throw", "await", "exit", "raise", "yield", "input", "sleep", "quit", "kill", "next",
        "readSync", "accept", "recv", "wait",
    ]
}
