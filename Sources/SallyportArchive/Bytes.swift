// Little-endian fields. Callers check that the bytes are there; a mistake traps instead of reading elsewhere.
extension Span<UInt8> {
    func uint16(at offset: Int) -> Int {
        Int(self[offset]) | Int(self[offset + 1]) << 8
    }

    func uint32(at offset: Int) -> Int {
        uint16(at: offset) | uint16(at: offset + 2) << 16
    }

    /// A 64-bit field that must fit a size or an offset; nil when it can't be one.
    func size64(at offset: Int) -> Int? {
        let high = uint32(at: offset + 4)
        return high < 1 << 31 ? uint32(at: offset) | high << 32 : nil
    }

    /// Whether a zip signature, `PK` and two bytes, stands whole at an offset that may lie outside.
    func hasZipSignature(_ third: UInt8, _ fourth: UInt8, at offset: Int) -> Bool {
        guard offset >= 0, offset <= count - 4 else { return false }
        guard self[offset] == 0x50, self[offset + 1] == 0x4B else { return false }
        return self[offset + 2] == third && self[offset + 3] == fourth
    }

    /// Whether the same bytes stand in both places, which must be inside.
    func equal(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.count == second.count else { return false }
        for step in 0..<first.count where self[first.lowerBound + step] != self[second.lowerBound + step] {
            return false
        }
        return true
    }

    func array(_ range: Range<Int>) -> [UInt8] {
        // SAFETY: the buffer is copied during the call and does not leave it.
        unsafe extracting(range).withUnsafeBufferPointer { buffer in unsafe Array(buffer) }
    }

    /// Whether every byte is zero.
    var isZero: Bool {
        var seen: UInt8 = 0
        for index in 0..<count { seen |= self[index] }
        return seen == 0
    }
}
