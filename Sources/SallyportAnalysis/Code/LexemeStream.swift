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
    /// Which kinds of words were seen that only matter together.
    private var seen: UInt8 = 0
    /// Whether the source is Python, whose words mean other things.
    var isPython = false
    /// What can be computed by name.
    var operations = OperationTable.javaScript
    /// The names that hold constants.
    var names = ConstantNames()
    /// What the name held that is assigned to now.
    var added: ConstantNames.Held?
    /// The brackets and blocks that are open.
    var openings: [Opening] = []
    /// The pair of brackets that was closed last.
    var lastClosed = (open: -1, close: -1)
    /// What is let go when the body of the arrow function ends that begins now.
    var arrowMark = 0
    /// The parameters of the function of Python whose body begins with the next block.
    var pendingParameters: Range<Int>?
    /// The names that hold a text where they stand, in order of position.
    private var knownNames: [(position: UInt32, name: UInt32, value: Lexeme)] = []
    /// The values of members whose names were put together, by the low bits of their hash.
    var memberValues: [UInt32: UInt32] = [:]
    /// What was noticed about how the source is written.
    var writing = Writing()
    /// The positions of tokens of JavaScript before which there is so much room that code could be hidden behind it.
    var gaps: [Int] = []
    /// Whether the string at the end may still have to be joined with what stands before it.
    var isUnsettled = false
    /// What the constant that is being computed was made of.
    var usedFlags: Lexeme.Flags = []
    /// Whether it was made of a name.
    var usesName = false
    /// How deep expressions stand in each other while one is computed.
    var nesting = 0
    /// Steps that computing has taken.
    private(set) var stepsTaken = 0

    /// Brackets and blocks that are followed.
    static let depthMax = 10_000
    /// Steps that computing the constants of one source may take.
    static let stepsMax = 64 << 20

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
        // The module of the built-in functions has `exec` and its kin.
        if isPython, entry.module.contains(.globalObject) { interest.insert(.evaluate) }
        if entry.role.contains(.isAboutWallet) { walletWords += 1 }
        if entry.keyword == .dispatch { seen |= 1 }
        if entry.role.contains(.decodesItself), !isPython { seen |= 2 }
        notePage(entry)
        // Names that are called and texts that are decoded, and nothing that is written plainly.
        if seen & 3 == 3 { interest.insert(.notable) }
        guard !entry.role.isDisjoint(with: [.compiles, .constructs]) else { return }
        // `_compile` by itself; a constructor only as the constructor of a constructor.
        let isTwice = lexemes.count >= 2 && lexemes[lexemes.count - 2].entry == position
        if entry.role.contains(.compiles) || isTwice || followsFunction { interest.insert(.evaluate) }
    }

    /// Scripts and pictures that a page is made to load, with something to hide or to give away beside them.
    private mutating func notePage(_ entry: Vocabulary.Entry) {
        let role = entry.role
        if role.contains(.makesElement) { seen |= 4 }
        if entry.global.contains(.decode) || role.contains(.decodes) { seen |= 8 }
        if role.contains(.keepsPageData) { seen |= 16 }
        if role.contains(.sendsByAddress) { seen |= 32 }
        if !isPython, seen & 12 == 12 || seen & 48 == 48 { interest.insert(.notable) }
    }

    /// Whether a dot stands at the end behind a function in brackets, or behind a method of a literal.
    private var followsFunction: Bool {
        let last = lexemes.count - 1
        guard !isPython, last >= 3, lexemes[last].kind == .dot else { return false }
        if lexemes[last - 1].kind == .closeParenthesis { return lexemes[last - 2].kind == .closeBrace }
        guard lexemes[last - 1].kind == .name, lexemes[last - 2].kind == .dot else { return false }
        return lexemes[last - 3].kind == .string
            || (lexemes[last - 3].kind == .closeBracket && kind(at: last - 4) == .openBracket)
    }

    /// Takes steps; false when the source has used up its share.
    @inline(__always)
    mutating func spend(_ steps: Int) -> Bool {
        stepsTaken += steps + 1
        if stepsTaken > Self.stepsMax { isCut = true }
        return stepsTaken <= Self.stepsMax
    }

    /// Whether computing has used up the source's share: nothing more is computed.
    var isSpent: Bool { stepsTaken > Self.stepsMax }

    /// Remembers that the name at the end holds a text.
    @inline(__always)
    mutating func noteKnown(_ identity: UInt32) {
        if names.mayHold(identity) { noteHeld(identity) }
    }

    private mutating func noteHeld(_ identity: UInt32) {
        guard case .text(let value)? = names.holds(identity), kind(at: lexemes.count - 2) != .dot else { return }
        let position = UInt32(truncatingIfNeeded: lexemes.count - 1)
        while let last = knownNames.last, last.position >= position { knownNames.removeLast() }
        guard knownNames.count < Self.knownNamesMax else { return }
        names.noteUse(identity)
        knownNames.append((position, identity, value))
    }

    /// The text that the name at a position holds.
    func known(at index: Int) -> Lexeme? {
        guard kind(at: index) == .name else { return nil }
        var low = 0
        var high = knownNames.count
        while low < high {
            let middle = (low + high) / 2
            if Int(knownNames[middle].position) < index { low = middle + 1 } else { high = middle }
        }
        // What stood there may have become part of a constant since.
        guard low < knownNames.count, Int(knownNames[low].position) == index,
            knownNames[low].name == lexemes[index].identity
        else { return nil }
        return knownNames[low].value
    }

    /// Uses of names that are remembered.
    static let knownNamesMax = 1 << 18

    /// Prepares for a source of a language.
    mutating func begin(isPython: Bool) {
        self.isPython = isPython
        gaps.removeAll(keepingCapacity: gaps.count <= 4096)
        operations = isPython ? .python : .javaScript
    }

    /// Functions of the source that give one expression, and names that were called before any was declared.
    var functions: [UInt32: LocalFunction] = [:]
    var calledBefore: Set<UInt32> = []

    /// Begins again with the same source, since a name was used before its value was known; false when none was.
    mutating func beginAgain() -> Bool {
        let isNeeded = keepFunctions()
        guard names.isUsedBeforeBound || isNeeded else { return false }
        names.beginAgain()
        lexemes.removeAll(keepingCapacity: true)
        knownNames.removeAll(keepingCapacity: true)
        openings.removeAll(keepingCapacity: true)
        lastClosed = (-1, -1)
        pendingParameters = nil
        isUnsettled = false
        memberValues.removeAll(keepingCapacity: true)
        writing = Writing()
        walletWords = 0
        return true
    }

    /// The value of the string at the end, which is not needed any more.
    mutating func takeValue(of lexeme: Lexeme, _ source: Span<UInt8>) -> [UInt8] {
        let value = bytes(of: lexeme, in: source)
        if lexeme.flags.contains(.folded), Int(lexeme.identity) == values.count - 1 {
            values.removeLast()
            valueBytes -= value.count
        }
        return value
    }

    /// Empties the stream for the next source.
    mutating func reset() {
        names.reset()
        functions.removeAll(keepingCapacity: true)
        calledBefore.removeAll(keepingCapacity: true)
        added = nil
        knownNames.removeAll(keepingCapacity: knownNames.count <= 4096)
        writing = Writing()
        openings.removeAll(keepingCapacity: true)
        lastClosed = (-1, -1)
        arrowMark = 0
        pendingParameters = nil
        isUnsettled = false
        nesting = 0
        stepsTaken = 0
        lexemes.removeAll(keepingCapacity: lexemes.capacity <= 1 << 20)
        values.removeAll(keepingCapacity: values.count <= 4096)
        valueBytes = 0
        isCut = false
        interest = []
        seen = 0
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

    /// The value of a string, or the bytes of a name, or as many of them from the start.
    func bytes(of lexeme: Lexeme, in source: Span<UInt8>, countMax: Int = .max) -> [UInt8] {
        if lexeme.kind == .name, !lexeme.flags.isDisjoint(with: [.computed, .decoded, .escaped]),
            let value = memberValues[lexeme.identity]
        {
            return Int(value) < values.count ? values[Int(value)] : []
        }
        if lexeme.flags.contains(.folded) {
            let index = Int(lexeme.identity)
            guard index < values.count else { return [] }
            return values[index].count <= countMax ? values[index] : Array(values[index].prefix(countMax))
        }
        var copy: [UInt8] = []
        let end = min(Int(lexeme.end), source.count, countMax == .max ? .max : Int(lexeme.start) + countMax)
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
        return byteCount(of: lexemes[index])
    }

    /// How many bytes the value of a string has.
    func byteCount(of lexeme: Lexeme) -> Int {
        guard lexeme.flags.contains(.folded) else { return Int(lexeme.end) - Int(lexeme.start) }
        return Int(lexeme.identity) < values.count ? values[Int(lexeme.identity)].count : 0
    }
}
