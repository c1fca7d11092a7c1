/// A socket for datagrams that is connected only to learn the machine's own address by it: nothing is sent then.
enum OwnAddress {
    private static let connects = WordSet("connect")
    private static let datagrams = WordSet("SOCK_DGRAM")
    private static let asks = WordSet("getsockname")
    private static let sends = WordSet("send", "sendall", "sendto", "write", "makefile")
    /// Lexemes in front of the address, and behind it, that are looked at.
    private static let before = 64
    private static let behind = 40

    /// Whether the address at a position, or behind the bracket there, is connected to for that.
    static func isAsked(at index: Int, _ stream: LexemeStream) -> Bool {
        guard (max(0, index - 4)..<index).contains(where: { stream.isWord(connects, at: $0) }) else { return false }
        let earlier = max(0, index - before)..<index
        let later = index..<min(stream.count, index + behind)
        return earlier.contains { stream.isWord(datagrams, at: $0) } && later.contains { stream.isWord(asks, at: $0) }
            && !later.contains { stream.isWord(sends, at: $0) }
    }
}
