/// Functions of the source that give one expression: `s => atob(s)`, `function (s) { return … }`, `def f(s): return …`.
///
/// A call of one with constants is computed as if the expression stood there.
struct LocalFunction {
    /// The low bits of the hashes of what it is given.
    let parameters: [UInt32]
    /// Where its expression begins, or the word before it.
    let start: Int
    /// The expression, once the source is read again and its place is gone.
    var body: [Lexeme] = []
}

extension LexemeStream {
    /// Functions of one source that are remembered.
    static let functionsMax = 256
    /// Lexemes of one expression.
    private static let bodyMax = 96

    /// `name = parameter =>`, `name = (a, b) =>`: called when the arrow is the last lexeme.
    mutating func noteArrowFunction() {
        var before = lexemes.count - 2
        var parameters: [UInt32] = []
        guard before >= 2, functions.count < Self.functionsMax else { return }
        if lexemes[before].kind == .name {
            parameters = [lexemes[before].identity]
        } else {
            guard lexemes[before].kind == .closeParenthesis, before == lastClosed.close,
                let range = Range(from: lastClosed.open + 1, before: before)
            else { return }
            parameters = names(in: range)
            before = lastClosed.open
        }
        guard kind(at: before - 1) == .assign, kind(at: before - 2) == .name, kind(at: before - 3) != .dot else {
            return
        }
        remember(before - 2, parameters)
    }

    /// `function name(parameters) {`, `name = function (parameters) {`: called when the brace is the last lexeme.
    mutating func noteBracedFunction(_ open: Int, _ close: Int, _ vocabulary: Vocabulary) {
        guard functions.count < Self.functionsMax, open >= 2, let range = Range(from: open + 1, before: close) else {
            return
        }
        if isFunctionWord(open - 2, vocabulary) {
            if lexemes[open - 1].kind == .name { return remember(open - 1, names(in: range)) }
        } else if !isFunctionWord(open - 1, vocabulary) {
            return
        }
        guard open >= 4, lexemes[open - 2].kind == .assign, lexemes[open - 3].kind == .name, kind(at: open - 4) != .dot
        else { return }
        remember(open - 3, names(in: range))
    }

    /// `def name(parameters):`, by the range of its parameters: called when its block begins.
    mutating func notePythonFunction(_ range: Range<Int>) {
        guard range.lowerBound >= 2 else { return }
        remember(range.lowerBound - 2, names(in: range))
    }

    private func isFunctionWord(_ index: Int, _ vocabulary: Vocabulary) -> Bool {
        guard index >= 0, lexemes[index].kind == .name, !lexemes[index].flags.contains(.member) else { return false }
        return vocabulary[lexemes[index].entry].keyword == .function
    }

    /// Plain names between commas; none where anything else stands there.
    private func names(in range: Range<Int>) -> [UInt32] {
        guard range.count <= 7 else { return [] }
        var found: [UInt32] = []
        for (position, index) in range.enumerated() {
            if position % 2 == 1 {
                guard kind(at: index) == .comma else { return [] }
            } else {
                guard kind(at: index) == .name else { return [] }
                found.append(lexemes[index].identity)
            }
        }
        return found
    }

    private mutating func remember(_ name: Int, _ parameters: [UInt32]) {
        guard !parameters.isEmpty, functions.count < Self.functionsMax else { return }
        functions[lexemes[name].identity] = LocalFunction(parameters: parameters, start: lexemes.count)
    }

