/// Values of expressions of meson and Rust, as far as constants say them: a list of words, U+0001 for what is not known.
///
/// Only what stands in arguments is computed, to a depth and a number of steps. What names hold, and what members make of
/// it, is put in as long as the definition's budget of bytes and words lasts, as in ``MakefileValues``: values that are put
/// into values grow past any size else.
struct BuildExpression {
    private let tokens: [BuildTokens.Token]
    private let language: BuildTokens.Language
    /// What names hold.
    private var values: [String: [String]] = [:]
    private var steps = 0
    private var total = 0
    /// Bytes and words that may still be put in.
    private var budget: Int
    /// Whether there was more than is computed.
    private(set) var isCut = false

    /// Tokens that are looked at for one command, with those in brackets once for each bracket.
    static let stepsMax = 16_384
    /// The same for all commands of one definition.
    static let totalMax = 4_000_000
    /// Brackets in brackets.
    private static let depthMax = 8
    private static let hole = "\u{1}"

    init(_ tokens: [BuildTokens.Token], _ language: BuildTokens.Language) {
        self.tokens = tokens
        self.language = language
        budget = MakefileValues.budget(ofBytes: tokens.last?.offset ?? 0)
    }

    /// Gives a name what the expression at a position says; `false` where it has been given something before.
    mutating func hold(_ name: String, from start: Int) -> Bool {
        guard values[name] == nil else { return false }
        values[name] = value(from: start)
        return true
    }

    /// Forgets what names hold.
    mutating func forget(_ names: Set<String>) {
        for name in names { values[name] = nil }
    }

    /// How many names hold something.
    var heldCount: Int { values.count }

    /// Takes so many bytes or words from the budget; `false` when they are not there, and from then on.
    private mutating func pay(_ count: Int) -> Bool {
        guard !isCut, count < budget else {
            isCut = true
            return false
        }
        budget -= count + 1
        return true
    }

    /// What is put in: U+0001 where the budget does not last.
    private mutating func paid(_ words: [String]) -> [String] {
        guard !isCut, pay(words.reduce(words.count) { $0 + $1.utf8.count }) else { return [Self.hole] }
        return words
    }

    /// The arguments behind an opening bracket, without named ones; the last is U+0001 where they were too many.
    mutating func arguments(from start: Int) -> [String] {
        guard begin() else { return [Self.hole] }
        return words(in: start..<end(of: start))
    }

    /// The words of the one expression that begins at a position.
    mutating func value(from start: Int) -> [String] {
        guard begin() else { return [Self.hole] }
        var end = start
        var depth = 0
        while end < tokens.count, end - start < Self.stepsMax {
            switch tokens[end].kind {
            case .open, .openList: depth += 1
            case .close, .closeList: depth -= 1
            case .end where depth <= 0, .comma where depth <= 0: return value(start..<end, 0)
            default: break
            }
            if depth < 0 { break }
            steps += 1
            end += 1
        }
        return value(start..<end, 0)
    }

    /// Whether there are steps left for one more.
    private mutating func begin() -> Bool {
        total += steps + 1
        steps = 0
        if total >= Self.totalMax { isCut = true }
        return !isCut
    }

    /// Where the bracket that opens in front of a position closes.
    private mutating func end(of start: Int) -> Int {
        var depth = 1
        var index = start
        while index < tokens.count, steps < Self.stepsMax {
            switch tokens[index].kind {
            case .open, .openList: depth += 1
            case .close, .closeList: depth -= 1
            default: break
            }
            if depth == 0 { break }
            steps += 1
            index += 1
        }
        return index
    }

    private mutating func words(in range: Range<Int>, _ depth: Int = 0) -> [String] {
        parts(of: range).filter { !isNamed($0) }.flatMap { value($0, depth) }
    }

    /// `capture: true` names an option.
    private func isNamed(_ range: Range<Int>) -> Bool {
        language == .meson && range.count > 2 && tokens[range.lowerBound + 1].kind == .colon
    }

