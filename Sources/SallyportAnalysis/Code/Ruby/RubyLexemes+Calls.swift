import SallyportLexing

/// Names and words: calls without parentheses.
extension RubyLexemes {
    mutating func identifier(_ index: Int, _ source: Span<UInt8>, _ stream: inout LexemeStream) -> Int {
        let token = tokens[index]
        let hash = NameHash.of(source, Int(token.start), Int(token.end))
        var entry = vocabulary.position(hash: hash, length: token.count)
        let isMember = stream.lexemes.last?.kind == .dot
        if isMember, isConversion(token, source), stream.kind(at: stream.count - 2) == .string {
            stream.lexemes.removeLast()
            return index + 1
        }
        if isMember, token.matches("call", in: source), !calledName(stream).isEmpty {
            // `method(:name).call(…)` calls what stands before.
            stream.lexemes.removeLast()
            if beginsArguments(behind: index, source) {
                open.append(.command)
                stream.lexemes.append(Lexeme(.openParenthesis, start: token.end, end: token.end))
            }
            return index + 1
        }
        let startsArguments = beginsArguments(behind: index, source)
        // With a block of its own, such a method makes no code of a value.
        if vocabulary[entry].global.contains(.evaluate), isGivenBlock(index, startsArguments) { entry = 0 }
        if entry != 0 { stream.noteInterest(vocabulary[entry], entry) }
        stream.lexemes.append(
            Lexeme(
                .name,
                start: token.start,
                end: token.end,
                flags: token.flags.contains(.newlineBefore) ? .newlineBefore : [],
                entry: entry,
                identity: UInt32(truncatingIfNeeded: hash)
            )
        )
        if startsArguments {
            open.append(.command)
            let at = token.end
            stream.lexemes.append(Lexeme(.openParenthesis, start: at, end: at))
        } else if isMember, entry != 0, !isFollowedByArguments(index) {
            // A method that is called with nothing is called all the same.
            stream.lexemes.append(Lexeme(.openParenthesis, start: token.end, end: token.end))
            closeAdded(&stream)
            foldCall(source, &stream)
        }
        return index + 1
    }

    /// `"name".to_sym` and its kin, which change nothing that matters.
    private func isConversion(_ token: Token, _ source: Span<UInt8>) -> Bool {
        switch token.count {
        case 3, 4, 5, 6:
            return ["to_sym", "to_s", "to_str", "freeze", "intern", "dup"].contains { token.matches($0, in: source) }
        default: return false
        }
    }

    /// What the name before the dot at the end means.
    private func calledName(_ stream: LexemeStream) -> Meaning {
        let position = stream.count - 2
        guard stream.kind(at: position) == .name else { return [] }
        return vocabulary[stream.lexemes[position].entry].global.intersection([.spawn, .evaluate, .require, .open])
    }

    private func isGivenBlock(_ index: Int, _ startsArguments: Bool) -> Bool {
        guard index + 1 < tokens.count else { return true }
        let next = tokens[index + 1]
        if next.flags.contains(.opensBlock) { return true }
        if next.isPunctuator(UInt8(ascii: "(")) {
            return index + 2 < tokens.count && tokens[index + 2].isPunctuator(UInt8(ascii: "&"))
        }
        return startsArguments && next.isPunctuator(UInt8(ascii: "&"))
    }

    private func isFollowedByArguments(_ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let next = tokens[index + 1]
        if next.flags.contains(.opensBlock) { return true }
        guard next.kind == .punctuator else { return false }
        switch next.lead {
        case UInt8(ascii: "("), UInt8(ascii: "="): return true
        case UInt8(ascii: "+"), UInt8(ascii: "|"), UInt8(ascii: "&"):
            return next.count > 1 && next.lead != UInt8(ascii: "&")
        case UInt8(ascii: ":"): return next.count == 2
        default: return false
        }
    }

    /// Whether arguments follow a name without parentheses: on the same line, something that begins a value.
    private func beginsArguments(behind index: Int, _ source: Span<UInt8>) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let next = tokens[index + 1]
        guard !next.flags.contains(.newlineBefore), next.count > 0 else { return false }
        let isApart = next.start > tokens[index].end
        switch next.kind {
        case .string, .formattedStart, .heredocStart, .command, .words, .symbol, .regularExpression:
            return true
        case .identifier, .number, .label: return isApart
        case .keyword:
            guard isApart else { return false }
            return [
                "self", "nil", "true", "false", "lambda", "proc", "defined?", "not", "__FILE__", "case", "super",
                "yield",
            ]
            .contains { next.matches($0, in: source) }
        case .punctuator:
            let isTight = index + 2 < tokens.count && tokens[index + 2].start == next.end
            guard isApart else { return false }
            switch next.lead {
            case UInt8(ascii: "-"):
                return next.count == 2 && source[Int(next.start) + 1] == UInt8(ascii: ">") || next.count == 1 && isTight
            case UInt8(ascii: "*"), UInt8(ascii: "&"):
                return isTight && next.count <= 2 && !next.matches("&.", in: source) && !next.matches("&&", in: source)
            case UInt8(ascii: "["): return isTight && next.count == 1
            case UInt8(ascii: ":"): return next.count == 2 && isTight
            default: return false
            }
        default: return false
        }
    }

    // MARK: Words

    mutating func keyword(_ index: Int, _ source: Span<UInt8>, _ stream: inout LexemeStream) -> Int {
        let token = tokens[index]
        if token.matches("end", in: source) {
            endWord(token, &stream)
            return index + 1
        }
        if token.flags.contains(.opensBlock) {
            if token.matches("do", in: source) { return block(index, source, &stream) }
            if token.matches("def", in: source) { return method(index, source, &stream) }
            open.append(.statement)
        } else if endsArguments(token, source) {
            closeCommands(&stream)
        }
        if token.matches("self", in: source), stream.lexemes.last?.kind != .dot,
            index + 1 < tokens.count, tokens[index + 1].isPunctuator(UInt8(ascii: "."))
        {
            // `self.name` is `name`.
            return index + 2
        }
        let hash = NameHash.of(source, Int(token.start), Int(token.end))
        let entry = vocabulary.position(hash: hash, length: token.count)
        stream.lexemes.append(
            Lexeme(
                entry == 0 && !token.matches("__FILE__", in: source) ? .other : .name,
                start: token.start,
                end: token.end,
                entry: entry,
                identity: UInt32(truncatingIfNeeded: hash)
            )
        )
        return index + 1
    }

    /// Modifiers and conjunctions, before which a call's arguments end.
    private func endsArguments(_ token: Token, _ source: Span<UInt8>) -> Bool {
        ["if", "unless", "while", "until", "rescue", "and", "or", "then", "do", "else", "when", "in"].contains {
            token.matches($0, in: source)
        }
    }

    private mutating func endWord(_ token: Token, _ stream: inout LexemeStream) {
        closeCommands(&stream)
        switch open.last {
        case .statement:
            open.removeLast()
            if stream.lexemes.last?.kind != .newline { stream.append(.newline, token) }
        case .method:
            open.removeLast()
            // The value of the last statement is the method's.
            if stream.lexemes.last?.kind == .newline { stream.lexemes.removeLast() }
            stream.append(.closeBrace, token)
        case .block(let endsCall):
            open.removeLast()
            stream.append(.closeBrace, token)
            if endsCall { closeAdded(&stream) }
        default: break
        }
    }
}
