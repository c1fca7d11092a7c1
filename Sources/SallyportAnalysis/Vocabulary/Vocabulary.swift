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
    private(set) var entries: [Entry]
    /// As they are spelled.
    private let spellings: [String]
    /// The hashes of the words, with the position of the word in place of the lowest bits; 0 where there is none.
    private var slots: [UInt64]
    /// A bit for each word by other bits of its hash: small enough to stay near, and most names are no words.
    private var filter = [UInt64](repeating: 0, count: 512)
    private let mask: Int
    /// No word is longer.
    private let lengthMax: Int

    /// The words in the order in which they were named; `entries`, `spellings` and `hashes` begin with the word that
    /// means nothing.
    fileprivate init(_ entries: [Entry], _ spellings: [String], _ hashes: [UInt64], of language: Language) {
        var size = 64
        while size < (entries.count - 1) * 4 { size *= 2 }
        mask = size - 1
        slots = [UInt64](repeating: 0, count: size)
        lengthMax = spellings.map(\.utf8.count).max() ?? 0
        self.entries = entries
        self.spellings = spellings
        for index in entries.indices.dropFirst() {
            self.entries[index].position = UInt16(truncatingIfNeeded: index)
            self.entries[index].language = language
            insert(hashes[index], at: UInt16(truncatingIfNeeded: index))
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
///
/// Words are told apart by their hashes, as they are in a source, and looked at byte by byte: the words of a language are
/// read whenever the program starts, and most of its runs read one package.
struct VocabularyBuilder {
    private var entries = [Vocabulary.Entry()]
    private var spellings = [""]
    private var hashes: [UInt64] = [0]
    /// The positions of the words in the place of their hash; 0 where there is none.
    private var slots = [UInt16](repeating: 0, count: Self.slotsCount)

    /// Far more places than any language has words, so that there is always a free one.
    private static let slotsCount = 16_384
    /// Words of one language.
    static let wordsMax = 8192

    init() {
        entries.reserveCapacity(2048)
        spellings.reserveCapacity(2048)
        hashes.reserveCapacity(2048)
    }

    /// Free names with a meaning.
    mutating func globals(_ meaning: Meaning, _ names: String) {
        change(names) { $0.global.formUnion(meaning) }
    }

    /// Modules with a meaning.
    mutating func modules(_ meaning: Meaning, _ names: String) {
        change(names) { $0.module.formUnion(meaning) }
    }

    /// Members with a role.
    mutating func members(_ role: Role, _ names: String) {
        change(names) { $0.role.formUnion(role) }
    }

    /// Words of the grammar.
    mutating func keywords(_ keyword: Keyword, _ names: String) {
        change(names) { $0.keyword = keyword }
    }

    /// Changes what words mean.
    mutating func change(_ names: String, _ body: (inout Vocabulary.Entry) -> Void) {
        for name in names.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
            body(&entries[position(of: name)])
        }
    }

    /// The vocabulary.
    func build(for language: Language) -> Vocabulary { Vocabulary(entries, spellings, hashes, of: language) }

    /// The position of a word, which is added when it is new.
    private mutating func position(of name: Substring.UTF8View) -> Int {
        let hash = NameHash.of(name)
        var slot = Int(truncatingIfNeeded: hash) & (Self.slotsCount - 1)
        while slots[slot] != 0 {
            if hashes[Int(slots[slot])] == hash { return Int(slots[slot]) }
            slot = (slot + 1) & (Self.slotsCount - 1)
        }
        precondition(entries.count <= Self.wordsMax, "a language has more words than its vocabulary holds")
        slots[slot] = UInt16(truncatingIfNeeded: entries.count)
        entries.append(Vocabulary.Entry())
        spellings.append(String(Substring(name)))
        hashes.append(hash)
        return entries.count - 1
    }
}
