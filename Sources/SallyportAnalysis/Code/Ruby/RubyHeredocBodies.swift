import SallyportLexing
import SallyportModel

/// Which tokens are the text of which here-document: they stand behind the line that announces it.
struct RubyHeredocBodies {
    /// The tokens of the text, by the position of the token that announces it.
    private var bodies: [Int: Range<Int>] = [:]
    /// The ends of texts by the position of their first token.
    private var ends: [Int: Int] = [:]

    init() {}

    init(_ tokens: [Token], _ source: Span<UInt8>) {
        guard tokens.contains(where: { $0.kind == .heredocStart }) else { return }
        var waiting: [Int] = []
        var next = 0
        var current: (start: Int, first: Int)?
        var nested = 0
        var lineEnd = 0
        for (index, token) in tokens.enumerated() {
            if current == nil, next < waiting.count, Int(token.start) >= lineEnd {
                current = (waiting[next], index)
                next += 1
                nested = 0
            }
            guard let (start, first) = current else {
                if token.kind == .heredocStart {
                    if Int(token.start) >= lineEnd { lineEnd = Self.lineEnd(source, Int(token.end)) }
                    waiting.append(index)
                }
                continue
            }
            if token.kind == .heredocStart { nested += 1 }
            guard token.kind == .heredocEnd else { continue }
            nested -= 1
            guard nested < 0 else { continue }
            bodies[start] = first..<(index + 1)
            ends[first] = index + 1
            current = nil
        }
    }

    private static func lineEnd(_ source: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < source.count, source[end] != 0x0A { end += 1 }
        return end
    }

    /// The tokens of the text that the token at a position announces.
    func body(of index: Int) -> Range<Int>? { bodies[index] }

    /// The position behind a text that begins at a position.
    func end(ofBodyAt index: Int) -> Int? { ends.isEmpty ? nil : ends[index] }
}

extension RubyLexemes {
    /// What stands behind `__END__` is data that a source which makes code of values may run, as it is or out of comments.
    static func readTrailer(_ tokens: [Token], _ source: Span<UInt8>, _ collector: inout FindingsCollector) {
        guard let trailer = tokens.last(where: { $0.kind != .newline }), trailer.kind == .trailer,
            collector.has(.capabilityDynamicCode, atLeast: .use)
        else { return }
        var text: [UInt8] = []
        var isLineStart = false
        for offset in trailer.range.dropFirst("__END__".utf8.count) {
            let byte = source[offset]
            if byte == 0x0A {
                isLineStart = true
            } else if isLineStart, byte == UInt8(ascii: "#") {
                // Of a line that is a comment the rest is what runs.
                continue
            } else if byte != 0x20 {
                isLineStart = false
            }
            text.append(byte)
        }
        collector.addInline(text, as: .ruby, at: Int(trailer.start))
    }
}
