import SallyportLexing

/// Python's `%` between a text and what it is filled with.
extension LexemeStream {
    /// `"…" % "…"` at the end.
    mutating func formatLast(_ source: Span<UInt8>, _ vocabulary: Vocabulary) {
        let last = lexemes.count - 1
        guard isPython, !isSpent, lexemes[last - 1].kind == .sign, text(ofSign: last - 1, source) == "%" else { return }
        usedFlags = lexemes[last].flags.intersection(.decoded)
        let argument = Constant.text(bytes(at: last, in: source))
        guard spend(byteCount(at: last) + byteCount(at: last - 2)),
            let value = Formatting.percent(bytes(at: last - 2, in: source), [argument]), spend(value.cost)
        else { return }
        _ = replace(from: last - 2, with: value, lexemes[last].end, source, vocabulary)
        isUnsettled = false
    }

    /// `"…" % (…, …)` whose bracket closes now.
    mutating func foldFormat(from open: Int, _ end: UInt32, _ source: Span<UInt8>, _ vocabulary: Vocabulary) -> Bool {
        guard !isSpent, open >= 2, lexemes[open - 1].kind == .sign, lexemes[open - 2].kind == .string,
            text(ofSign: open - 1, source) == "%"
        else { return false }
        usedFlags = []
        usesName = false
        guard let arguments = arguments(in: (open + 1)..<lexemes.count, source),
            spend(byteCount(at: open - 2)),
            let value = Formatting.percent(bytes(at: open - 2, in: source), arguments), spend(value.cost)
        else { return false }
        return replace(from: open - 2, with: value, end, source, vocabulary)
    }
}
