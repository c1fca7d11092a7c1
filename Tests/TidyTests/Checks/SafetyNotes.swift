/// Finds unsafe code that nobody explains.
enum SafetyNotes {
    /// How far above its use a `SAFETY:` line may stand.
    static let reachLines = 12

    /// Words that switch a check of the compiler off.
    static let words = ["unsafe", "nonisolated(unsafe)", "@unchecked Sendable", "@unsafe", "@safe"]

    /// Lines with such a word and no `SAFETY:` shortly above; a line that follows an explained one shortly is explained
    /// with it.
    static func unexplained(in text: String, code: SwiftCode? = nil) -> [Int] {
        let code = code ?? SwiftCode(text)
        guard words.contains(where: code.mayHold) else { return [] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var lastExplained = Int.min / 2
        var found: [Int] = []
        for index in lines.indices {
            if lines[index].contains("SAFETY:") { lastExplained = index }
            guard code.lines.indices.contains(index), words.contains(where: { SwiftCode.holds(code.lines[index], $0) })
            else { continue }
            if index - lastExplained <= reachLines { lastExplained = index } else { found.append(index + 1) }
        }
        return found
    }
}
