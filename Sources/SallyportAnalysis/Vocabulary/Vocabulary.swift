/// The words of one language that mean something, found by hash in one step.
struct Vocabulary: Sendable {
    /// What one word means in each of its positions.
    struct Entry: Sendable {
        /// As a free name.
        var global: Meaning = []
        /// As the name of a module.
        var module: Meaning = []
        /// Behind a dot.
        var role: Role = []
        /// In the grammar.
        var keyword: Keyword = .none
        /// What its use says by itself.
        var topics = WordTopics()
        /// Its place in its vocabulary, and which one that is: an entry is looked at for most names of a source, and one
        /// that held its text would be retained and released each time.
        fileprivate(set) var position: UInt16 = 0
        fileprivate(set) var language = Language.javaScript

        /// As it is spelled.
        var spelling: String {
            guard position > 0 else { return "" }
            return switch language {
            case .python: PythonVocabulary.vocabulary.spellings[Int(position)]
            case .ruby: RubyVocabulary.vocabulary.spellings[Int(position)]
            default: JavaScriptVocabulary.vocabulary.spellings[Int(position)]
            }
        }
    }

    /// All words; the first one is the word that means nothing.
    private(set) var entries: [Entry] = [Entry()]
    /// As they are spelled.
    private var spellings = [""]
    /// The hashes of the words, with the position of the word in place of the lowest bits; 0 where there is none.
    private var slots: [UInt64]
    /// A bit for each word by other bits of its hash: small enough to stay near, and most names are no words.
    private var filter = [UInt64](repeating: 0, count: 512)
    private let mask: Int
    /// No word is longer.
    private let lengthMax: Int

    init(_ words: [String: Entry], of language: Language) {
        var size = 64
        while size < words.count * 4 { size *= 2 }
        mask = size - 1
        slots = [UInt64](repeating: 0, count: size)
        lengthMax = words.keys.map(\.utf8.count).max() ?? 0
        for (word, entry) in words.sorted(by: { $0.key < $1.key }) {
            var entry = entry
            entry.position = UInt16(truncatingIfNeeded: entries.count)
            entry.language = language
            insert(NameHash.of(word.utf8), at: entry.position)
            entries.append(entry)
            spellings.append(word)
        }
    }

    /// The position of the word with this hash; 0 when there is none.
    @inline(__always)
    func position(hash: UInt64, length: Int) -> UInt16 {
        let bit = Self.filterBit(hash)
        guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0, length <= lengthMax else { return 0 }
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if (slots[slot] ^ hash) & ~0xFFFF == 0 { return UInt16(truncatingIfNeeded: slots[slot]) }
            slot = (slot + 1) & mask
        }
        return 0
    }

    @inline(__always)
    private static func filterBit(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 40) & 32767 }

    /// The word at a position.
    @inline(__always)
    subscript(position: UInt16) -> Entry { entries[Int(position)] }

    /// The meaning of a word as a module's name.
    func module(_ name: some Collection<UInt8>) -> Meaning {
        self[position(hash: NameHash.of(name), length: name.count)].module
    }

    private mutating func insert(_ hash: UInt64, at position: UInt16) {
        let bit = Self.filterBit(hash)
        filter[bit >> 6] |= 1 << UInt64(bit & 63)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = hash & ~0xFFFF | UInt64(position)
    }
}

/// Collects what words mean before a vocabulary is made of them.
struct VocabularyBuilder {
    /// With room for all, since growing takes as long as filling.
    private var words: [String: Vocabulary.Entry] = Dictionary(minimumCapacity: 2048)

    /// Free names with a meaning.
    mutating func globals(_ meaning: Meaning, _ names: String) {
        for name in Self.split(names) { words[name, default: Vocabulary.Entry()].global.formUnion(meaning) }
    }

    /// Modules with a meaning.
    mutating func modules(_ meaning: Meaning, _ names: String) {
        for name in Self.split(names) { words[name, default: Vocabulary.Entry()].module.formUnion(meaning) }
    }

    /// Members with a role.
    mutating func members(_ role: Role, _ names: String) {
        for name in Self.split(names) { words[name, default: Vocabulary.Entry()].role.formUnion(role) }
    }

    /// Words of the grammar.
    mutating func keywords(_ keyword: Keyword, _ names: String) {
        for name in Self.split(names) { words[name, default: Vocabulary.Entry()].keyword = keyword }
    }

    /// Changes what words mean.
    mutating func change(_ names: String, _ body: (inout Vocabulary.Entry) -> Void) {
        for name in Self.split(names) { body(&words[name, default: Vocabulary.Entry()]) }
    }

    /// The vocabulary.
    func build(for language: Language) -> Vocabulary { Vocabulary(words, of: language) }

    private static func split(_ names: String) -> [String] {
        names.split { $0 == " " || $0 == "\n" }.map { String($0) }
    }
}
