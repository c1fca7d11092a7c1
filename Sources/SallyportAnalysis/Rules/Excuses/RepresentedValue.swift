/// `eval(repr(value))` of Python: of what `repr` writes of a text or of bytes, `eval` makes the same value, and runs none of
/// it. Classes say by `__repr__` what is written of them: where a source does, or where its `repr` is another one, nothing is
/// excused.
enum RepresentedValue {
    private static let represents = WordSet("repr")
    private static let written = WordSet("__repr__")
    private static let defines = WordSet("def")

    /// Whether the only argument of a call is what `repr` gives.
    static func isWhole(_ call: Call, _ reader: inout FlowReader, _ stream: LexemeStream) -> Bool {
        guard reader.language == .python, stream.isWord(represents, at: call.open + 1),
            stream.kind(at: call.open + 2) == .openParenthesis,
            end(of: call.open + 2, before: call.close, stream) == call.close - 1
        else { return false }
        let isOverridden = reader.overridesRepr ?? stream.lexemes.indices.contains { overrides(at: $0, stream) }
        reader.overridesRepr = isOverridden
        return !isOverridden
    }

    /// Whether a word is `__repr__`, or `repr` in another place than where it is called.
    private static func overrides(at index: Int, _ stream: LexemeStream) -> Bool {
        if stream.isWord(written, at: index) { return true }
        guard stream.isWord(represents, at: index), stream.kind(at: index - 1) != .dot else { return false }
        return stream.kind(at: index + 1) != .openParenthesis || stream.isWord(defines, at: index - 1)
    }

    /// Where brackets end, as far as a call's arguments are looked at.
    private static func end(of open: Int, before close: Int, _ stream: LexemeStream) -> Int? {
        var depth = 0
        for index in open..<min(close, open + Call.lexemesMax) {
            switch stream.kind(at: index) {
            case .openParenthesis, .openBracket, .openBrace: depth += 1
            case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
            default: continue
            }
            if depth == 0 { return index }
        }
        return nil
    }
}
