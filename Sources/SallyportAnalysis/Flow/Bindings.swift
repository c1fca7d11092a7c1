/// What the names of one source hold, with the scopes of functions.
///
/// A name is known by the low bits of its hash. Scopes are a log: what a function declares is put back when it ends.
struct Bindings {
    /// What is known of a function of this source.
    struct Summary {
        /// What it returns.
        var returns: Meaning = []
        /// What it is given, by position.
        var parameters: (Meaning, Meaning, Meaning, Meaning) = ([], [], [], [])
        /// What it does to what it is given, by position: writes to a path.
        var effects: (Meaning, Meaning, Meaning, Meaning) = ([], [], [], [])
    }

    private var meanings = NameTable<Meaning>()
    private var filter = InlineArray<64, UInt64>(repeating: 0)
    private var unbound = InlineArray<64, UInt64>(repeating: 0)
    private var undo: [(name: UInt32, before: Meaning?)] = []
    private(set) var summaries = NameTable<Summary>()
    /// Whether anything changed since it was last asked.
    private(set) var hasChanged = false
    /// Whether there were more names than are remembered: what they hold is not followed.
    private(set) var isCut = false

    /// Names of one source that are remembered.
    static let countMax = 65_536

    /// What a name holds; `nil` when nothing was bound to it.
    @inline(__always)
    func meaning(of name: UInt32) -> Meaning? {
        let bit = Int(name & 4095)
        guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return nil }
        return meanings[name]
    }

    /// As ``meaning(of:)``; remembers that the name was used, so that a later declaration asks for another walk.
    @inline(__always)
    mutating func use(_ name: UInt32) -> Meaning? {
        let bit = Int(name & 4095)
        guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else {
            unbound[bit >> 6] |= 1 << UInt64(bit & 63)
            return nil
        }
        return meanings[name]
    }

    /// Binds a name in the scope that is open.
    mutating func declare(_ name: UInt32, _ meaning: Meaning) {
        guard meanings.count < Self.countMax, undo.count < Self.countMax else {
            isCut = true
            return
        }
        let before = meanings[name]
        undo.append((name, before))
        let bit = Int(name & 4095)
        if !meaning.isEmpty, before == nil, unbound[bit >> 6] & (1 << UInt64(bit & 63)) != 0 { hasChanged = true }
        set(name, meaning)
    }

    /// Adds to what a name holds, in whatever scope it is from.
    mutating func add(_ name: UInt32, _ meaning: Meaning) {
        guard !meaning.isEmpty else { return }
        guard meanings.count < Self.countMax else {
            isCut = true
            return
        }
        let before = meanings[name] ?? []
        guard !meaning.isSubset(of: before) else { return }
        set(name, before.union(meaning))
        if !meaning.intersection(.flows).subtracting(.common).isSubset(of: before) { hasChanged = true }
    }

    /// The mark to which ``restore(to:)`` goes back.
    var mark: Int { undo.count }

    /// Puts back what was declared since the mark.
    mutating func restore(to mark: Int) {
        while undo.count > mark, let last = undo.popLast() { meanings[last.name] = last.before }
    }

    /// What was put into the values that names hold, whatever is put into the names themselves.
    private var contents: [UInt32: Meaning] = [:]
    /// Names whose contents are remembered.
    private static let contentsMax = 4096

    /// What was put into the value that a name holds.
    func contents(of name: UInt32) -> Meaning { contents.isEmpty ? [] : contents[name] ?? [] }

    /// Adds what is put into the value that a name holds.
    mutating func addContents(of name: UInt32, _ meaning: Meaning) {
        guard contents.count < Self.contentsMax || contents[name] != nil else { return }
        contents[name, default: []].formUnion(meaning)
    }

    /// What functions are given by the names of their parameters.
    private var named: [UInt64: Meaning] = [:]
    /// Parameters by name that are remembered.
    private static let namedMax = 4096

    /// What a function is given as the parameter of a name.
    @inline(__always)
    func given(to function: UInt32, as name: UInt32) -> Meaning {
        named.isEmpty ? [] : named[UInt64(function) << 32 | UInt64(name)] ?? []
    }

    /// Adds what a function is given as the parameter of a name.
    mutating func addParameter(of function: UInt32, as name: UInt32, _ meaning: Meaning) {
        guard function != 0, !meaning.isEmpty else { return }
        let key = UInt64(function) << 32 | UInt64(name)
        let before = named[key] ?? []
        guard !meaning.isSubset(of: before) else { return }
        guard named.count < Self.namedMax else { return isCut = true }
        named[key] = before.union(meaning)
        hasChanged = true
    }

    /// Functions that start what they are given.
    private var starters: Set<UInt32> = []

    /// How many of them are known.
    var startersCount: Int { starters.count }

    /// Whether a function of this source starts what it is given.
    func starts(_ function: UInt32) -> Bool { !starters.isEmpty && starters.contains(function) }

    /// Remembers that a function starts what it is given.
    mutating func addStarter(_ function: UInt32) {
        guard function != 0, starters.count < Self.startersMax, starters.insert(function).inserted else { return }
        hasChanged = true
    }

    /// Functions that start what they are given which are remembered.
    private static let startersMax = 64

    private mutating func hasRoomForFunction() -> Bool {
        if summaries.count >= Self.countMax { isCut = true }
        return summaries.count < Self.countMax
    }

    /// Adds what a function returns.
    mutating func addReturn(of function: UInt32, _ meaning: Meaning) {
        guard function != 0, !meaning.isEmpty, hasRoomForFunction() else { return }
        var summary = summaries[function] ?? Summary()
        guard !meaning.isSubset(of: summary.returns) else { return }
        summary.returns.formUnion(meaning)
        summaries[function] = summary
        hasChanged = true
    }

    /// Adds what a function is given, or does to what it is given, at a position.
    mutating func addParameter(of function: UInt32, at position: Int, _ meaning: Meaning, isEffect: Bool) {
        guard function != 0, !meaning.isEmpty, position < 4, hasRoomForFunction() else { return }
        var summary = summaries[function] ?? Summary()
        var slots = isEffect ? summary.effects : summary.parameters
        let before = Self.slot(slots, position)
        guard !meaning.isSubset(of: before) else { return }
        switch position {
        case 0: slots.0.formUnion(meaning)
        case 1: slots.1.formUnion(meaning)
        case 2: slots.2.formUnion(meaning)
        default: slots.3.formUnion(meaning)
        }
        if isEffect { summary.effects = slots } else { summary.parameters = slots }
        summaries[function] = summary
        hasChanged = true
    }

    /// Begins another pass over the same source: what the last one left at the top level stays.
    mutating func beginPass() {
        undo.removeAll(keepingCapacity: true)
        hasChanged = false
        unbound = InlineArray(repeating: 0)
    }

    /// One of four slots.
    static func slot(_ slots: (Meaning, Meaning, Meaning, Meaning), _ position: Int) -> Meaning {
        switch position {
        case 0: slots.0
        case 1: slots.1
        case 2: slots.2
        default: slots.3
        }
    }

    private mutating func set(_ name: UInt32, _ meaning: Meaning) {
        meanings[name] = meaning
        let bit = Int(name & 4095)
        filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
}
