/// What the names of a makefile hold, and what a text with them unfolds to.
///
/// Texts inside texts wait on a list, each with what came out of it so far, so that depth costs no stack and nothing is
/// copied more than once for each level.
struct MakefileValues {
    /// What came of a text.
    struct Unfolded {
        var text = ""
        /// What a shell is given on the way.
        var shells: [String] = []
        /// What becomes a part of the makefile.
        var evaluated: [String] = []
    }

    /// What names hold, as they are written: what they name is put in where they are used.
    private(set) var values = [
        "MAKE": "make", "SHELL": "sh", "CURDIR": ".", "MAKEFILE_LIST": "Makefile", ".SHELLFLAGS": "-c",
    ]
    /// Names that the makefile sets.
    private(set) var assigned: Set<String> = []
    /// Whether more was to be unfolded than is.
    private(set) var isCut = false
    /// Bytes that are still to be unfolded, whatever they come from: texts that are read, and what comes of them.
    private var budget: Int

    /// Texts in texts.
    static let depthMax = 32

    /// What the names of a makefile of so many bytes hold.
    init(ofBytes count: Int) { budget = Self.budget(ofBytes: count) }

    /// Bytes that a makefile unfolds to: in proportion to what it is itself, so that many small ones are no way around it.
    static func budget(ofBytes count: Int) -> Int { min(1 << 16 + count * 64, 1 << 22) }

    /// Keeps what a name is given; `value` is what it unfolds to now.
    mutating func assign(_ name: String, _ assignment: MakefileAssignment, _ value: String) {
        let isNew = assigned.insert(name).inserted
        switch assignment.kind {
        case .lazy: values[name] = assignment.value
        // What is unfolded once is not unfolded again.
        case .now: values[name] = Self.quoted(value)
        case .unlessSet: if isNew { values[name] = assignment.value }
        case .more:
            if isNew { values[name] = "" }
            values[name, default: ""] += " " + assignment.value
        case .shell: values[name] = Self.printed(by: value).map { Self.quoted($0) } ?? "\u{1}"
        }
    }

