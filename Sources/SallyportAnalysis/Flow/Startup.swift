/// What a source does as soon as it is loaded: at its top level, and in what is called from there.
///
/// Functions are known as their calls know them; a function that is handed to what calls it back runs with its giver.
struct Startup {
    /// What is worth knowing of code that nobody called.
    enum Deed: UInt8 {
        /// Reaches the network.
        case network
        /// Starts a process.
        case process
        /// Starts a process that stays and says nothing.
        case silentProcess
        /// Writes where another program runs what it finds.
        case plant
        /// Takes credentials.
        case secret
    }

    /// The top level, and code that only runs when the source is the program itself.
    static let topLevel: UInt32 = 0
    static let program: UInt32 = 1

    /// Who calls whom: the caller in the upper half.
    private var calls: Set<UInt64> = []
    private var deeds: [(function: UInt32, deed: Deed, offset: Int)] = []

    /// Calls, and deeds, of one source that are remembered.
    private static let edgesMax = 16_384
    private static let deedsMax = 256

    /// A function is called in another one.
    mutating func note(call function: UInt32, in caller: UInt32) {
        guard function != 0, caller != Self.program, calls.count < Self.edgesMax else { return }
        calls.insert(UInt64(caller) << 32 | UInt64(function))
    }

    /// Something happens in a function.
    mutating func note(_ deed: Deed, in function: UInt32, at offset: Int) {
        guard function != Self.program, deeds.count < Self.deedsMax else { return }
        if deeds.contains(where: { $0.function == function && $0.deed == deed }) { return }
        deeds.append((function, deed, offset))
    }

    /// Whether nothing was seen that could matter.
    var isEmpty: Bool { deeds.isEmpty }

    /// What happens by itself, with where.
    func happening() -> [Deed: Int] {
        var callees: [UInt32: [UInt32]] = [:]
        for call in calls { callees[UInt32(call >> 32), default: []].append(UInt32(truncatingIfNeeded: call)) }
        var reached: Set<UInt32> = [Self.topLevel]
        var waiting = [Self.topLevel]
        while let function = waiting.popLast() {
            for next in callees[function] ?? [] where reached.insert(next).inserted { waiting.append(next) }
        }
        var found: [Deed: Int] = [:]
        for entry in deeds where reached.contains(entry.function) && found[entry.deed] == nil {
            found[entry.deed] = entry.offset
        }
        return found
    }
}
