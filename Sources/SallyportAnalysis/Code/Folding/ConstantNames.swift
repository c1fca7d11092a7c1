/// The names of one source that hold constants, with the scopes of brackets and blocks.
///
/// A name is known by the low bits of its hash. What a block binds is let go when it ends.
struct ConstantNames {
    /// What a name holds.
    enum Held {
        /// A text: the lexeme that stands for it.
        case text(Lexeme)
        case number(Int)
        /// A list of constants: the position of its opening bracket.
        case list(UInt32)
        /// Something else than before.
        case unknown
    }

    private var held = NameTable<Held>()
    private var filter = [UInt64](repeating: 0, count: 64)
    private var missed = [UInt64](repeating: 0, count: 64)
    private var used = [UInt64](repeating: 0, count: 64)
    private var depths = NameTable<Int>()
    /// Names that a function changes after they were taken for constants: they are none.
    private var spoiled: Set<UInt32> = []
    private var undo: [(name: UInt32, before: Held?)] = []
    /// Whether a name was asked for before something was bound to it, or was taken for a constant that it isn't.
    private(set) var isUsedBeforeBound = false

    /// Names of one source that are remembered.
    static let countMax = 65_536

    /// Whether a name may hold something: asked for every name.
    @inline(__always)
    func mayHold(_ name: UInt32) -> Bool {
        let bit = Int(name & 4095)
        return filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    /// What a name holds.
    @inline(__always)
    func holds(_ name: UInt32) -> Held? {
        let bit = Int(name & 4095)
        guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return nil }
        return held[name]
    }

    /// Remembers that a name was asked for in vain.
    mutating func miss(_ name: UInt32) {
        missed[Int(name & 4095) >> 6] |= 1 << UInt64(name & 63)
    }

    /// The mark to which ``restore(to:)`` goes back.
    var mark: Int { undo.count }

    /// Remembers that a name was taken for what it holds.
    @inline(__always)
    mutating func noteUse(_ name: UInt32) {
        used[Int(name & 4095) >> 6] |= 1 << UInt64(name & 63)
    }

    /// Binds a name until the mark before it is restored.
    ///
    /// - Parameter depth: how many brackets and blocks are open.
    mutating func bind(_ name: UInt32, _ value: Held, depth: Int) {
        guard held.count < Self.countMax, undo.count < Self.countMax * 4 else { return }
        let value = spoiled.contains(name) ? .unknown : value
        depths[name] = depth
        undo.append((name, held[name]))
        held[name] = value
        let bit = Int(name & 4095)
        filter[bit >> 6] |= 1 << UInt64(bit & 63)
        if case .text = value, missed[bit >> 6] & (1 << UInt64(bit & 63)) != 0 { isUsedBeforeBound = true }
    }

    /// A name that is something else from here on.
    @inline(__always)
    mutating func hide(_ name: UInt32) {
        let bit = Int(name & 4095)
        guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0, held[name] != nil else { return }
        bind(name, .unknown, depth: 0)
    }

    /// A name of any block around that is given another value: it stays unknown when this block ends.
    ///
    /// What runs first is not known when a function changes a name of the code around it.
    mutating func spoil(_ name: UInt32, depth: Int) {
        guard let before = holds(name) else { return }
        if case .unknown = before { return }
        held[name] = .unknown
        guard depths[name] ?? 0 < depth, spoiled.count < Self.countMax else { return }
        let bit = Int(name & 4095)
        if used[bit >> 6] & (1 << UInt64(bit & 63)) != 0, spoiled.insert(name).inserted { isUsedBeforeBound = true }
    }

    /// Lets go of what was bound since the mark.
    @inline(__always)
    mutating func restore(to mark: Int) {
        while undo.count > mark, let last = undo.popLast() { held[last.name] = last.before }
    }

    /// Begins another reading of the same source: what the last one left bound stays.
    mutating func beginAgain() {
        undo.removeAll(keepingCapacity: true)
        isUsedBeforeBound = false
        for index in missed.indices { missed[index] = 0 }
    }

    mutating func reset() {
        depths.removeAll()
        if !spoiled.isEmpty { spoiled.removeAll() }
        held.removeAll()
        undo.removeAll(keepingCapacity: undo.count < 4096)
        for index in filter.indices {
            filter[index] = 0
            missed[index] = 0
            used[index] = 0
        }
        isUsedBeforeBound = false
    }
}
