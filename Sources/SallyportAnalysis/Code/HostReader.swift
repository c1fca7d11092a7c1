import SallyportLexing

/// The hosts that the strings of one source name.
enum HostReader {
    /// Hosts of one file that are kept.
    static let hostsMax = 32
    /// Bytes of a string that is looked at: addresses are short.
    private static let textBytesMax = 2048

    /// The hosts in order of appearance, each once, with their lines.
    static func hosts(_ stream: LexemeStream, _ source: Span<UInt8>) -> [FoundHost] {
        var found: [(host: String, offset: Int)] = []
        var known: Set<String> = []
        for (index, lexeme) in stream.lexemes.enumerated() where lexeme.kind == .string {
            guard mayBeHost(lexeme, source), stream.byteCount(at: index) <= textBytesMax else { continue }
            guard let host = HostName.of(stream.bytes(of: lexeme, in: source)), !HostName.isLocal(host) else {
                continue
            }
            guard known.insert(host).inserted else { continue }
            found.append((host, Int(lexeme.start)))
            if found.count == hostsMax { break }
        }
        guard !found.isEmpty else { return [] }
        let lines = LineIndex(source)
        return found.map { FoundHost(host: $0.host, line: lines.line(of: min($0.offset, max(source.count - 1, 0)))) }
    }

    /// A cheap look at the first byte, before any are copied.
    @inline(__always)
    private static func mayBeHost(_ lexeme: Lexeme, _ source: Span<UInt8>) -> Bool {
        if lexeme.flags.contains(.folded) { return true }
        let start = Int(lexeme.start)
        guard Int(lexeme.end) - start >= 7, start < source.count else { return false }
        switch source[start] {
        case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "f"),
            UInt8(ascii: "/"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return true
        default: return false
        }
    }
}
