import SallyportLexing

/// The hash by which names are told apart.
///
/// Two names of one hash would only be taken for each other; nothing else depends on it.
enum NameHash {
    /// The hash of a range of the source.
    @inline(__always)
    static func of(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        ByteHash.of(source, start, end)
    }

    /// The hash of bytes in hand.
    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 { ByteHash.of(bytes) }
}