    /// What stands between commas.
    private mutating func parts(of range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var depth = 0
        var start = range.lowerBound
        for index in range {
            steps += 1
            switch tokens[index].kind {
            case .open, .openList: depth += 1
            case .close, .closeList: depth -= 1
            case .comma where depth == 0:
                if start < index { parts.append(start..<index) }
                start = index + 1
            default: continue
            }
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }

    /// Terms with `+` and `/` between them.
    private mutating func value(_ range: Range<Int>, _ depth: Int) -> [String] {
        var rest = range
        while let first = rest.first, isIgnored(tokens[first].kind) { rest = rest.dropFirst() }
        guard depth < Self.depthMax, steps < Self.stepsMax else { return [Self.hole] }
        var result: [String]?
        var joint = UInt8(ascii: "+")
        var start = rest.lowerBound
        var level = 0
        for index in rest {
            steps += 1
            switch tokens[index].kind {
            case .open, .openList: level += 1
            case .close, .closeList: level -= 1
            case .sign(UInt8(ascii: "+")) where level == 0, .sign(UInt8(ascii: "/")) where level == 0:
                join(&result, term(start..<index, depth), joint)
                if case .sign(let sign) = tokens[index].kind { joint = sign }
                start = index + 1
            default: continue
            }
        }
        join(&result, term(start..<rest.upperBound, depth), joint)
        return result ?? []
    }

    private func isIgnored(_ kind: BuildTokens.Kind) -> Bool {
        switch kind {
        case .sign(UInt8(ascii: "&")), .sign(UInt8(ascii: "*")), .word("mut"), .word("ref"): language == .rust
        default: false
        }
    }

    private func join(_ left: inout [String]?, _ right: [String], _ joint: UInt8) {
        guard let held = left else { return left = right }
        if held.count == 1, right.count == 1 {
            left?[0] += joint == UInt8(ascii: "/") ? "/" + right[0] : right[0]
        } else {
            left?.append(contentsOf: right)
        }
    }

    /// A text, a name, a list or a call, with the calls of members behind it.
    private mutating func term(_ range: Range<Int>, _ depth: Int) -> [String] {
        guard let first = range.first else { return [] }
        var index = first
        var value: [String]
        switch tokens[index].kind {
        case .text(let text):
            value = [text]
            index += 1
        case .openList, .open:
            let close = end(of: index + 1)
            value = words(in: (index + 1)..<min(close, range.upperBound), depth + 1)
            index = close + 1
        case .word: value = named(&index, range.upperBound, depth)
        default: return [Self.hole]
        }
        while index + 1 < range.upperBound {
            guard tokens[index].kind == .sign(UInt8(ascii: ".")), case .word(let method) = tokens[index + 1].kind else {
                return value + [Self.hole]
            }
            index += 2
            var arguments: [String] = []
            if index < range.upperBound, tokens[index].kind == .open {
                let close = end(of: index + 1)
                arguments = words(in: (index + 1)..<min(close, range.upperBound), depth + 1)
                index = close + 1
            }
            value = member(method, of: value, arguments) ?? spent()
        }
        return value
    }

    /// A name, or a call of one: `std::path::Path::new("x")`, `vec!["a"]`, `files('a')`.
    private mutating func named(_ index: inout Int, _ limit: Int, _ depth: Int) -> [String] {
        var name = ""
        while index < limit {
            if case .word(let word) = tokens[index].kind { name = word } else if tokens[index].kind != .colon { break }
            index += 1
        }
        if index < limit, tokens[index].kind == .sign(UInt8(ascii: "!")) { index += 1 }
        guard index < limit, tokens[index].kind == .open || tokens[index].kind == .openList else {
            return values[name].map { paid($0) } ?? [Self.hole]
        }
        let isIndex = tokens[index].kind == .openList && name != "vec"
        let close = end(of: index + 1)
        let arguments = words(in: (index + 1)..<min(close, limit), depth + 1)
        index = close + 1
        if isIndex { return [Self.hole] }
        switch name {
        case "files", "vec", "new", "from", "String", "Some", "Ok": return arguments.isEmpty ? [Self.hole] : arguments
        case "find_program": return Array(arguments.prefix(1))
        case "executable": return arguments.first.map { ["./" + $0] } ?? [Self.hole]
        case "join_paths": return [arguments.joined(separator: "/")]
        case "concat": return [arguments.joined()]
        case "format": return filled(arguments, "{", "}") ?? spent()
        default: return [Self.hole]
        }
    }

    /// Notes that there was more than is computed.
    private mutating func spent() -> [String] {
        isCut = true
        return [Self.hole]
    }

    /// What a member of a value gives; `nil` when the budget does not last.
    private mutating func member(_ method: String, of value: [String], _ arguments: [String]) -> [String]? {
        switch method {
        case "format": return filled(Array(value.prefix(1)) + arguments, "@", "@")
        case "join":
            if language == .rust { return [(value + arguments).joined(separator: "/")] }
            guard pay(arguments.count * (value.first?.utf8.count ?? 0)) else { return nil }
            return [arguments.joined(separator: value.first ?? "")]
        case "concat": return [value.joined()]
        case "find_installation", "find_python": return ["python3"]
        case "replace" where arguments.count == 2 && !arguments[0].isEmpty:
            return replaced(value, arguments[0], arguments[1])
        case "full_path", "path", "strip", "to_string", "to_owned", "into", "as_str", "as_ref", "unwrap", "clone",
            "display", "to_str", "to_path_buf", "as_path", "as_os_str", "iter", "to_vec", "expect", "trim":
            return value
        default: return [Self.hole]
        }
    }

    private mutating func replaced(_ value: [String], _ old: String, _ new: String) -> [String]? {
        let (from, to) = (old.utf8.count, new.utf8.count)
        var output: [String] = []
        for text in value {
            let count = text.utf8.count
            guard count / from * max(0, to - from) < budget else { return nil }
            let found = text.replacing(old, with: new)
            guard pay(max(count, found.utf8.count)) else { return nil }
            output.append(found)
        }
        return output
    }

    /// `@0@` and `{}` with what stands behind; U+0001 where that is not known; `nil` when the budget does not last.
    private mutating func filled(_ arguments: [String], _ open: Character, _ close: Character) -> [String]? {
        guard let text = arguments.first else { return [Self.hole] }
        var output = ""
        var rest = text[...]
        var next = 1
        while let start = rest.firstIndex(of: open), let end = rest[rest.index(after: start)...].firstIndex(of: close) {
            output += rest[..<start]
            let inside = rest[rest.index(after: start)..<end]
            let number = Int(inside).map { $0 == .max ? -1 : $0 + 1 } ?? (inside.isEmpty ? next : -1)
            next += 1
            let put = number > 0 && number < arguments.count ? arguments[number] : Self.hole
            guard pay(put.utf8.count) else { return nil }
            output += put
            rest = rest[rest.index(after: end)...]
        }
        return [output + rest]
    }
}
