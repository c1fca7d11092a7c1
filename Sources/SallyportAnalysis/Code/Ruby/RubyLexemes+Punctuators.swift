import SallyportLexing

/// Operators and brackets.
extension RubyLexemes {
    mutating func punctuator(_ index: Int, _ source: Span<UInt8>, _ stream: inout LexemeStream) -> Int {
        let token = tokens[index]
        switch token.lead {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            return opening(index, source, &stream)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            closing(token, source, &stream)
        case UInt8(ascii: "#"):
            // A substitution: `#{`, or a variable behind the sign.
            stream.append(.plus, token)
            if token.count == 2 {
                stream.append(.openParenthesis, token)
                open.append(.substitution)
            } else if index + 1 < tokens.count {
                _ = identifier(index + 1, source, &stream)
                stream.append(.plus, token)
                return index + 2
            }
        case UInt8(ascii: ","):
            stream.joinLast(source, vocabulary)
            if !dispatches(endsCall: false, &stream, source) { stream.append(.comma, token) }
        case UInt8(ascii: ";"):
            newline(token, &stream)
        default: operation(index, source, &stream)
        }
        return index + 1
    }

    private mutating func opening(_ index: Int, _ source: Span<UInt8>, _ stream: inout LexemeStream) -> Int {
        let token = tokens[index]
        if token.flags.contains(.opensBlock) { return block(index, source, &stream) }
        switch token.lead {
        case UInt8(ascii: "("):
            stream.appendOpening(.openParenthesis, token)
            open.append(.parenthesis)
        case UInt8(ascii: "["):
            stream.append(token.count == 1 ? .openBracket : .sign, token)
            if token.count == 1 { open.append(.bracket) }
        default:
            stream.append(.openBrace, token)
            open.append(.hash)
        }
        return index + 1
    }

    private mutating func closing(_ token: Token, _ source: Span<UInt8>, _ stream: inout LexemeStream) {
        closeCommands(&stream)
        guard let last = open.last else { return }
        switch (last, token.lead) {
        case (.parenthesis, UInt8(ascii: ")")):
            open.removeLast()
            stream.joinLast(source, vocabulary)
            guard !dispatches(endsCall: true, &stream, source) else { return }
            stream.append(.closeParenthesis, token)
            foldCall(source, &stream)
        case (.bracket, UInt8(ascii: "]")):
            open.removeLast()
            stream.appendClosingBracket(token, source, vocabulary)
        case (.hash, UInt8(ascii: "}")):
            open.removeLast()
            stream.append(.closeBrace, token)
        case (.substitution, UInt8(ascii: "}")):
            open.removeLast()
            if foldSubstitution(source, &stream) { return }
            stream.append(.closeParenthesis, token)
            stream.append(.plus, token)
        case (.block(let endsCall), UInt8(ascii: "}")):
            open.removeLast()
            stream.append(.closeBrace, token)
            if endsCall { closeAdded(&stream) }
        default: break
        }
    }

    private mutating func operation(_ index: Int, _ source: Span<UInt8>, _ stream: inout LexemeStream) {
        let token = tokens[index]
        let second = token.count > 1 ? source[Int(token.start) + 1] : 0
        let equals = UInt8(ascii: "=")
        switch (token.lead, second, token.count) {
        case (UInt8(ascii: "."), 0, _), (UInt8(ascii: "&"), UInt8(ascii: "."), _): stream.append(.dot, token)
        case (UInt8(ascii: ":"), UInt8(ascii: ":"), _):
            // At the beginning of a name it says only that the name is a global one.
            let isPart = stream.lexemes.last?.endsValue == true && index > 0 && tokens[index - 1].end == token.start
            if isPart { stream.append(.dot, token) }
        case (UInt8(ascii: "-"), UInt8(ascii: ">"), _): lambdaPending = true
        case (equals, UInt8(ascii: ">"), _): stream.append(.colon, token)
        case (equals, 0, _): stream.append(.assign, token)
        case (UInt8(ascii: "+"), 0, _): stream.append(.plus, token)
        case (UInt8(ascii: "<"), UInt8(ascii: "<"), 2): stream.append(.plus, token)
        case (UInt8(ascii: "/"), 0, _): stream.append(.slash, token)
        case (UInt8(ascii: ":"), 0, _): stream.append(.colon, token)
        default:
            let isComparison = [equals, UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">")].contains(token.lead)
            let isAssignment =
                token.count > 1 && source[Int(token.end) - 1] == equals
                && (!isComparison || token.count == 3 && token.lead == second && token.lead != equals)
            stream.append(isAssignment ? .assign : .sign, token)
        }
    }

    /// `send(:name, …)` is `name(…)`, and `const_get("Name")` is `Name`: what a constant names is put in its place.
    private func dispatches(endsCall: Bool, _ stream: inout LexemeStream, _ source: Span<UInt8>) -> Bool {
        let last = stream.lexemes.count - 1
        guard last >= 2, stream.lexemes[last].kind == .string, stream.lexemes[last - 1].kind == .openParenthesis,
            stream.lexemes[last - 2].kind == .name,
            vocabulary[stream.lexemes[last - 2].entry].keyword == .dispatch, stream.byteCount(at: last) <= 64
        else { return false }
        let name = stream.bytes(at: last, in: source)
        let string = stream.lexemes[last]
        let parenthesis = stream.lexemes[last - 1]
        let isName = endsCall && vocabulary[stream.lexemes[last - 2].entry].spelling != "send"
        stream.lexemes.removeLast(3)
        let hash = NameHash.of(name)
        let entry = vocabulary.position(hash: hash, length: name.count)
        if entry != 0 { stream.noteInterest(vocabulary[entry], entry) }
        stream.lexemes.append(
            Lexeme(
                .name,
                start: string.start,
                end: string.end,
                entry: entry,
                identity: UInt32(truncatingIfNeeded: hash)
            )
        )
        if !isName { stream.lexemes.append(parenthesis) }
        // A call that ends here needs its closing parenthesis still.
        return !endsCall || isName
    }
}
