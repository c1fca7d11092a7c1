import SallyportLexing
import SallyportModel

/// Everything that is told from the order of lexemes alone, in one walk: most sources have none of it, and a walk costs
/// as much as the rule behind it.
///
/// The walk knows by a few words whether a rule that walks by itself could find anything.
enum FormRules {
    /// Words without which a rule finds nothing.
    private static let watched = WordSet(
        all: ["parseInt", "__pyarmor__", "while", "for"] + CipherRule.decryptingNames
    )
    private static let parseInt = UInt32(truncatingIfNeeded: NameHash.of("parseInt".utf8))

    /// What the walk is in the middle of, and what it has seen.
    private struct Walk {
        /// Brackets and blocks that are open.
        var depth = 0
        var signs = PackerRule.Signs()
        var names = 0
        /// Names in which only marks, or no plain letters, make words.
        var odd = 0
        var hexNumbers = 0
        var callsParseInt = false
        var decrypts = false
        var loopsForEver = false
    }

    static func look(
        at stream: LexemeStream,
        _ language: Language,
        _ source: Span<UInt8>,
        _ collector: inout FindingsCollector
    ) {
        let vocabulary = language == .python ? PythonVocabulary.vocabulary : JavaScriptVocabulary.vocabulary
        let watched = watched
        var walk = Walk()
        for index in 0..<stream.count {
            let lexeme = stream.lexemes[index]
            switch lexeme.kind {
            case .name:
                walk.signs = PackerRule.Signs()
                walk.names += 1
                if PackerRule.isOdd(lexeme, source) { walk.odd += 1 }
                if watched.contains(lexeme.identity) {
                    note(lexeme, index, stream, language, source, &walk, &collector)
                }
                if lexeme.entry != 0, language == .javaScript {
                    PackerRule.look(at: index, stream, vocabulary, &collector)
                }
                continue
            case .openParenthesis, .openBracket:
                walk.depth += 1
                walk.signs.open()
            case .closeParenthesis, .closeBracket:
                walk.depth -= 1
                walk.signs.close()
            case .plus, .sign: walk.signs.sign()
            case .openBrace, .indent:
                walk.depth += 1
                walk.signs = PackerRule.Signs()
            case .closeBrace, .dedent:
                walk.depth -= 1
                walk.signs = PackerRule.Signs()
            case .number:
                if isHexadecimal(lexeme, source) { walk.hexNumbers += 1 }
                walk.signs = PackerRule.Signs()
            default: walk.signs = PackerRule.Signs()
            }
            if walk.signs.isProgram { PackerRule.addPunctuation(at: Int(lexeme.start), &collector) }
        }
        PackerRule.addOddNames(walk.odd, of: walk.names, &collector)
        if language == .javaScript, walk.callsParseInt || walk.hexNumbers >= StringArrayRule.fetchesMin {
            StringArrayRule.look(at: stream, source, &collector)
        }
        EncodedLiteralRule.look(at: stream, language, source, &collector)
        if walk.decrypts { CipherRule.look(at: stream, source, &collector) }
    }

    private static func note(
        _ lexeme: Lexeme,
        _ index: Int,
        _ stream: LexemeStream,
        _ language: Language,
        _ source: Span<UInt8>,
        _ walk: inout Walk,
        _ collector: inout FindingsCollector
    ) {
        if lexeme.identity == parseInt { walk.callsParseInt = true }
        if CipherRule.decrypting.contains(lexeme.identity) { walk.decrypts = true }
        if language == .python { PackerRule.look(atArmor: lexeme, &collector) }
        if walk.depth == 0, !walk.loopsForEver, !lexeme.flags.contains(.member) {
            walk.loopsForEver = EndlessLoopRule.look(at: index, stream, language, source, &collector)
        }
    }

    private static func isHexadecimal(_ lexeme: Lexeme, _ source: Span<UInt8>) -> Bool {
        let start = Int(lexeme.start)
        guard start + 2 < source.count else { return false }
        return source[start] == UInt8(ascii: "0") && source[start + 1] | 0x20 == UInt8(ascii: "x")
    }
}