    /// The call whose bracket opens at a position and whose last lexeme is the last: as a constant, if it is one.
    mutating func foldLocalCall(
        from open: Int,
        _ end: UInt32,
        _ source: Span<UInt8>,
        _ vocabulary: Vocabulary
    ) -> Bool {
        guard open >= 1, open + 1 < lexemes.count, lexemes.count - open <= 16, lexemes[open - 1].kind == .name,
            lexemes[open - 1].entry == 0, kind(at: open - 2) != .dot, !isFunctionWord(open - 2, vocabulary)
        else { return false }
        let name = lexemes[open - 1].identity
        guard let function = functions[name] else {
            // It may be declared behind its use.
            let isText = lexemes[open + 1].kind == .string && open + 2 == lexemes.count
            if isText, calledBefore.count < Self.functionsMax * 4 { calledBefore.insert(name) }
            return false
        }
        guard let arguments = bindable((open + 1)..<lexemes.count), arguments.count == function.parameters.count else {
            return false
        }
        let mark = names.mark
        let count = lexemes.count
        defer { names.restore(to: mark) }
        for (parameter, argument) in zip(function.parameters, arguments) {
            names.bind(parameter, argument, depth: openings.count + 1)
        }
        usedFlags = []
        usesName = false
        if function.body.isEmpty {
            guard let range = expression(from: function.start, vocabulary), let value = constant(in: range, source)
            else { return false }
            return finishLocal(value, open, end, source, vocabulary)
        }
        lexemes += function.body
        let value = constant(in: count..<lexemes.count, source)
        lexemes.removeLast(lexemes.count - count)
        guard let value else { return false }
        return finishLocal(value, open, end, source, vocabulary)
    }

    private mutating func finishLocal(
        _ value: Constant,
        _ open: Int,
        _ end: UInt32,
        _ source: Span<UInt8>,
        _ vocabulary: Vocabulary
    ) -> Bool {
        var value = value
        if case .bytes(let bytes) = value { value = .text(bytes) }
        return replace(from: open - 1, with: value, end, source, vocabulary)
    }

    /// What constants a function is given; `nil` when one of the arguments is none.
    private func bindable(_ range: Range<Int>) -> [ConstantNames.Held]? {
        var held: [ConstantNames.Held] = []
        for (position, index) in range.enumerated() {
            if position % 2 == 1 {
                guard kind(at: index) == .comma else { return nil }
                continue
            }
            switch lexemes[index].kind {
            case .string where !lexemes[index].flags.contains(.hasHoles): held.append(.text(lexemes[index]))
            case .number where lexemes[index].flags.contains(.folded):
                held.append(.number(Int(lexemes[index].identity)))
            case .name:
                guard let known = names.holds(lexemes[index].identity) else { return nil }
                if case .unknown = known { return nil }
                held.append(known)
            default: return nil
            }
        }
        return held
    }

    /// The one expression that a function gives, from where its body begins.
    private func expression(from start: Int, _ vocabulary: Vocabulary) -> Range<Int>? {
        var first = start
        let isBlock = kind(at: first) == .openBrace
        if isBlock { first += 1 }
        while first - start <= Self.bodyMax,
            kind(at: first) == .newline || kind(at: first) == .indent || kind(at: first) == .colon
        {
            first += 1
        }
        if kind(at: first) == .name, vocabulary[lexemes[first].entry].keyword == .returnWord { first += 1 }
        var depth = 0
        var index = first
        while index < lexemes.count, index - first <= Self.bodyMax {
            switch lexemes[index].kind {
            case .openParenthesis, .openBracket, .openBrace: depth += 1
            case .closeParenthesis, .closeBracket, .closeBrace:
                depth -= 1
                if depth < 0 { return first < index ? first..<index : nil }
            case .semicolon, .comma, .newline:
                if depth == 0 { return first < index ? first..<index : nil }
            case .name where depth == 0 && index > first && lexemes[index].flags.contains(.newlineBefore):
                if kind(at: index - 1) != .dot { return first..<index }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Keeps the expressions of functions that were called before they were declared, for the next reading.
    mutating func keepFunctions() -> Bool {
        let vocabulary = isPython ? PythonVocabulary.vocabulary : JavaScriptVocabulary.vocabulary
        var needed = false
        var kept: [UInt32: LocalFunction] = [:]
        for (name, function) in functions where calledBefore.contains(name) && function.body.isEmpty {
            guard let range = expression(from: function.start, vocabulary), decodes(range) else { continue }
            kept[name] = LocalFunction(
                parameters: function.parameters,
                start: function.start,
                body: Array(lexemes[range])
            )
            needed = true
        }
        functions = kept
        calledBefore.removeAll()
        return needed
    }

    /// Whether anything in a range turns an encoded text into what it means.
    func decodes(_ range: Range<Int>) -> Bool {
        range.contains { index in
            guard lexemes[index].kind == .name, let operation = operations[lexemes[index].identity] else {
                return false
            }
            return operation.decodes || operation == .from || operation == .reverse || operation == .fromCharCode
        }
    }
}
