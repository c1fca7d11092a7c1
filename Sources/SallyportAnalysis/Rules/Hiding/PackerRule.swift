import SallyportLexing
import SallyportModel

/// Programs that are packed into a text or into punctuation, and unpack themselves.
enum PackerRule {
    /// Lexemes in a row that are brackets and signs only.
    static let punctuationMin = 400
    /// Names of a source in which only `$` and `_`, or no plain letters, make words.
    static let oddNamesMin = 100

    /// Brackets and signs in a row.
    struct Signs {
        private var run = 0
        private var opened = 0
        private var signs = 0

        @inline(__always)
        mutating func open() {
            run += 1
            opened += 1
        }

        @inline(__always)
        mutating func close() { run += 1 }

        @inline(__always)
        mutating func sign() {
            run += 1
            signs += 1
        }

        /// Whether the row has just become as long as only a program is.
        @inline(__always)
        var isProgram: Bool { run == punctuationMin && min(opened, signs) >= punctuationMin / 10 }
    }

    static func addPunctuation(at offset: Int, _ collector: inout FindingsCollector) {
        collector.add(.hidingPacker, "a program of punctuation", at: offset, .sensitive)
    }

    static func addOddNames(_ odd: Int, of names: Int, _ collector: inout FindingsCollector) {
        guard names >= oddNamesMin, odd * 5 >= names * 4 else { return }
        collector.add(.hidingPacker, "a program whose names have no letters", at: 0, .sensitive)
    }

    /// Looks at a name of JavaScript that means something.
    @inline(__always)
    static func look(
        at index: Int,
        _ stream: LexemeStream,
        _ vocabulary: Vocabulary,
        _ collector: inout FindingsCollector
    ) {
        guard packs(index, stream, vocabulary) else { return }
        let offset = Int(stream.lexemes[index].start)
        collector.add(.hidingPacker, "evaluates what a packer left", at: offset, .sensitive)
    }

    /// Looks at a name of Python.
    static func look(atArmor lexeme: Lexeme, _ collector: inout FindingsCollector) {
        guard lexeme.identity == armor else { return }
        collector.add(.hidingPacker, "runs what PyArmor packed", at: Int(lexeme.start), .sensitive)
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

    /// Whether a name is made of marks, or of letters that look like others.
    @inline(__always)
    static func isOdd(_ lexeme: Lexeme, _ source: Span<UInt8>) -> Bool {
        let start = Int(lexeme.start)
        guard start < source.count, !source[start].isASCIIAlphanumeric else { return false }
        return hasNoLetters(lexeme, source)
    }

    private static func hasNoLetters(_ lexeme: Lexeme, _ source: Span<UInt8>) -> Bool {
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
