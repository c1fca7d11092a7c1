import SallyportLexing
import SallyportModel

/// Programs that are packed into a text or into punctuation, and unpack themselves.
enum PackerRule {
    /// Lexemes in a row that are brackets and signs only.
    static let punctuationMin = 400
    /// Names of a source in which only `$` and `_`, or no plain letters, make words.
    static let oddNamesMin = 100

    static func look(
        at stream: LexemeStream,
        _ language: Language,
        _ source: Span<UInt8>,
        _ collector: inout FindingsCollector
    ) {
        let vocabulary = language == .python ? PythonVocabulary.vocabulary : JavaScriptVocabulary.vocabulary
        var run = 0
        var names = 0
        var odd = 0
        var opened = 0
        var signs = 0
        for index in 0..<stream.count {
            let lexeme = stream.lexemes[index]
            switch lexeme.kind {
            case .openParenthesis, .openBracket:
                run += 1
                opened += 1
            case .closeParenthesis, .closeBracket: run += 1
            case .plus, .sign:
                run += 1
                signs += 1
            case .name:
                run = 0
                opened = 0
                signs = 0
                names += 1
                if isOdd(lexeme, source) { odd += 1 }
                if language == .javaScript, packs(index, stream, vocabulary) {
                    collector.add(.hidingPacker, "evaluates what a packer left", at: Int(lexeme.start), .sensitive)
                }
                if language == .python, lexeme.identity == armor {
                    collector.add(.hidingPacker, "runs what PyArmor packed", at: Int(lexeme.start), .sensitive)
                }
            default:
                run = 0
                opened = 0
                signs = 0
            }
            if run == punctuationMin, min(opened, signs) >= punctuationMin / 10 {
                collector.add(.hidingPacker, "a program of punctuation", at: Int(lexeme.start), .sensitive)
            }
        }
        if names >= oddNamesMin, odd * 5 >= names * 4 {
            collector.add(.hidingPacker, "a program whose names have no letters", at: 0, .sensitive)
        }
    }

    private static let armor = UInt32(truncatingIfNeeded: NameHash.of("__pyarmor__".utf8))

    /// `eval(function(p, a, c, k, …`
    private static func packs(_ index: Int, _ stream: LexemeStream, _ vocabulary: Vocabulary) -> Bool {
        guard vocabulary[stream.lexemes[index].entry].global.contains(.evaluate),
            stream.kind(at: index + 1) == .openParenthesis, stream.kind(at: index + 2) == .name,
            vocabulary[stream.lexemes[index + 2].entry].keyword == .function,
            stream.kind(at: index + 3) == .openParenthesis
        else { return false }
        return (0..<4).allSatisfy {
            stream.kind(at: index + 4 + 2 * $0) == .name && stream.kind(at: index + 5 + 2 * $0) == .comma
        }
    }

    private static func isOdd(_ lexeme: Lexeme, _ source: Span<UInt8>) -> Bool {
        let end = min(Int(lexeme.end), source.count)
        guard Int(lexeme.start) < end, end - Int(lexeme.start) <= 64 else { return false }
        var hasMark = false
        for offset in Int(lexeme.start)..<end {
            let byte = source[offset]
            if byte.isASCIIAlphanumeric { return false }
            if byte == UInt8(ascii: "$") || byte >= 0x80 && byte < 0xE3 || byte == 0xEF { hasMark = true }
        }
        return hasMark
    }
}