    /// A text without the variables that nobody set.
    static func withoutUnset(_ text: String) -> String {
        var output = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "${") {
            output += rest[..<start.lowerBound]
            rest = rest[start.upperBound...].drop { $0 != "}" }.dropFirst()
        }
        return output + rest.filter { $0 != "\u{1}" }
    }

    /// One text that is being unfolded, or one call whose arguments are.
    private struct Frame {
        /// What a call is of.
        enum Call {
            case function(MakefileFunction)
            case name
            /// Texts that are joined: the turns of a loop.
            case turns
        }

        var bytes: [UInt8] = []
        var index = 0
        var output: [UInt8] = []
        /// Names that only this text sees: what a function was called with.
        var scope: [String: [UInt8]]
        var call: Call?
        /// Arguments that are still to be unfolded, last first.
        var waiting: [(bytes: [UInt8], scope: [String: [UInt8]])] = []
        var arguments: [[UInt8]] = []
    }

    /// Unfolds a text; `automatic` holds the names of its rule.
    mutating func unfold(_ text: String, with automatic: [String: [UInt8]]) -> Unfolded {
        var result = Unfolded()
        var open = [Frame(bytes: Array(text.utf8), scope: automatic)]
        while let last = open.indices.last {
            if open[last].call != nil {
                if let next = open[last].waiting.popLast() {
                    open.append(Frame(bytes: next.bytes, scope: next.scope))
                } else {
                    let frame = open.removeLast()
                    finish(frame, &open, &result)
                }
                continue
            }
            let bytes = open[last].bytes
            let start = open[last].index
            let dollar = bytes[start...].firstIndex(of: UInt8(ascii: "$")) ?? bytes.count
            open[last].output += bytes[start..<dollar]
            guard dollar + 1 < bytes.count else {
                let output = open.removeLast().output
                deliver(output, &open, &result)
                continue
            }
            let use = MakefileUse(bytes, at: dollar)
            open[last].index = use.end
            follow(use, behind: dollar, &open, &result)
        }
        return result
    }

    /// Takes so many bytes from the budget; `false` when they are not there.
    private mutating func pay(_ count: Int) -> Bool {
        guard count < budget else {
            isCut = true
            return false
        }
        budget -= count + 1
        return true
    }

    /// Hands what came of a text to the one that it stands in.
    private mutating func deliver(_ found: [UInt8], _ open: inout [Frame], _ result: inout Unfolded) {
        let output = pay(found.count) ? found : [1]
        guard let last = open.indices.last else {
            result.text = String(decoding: output, as: UTF8.self)
            return
        }
        if open[last].call == nil { open[last].output += output } else { open[last].arguments.append(output) }
    }

    /// Opens what a dollar sign of the last text stands for.
    private mutating func follow(
        _ use: MakefileUse,
        behind dollar: Int,
        _ open: inout [Frame],
        _ result: inout Unfolded
    ) {
        let last = open.count - 1
        let scope = open[last].scope
        switch use.kind {
        case .dollar: open[last].output.append(UInt8(ascii: "$"))
        case .unknown: open[last].output.append(1)
        case .name(let name):
            if let held = scope[name] {
                deliver(held, &open, &result)
            } else if let value = values[name] {
                push(Frame(bytes: Array(value.utf8), scope: scope), value.utf8.count, &open, &result)
            } else {
                open[last].output += Self.unset(name, open[last].bytes, dollar..<use.end)
            }
        case .computed(let inside):
            var frame = Frame(scope: scope, call: .name)
            frame.waiting = [(inside, scope)]
            push(frame, inside.count, &open, &result)
        case .function(let function, let text):
            var frame = Frame(scope: scope, call: .function(function))
            var arguments = function.arguments(text)
            // The text of a loop is unfolded once for each turn.
            if function == .foreach, arguments.count == 3 { frame.bytes = arguments.removeLast() }
            frame.waiting = arguments.reversed().map { ($0, scope) }
            push(frame, text.count, &open, &result)
        }
    }

    /// Begins with a text or a call of so many bytes.
    private mutating func push(_ frame: Frame, _ count: Int, _ open: inout [Frame], _ result: inout Unfolded) {
        guard open.count < Self.depthMax, pay(count) else {
            isCut = true
            return deliver([1], &open, &result)
        }
        open.append(frame)
    }

    /// What a call gives, once its arguments are known.
    private mutating func finish(_ frame: Frame, _ open: inout [Frame], _ result: inout Unfolded) {
        let texts = frame.arguments.map { String(decoding: $0, as: UTF8.self) }
        var output = ""
        switch frame.call {
        case .turns, nil: output = texts.joined(separator: " ")
        case .name: return look(up: texts.first ?? "", frame, &open, &result)
        case .function(.call): return call(texts, frame, &open, &result)
        case .function(.foreach): return loop(texts, frame, &open, &result)
        case .function(.shell):
            result.shells.append(texts.first ?? "")
            output = Self.printed(by: texts.first ?? "") ?? "\u{1}"
        case .function(.eval): result.evaluated.append(texts.first ?? "")
        case .function(.value): output = values[texts.first ?? ""] ?? ""
        case .function(let function):
            guard let given = function.result(texts, bytesMax: budget) else {
                isCut = true
                return deliver([1], &open, &result)
            }
            output = given
        }
        deliver(Array(output.utf8), &open, &result)
    }

    /// A name that was computed, or one whose value is changed: `A:.c=.o`.
    private mutating func look(up text: String, _ frame: Frame, _ open: inout [Frame], _ result: inout Unfolded) {
        guard values[text] == nil, let found = MakefilePattern.substitution(text) else {
            return deliver(valueOf: text, frame.scope, &open, &result)
        }
        var change = Frame(scope: frame.scope, call: .function(.patsubst))
        change.waiting = [(Array("$(\(found.name))".utf8), frame.scope)]
        change.arguments = [Array(found.pattern.utf8), Array(found.replacement.utf8)]
        push(change, text.utf8.count, &open, &result)
    }

    private mutating func deliver(
        valueOf name: String,
        _ scope: [String: [UInt8]],
        _ open: inout [Frame],
        _ result: inout Unfolded
    ) {
        if let held = scope[name] { return deliver(held, &open, &result) }
        let value = values[name] ?? (name.contains("\u{1}") ? "\u{1}" : "")
        push(Frame(bytes: Array(value.utf8), scope: scope), value.utf8.count, &open, &result)
    }

    /// `$(call NAME,a,b)`: the value of a name, in which `$(1)` and `$(2)` stand for what it is given.
    private mutating func call(_ texts: [String], _ frame: Frame, _ open: inout [Frame], _ result: inout Unfolded) {
        let name = MakefileFunction.stripped(texts.first ?? "")
        if let function = MakefileFunction(rawValue: name), function != .call {
            var inner = Frame(scope: frame.scope, call: .function(function))
            inner.arguments = Array(frame.arguments.dropFirst())
            return push(inner, 0, &open, &result)
        }
        var scope = frame.scope
        for number in 0..<10 { scope[String(number)] = number < frame.arguments.count ? frame.arguments[number] : [] }
        deliver(valueOf: name, scope, &open, &result)
    }

    /// `$(foreach NAME,list,text)`
    private mutating func loop(_ texts: [String], _ frame: Frame, _ open: inout [Frame], _ result: inout Unfolded) {
        guard texts.count == 2 else { return deliver([1], &open, &result) }
        let name = MakefileFunction.stripped(texts[0])
        var turns = Frame(scope: frame.scope, call: .turns)
        for word in texts[1].words {
            guard pay(frame.bytes.count) else { break }
            var scope = frame.scope
            scope[name] = Array(word.utf8)
            turns.waiting.append((frame.bytes, scope))
        }
        turns.waiting.reverse()
        push(turns, 0, &open, &result)
    }

    /// What stands for a name that the makefile does not set: a variable of the environment, which a shell knows by the
    /// same name; inside a word, most likely nothing.
    private static func unset(_ name: String, _ bytes: [UInt8], _ place: Range<Int>) -> [UInt8] {
        guard !name.isEmpty, name.utf8.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") }) else {
            return [1]
        }
        let before = place.lowerBound > 0 ? bytes[place.lowerBound - 1] : UInt8(ascii: " ")
        let after = place.upperBound < bytes.count ? bytes[place.upperBound] : UInt8(ascii: " ")
        let isInside = after.isASCIIAlphanumeric && (before.isASCIIAlphanumeric || before <= 0x20)
        if isInside || name.utf8.allSatisfy({ $0 < 0x3A }) { return [] }
        return Array("${\(name)}".utf8)
    }

    /// What `echo` and `printf` print, where that is known.
    private static func printed(by command: String) -> String? {
        PrintedText.bytes(of: Array(command.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func quoted(_ text: String) -> String { text.replacing("$", with: "$$") }
}
