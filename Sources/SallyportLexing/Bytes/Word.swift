/// Eight source bytes at a time, for the loops that skip over text in which nothing happens.
enum Word {
    static let low: UInt64 = 0x0101_0101_0101_0101
    static let high: UInt64 = 0x8080_8080_8080_8080

    /// The eight bytes at `offset`, the first one lowest. The caller has checked that they are there.
    @inline(__always)
    static func load(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
        // SAFETY: every bit pattern is a UInt64, and RawSpan itself traps on an offset whose eight bytes are outside.
        unsafe UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// A word of eight copies of one byte.
    @inline(__always)
    static func repeating(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* low
    }

    /// Marks the zero bytes with their high bit. The lowest mark is exact; marks above it may be false.
    @inline(__always)
    static func zeroMarks(_ word: UInt64) -> UInt64 {
        (word &- low) & ~word & high
    }

    /// Marks the bytes equal to the byte that `pattern` repeats; the lowest mark is exact.
    @inline(__always)
    static func marks(_ word: UInt64, equalTo pattern: UInt64) -> UInt64 {
        zeroMarks(word ^ pattern)
    }

    /// Marks the bytes below `bound` (at most 0x80); the lowest mark is exact.
    @inline(__always)
    static func marks(_ word: UInt64, below bound: UInt8) -> UInt64 {
        (word &- repeating(bound)) & ~word & high
    }

    /// The index of the first marked byte; 8 when there is none.
    @inline(__always)
    static func firstMark(_ marks: UInt64) -> Int {
        marks.trailingZeroBitCount >> 3
    }

    /// Marks the bytes that are `A`–`Z`, `a`–`z`, `0`–`9`, `_` or `$`. Every mark is exact.
    @inline(__always)
    static func nameMarks(_ word: UInt64) -> UInt64 {
        let ascii = word & ~high
        let lower = ascii | repeating(0x20)
        // Below 0x80 no sum carries into the next byte, so each range is two additions.
        let letters = (lower &+ repeating(0x80 - 0x61)) & ~(lower &+ repeating(0x80 - 0x7B))
        let digits = (ascii &+ repeating(0x80 - 0x30)) & ~(ascii &+ repeating(0x80 - 0x3A))
        let underscores = ~((ascii ^ repeating(0x5F)) &+ repeating(0x7F))
        let dollars = ~((ascii ^ repeating(0x24)) &+ repeating(0x7F))
        return (letters | digits | underscores | dollars) & ~word & high
    }

    /// Up to eight bytes of `range`, zero-padded: a short name as one comparable value.
    @inline(__always)
    static func pack(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        let count = end - start
        if start + 8 <= bytes.count {
            return count >= 8 ? load(bytes, at: start) : load(bytes, at: start) & ((1 << UInt64(count * 8)) &- 1)
        }
        var word: UInt64 = 0
        var index = min(end, start + 8)
        while index > start {
            index -= 1
            word = word << 8 | UInt64(bytes[index])
        }
        return word
    }
}
