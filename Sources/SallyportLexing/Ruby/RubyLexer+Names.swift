/// Names, reserved words, labels, variables.
extension RubyLexer {
    /// A name that begins with a letter, an underscore, or a byte from 0x80 on.
    mutating func name(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        var flags: Token.Flags = state.has(.dot) ? .member : []
        offset = endOfName(source, from: start, &flags)
        let stem = offset
        let next = byte(source, at: offset)
        let second = byte(source, at: offset + 1)
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
            if second != UInt8(ascii: "=") { offset += 1 }
        } else if next == UInt8(ascii: "="), state.has(.functionName), isSetter(source) {
            offset += 1
        }
        if mayBeLabel, byte(source, at: offset) == UInt8(ascii: ":"), byte(source, at: offset + 1) != UInt8(ascii: ":")
        {
            return try label(from: start, stem: stem, flags, source, &tokens)
        }
        if !state.has(.dot), !flags.contains(.nonASCII), let word = RubyWord.word(source, start, offset) {
            return try reserved(word, from: start, source, &tokens)
        }
        let before = state
        if before.takesArguments {
            state = commandState ? .commandArgument : .argument
        } else {
            state = before.has(.functionName) ? .endFunction : .end
        }
        if before.has(.functionName) {
            nameIsRead()
        } else if !before.has(.dot), stem == offset {
            variable(start, before, source)
        }
        previous = .other
        try append(.identifier, from: start, source, &tokens, flags: flags)
    }

    @inline(__always)
    func endOfName(_ source: Span<UInt8>, from start: Int, _ flags: inout Token.Flags) -> Int {
        var end = start
        while end < source.count {
            let byte = source[end]
            if byte >= 0x80 { flags.insert(.nonASCII) } else if !ByteSet.word.contains(byte) { break }
            end += 1
        }
        return end
    }

    /// Whether a label may stand where the scanner is.
    var mayBeLabel: Bool { state.has([.label, .endFunction]) && !commandState || state.isArgument }

    /// The `=` of `def name=`.
    private func isSetter(_ source: Span<UInt8>) -> Bool {
        let second = byte(source, at: offset + 1)
        if second == UInt8(ascii: "~") || second == UInt8(ascii: ">") { return false }
        return second != UInt8(ascii: "=") || byte(source, at: offset + 2) == UInt8(ascii: ">")
    }

    private mutating func label(
        from start: Int,
        stem: Int,
        _ flags: Token.Flags,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        if inPattern || inArrow { doubts.insert(RubyScopes.hash(source, start, stem)) }
        if isInParameters || inPattern { scopes.declare(RubyScopes.hash(source, start, stem)) }
        offset += 1
        state = [.argument, .labeled]
        previous = .other
        try append(.label, from: start, source, &tokens, flags: flags)
    }

    /// A name that may be a local variable: declared here, or known.
    private mutating func variable(_ start: Int, _ before: RubyState, _ source: Span<UInt8>) {
        let first = source[start]
        guard first &- UInt8(ascii: "A") >= 26 else { return }
        var next = offset
        while next < source.count, source[next] == 0x20 || source[next] == 0x09 { next += 1 }
        let hash = RubyScopes.hash(source, start, offset)
        let follows = byte(source, at: next)
        switch follows {
        case UInt8(ascii: "(") where next == offset, UInt8(ascii: "."): return
        default: break
        }
        if mayBind { doubts.insert(hash) }
        if isInParameters || inFor || inRescue && previous == .hashRocket
            || inPattern && before.has([.begin, .argument])
        {
            scopes.declare(hash)
        } else if isAssignment(source, at: next) {
            for candidate in candidates { scopes.declare(candidate) }
            candidates.removeAll(keepingCapacity: true)
            doubts.assignmentIsRead()
            scopes.declare(hash)
            // The name stands for the variable that it becomes.
            state = [.end, .label]
            return
        } else if follows == UInt8(ascii: ",") || follows == UInt8(ascii: ")") {
            if candidates.count < Self.candidatesMax, commandState || !candidates.isEmpty || previous == .star {
                candidates.append(hash)
            } else {
                doubts.waits(hash)
            }
        }
        // Only before such bytes does it matter whether the name is a variable.
        guard next > offset, Self.ambiguous.contains(follows) else { return }
        let isNumbered = isNumbered(start, source)
        if isNumbered || scopes.isLocal(hash) { state = [.end, .label] }
        if isNumbered || doubts.contains(hash), beginsLiteral(follows, source, at: next) {
            summary.noteAmbiguity(at: start)
        }
    }

    /// Whether a name that stands here may be bound in a way that only a parser can tell.
    private var mayBind: Bool {
        if inPattern || inArrow || inLambdaHead { return true }
        if case .bracket(_, .lambda)? = frames.last { return true }
        return false
    }

    /// Whether an operator behind a variable would begin a text behind a method: `x /a`, `x %w`, `x <<A`, `x ?a`.
    private func beginsLiteral(_ byte: UInt8, _ source: Span<UInt8>, at start: Int) -> Bool {
        let second = self.byte(source, at: start + 1)
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "?"):
            return second != UInt8(ascii: "=") && !isSpace(start + 1, source)
        case UInt8(ascii: "<"):
            return second == byte && !isSpace(start + 2, source)
        default: return false
        }
    }

    /// An `=` behind something that is no name: `a, b.c = 1, 2` declares `a`.
    mutating func assignmentIsRead() {
        for candidate in candidates {
            scopes.declare(candidate)
            doubts.insert(candidate)
        }
        candidates.removeAll(keepingCapacity: true)
        doubts.assignmentIsRead()
    }

    /// `_1` to `_9` in a block.
    private func isNumbered(_ start: Int, _ source: Span<UInt8>) -> Bool {
        offset - start == 2 && source[start] == UInt8(ascii: "_") && source[start + 1].isASCIIDigit
            && source[start + 1] != UInt8(ascii: "0")
    }

    /// `=`, or an operator and `=`.
    private func isAssignment(_ source: Span<UInt8>, at start: Int) -> Bool {
        let equals = UInt8(ascii: "=")
        let first = byte(source, at: start)
        let second = byte(source, at: start + 1)
        switch first {
        case equals:
            return second != equals && second != UInt8(ascii: "~") && second != UInt8(ascii: ">")
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"),
            UInt8(ascii: "^"), UInt8(ascii: "&"), UInt8(ascii: "|"):
            return second == equals || second == first && byte(source, at: start + 2) == equals
        case UInt8(ascii: "<"), UInt8(ascii: ">"):
            return second == first && byte(source, at: start + 2) == equals
        default:
            return false
        }
    }

    /// Names of one multiple assignment that are remembered.
    private static let candidatesMax = 64
    /// `% & * + - / : < ? [ (`
    private static let ambiguous = ByteSet(low: 0x9400_AD60_0000_0000, high: 0x0000_0000_0800_0000)

    // MARK: Reserved words

    private mutating func reserved(
        _ word: RubyWord,
        from start: Int,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        let before = state
        previous = .other
        if before.has(.functionName) {
            state = .endFunction
            nameIsRead()
            return try append(.identifier, from: start, source, &tokens)
        }
        var flags: Token.Flags = []
        let depth = frames.count
        switch word {
        case .plain: state = .end
        case .end:
            state = .end
            if !closeBlock() { flags = .malformed }
        case .middle: state = .middle
        case .argument: state = .argument
        default: opens(word, before)
        }
        if frames.count > depth { flags.insert(.opensBlock) }
        if state.has(.begin) { commandStart = true }
        if word == .inWord, !before.has(.dot) { patternBegins() }
        try append(.keyword, from: start, source, &tokens, flags: flags)
    }

    private mutating func opens(_ word: RubyWord, _ before: RubyState) {
        state = .begin
        switch word {
        case .begin: openBlock()
        case .condition, .loop:
            if before.beginsStatement { openBlock(awaitsDo: word == .loop) } else { state = [.begin, .label] }
            inPattern = false
        case .forWord:
            openBlock(awaitsDo: true)
            inFor = true
        case .classWord:
            state = .classWord
            openScope(closed: true)
        case .module: openScope(closed: true)
        case .def:
            state = .functionName
            openScope(closed: true)
            definition = .name
        case .doWord: openDo()
        case .rescue:
            state = before.beginsStatement ? .middle : [.begin, .label]
            inRescue = before.beginsStatement
        case .alias, .undef:
            state = [.functionName, .functionItem]
            aliasNames = word == .alias ? 2 : 0
            isUndefining = word == .undef
        case .beginWord:
            inPattern = false
            inRescue = false
        default: break
        }
    }

    /// Behind `in`, of a loop or of a pattern.
    private mutating func patternBegins() {
        if inFor {
            inFor = false
            return
        }
        inPattern = true
        state = [.begin, .label]
        commandStart = false
    }

    // MARK: Variables with a sign

    /// `$name`, `$1`, `$-w`, `$!`
    mutating func globalVariable(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        var flags: Token.Flags = []
        let second = byte(source, at: start + 1)
        switch second {
        case UInt8(ascii: "-"):
            offset += 2
            let third = byte(source, at: offset)
            if third >= 0x80 || ByteSet.word.contains(third) { offset += 1 }
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            offset += 2
            while offset < source.count, source[offset].isASCIIDigit { offset += 1 }
        case 0x80..., UInt8(ascii: "_"), UInt8(ascii: "0"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            offset = endOfName(source, from: start + 1, &flags)
        case _ where Self.specialVariables.contains(second):
            offset += 2
        default:
            offset += 1
            flags.insert(.malformed)
        }
        try variableIsRead(from: start, flags, source, &tokens)
    }

    /// `@name`, `@@name`
    mutating func memberVariable(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        var flags: Token.Flags = []
        offset += byte(source, at: start + 1) == UInt8(ascii: "@") ? 2 : 1
        let first = byte(source, at: offset)
        if first >= 0x80 || ByteSet.word.contains(first) && !first.isASCIIDigit {
            offset = endOfName(source, from: offset, &flags)
        } else {
            flags.insert(.malformed)
        }
        try variableIsRead(from: start, flags, source, &tokens)
    }

    private mutating func variableIsRead(
        from start: Int,
        _ flags: Token.Flags,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        let isName = state.has(.functionName)
        state = isName ? .endFunction : .end
        if isName { nameIsRead() }
        previous = .other
        try append(.identifier, from: start, source, &tokens, flags: flags)
    }

    /// `~ * $ ? ! @ / \ ; , . = : < > " & ` ' +`
    static let specialVariables = ByteSet(low: 0xFC00_DCD6_0000_0000, high: 0x4000_0001_1000_0001)
}
