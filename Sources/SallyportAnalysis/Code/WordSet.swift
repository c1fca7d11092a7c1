/// Words that the names of a source are compared with, by their hashes: no name is copied for it.
struct WordSet: Sendable {
    private let identities: Set<UInt32>
    private let filter: UInt64

    init(_ words: String...) { self.init(all: words) }

    init(all words: [String]) {
        identities = Set(words.map { NameHash.identity($0) })
        filter = identities.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }

    /// Whether a lexeme is a name that is one of the words.
    @inline(__always)
    func contains(_ lexeme: Lexeme) -> Bool { lexeme.kind == .name && contains(lexeme.identity) }

    /// Whether a name, by its hash, is one of the words.
    @inline(__always)
    func contains(_ identity: UInt32) -> Bool {
        filter & (1 << UInt64(identity & 63)) != 0 && identities.contains(identity)
    }
}

extension NameHash {
    /// By what a lexeme knows a name.
    static func identity(_ name: String) -> UInt32 { UInt32(truncatingIfNeeded: of(name.utf8)) }
}

extension LexemeStream {
    /// Whether the lexeme at a position is a name that is one of these words.
    @inline(__always)
    func isWord(_ words: WordSet, at index: Int) -> Bool {
        index >= 0 && index < lexemes.count && words.contains(lexemes[index])
    }
}
