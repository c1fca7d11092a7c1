/// The lexemes of one source, with the values of its folded strings.
struct LexemeStream {
    /// In order.
    var lexemes: [Lexeme] = []
    /// The values of strings that differ from their bytes.
    var values: [[UInt8]] = []
    /// What any name or string of the source may mean: whether following its values is worth it.
    var interest: Meaning = []

    /// How often words of code about wallets stand in the source.
    var walletWords = 0

    /// Bytes that all folded values of one source may take together.
    static let valueBytesMax = 4 << 20
    private var valueBytes = 0
    /// Whether a value was left out because the source has used up its share.
    private(set) var isCut = false

    /// Meanings that are worth following: what reaches out of the program, or makes code.
    static let dangerous: Meaning = [
        .processModule, .networkModule, .networkLibrary, .fileModule, .evaluationModule, .systemModule, .nativeModule,
        .importModule, .processObject, .spawn, .connect, .evaluate, .loadNative, .readVariable, .environment, .secret,
        .notable,
    ]

    /// Notes what a name may mean.
    @inline(__always)
    mutating func noteInterest(_ entry: Vocabulary.Entry, _ position: UInt16) {
        interest.formUnion(entry.global)
        if entry.topics.isNotable { interest.insert(.notable) }
        if entry.role.contains(.isAboutWallet) { walletWords += 1 }
        guard !entry.role.isDisjoint(with: [.compiles, .constructs]) else { return }
        // `_compile` by itself; a constructor only as the constructor of a constructor.
        let isTwice = lexemes.count >= 2 && lexemes[lexemes.count - 2].entry == position
        if entry.role.contains(.compiles) || isTwice { interest.insert(.evaluate) }
    }

    /// Empties the stream for the next source.
    mutating func reset() {
        lexemes.removeAll(keepingCapacity: lexemes.capacity <= 1 << 20)
        values.removeAll(keepingCapacity: values.count <= 4096)
        valueBytes = 0
        isCut = false
        interest = []
        walletWords = 0
    }

    /// Keeps a folded value; `nil` when the source has used up its share.
    mutating func keep(_ value: [UInt8]) -> UInt32? {
        guard valueBytes + value.count <= Self.valueBytesMax else {
            isCut = true
            return nil
        }
        valueBytes += value.count
        values.append(value)
        return UInt32(truncatingIfNeeded: values.count - 1)
    }

    /// Lengthens the last folded value; false when the source has used up its share.
    mutating func extendLast(by piece: [UInt8]) -> Bool {
        guard !values.isEmpty, valueBytes + piece.count <= Self.valueBytesMax else {
            isCut = true
            return false
        }
        valueBytes += piece.count
        values[values.count - 1] += piece
        return true
    }

    /// How many there are.
    var count: Int { lexemes.count }

    /// The kind at a position; `other` outside.
    func kind(at index: Int) -> Lexeme.Kind {
        index >= 0 && index < lexemes.count ? lexemes[index].kind : .other
    }

    /// The value of the string, or the bytes of the name, at a position.
    func bytes(at index: Int, in source: Span<UInt8>) -> [UInt8] {
        guard index >= 0, index < lexemes.count else { return [] }
        return bytes(of: lexemes[index], in: source)
    }

    /// The value of a string, or the bytes of a name.
    func bytes(of lexeme: Lexeme, in source: Span<UInt8>) -> [UInt8] {
        if lexeme.flags.contains(.folded) {
            let index = Int(lexeme.identity)
            return index < values.count ? values[index] : []
        }
        var copy: [UInt8] = []
        let end = min(Int(lexeme.end), source.count)
        guard Int(lexeme.start) < end else { return [] }
        copy.reserveCapacity(end - Int(lexeme.start))
        for offset in Int(lexeme.start)..<end { copy.append(source[offset]) }
        return copy
    }

    /// The same as text; what is not UTF-8 becomes U+FFFD.
    func text(at index: Int, in source: Span<UInt8>) -> String {
        String(decoding: bytes(at: index, in: source), as: UTF8.self)
    }

    /// How many bytes the value at a position has.
    func byteCount(at index: Int) -> Int {
        guard index >= 0, index < lexemes.count else { return 0 }
        let lexeme = lexemes[index]
        guard lexeme.flags.contains(.folded) else { return Int(lexeme.end) - Int(lexeme.start) }
        return Int(lexeme.identity) < values.count ? values[Int(lexeme.identity)].count : 0
    }
}
