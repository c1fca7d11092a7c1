/// A hash over a range of bytes, eight at a time: names are hashed as often as they are written.
///
/// It tells names apart and protects nothing. Whoever wants two names that are taken for each other can make them, and
/// gains what calling them the same would have gained.
public enum ByteHash {
    @usableFromInline static let seed: UInt64 = 0xA076_1D64_78BD_642F
    @usableFromInline static let factor: UInt64 = 0xE703_7ED1_A0B4_28DB
    @usableFromInline static let lengthFactor: UInt64 = 0x8EBC_6AF0_9C88_C6E3

    /// The hash of a range of the source; every bit of it depends on every byte.
    ///
    /// - Precondition: the range is one of the source's.
    @inlinable
    public static func of(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        var hash = seed
        var offset = start
        while offset + 8 <= end {
            hash = mix(hash ^ word(source, at: offset))
            offset += 8
        }
        if offset < end {
            let count = end - offset
            if offset + 8 <= source.count {
                hash = mix(hash ^ (word(source, at: offset) & ((1 << UInt64(truncatingIfNeeded: count * 8)) &- 1)))
            } else {
                var rest: UInt64 = 0
                for index in 0..<count {
                    rest |= UInt64(source[offset + index]) << UInt64(truncatingIfNeeded: index * 8)
                }
                hash = mix(hash ^ rest)
            }
        }
        return hash ^ UInt64(truncatingIfNeeded: end - start) &* lengthFactor
    }

    /// The hash of bytes that stand elsewhere; the same for the same bytes.
    @inlinable
    public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = seed
        var rest: UInt64 = 0
        var count: UInt64 = 0
        for byte in bytes {
            rest |= UInt64(byte) << ((count & 7) * 8)
            count += 1
            if count & 7 == 0 {
                hash = mix(hash ^ rest)
                rest = 0
            }
        }
        if count & 7 != 0 { hash = mix(hash ^ rest) }
        return hash ^ count &* lengthFactor
    }

    @inlinable
    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: factor)
        return product.high ^ product.low
    }

    @inlinable
    @inline(__always)
    static func word(_ source: Span<UInt8>, at offset: Int) -> UInt64 {
        // SAFETY: every bit pattern is a UInt64, and RawSpan itself traps on an offset whose eight bytes are outside.
        unsafe UInt64(littleEndian: source.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
