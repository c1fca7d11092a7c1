import SallyportLexing
import SallyportModel

/// The machinery of obfuscators that keep a program's words in one array.
///
/// An array of texts is turned until a sum of `parseInt` is right, and every word is fetched by a call with a number.
/// What is looked for is that: the turning, and the share of calls that fetch. Names say nothing.
enum StringArrayRule {
    /// Calls with one hexadecimal number.
    static let fetchesMin = 16
    /// Texts of one array.
    static let textsMin = 8
    /// Lexemes between the sum and the turning.
    static let nearMax = 400

    private struct Counts {
        var calls = 0
        var fetches = 0
        var turning = -1
        var sums: [Int] = []
        var texts = 0
        var textsMax = 0
    }

    static func look(at stream: LexemeStream, _ source: Span<UInt8>, _ collector: inout FindingsCollector) {
        var counts = Counts()
        for index in 0..<stream.count {
            switch stream.lexemes[index].kind {
            case .openParenthesis: call(index, stream, source, &counts)
            case .string: counts.texts += 1
            case .comma: continue
            default:
                if counts.texts > 0 {
                    counts.textsMax = max(counts.textsMax, counts.texts)
                    counts.texts = 0
                }
            }
        }
        counts.textsMax = max(counts.textsMax, counts.texts)
        let isMostly = counts.fetches >= fetchesMin && counts.fetches * 5 >= counts.calls
        let hasTexts = counts.textsMax >= textsMin
        if counts.turning >= 0, counts.fetches >= 4 || hasTexts {
            let detail = "an array of texts is turned and read by number, \(counts.fetches) times"
            collector.add(.hidingStringArray, detail, at: Int(stream.lexemes[counts.turning].start), .sensitive)
        } else if isMostly, hasTexts {
            let detail = "\(counts.fetches) of \(counts.calls) calls fetch a text by number"
            collector.add(.hidingStringArray, detail, at: 0, .sensitive)
        }
    }

    private static let push = UInt32(truncatingIfNeeded: NameHash.of("push".utf8))
    private static let shift = UInt32(truncatingIfNeeded: NameHash.of("shift".utf8))
    private static let parseInt = UInt32(truncatingIfNeeded: NameHash.of("parseInt".utf8))

    private static func call(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>, _ counts: inout Counts) {
        guard index > 0, stream.lexemes[index - 1].kind == .name else { return }
        counts.calls += 1
        let callee = stream.lexemes[index - 1]
        if stream.kind(at: index - 2) != .dot {
            if callee.identity == parseInt { counts.sums.append(index) }
            if isFetch(index, stream, source) { counts.fetches += 1 }
            return
        }
        // `words.push(words.shift())`
        guard callee.identity == push, index + 4 < stream.count, counts.turning < 0,
            stream.lexemes[index + 1].kind == .name, stream.kind(at: index + 2) == .dot,
            stream.lexemes[index + 3].identity == shift, stream.kind(at: index - 3) == .name,
            stream.lexemes[index - 3].identity == stream.lexemes[index + 1].identity
        else { return }
        let near = counts.sums.suffix(8).count { index - $0 <= nearMax }
        if near >= 3 { counts.turning = index }
    }

    /// `name(0x1a)`, `name(0x1a, "key")`
    private static func isFetch(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        guard stream.kind(at: index + 1) == .number else { return false }
        let next = stream.kind(at: index + 2)
        guard next == .closeParenthesis || next == .comma else { return false }
        let start = Int(stream.lexemes[index + 1].start)
        guard start + 2 < source.count else { return false }
        return source[start] == UInt8(ascii: "0") && source[start + 1] | 0x20 == UInt8(ascii: "x")
    }
}
