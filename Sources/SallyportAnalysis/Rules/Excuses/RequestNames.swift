import SallyportLexing

/// What may hold a request, by its name: much besides has `headers`, a table, a program for macOS, an answer.
enum RequestNames {
    /// What findings call the values of a request.
    static let brought = "what a request brings"

    /// Letters that names of requests, and of what hands them on, have in them.
    private static let parts = [
        "req", "ctx", "cont", "ev", "mes", "msg", "inc", "conn", "env", "scope", "hand", "http", "self", "this", "call",
        "packet", "client", "sock", "stream", "data", "input", "param", "arg", "body", "info", "frame", "job", "task",
    ]
    /// The longest name that says nothing: minified code has no others.
    private static let shortMax = 2

    /// Whether the value that ends at a position may hold a request; what is no plain name may.
    static func mayHold(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        guard stream.kind(at: index) == .name, stream.byteCount(at: index) <= 64 else { return true }
        let name = stream.text(at: index, in: source).lowercased()
        return name.utf8.count <= shortMax || parts.contains { name.contains($0) }
    }
}
