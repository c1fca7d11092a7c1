/// Words that the names of a source are compared with, by their hashes: no name is copied for it.
struct WordSet: Sendable {
    /// Four times as many places as words, so that most names are told apart by the first one that is looked at; 0 where
    /// there is no word.
    private let slots: [UInt32]
    private let mask: Int

    init(_ words: String...) { self.init(all: words) }

    init(all words: [String]) {
        var size = 8
        while size < words.count * 4 { size *= 2 }
        let mask = size - 1
        var slots = [UInt32](repeating: 0, count: size)
        for word in words {
            let identity = NameHash.identity(word)
            var slot = Int(identity) & mask
            while slots[slot] != 0, slots[slot] != identity { slot = (slot + 1) & mask }
            slots[slot] = identity
        }
        self.slots = slots
        self.mask = mask
    }

    /// Whether a lexeme is a name that is one of the words.
    @inline(__always)
    func contains(_ lexeme: Lexeme) -> Bool { lexeme.kind == .name && contains(lexeme.identity) }

    /// Whether a name, by its hash, is one of the words.
    @inline(__always)
    func contains(_ identity: UInt32) -> Bool {
        guard identity != 0 else { return false }
        var slot = Int(identity) & mask
        while slots[slot] != 0 {
            if slots[slot] == identity { return true }
            slot = (slot + 1) & mask
        }
        return false
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
