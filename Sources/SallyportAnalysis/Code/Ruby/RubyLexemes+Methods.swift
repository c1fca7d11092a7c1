import SallyportLexing

/// Methods and blocks.
extension RubyLexemes {
    /// Tokens of parameters that are looked through; behind more of them they are read as a part of the body.
    private static let parametersMax = 512

    /// `def name(a, b)`: gives the position of the body.
    mutating func method(_ index: Int, _ source: Span<UInt8>, _ stream: inout LexemeStream) -> Int {
        appendWord("def", tokens[index], &stream)
        var name = index + 1
        // `def self.name`: what stands before the dot is not the name.
        while name + 2 < tokens.count, name < index + 8, tokens[name + 1].kind == .punctuator,
            tokens[name + 1].lead == UInt8(ascii: ".") || tokens[name + 1].matches("::", in: source)
        {
            name += 2
        }
        guard name < tokens.count else { return name }
        let hash = NameHash.of(source, Int(tokens[name].start), Int(tokens[name].end))
        stream.lexemes.append(
            Lexeme(
                .name,
                start: tokens[name].start,
                end: tokens[name].end,
                flags: .member,
                identity: UInt32(truncatingIfNeeded: hash)
            )
        )
        let (names, next) = parameterRange(behind: name)
        let isEndless = next < tokens.count && tokens[next].isPunctuator(UInt8(ascii: "="))
        begin(names, tokens[name], isEndless ? .endlessMethod : .method, arrow: false, source, &stream)
        return isEndless ? next + 1 : next
    }

    /// The parameters behind the name of a method, and what follows them.
    private func parameterRange(behind name: Int) -> (names: Range<Int>, next: Int) {
        let first = name + 1
        guard defaultsDepth < Self.defaultsDepthMax, first < tokens.count, tokens[first].kind != .newline,
            !tokens[first].isPunctuator(UInt8(ascii: "="))
        else {
            return (first..<first, first)
        }
        let isBracketed = tokens[first].isPunctuator(UInt8(ascii: "("))
        let start = isBracketed ? first + 1 : first
        var depth = 0
        for end in start..<max(start, min(tokens.count, start + Self.parametersMax)) {
            let token = tokens[end]
            if isBracketed {
                if token.isPunctuator(UInt8(ascii: "(")) { depth += 1 }
                guard token.isPunctuator(UInt8(ascii: ")")) else { continue }
                if depth == 0 { return (start..<end, end + 1) }
                depth -= 1
            } else if token.kind == .newline || token.isPunctuator(UInt8(ascii: ";")) {
                return (start..<end, end)
            }
        }
        return (first..<first, first)
    }

    /// Opens a body: its parameters, and then what their default values do, for that runs with it.
    private mutating func begin(
        _ names: Range<Int>,
        _ place: Token,
        _ kind: Open,
        arrow: Bool,
        _ source: Span<UInt8>,
        _ stream: inout LexemeStream
    ) {
        parameters(names, place, source, &stream)
        if arrow { stream.append(.arrow, place) }
        stream.append(.openBrace, place)
        open.append(kind)
        let hasDefaults = names.contains { tokens[$0].kind == .label || tokens[$0].isPunctuator(UInt8(ascii: "=")) }
        guard hasDefaults else { return }
        defaultsDepth += 1
        let depth = open.count
        var index = names.lowerBound
        while index < names.upperBound { index = step(index, source, &stream) }
        closeCommands(&stream)
        // What a default left open is not closed by the body.
        if open.count > depth { open.removeLast(open.count - depth) }
        stream.append(.newline, place)
        defaultsDepth -= 1
    }

    /// Defaults that stand in each other; deeper ones are read as a part of the body, so that nothing is read often.
    private static let defaultsDepthMax = 4

    /// The names of parameters, in parentheses.
    private func parameters(
        _ range: Range<Int>,
        _ place: Token,
        _ source: Span<UInt8>,
        _ stream: inout LexemeStream
    ) {
        stream.append(.openParenthesis, place)
        var isExpected = true
        for index in range {
            let token = tokens[index]
            switch token.kind {
            case .identifier where isExpected, .label where isExpected:
                let end = token.kind == .label ? Int(token.end) - 1 : Int(token.end)
                let hash = NameHash.of(source, Int(token.start), end)
                stream.lexemes.append(
                    Lexeme(
                        .name,
                        start: token.start,
                        end: UInt32(truncatingIfNeeded: end),
                        entry: vocabulary.position(hash: hash, length: end - Int(token.start)),
                        identity: UInt32(truncatingIfNeeded: hash)
                    )
                )
                isExpected = false
            case .punctuator where token.isPunctuator(UInt8(ascii: ",")):
                stream.append(.comma, token)
                isExpected = true
            default: continue
            }
        }
        stream.append(.closeParenthesis, place)
    }

    /// `do |a|` or `{ |a|`: a function that the call before is given. Gives the position of the body.
    mutating func block(_ index: Int, _ source: Span<UInt8>, _ stream: inout LexemeStream) -> Int {
        let token = tokens[index]
        if lambdaPending {
            lambdaPending = false
            stream.append(.arrow, token)
            stream.append(.openBrace, token)
            open.append(.block(endsCall: false))
            return index + 1
        }
        let endsCall = joinsCall(token, source, &stream)
        let first = index + 1
        var names = first..<first
        var next = first
        if defaultsDepth < Self.defaultsDepthMax, first < tokens.count, tokens[first].isPunctuator(UInt8(ascii: "|")) {
            let limit = min(tokens.count, first + Self.parametersMax)
            var end = first + 1
            while end < limit, !tokens[end].isPunctuator(UInt8(ascii: "|")), tokens[end].kind != .newline { end += 1 }
            if end < limit, tokens[end].kind != .newline {
                names = (first + 1)..<end
                next = end + 1
            }
        }
        begin(names, token, .block(endsCall: endsCall), arrow: true, source, &stream)
        return next
    }

    /// Makes room for a block among the arguments of the call that it belongs to.
    private mutating func joinsCall(_ token: Token, _ source: Span<UInt8>, _ stream: inout LexemeStream) -> Bool {
        if token.lead == UInt8(ascii: "d") {
            // `do` belongs to the outermost call without parentheses.
            var isInCommand = false
            while case .command? = open.last {
                if isInCommand { closeAdded(&stream) }
                isInCommand = true
                open.removeLast()
            }
            if isInCommand {
                stream.append(.comma, token)
                return true
            }
        }
        switch stream.lexemes.last?.kind {
        case .closeParenthesis:
            stream.lexemes.removeLast()
            if stream.lexemes.last?.kind != .openParenthesis { stream.append(.comma, token) }
            return true
        case .name:
            stream.append(.openParenthesis, token)
            return true
        default: return false
        }
    }
}
