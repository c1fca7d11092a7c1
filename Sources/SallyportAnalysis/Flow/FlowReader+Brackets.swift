/// Brackets and blocks: what opens them, and what they are worth when they close.
extension FlowReader {
    mutating func open(_ kind: Lexeme.Kind, _ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        guard parents.count < Self.depthMax else { return leaveOutDepth(index, stream) }
        switch kind {
        case .openParenthesis: openParenthesis(index, stream, source)
        case .openBracket: push(stream.endsValue(at: index - 1, vocabulary) ? .index : .array, index)
        default: openBrace(index, stream, source)
        }
    }

    /// An indented block of Python.
    mutating func openBlock(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        guard parents.count < Self.depthMax else { return leaveOutDepth(index, stream) }
        pushBody(index, otherwise: .block)
    }

    /// States that what stands deeper is not followed.
    private mutating func leaveOutDepth(_ index: Int, _ stream: LexemeStream) {
        collector.leaveOut("code-too-deep", at: Int(stream.lexemes[index].start))
    }

    private mutating func openParenthesis(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        if expectsParameters {
            expectsParameters = false
            var identity = expectedFunction
            // `exports.name = function (…)` is known by what it is put into.
            if identity == 0, targets.count > top.targetsMark, let target = targets.last, target.position < stream.count
            {
                identity = stream.lexemes[target.position].identity
            }
            push(.parameters, index)
            top.functionIdentity = identity
            return
        }
        guard stream.endsValue(at: index - 1, vocabulary), stream.kind(at: index - 1) != .string else {
            return push(.group, index)
        }
        let callee = top.value
        let entry = top.lastEntry
        let identity = top.chain == .name ? top.root : top.method
        let word = top.word
        push(.call, index)
        top.callee = callee
        top.calleeEntry = entry
        top.calleeIdentity = identity
        top.calleeWord = word
    }

    private mutating func openBrace(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        if pendingFunction != nil { return pushBody(index, otherwise: .block) }
        switch stream.kind(at: index - 1) {
        case .assign, .openParenthesis, .openBracket, .comma, .colon, .plus, .spread, .sign, .slash:
            push(.object, index)
        case .name:
            let keyword = vocabulary[stream.lexemes[index - 1].entry].keyword
            let isObject = keyword == .returnWord || keyword == .prefix || keyword == .inWord || keyword == .binding
            push(isObject ? .object : .block, index)
        default:
            push(language == .python ? .object : .block, index)
        }
    }

    private mutating func pushBody(_ index: Int, otherwise kind: Frame.Kind) {
        guard let function = pendingFunction else { return push(kind, index) }
        pendingFunction = nil
        push(.function, index)
        top.undoMark = function.undoMark
        top.functionIdentity = function.identity
        top.enclosing = function.identity
        top.isInFunction = true
        top.parameters = function.parameters
    }

    private mutating func push(_ kind: Frame.Kind, _ index: Int) {
        parents.append(top)
        let (enclosing, isInFunction) = (top.enclosing, top.isInFunction)
        top = Frame(kind, open: index, targetsMark: targets.count)
        top.enclosing = enclosing
        top.isInFunction = isInFunction
    }

    /// Closes the innermost brackets or block.
    mutating func close(at index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        guard var frame = parents.popLast() else { return }
        // In Ruby a function gives its last value.
        if language == .ruby, top.kind == .function { top.isReturn = true }
        if top.kind == .file || top.kind == .block || top.kind == .function {
            flush(stream, source)
        } else {
            finishExpression(stream, source)
            top.endArgument()
        }
        let closed = top
        frame.lastOpen = closed.open
        let before = frame.value
        top = frame
        switch closed.kind {
        case .call:
            top.value = call(closed, to: index, stream, source)
            top.chain = .members
            top.lastEntry = 0
        case .group, .array, .object:
            top.commit()
            top.value =
                closed.kind == .group ? closed.arguments : closed.arguments.intersection(.flows).subtracting(.home)
            top.chain = .none
        case .index:
            let isWhole = !before.contains(.environment)
            top.value = before.intersection(isWhole ? .flows : Meaning.flows.subtracting(.environment))
            top.value.formUnion(closed.arguments.intersection([.decoded, .fetched]))
            // `environment[name]` for each name of the environment is the whole of it.
            if !isWhole, closed.arguments.contains(.environment) { top.value.insert(.environmentData) }
            top.chain = .members
        case .parameters: endParameters(closed, at: index, stream)
        case .function: return endFunction(closed, stream, source)
        case .block: if language == .javaScript { flush(stream, source) }
        case .file: break
        }
        if closed.undoMark >= 0 { bindings.restore(to: closed.undoMark) }
    }

