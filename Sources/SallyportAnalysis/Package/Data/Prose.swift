/// Sentences where code would stand.
enum Prose {
    /// Sentences that no code has in front of its first long string or comment.
    private static let sentencesMin = 2
    /// Bytes that are looked at.
    private static let bytesMax = 64 << 10
    /// Words of one sentence.
    private static let wordsMin = 4

    /// Words with which a row of words may be code.
    private static let keywords: Set<Substring> = [
        "import", "from", "def", "class", "if", "elif", "else", "for", "while", "with", "return", "not", "and", "or",
        "lambda", "yield", "async", "await", "del", "global", "nonlocal", "assert", "raise", "try", "except", "pass",
        "print", "exec", "in", "is", "match", "case", "type", "var", "let", "const", "function", "new", "typeof",
        "export", "default", "throw", "delete", "void", "static", "extends", "instanceof", "of", "do", "switch",
    ]

    /// Whether a text begins with sentences, so that it is no code as a whole.
    ///
    /// Looked for in front of the first long string or long comment only, because there anything may stand: a row of plain
    /// words outside of those is an error to Python and to JavaScript.
    static func begins(_ bytes: [UInt8], _ language: Language) -> Bool {
        guard language == .python || language == .javaScript else { return false }
        let text = String(decoding: bytes.prefix(bytesMax), as: UTF8.self)
        let openers =
            language == .python ? ["\"", "'"].map { String(repeating: $0, count: 3) } : ["/*", "`"]
        let end = openers.compactMap { text.firstRange(of: $0)?.lowerBound }.min() ?? text.endIndex
        var sentences = 0
        for line in text[..<end].lines where isSentence(line, language) {
            sentences += 1
            if sentences >= sentencesMin { return true }
        }
        return false
    }

    private static func isSentence(_ line: Substring, _ language: Language) -> Bool {
        let words = line.words
        guard words.count >= wordsMin, words.first?.hasPrefix(language == .python ? "#" : "//") != true else {
            return false
        }
        guard
            words.prefix(wordsMin).allSatisfy({ word in
                word.utf8.allSatisfy { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
            })
        else { return false }
        return !words.prefix(wordsMin).contains { keywords.contains($0[...]) }
    }
}
