import SallyportLexing

/// Which functions of a module of Python nothing calls as long as it is only imported.
///
/// A build imports a package's own module to read a version from it; what its functions would do when called, it does not
/// do then. A function sleeps when it stands at the left margin and no code that runs on import names it, by a word or by
/// a string, nor does a function that is awake. Classes, decorated functions and those that Python calls by itself run.
/// Code that can get at any name, as `globals()` can, wakes everything.
struct ModuleOutline {
    /// The functions of one name.
    private struct Named {
        let name: UInt32
        var isAwake = false
        /// What their bodies name.
        var names: Set<Int> = []
        /// Whether their bodies can get at any name.
        var reachesAll = false
    }

    /// The body of one function: its lexemes, and where they stand in the source.
    private struct Body {
        let lexemes: Range<Int>
        let bytes: Range<Int>
        let name: Int
    }

    private var bodies: [Body] = []
    private var names: [Named] = []
    /// Whether everything must be taken to run.
    private var isAwake = false
    /// Who names each function; made when it is first asked for.
    private var callers: [[Int]] = []
    /// What was answered for each function.
    private var answers: [Int: [UInt32]?] = [:]

    /// Functions, and names in them of others, that are looked at; in a larger module everything runs.
    static let functionsMax = 4096
    static let edgesMax = 65_536
    /// Functions by which one may be woken that are kept; one with more runs.
    static let wakersMax = 128

    init(_ stream: LexemeStream, _ source: Span<UInt8>) {
        let margin = ModuleMargin(stream, source)
        guard margin.functions.count <= Self.functionsMax else {
            isAwake = true
            return
        }
        var positions: [UInt32: Int] = [:]
        for function in margin.functions {
            let position = positions[function.name] ?? names.count
            if position == names.count { names.append(Named(name: function.name)) }
            positions[function.name] = position
            if function.isCalledByItself { names[position].isAwake = true }
            let start = Self.offset(of: function.body.lowerBound, stream, source)
            let end = Self.offset(of: function.body.upperBound, stream, source)
            bodies.append(Body(lexemes: function.body, bytes: start..<max(start, end), name: position))
        }
        guard !bodies.isEmpty else { return }
        note(margin.programs, positions, stream, source)
        wake()
    }

    /// The names of the function around an offset and of those that lead to it; `nil` where the code runs on import.
    mutating func wakers(at offset: Int) -> [UInt32]? {
        guard !isAwake, let name = body(at: offset)?.name, !names[name].isAwake else { return nil }
        if let answer = answers[name] { return answer }
        if callers.isEmpty {
            callers = Array(repeating: [], count: names.count)
            for (caller, named) in names.enumerated() {
                for name in named.names { callers[name].append(caller) }
            }
        }
        var found: Set<Int> = [name]
        var waiting = [name]
        while let next = waiting.popLast(), found.count <= Self.wakersMax {
            for caller in callers[next] where found.insert(caller).inserted {
                waiting.append(caller)
                if found.count > Self.wakersMax { break }
            }
        }
        let answer = found.count <= Self.wakersMax ? found.map { names[$0].name }.sorted() : nil
        answers.updateValue(answer, forKey: name)
        return answer
    }

    /// The body around an offset; bodies stand one behind the other.
    private func body(at offset: Int) -> Body? {
        var (low, high) = (0, bodies.count)
        while low < high {
            let middle = (low + high) / 2
            if bodies[middle].bytes.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low < bodies.count && bodies[low].bytes.contains(offset) ? bodies[low] : nil
    }

    private static func offset(of index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Int {
        index < stream.count ? Int(stream.lexemes[index].start) : source.count
    }

    /// Notes who names whom, and what is named by code that runs on import.
    private mutating func note(
        _ programs: [Range<Int>],
        _ positions: [UInt32: Int],
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        var body = 0
        var program = 0
        var edges = 0
        for index in 0..<stream.count {
            while body < bodies.count, bodies[body].lexemes.upperBound <= index { body += 1 }
            while program < programs.count, programs[program].upperBound <= index { program += 1 }
            if program < programs.count, programs[program].contains(index) { continue }
            guard let name = ModuleNames.name(at: index, stream, source) else { continue }
            let around = body < bodies.count && bodies[body].lexemes.contains(index) ? bodies[body].name : nil
            if ModuleNames.reachesAll(name, at: index, stream) {
                guard let around else { return isAwake = true }
                names[around].reachesAll = true
            }
            guard let target = positions[name], !ModuleNames.isDeclared(at: index, stream) else { continue }
            guard let around else {
                names[target].isAwake = true
                continue
            }
            if names[around].names.insert(target).inserted { edges += 1 }
            if edges > Self.edgesMax { return isAwake = true }
        }
    }

    private mutating func wake() {
        var waiting = names.indices.filter { names[$0].isAwake }
        while let next = waiting.popLast() {
            if names[next].reachesAll { return isAwake = true }
            for name in names[next].names where !names[name].isAwake {
                names[name].isAwake = true
                waiting.append(name)
            }
        }
    }
}
