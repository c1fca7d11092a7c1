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
            top.isExpression = expectsExpression
            expectsExpression = false
            if identity == 0 { top.anonymous = Self.identity(ofFunctionAt: index) }
            return
        }
        let function = top.function
        guard stream.endsValue(at: index - 1, vocabulary) || function != 0, stream.kind(at: index - 1) != .string else {
            return push(.group, index)
        }
        let callee = top.value
        let entry = top.lastEntry
        let identity = function != 0 ? function : top.chain == .name ? top.root : top.method
        let word = top.word
        let root = top.chain == .members ? top.root : 0
        push(.call, index)
        top.callee = callee
        top.calleeEntry = entry
        top.calleeIdentity = identity
        top.calleeWord = word
        top.calleeRoot = root
    }

    /// By what a function without a name is known.
    static func identity(ofFunctionAt index: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: index &* 0x9E37_79B1) | 1
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
        let givenTo = top.kind == .call && UnaskedRule.runsArguments(top) ? top.body : Startup.program
        push(.function, index)
        let body = function.identity != 0 ? function.identity : function.anonymous
        if givenTo != Startup.program { startup.note(call: body, in: givenTo) }
        if top.body != Startup.program { top.body = body == 0 ? Startup.program : body }
        top.undoMark = function.undoMark
        top.functionIdentity = function.identity
        top.enclosing = function.identity
        if function.identity != 0 { top.named = function.identity }
        top.isInFunction = true
        top.parameters = function.parameters
        top.anonymous = function.anonymous
        top.isExpression = function.isExpression
        returned.append([])
    }

    private mutating func push(_ kind: Frame.Kind, _ index: Int) {
        parents.append(top)
        let (enclosing, isInFunction, body) = (top.enclosing, top.isInFunction, top.body)
        let named = top.named
        top = Frame(kind, open: index, targetsMark: targets.count)
        top.body = body
        if asksForProgram, kind == .block || kind == .function {
            top.body = Startup.program
            asksForProgram = false
        }
        top.enclosing = enclosing
        top.named = named
        top.isInFunction = isInFunction
    }

    /// Closes the innermost brackets or block.
    mutating func close(at index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        guard !parents.isEmpty else { return }
        // In Ruby a function gives its last value.
        if language == .ruby, top.kind == .function { top.isReturn = true }
        let function = top.function
        if top.kind == .file || top.kind == .block || top.kind == .function {
            flush(stream, source)
        } else {
            finishExpression(stream, source)
            top.endArgument()
        }
        // A frame is large: it is moved as seldom as possible.
        var closed = top
        top = parents.removeLast()
        top.lastOpen = closed.open
        let before = top.value
        switch closed.kind {
        case .call:
            if function != 0 { closed.holdsFunction = true }
            top.value = call(closed, to: index, stream, source)
            top.chain = .members
            top.lastEntry = 0
            top.function = 0
        case .group, .array, .object:
            top.commit()
            top.value = value(of: closed)
            top.chain = .none
            if closed.kind == .group { top.function = function }
        case .index: closeIndex(closed, before, index, stream)
        case .parameters: endParameters(closed, at: index, stream)
        case .function: return endFunction(closed, at: index, stream, source)
        case .block: if language == .javaScript { flush(stream, source) }
        case .file: break
        }
        if closed.undoMark >= 0 { bindings.restore(to: closed.undoMark) }
    }

    /// What a pair of brackets is worth that is no call.
    private func value(of closed: Frame) -> Meaning {
        switch closed.kind {
        case .group: closed.arguments
        case .array: closed.arguments.intersection(Meaning.flows.union(.handed)).subtracting(.home)
        default: closed.arguments.intersection(.flows).subtracting(.home)
        }
    }

    /// `value[name]`
    private mutating func closeIndex(_ closed: Frame, _ before: Meaning, _ index: Int, _ stream: LexemeStream) {
        let isWhole = !before.contains(.environment)
        top.value = before.intersection(isWhole ? .flows : Meaning.flows.subtracting(.environment))
        top.value.formUnion(closed.arguments.intersection([.decoded, .fetched]))
        // `environment[name]` for each name of the environment is the whole of it.
        if !isWhole, closed.arguments.contains(.environment) { top.value.insert(.environmentData) }
        // One of a list of functions; and a global function by a name that was decoded.
        let isElement = closed.open + 2 == index && stream.kind(at: closed.open + 1) == .number
        if isElement { top.value.formUnion(before.intersection(.handed)) }
        if before.contains(.globalObject), closed.arguments.contains(.decoded) { top.value.insert(.evaluate) }
        top.chain = .members
    }

    private mutating func endParameters(_ closed: Frame, at index: Int, _ stream: LexemeStream) {
        let range = (closed.open + 1)..<max(index, closed.open + 1)
        let mark = bindings.mark
        let isAnonymous = closed.functionIdentity == 0
        bindParameters(range, of: closed.functionIdentity, known: isAnonymous ? closed.anonymous : 0, stream)
        pendingFunction = PendingFunction(
            identity: closed.functionIdentity,
            parameters: range,
            undoMark: mark,
            anonymous: isAnonymous ? closed.anonymous : 0,
            isExpression: closed.isExpression
        )
        if language == .python { top.sum = [] }
    }

    /// What a function does to its parameters is known when its body ends; then its names go.
    private mutating func endFunction(
        _ closed: Frame,
        at index: Int,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        let gives = returned.popLast() ?? []
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
        if isStatement, top.targetsMark == targets.count, !closed.isExpression { return flush(stream, source) }
        guard language == .javaScript, stream.kind(at: index) == .closeBrace else { return }
        // What the function gives is what its call is worth, and what the one gets that calls it back.
        top.function = closed.anonymous != 0 ? closed.anonymous : closed.functionIdentity
        guard top.kind != .call || top.callee.isDisjoint(with: .means), top.kind != .object else { return }
        top.value.formUnion(gives.intersection(.flows).subtracting(.common))
    }

    /// Lexemes of one function's parameters that are looked at.
    private static let parameterLexemesMax = 64

    /// Gives parameters what callers give them, and what a callback gets from the call that it is given to.
    mutating func bindParameters(
        _ range: Range<Int>,
        of function: UInt32,
        known anonymous: UInt32 = 0,
        _ stream: LexemeStream
    ) {
        let callback = callbackMeaning
        if top.kind == .call, top.callee.contains(.connect), top.targetsMark > 0, let target = targets.last,
            target.declares, !target.isMember, target.member == 0
        {
            // `const socket = connect(port, () => socket.write(…))`
            bindings.declare(target.name, [.connection])
        }
        let summary = bindings.summaries[anonymous == 0 ? function : anonymous]
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
                    .union(bindings.given(to: function, as: lexeme.identity))
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
        let anonymous = identity == 0 ? Self.identity(ofFunctionAt: index) : 0
        bindParameters(range, of: identity, known: anonymous, stream)
        guard stream.kind(at: index + 1) == .openBrace else {
            // Without a body in braces the parameters last as long as the brackets around the function.
            if top.undoMark < 0 { top.undoMark = mark }
            beginArrow(identity, anonymous)
            return
        }
        pendingFunction = PendingFunction(
            identity: identity,
            parameters: range,
            undoMark: mark,
            anonymous: anonymous
        )
    }

    /// The expression behind an arrow belongs to the function, until it ends.
    private mutating func beginArrow(_ identity: UInt32, _ anonymous: UInt32) {
        guard top.arrow == nil else { return }
        top.arrow = Frame.Arrow(
            identity: identity,
            enclosing: top.enclosing,
            wasInFunction: top.isInFunction,
            body: top.body
        )
        if identity != 0 {
            top.enclosing = identity
            top.isInFunction = true
        }
        let body = identity != 0 ? identity : anonymous
        if top.kind == .call, UnaskedRule.runsArguments(top) { startup.note(call: body, in: top.body) }
        if top.body != Startup.program { top.body = body }
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
