/// Text that is written with escapes although it is plain.
enum EscapedText {
    /// Whether a value is a word of letters and digits that was written mostly with escapes.
    static func isPlain(_ value: [UInt8], written count: Int) -> Bool {
        guard value.count >= 3, count >= value.count * 2 + 4 else { return false }
        return isWord(value)
    }

    /// Whether a value could be written as a name, without any escape.
    static func isWord(_ value: [UInt8]) -> Bool {
        guard !value.isEmpty, value.count <= 64 else { return false }
        return value.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "$") }
    }
}

extension LexemeStream {
    /// Notes a name whose letters are plain and are not written plainly.
    mutating func noteEscaped(_ entry: Vocabulary.Entry, at offset: Int) {
        writing.escapedNames.note(at: offset)
        if !entry.global.isEmpty || !entry.module.isEmpty || !entry.role.isEmpty || entry.keyword != .none {
            writing.escapedMeanings.note(at: offset)
        }
    }
}
