/// A pattern of GNU make (6.3.1, 8.2): text with a percent sign that stands for anything, or a whole word.
struct MakefilePattern {
    private let prefix: Substring
    /// Absent where the pattern is a whole word.
    private let suffix: Substring?

    init(_ text: String) {
        let percent = text.utf8.firstIndex(of: UInt8(ascii: "%"))
        prefix = text[..<(percent ?? text.endIndex)]
        suffix = percent.map { text[text.utf8.index(after: $0)...] }
    }

    /// What the percent sign stands for in a word; `nil` when it does not match.
    func stem(of word: String) -> Substring? {
        guard let suffix else { return word == prefix ? word[...] : nil }
        let (start, end, all) = (prefix.utf8.count, suffix.utf8.count, word.utf8)
        guard all.count >= start + end, all.starts(with: prefix.utf8), all.suffix(end).elementsEqual(suffix.utf8)
        else { return nil }
        return Substring(all.dropFirst(start).dropLast(end))
    }

    /// `NAME:.c=.o` and `NAME:%.c=%.o` of a name with a colon: the name, and what is put for what.
    static func substitution(_ text: String) -> (name: String, pattern: String, replacement: String)? {
        guard let colon = text.firstIndex(of: ":"), let equals = text[colon...].firstIndex(of: "=") else { return nil }
        var pattern = String(text[text.index(after: colon)..<equals])
        var replacement = String(text[text.index(after: equals)...])
        if !pattern.contains("%") { (pattern, replacement) = ("%" + pattern, "%" + replacement) }
        return (String(text[..<colon]), pattern, replacement)
    }
}
