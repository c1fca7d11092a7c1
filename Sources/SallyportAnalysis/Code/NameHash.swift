/// The hash by which names are told apart: FNV-1a of 64 bits, with a final mix.
///
/// Two names of one hash would only be taken for each other; nothing else depends on it.
enum NameHash {
    /// The hash of a range of the source.
    @inline(__always)
    static func of(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for offset in start..<end { hash = (hash ^ UInt64(source[offset])) &* 0x0000_0100_0000_01b3 }
        return hash ^ hash >> 32
    }

    /// The hash of bytes in hand.
    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash ^ hash >> 32
    }
}
