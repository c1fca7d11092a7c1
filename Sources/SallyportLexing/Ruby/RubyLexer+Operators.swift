/// Operators and brackets, and what else begins with their bytes.
extension RubyLexer {
    /// Reads one token that is no white space and no comment.
    mutating func token(_ byte: UInt8, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
            try name(source, &tokens)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            try number(from: offset, source, &tokens)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            try quoted(byte, source, &tokens)
        case UInt8(ascii: "`"): try backtick(source, &tokens)
        case UInt8(ascii: "$"): try globalVariable(source, &tokens)
        case UInt8(ascii: "@"): try memberVariable(source, &tokens)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            try open(byte, source, &tokens)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            try close(byte, source, &tokens)
        case UInt8(ascii: ":"): try colon(source, &tokens)
        case UInt8(ascii: "?"): try question(source, &tokens)
        case UInt8(ascii: "%"): try percent(source, &tokens)
        case UInt8(ascii: "/"): try slash(source, &tokens)
        case UInt8(ascii: "<"): try less(source, &tokens)
        case UInt8(ascii: "|"): try pipe(source, &tokens)
        case UInt8(ascii: "+"), UInt8(ascii: "-"): try sign(byte, source, &tokens)
        case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"),
            UInt8(ascii: "~"), UInt8(ascii: "^"):
            try plainOperator(byte, source, &tokens)
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"):
            try separator(byte, source, &tokens)
        default:
            let start = offset
            offset += 1
            try append(.invalid, from: start, source, &tokens, flags: .malformed)
        }
    }

    /// The state behind an operator: as a method's name it may have arguments.
    private var operand: RubyState { state.isName ? .argument : .begin }

    /// Appends an operator. Where a method's name is expected it is one.
    mutating func operation(
        _ length: Int,
        _ after: RubyState,
        _ source: Span<UInt8>,
        _ tokens: inout [Token],
        flags: Token.Flags = []
    ) throws(LexError) {
        let start = offset
        offset += length
        let isName = state.has(.functionName)
        state = isName ? .endFunction : after
        if isName { nameIsRead() }
        previous = .other
        try append(.punctuator, from: start, source, &tokens, flags: flags)
    }

    /// Whether `=>` stands between the parts of a hash.
    private var isInHash: Bool {
        switch frames.last {
        case .hash, .bracket(UInt8(ascii: "]"), _): true
        default: false
        }
    }

    /// Whether a sign here belongs to what follows: `p -1`, `p *list`.
    func isArgumentSign(before next: UInt8, _ source: Span<UInt8>) -> Bool {
        state.isArgument && spaceSeen && next != 0x20 && !(0x09...0x0D).contains(next)
    }

    private mutating func plainOperator(
        _ byte: UInt8,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        let next = self.byte(source, at: offset + 1)
        let third = self.byte(source, at: offset + 2)
        let equals = UInt8(ascii: "=")
        switch byte {
        case equals:
            if next == equals { return try operation(third == equals ? 3 : 2, operand, source, &tokens) }
            guard next == UInt8(ascii: "~") || next == UInt8(ascii: ">") else {
                assignmentIsRead()
                return try operation(1, operand, source, &tokens)
            }
            try operation(2, operand, source, &tokens)
            guard next == UInt8(ascii: ">") else { return }
            previous = .hashRocket
            if !inRescue, !isInHash { inArrow = true }
        case UInt8(ascii: ">"):
            if next == byte { return try assigning(2, third, source, &tokens) }
            try operation(next == equals ? 2 : 1, operand, source, &tokens)
        case UInt8(ascii: "*"):
            try next == byte ? assigning(2, third, source, &tokens) : assigning(1, next, source, &tokens)
            previous = .star
        case UInt8(ascii: "&"):
            if next == byte {
                return try operation(third == equals ? 3 : 2, .begin, source, &tokens)
            }
            if next == UInt8(ascii: ".") { return try operation(2, .dot, source, &tokens) }
            try assigning(1, next, source, &tokens)
        case UInt8(ascii: "!"):
            if state.isName, next == UInt8(ascii: "@") { return try operation(2, .argument, source, &tokens) }
            try operation(next == equals || next == UInt8(ascii: "~") ? 2 : 1, operand, source, &tokens)
        case UInt8(ascii: "~"):
            try operation(state.isName && next == UInt8(ascii: "@") ? 2 : 1, operand, source, &tokens)
        default:
            try assigning(1, next, source, &tokens)
        }
    }

    /// An operator of some bytes, or that operator and `=`.
    private mutating func assigning(
        _ length: Int,
        _ next: UInt8,
        _ source: Span<UInt8>,
        _ tokens: inout [Token]
    ) throws(LexError) {
        if next == UInt8(ascii: "=") { return try operation(length + 1, .begin, source, &tokens) }
        try operation(length, operand, source, &tokens)
    }

    private mutating func sign(_ byte: UInt8, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let next = self.byte(source, at: offset + 1)
        if state.isName { return try operation(next == UInt8(ascii: "@") ? 2 : 1, .argument, source, &tokens) }
        if next == UInt8(ascii: "=") { return try operation(2, .begin, source, &tokens) }
        if byte == UInt8(ascii: "-"), next == UInt8(ascii: ">") {
            try operation(2, .endFunction, source, &tokens)
            previous = .lambda
            inLambdaHead = true
            return
        }
        let isSign = state.isBegin || isArgumentSign(before: next, source)
        if isSign, byte == UInt8(ascii: "+"), next.isASCIIDigit {
            let start = offset
            offset += 1
            return try number(from: start, source, &tokens)
        }
        try operation(1, .begin, source, &tokens)
    }

    private mutating func less(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let next = byte(source, at: offset + 1)
        let third = byte(source, at: offset + 2)
        let less = UInt8(ascii: "<")
        let mayBeHeredoc =
            next == less && !state.has([.dot, .classWord]) && !state.isEnd
            && (!state.isArgument || state.has(.labeled) || spaceSeen)
        if mayBeHeredoc, try heredoc(source, &tokens) { return }
        if !state.isName, state.has(.classWord) { commandStart = true }
        if next == less { return try assigning(2, third, source, &tokens) }
        let equals = UInt8(ascii: "=")
        let length = next == equals ? (third == UInt8(ascii: ">") ? 3 : 2) : 1
        try operation(length, operand, source, &tokens)
    }

    private mutating func pipe(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let next = byte(source, at: offset + 1)
        if case .pipes? = frames.last {
            frames.removeLast()
            try operation(1, [.begin, .label], source, &tokens)
            commandStart = true
            return
        }
        if previous == .blockOpen {
            try operation(1, [.begin, .label], source, &tokens)
            frames.append(.pipes)
            return
        }
        if next == UInt8(ascii: "|"), state.has(.begin) { return try operation(1, [.begin, .label], source, &tokens) }
        if next == UInt8(ascii: "|") {
            return try operation(byte(source, at: offset + 2) == UInt8(ascii: "=") ? 3 : 2, .begin, source, &tokens)
        }
        if next == UInt8(ascii: "=") { return try operation(2, .begin, source, &tokens) }
        try operation(1, state.isName ? .argument : [.begin, .label], source, &tokens)
    }

    private mutating func slash(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let next = byte(source, at: offset + 1)
        if state.isBegin { return try regularExpression(source, &tokens) }
        if next == UInt8(ascii: "=") { return try operation(2, .begin, source, &tokens) }
        if isArgumentSign(before: next, source) { return try regularExpression(source, &tokens) }
        try operation(1, operand, source, &tokens)
    }

    private mutating func regularExpression(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let start = offset
        offset += 1
        let string = RubyString(.regularExpression, open: 0, close: UInt8(ascii: "/"), expands: true)
        try begin(string, from: start, source, &tokens)
    }

    private mutating func colon(_ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        let next = byte(source, at: offset + 1)
        if next == UInt8(ascii: ":") {
            let isTop =
                state.isBegin || state.has(.classWord) || state.isArgument && spaceSeen && !isSpace(offset + 2, source)
            return try operation(2, isTop ? .begin : behindDot, source, &tokens)
        }
        if state.isEnd || next == UInt8(ascii: "#") || offset + 1 >= source.count || isSpace(offset + 1, source) {
            return try operation(1, .begin, source, &tokens)
        }
        try symbol(source, &tokens)
    }

    /// Behind the dot of a name; in a definition the name of the method follows.
    private var behindDot: RubyState { definition == .singletonName ? .functionName : .dot }

    func isSpace(_ index: Int, _ source: Span<UInt8>) -> Bool {
        let byte = self.byte(source, at: index)
        return byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private mutating func separator(_ byte: UInt8, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        switch byte {
        case UInt8(ascii: ","):
            try operation(1, isUndefining ? [.functionName, .functionItem] : [.begin, .label], source, &tokens)
            previous = .comma
        case UInt8(ascii: ";"):
            leaveStatement()
            state = []
            try operation(1, .begin, source, &tokens)
            commandStart = true
        default:
            guard self.byte(source, at: offset + 1) == byte else {
                return try operation(1, behindDot, source, &tokens)
            }
            let length = self.byte(source, at: offset + 2) == byte ? 3 : 2
            try operation(length, length == 3 && isInParameters ? .endArgument : .begin, source, &tokens)
        }
    }

    // MARK: Brackets

    private mutating func open(_ byte: UInt8, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        switch byte {
        case UInt8(ascii: "("):
            var parameters = RubyParameters.none
            // `(a, b)` among parameters takes one apart.
            if previous == .lambda || isInParameters && state.has(.label) { parameters = .lambda }
            if definition == .afterSingletonName { parameters = .definition }
            if definition == .name {
                definition = .receiver
                definitionDepth = frames.count
            } else if definition != .receiver {
                definition = .none
            }
            state = []
            try operation(1, [.begin, .label], source, &tokens)
            frames.append(.bracket(closing: UInt8(ascii: ")"), parameters: parameters))
        case UInt8(ascii: "["):
            if state.isName {
                guard self.byte(source, at: offset + 1) == UInt8(ascii: "]") else {
                    try operation(1, [.argument, .label], source, &tokens)
                    frames.append(.bracket(closing: UInt8(ascii: "]"), parameters: .none))
                    return
                }
                let isSetter = self.byte(source, at: offset + 2) == UInt8(ascii: "=")
                return try operation(isSetter ? 3 : 2, .argument, source, &tokens)
            }
            try operation(1, [.begin, .label], source, &tokens)
            frames.append(.bracket(closing: UInt8(ascii: "]"), parameters: .none))
        default:
            let isBlock = previous == .lambda || state.opensBlock
            let flags: Token.Flags = isBlock ? .opensBlock : []
            try operation(1, isBlock ? .begin : [.begin, .label], source, &tokens, flags: flags)
            guard isBlock else { return frames.append(.hash) }
            commandStart = true
            inLambdaHead = false
            inArrow = false
            frames.append(.brace(scopes.enter(closed: false)))
            previous = .blockOpen
        }
    }

    private mutating func close(_ byte: UInt8, _ source: Span<UInt8>, _ tokens: inout [Token]) throws(LexError) {
        // A block that was taken for open, but is not, ends with the brackets around it.
        while case .block(let block)? = frames.last, frames.count > 1 {
            close(block)
            summary.note(at: offset)
        }
        var after: RubyState = byte == UInt8(ascii: ")") ? .endFunction : .end
        var isBalanced = false
        var closesParameters = false
        switch frames.last {
        case .bracket(byte, let parameters):
            isBalanced = true
            closesParameters = parameters == .definition
        case .brace(let mark) where byte == UInt8(ascii: "}"):
            isBalanced = true
            scopes.leave(mark)
        case .hash where byte == UInt8(ascii: "}"), .embedded where byte == UInt8(ascii: "}"):
            isBalanced = true
        default: break
        }
        if isBalanced { frames.removeLast() }
        if closesParameters { after = .begin }
        state = []
        try operation(1, after, source, &tokens, flags: isBalanced ? [] : .malformed)
        if closesParameters {
            commandStart = true
            definition = .afterParameters
        }
        if definition == .receiver, frames.count == definitionDepth { definition = .afterName }
    }
}
