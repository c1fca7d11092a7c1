/// Ranges of lexemes whose ends are computed.
extension LexemeStream {
    /// The first comma of a range that stands in no brackets inside it.
    mutating func comma(in range: Range<Int>) -> Int? {
        var depth = 0
        for index in range {
            guard spend(1) else { return nil }
            switch kind(at: index) {
            case .openParenthesis, .openBracket, .openBrace: depth += 1
            case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
            case .comma where depth == 0: return index
            default: continue
            }
        }
        return nil
    }
}

extension Range<Int> {
    /// The positions from one up to another; `nil` when the other stands in front of it.
    ///
    /// What a source leaves out may put the end of an expression before its start.
    init?(from start: Int, before end: Int) {
        guard start <= end else { return nil }
        self = start..<end
    }
}
