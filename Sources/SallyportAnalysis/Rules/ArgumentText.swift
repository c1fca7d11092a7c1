/// The text that arguments spell, as far as constants say: what is not known is U+0001.
enum ArgumentText {
    /// Lexemes that are looked at.
    private static let lexemesMax = 256
    /// Bytes of the text; calls inside calls would read one long constant again and again.
    private static let bytesMax = 1 << 20

    /// Reads arguments as one command line: `("tar", ["-x", file])` is `tar -x U+0001`.
    ///
    /// Commas are spaces, except inside a nested call, where they join a path. The package's own folder
    /// (`__dirname`) is a dot; the running interpreter is its name. Options in braces, and Python's named arguments,
    /// are left out.
    static func read(
        _ range: Range<Int>,
        _ language: Language,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> String {
        var text: [UInt8] = []
        var nesting = 0
        var braces = 0
        var skipsNamed = false
        var index = range.lowerBound
        let end = min(range.upperBound, range.lowerBound + lexemesMax)
        while index < end, text.count < bytesMax {
            defer { index += 1 }
            let kind = stream.kind(at: index)
            if kind == .openBrace { braces += 1 }
            if kind == .closeBrace { braces -= 1 }
            guard braces == 0 else { continue }
            if kind == .comma, nesting <= 0 { skipsNamed = false }
            guard !skipsNamed else { continue }
            switch kind {
            case .string:
                for byte in stream.bytes(at: index, in: source) where byte != 1 { text.append(byte) }
            case .name:
                if language == .python, nesting <= 0, stream.kind(at: index + 1) == .assign {
                    skipsNamed = true
                } else {
                    appendName(at: index, stream, source, &text)
                }
            case .openParenthesis: nesting += 1
            case .closeParenthesis: nesting -= 1
            case .comma: text.append(nesting > 0 ? UInt8(ascii: "/") : 0x20)
            default: continue
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func appendName(at index: Int, _ stream: LexemeStream, _ source: Span<UInt8>, _ text: inout [UInt8])
    {
        if let known = stream.known(at: index), stream.kind(at: index + 1) != .dot {
            for byte in stream.bytes(of: known, in: source) where byte != 1 { text.append(byte) }
            return
        }
        switch stream.text(at: index, in: source) {
        case "__dirname", "__dir__": text.append(UInt8(ascii: "."))
        case "execPath", "argv0": replaceHole(with: "node", &text)
        case "executable": replaceHole(with: "python", &text)
        default:
            // A name in front of a bracket or a dot is a function or an object; what follows says more.
            let next = stream.kind(at: index + 1)
            guard next != .openParenthesis, next != .dot, text.last != 1 else { return }
            text.append(1)
        }
    }

    private static func replaceHole(with word: String, _ text: inout [UInt8]) {
        if text.last == 1 { text.removeLast() }
        text += Array(word.utf8)
    }
}