    private mutating func endParameters(_ closed: Frame, at index: Int, _ stream: LexemeStream) {
        let range = (closed.open + 1)..<max(index, closed.open + 1)
        let mark = bindings.mark
        bindParameters(range, of: closed.functionIdentity, stream)
        pendingFunction = PendingFunction(identity: closed.functionIdentity, parameters: range, undoMark: mark)
        if language == .python { top.sum = [] }
    }

    /// What a function does to its parameters is known when its body ends; then its names go.
    private mutating func endFunction(_ closed: Frame, _ stream: LexemeStream, _ source: Span<UInt8>) {
        if closed.functionIdentity != 0 {
            var position = 0
            var depth = 0
            for index in closed.parameters.prefix(Self.parameterLexemesMax) {
                if position >= 4 { break }
                switch stream.kind(at: index) {
                case .openParenthesis, .openBracket, .openBrace: depth += 1
                case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
                case .comma where depth == 0: position += 1
                case .name:
                    let held = bindings.meaning(of: stream.lexemes[index].identity) ?? []
                    let effect = held.intersection([.openedPath, .writtenPath])
                    bindings.addParameter(of: closed.functionIdentity, at: position, effect, isEffect: true)
                default: continue
                }
            }
        }
        if closed.undoMark >= 0 { bindings.restore(to: closed.undoMark) }
        let isStatement = top.kind == .file || top.kind == .block || top.kind == .function
        if isStatement, top.targetsMark == targets.count { flush(stream, source) }
    }

    /// Lexemes of one function's parameters that are looked at.
    private static let parameterLexemesMax = 64

    /// Gives parameters what callers give them, and what a callback gets from the call that it is given to.
    mutating func bindParameters(_ range: Range<Int>, of function: UInt32, _ stream: LexemeStream) {
        let callback = callbackMeaning
        let summary = bindings.summaries[function]
        var position = 0
        var depth = 0
        for index in range.prefix(Self.parameterLexemesMax) {
            switch stream.kind(at: index) {
            case .openParenthesis, .openBracket, .openBrace: depth += 1
            case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
            case .comma where depth == 0: position += 1
            case .name:
                let lexeme = stream.lexemes[index]
                guard stream.kind(at: index - 1) != .dot, stream.kind(at: index - 1) != .assign else { continue }
                let given = summary.map { Bindings.slot($0.parameters, position) } ?? []
                let meaning = callback.union(given)
                let hides = !vocabulary[lexeme.entry].global.isEmpty || bindings.meaning(of: lexeme.identity) != nil
                let marked = marksGiven && function != 0 ? meaning.union(.given) : meaning
                if !marked.isEmpty || hides { bindings.declare(lexeme.identity, marked) }
            default: continue
            }
        }
    }

    /// What a function that stands here as an argument is called with.
    private var callbackMeaning: Meaning {
        guard top.kind == .call else { return [] }
        var meaning = top.callee.intersection(.flows).union(top.arguments.intersection(.flows))
        if top.callee.contains(.connect) { meaning.formUnion([.fetched, .connection]) }
        if top.callee.contains(.decode) { meaning.insert(.decoded) }
        if top.callee.contains(.list) { meaning.insert(.listed) }
        return meaning
    }

    /// `parameters =>`
    mutating func arrow(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        let range: Range<Int>
        switch stream.kind(at: index - 1) {
        case .name: range = (index - 1)..<index
        case .closeParenthesis where top.lastOpen >= 0 && top.lastOpen < index: range = (top.lastOpen + 1)..<(index - 1)
        default: range = index..<index
        }
        top.value = []
        top.chain = .none
        let mark = bindings.mark
        let identity = targets.count > top.targetsMark ? targets[targets.count - 1].name : 0
        bindParameters(range, of: identity, stream)
        guard stream.kind(at: index + 1) == .openBrace else {
            // Without a body in braces the parameters last as long as the brackets around the function.
            if top.undoMark < 0 { top.undoMark = mark }
            return
        }
        pendingFunction = PendingFunction(identity: identity, parameters: range, undoMark: mark)
    }
}

extension LexemeStream {
    /// Whether a value ends at a position, so that brackets behind it are a call or an index.
    func endsValue(at index: Int, _ vocabulary: Vocabulary) -> Bool {
        guard index >= 0, index < count, lexemes[index].endsValue else { return false }
        guard lexemes[index].kind == .name, kind(at: index - 1) != .dot else { return true }
        switch vocabulary[lexemes[index].entry].keyword {
        case .none, .from, .asWord, .importWord: return true
        default: return lexemes[index].flags.contains(.member)
        }
    }
}
