import SallyportLexing

/// Calls of constants whose result is a text that is known: what splits a name into pieces puts it together again.
extension RubyLexemes {
    /// Elements of a list that is put together; a longer one is data.
    private static let elementsMax = 4096

    /// Replaces the call that has just ended by its result: `%w[a b].join`, `"cba".reverse`, `[97].pack("C*")`.
    func foldCall(_ source: Span<UInt8>, _ stream: inout LexemeStream) {
        var open = stream.count - 2
        var argument: [UInt8] = []
        if stream.kind(at: open) == .string {
            argument = stream.bytes(at: open, in: source)
            open -= 1
        }
        guard open >= 3, stream.kind(at: open) == .openParenthesis, stream.kind(at: open - 1) == .name,
            stream.kind(at: open - 2) == .dot
        else { return }
        let method = vocabulary[stream.lexemes[open - 1].entry].spelling
        guard Self.methods.contains(method), let receiver = receiver(endingAt: open - 3, stream, source) else { return }
        guard let value = Self.result(of: method, receiver, argument) else { return }
        let first = stream.lexemes[receiver.start]
        let end = stream.lexemes.last?.end ?? first.end
        stream.lexemes.removeLast(stream.count - receiver.start)
        stream.appendValue(value, start: first.start, end: end, flags: [], source, vocabulary)
    }

    private static let methods: Set<String> = ["join", "reverse", "pack", "upcase", "downcase", "tr"]

    /// A constant in front of a dot, and where it starts.
    private func receiver(
        endingAt end: Int,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> (start: Int, texts: [[UInt8]], numbers: [UInt32])? {
        if stream.kind(at: end) == .string {
            return (end, [stream.bytes(at: end, in: source)], [])
        }
        guard stream.kind(at: end) == .closeBracket else { return nil }
        var texts: [[UInt8]] = []
        var numbers: [UInt32] = []
        var index = end - 1
        while index >= 0, end - index <= Self.elementsMax {
            switch stream.kind(at: index) {
            case .string: texts.append(stream.bytes(at: index, in: source))
            case .number:
                guard let number = Self.number(stream.bytes(at: index, in: source)) else { return nil }
                numbers.append(number)
            case .comma: break
            case .openBracket:
                // Behind a value the brackets are an index.
                let before = index > 0 ? stream.lexemes[index - 1] : nil
                guard before?.endsValue != true || before?.kind == .name, texts.isEmpty || numbers.isEmpty else {
                    return nil
                }
                return (index, texts.reversed(), numbers.reversed())
            default: return nil
            }
            index -= 1
        }
        return nil
    }

    private static func number(_ bytes: [UInt8]) -> UInt32? {
        let text = String(decoding: bytes, as: UTF8.self).replacing("_", with: "")
        return text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
    }

    private static func result(
        of method: String,
        _ receiver: (start: Int, texts: [[UInt8]], numbers: [UInt32]),
        _ argument: [UInt8]
    ) -> [UInt8]? {
        switch method {
        case "join":
            guard receiver.numbers.isEmpty, !receiver.texts.isEmpty else { return nil }
            return Array(receiver.texts.joined(separator: argument))
        case "pack":
            guard receiver.texts.isEmpty, let form = argument.first, "CcU".utf8.contains(form) else { return nil }
            guard form == UInt8(ascii: "U") else { return receiver.numbers.map { UInt8(truncatingIfNeeded: $0) } }
            return Array(String(String.UnicodeScalarView(receiver.numbers.compactMap { Unicode.Scalar($0) })).utf8)
        default:
            guard receiver.numbers.isEmpty, receiver.texts.count == 1, let text = receiver.texts.first else {
                return nil
            }
            switch method {
            case "reverse":
                return String(decoding: text, as: UTF8.self).reversed().reduce(into: []) {
                    $0 += Array(String($1).utf8)
                }
            case "upcase": return text.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
            case "downcase": return text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            default: return nil
            }
        }
    }

    /// `"a#{"b"}"`: a constant in a substitution is a part of the text.
    func foldSubstitution(_ source: Span<UInt8>, _ stream: inout LexemeStream) -> Bool {
        let last = stream.count - 1
        guard last >= 3, stream.kind(at: last) == .string, stream.kind(at: last - 1) == .openParenthesis,
            stream.kind(at: last - 2) == .plus, stream.kind(at: last - 3) == .string
        else { return false }
        let piece = stream.bytes(at: last, in: source)
        let saved = Array(stream.lexemes[(last - 2)...])
        stream.lexemes.removeLast(3)
        if stream.joinAdjacent(piece, source, vocabulary) { return true }
        stream.lexemes += saved
        return false
    }
}
