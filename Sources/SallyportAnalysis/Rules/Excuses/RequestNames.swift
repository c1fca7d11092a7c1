import SallyportLexing

/// What may hold a request, by its name: much besides has `headers`, a table, a program for macOS, an answer.
enum RequestNames {
    /// What findings call the values of a request.
    static let brought = "what a request brings"

    /// Letters that names of requests, and of what hands them on, have in them.
    private static let texts = [
        "req", "ctx", "cont", "ev", "mes", "msg", "inc", "conn", "env", "scope", "hand", "http", "self", "this", "call",
        "packet", "client", "sock", "stream", "data", "input", "param", "arg", "body", "info", "frame", "job", "task",
    ]
    private static let parts = texts.map { Part($0) }
    /// The longest name that says nothing: minified code has no others.
    private static let shortMax = 2

    /// At most eight letters, the first one in the lowest byte, with a mask of as many bytes.
    private struct Part {
        let letters: UInt64
        let mask: UInt64

        init(_ text: String) {
            letters = text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
            mask = text.utf8.reduce(0) { mask, _ in mask << 8 | 0xFF }
        }
    }

    /// Whether the value that ends at a position may hold a request; what is no plain name may.
    static func mayHold(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        guard stream.kind(at: index) == .name, stream.byteCount(at: index) <= 64 else { return true }
        return mayHold(name: stream.bytes(at: index, in: source))
    }

    /// The same for a name: its letters are looked at eight at a time, from its end.
    static func mayHold(name: [UInt8]) -> Bool {
        guard name.allSatisfy({ $0 < 0x80 }) else {
            let small = String(decoding: name, as: UTF8.self).lowercased()
            return small.utf8.count <= shortMax || texts.contains { small.contains($0) }
        }
        if name.count <= shortMax { return true }
        var window: UInt64 = 0
        for byte in name.reversed() {
            window = window << 8 | UInt64((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
            for part in parts where window & part.mask == part.letters { return true }
        }
        return false
    }
}
