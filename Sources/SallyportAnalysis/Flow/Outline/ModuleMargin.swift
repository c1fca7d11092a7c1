import SallyportLexing

/// What stands at the left margin of a module of Python: its functions, and what only runs when it is the program.
struct ModuleMargin {
    /// A function at the left margin.
    struct Function {
        let name: UInt32
        /// What stands behind the colon; defaults and types in front of it are computed on import.
        let body: Range<Int>
        /// Whether it is decorated, or has a name by which Python calls it.
        let isCalledByItself: Bool
    }

    private(set) var functions: [Function] = []
    /// The bodies of `if __name__ == "__main__":`.
    private(set) var programs: [Range<Int>] = []

    init(_ stream: LexemeStream, _ source: Span<UInt8>) {
        var index = 0
        var isDecorated = false
        while index < stream.count {
            if Self.isSign("@", at: index, stream, source) {
                isDecorated = true
                index = Self.statementEnd(index, stream)
                continue
            }
            let word = Self.isWord(ModuleNames.async, at: index, stream) ? index + 1 : index
            if Self.isWord(ModuleNames.def, at: word, stream), stream.kind(at: word + 1) == .name {
                let body = Self.body(from: word + 2, stream)
                let name = stream.lexemes[word + 1]
                let isSpecial = stream.bytes(at: word + 1, in: source).starts(with: "__".utf8)
                functions.append(
                    Function(name: name.identity, body: body, isCalledByItself: isDecorated || isSpecial)
                )
                index = body.upperBound
            } else if Self.asksForProgram(index, stream, source) {
                let body = Self.body(from: index, stream)
                programs.append(body)
                index = body.upperBound
            } else {
                index = Self.statementEnd(index, stream)
            }
            isDecorated = false
        }
    }

    /// `if __name__ == "__main__":`, and nothing more.
    private static func asksForProgram(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        isWord(ModuleNames.ifWord, at: index, stream) && isWord(ModuleNames.ownName, at: index + 1, stream)
            && isSign("=", at: index + 2, stream, source) && stream.kind(at: index + 3) == .string
            && stream.bytes(at: index + 3, in: source).elementsEqual("__main__".utf8)
            && stream.kind(at: index + 4) == .colon
    }

    /// What stands behind the first colon outside brackets: the rest of the line, or the block below it.
    private static func body(from index: Int, _ stream: LexemeStream) -> Range<Int> {
        var position = index
        var depth = 0
        while position < stream.count {
            switch stream.kind(at: position) {
            case .openParenthesis, .openBracket, .openBrace: depth += 1
            case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
            case .colon where depth <= 0: return position + 1..<statementEnd(position + 1, stream)
            case .newline where depth <= 0: return position..<position
            default: break
            }
            position += 1
        }
        return stream.count..<stream.count
    }

    /// Behind the statement, with the block below its line, that holds a position of the left margin.
    private static func statementEnd(_ index: Int, _ stream: LexemeStream) -> Int {
        var position = index
        while position < stream.count, stream.kind(at: position) != .newline { position += 1 }
        position = min(position + 1, stream.count)
        guard stream.kind(at: position) == .indent else { return position }
        var depth = 0
        while position < stream.count {
            if stream.kind(at: position) == .indent { depth += 1 }
            if stream.kind(at: position) == .dedent { depth -= 1 }
            position += 1
            if depth == 0 { break }
        }
        return position
    }

    private static func isWord(_ word: UInt32, at index: Int, _ stream: LexemeStream) -> Bool {
        stream.kind(at: index) == .name && stream.lexemes[index].identity == word
            && stream.kind(at: index - 1) != .dot
    }

    private static func isSign(_ sign: Unicode.Scalar, at index: Int, _ stream: LexemeStream, _ source: Span<UInt8>)
        -> Bool
    {
        guard stream.kind(at: index) == .sign else { return false }
        let start = Int(stream.lexemes[index].start)
        return start < source.count && source[start] == UInt8(ascii: sign)
    }
}
