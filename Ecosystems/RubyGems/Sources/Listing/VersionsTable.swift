/// Where each gem stands in the text of `/versions`: lines `NAME VERSION,VERSION,-YANKED MD5`.
///
/// It is asked for a few names among hundreds of thousands, so it holds a hash and an offset for each line and no text.
struct VersionsTable: Sendable {
    private struct Slot: Sendable {
        let hash: UInt64
        let start: UInt32
    }

    /// By hash, then in the text's order.
    private var slots: [Slot] = []

    /// One line, taken apart by its two blanks.
    struct Line: Sendable {
        let name: Range<Int>
        let versions: Range<Int>
        let md5: Range<Int>
        /// Behind the line break.
        let end: Int
    }

    /// Enters the lines from `start` on; they are all well-formed.
    init(_ bytes: Span<UInt8>, from start: Int) {
        var offset = start
        while offset < bytes.count {
            guard let line = Self.line(bytes, at: offset) else { return }
            slots.append(Slot(hash: Self.hash(bytes, line.name), start: UInt32(truncatingIfNeeded: offset)))
            offset = line.end
        }
        slots.sort { $0.hash == $1.hash ? $0.start < $1.start : $0.hash < $1.hash }
        for (one, next) in zip(slots, slots.dropFirst()) where one.hash == next.hash { repeated.insert(one.hash) }
    }

    /// Hashes of names that have more than one line.
    private var repeated: Set<UInt64> = []

    var count: Int { slots.count }
    var byteCount: Int { slots.count * 16 + repeated.count * 16 }

    /// Whether a name may have more than one line.
    func isRepeated(_ name: ArraySlice<UInt8>) -> Bool {
        !repeated.isEmpty && repeated.contains(Self.hash(name.span, 0..<name.count))
    }

    /// The lines of a gem, in their order.
    func lines(of name: String, in bytes: Span<UInt8>) -> [Line] {
        let wanted = Array(name.utf8)
        let hash = Self.hash(wanted.span, 0..<wanted.count)
        var low = 0
        var high = slots.count
        while low < high {
            let middle = (low + high) / 2
            if slots[middle].hash < hash { low = middle + 1 } else { high = middle }
        }
        var found: [Line] = []
        while low < slots.count, slots[low].hash == hash {
            if let line = Self.line(bytes, at: Int(slots[low].start)), Self.isEqual(bytes, line.name, wanted) {
                found.append(line)
            }
            low += 1
        }
        return found
    }

    /// The line at an offset; `nil` for one that is not of the three parts, with a name that RubyGems allows.
    static func line(_ bytes: Span<UInt8>, at start: Int) -> Line? {
        var index = start
        var blanks: [2 of Int] = [0, 0]
        var count = 0
        while index < bytes.count, bytes[index] != 0x0A {
            let byte = bytes[index]
            if byte == 0x20 {
                guard count < 2 else { return nil }
                blanks[count] = index
                count += 1
            } else if byte < 0x21 || byte > 0x7E {
                return nil
            }
            index += 1
        }
        guard count == 2, blanks[0] > start, blanks[1] > blanks[0] + 1, index - blanks[1] == 33 else { return nil }
        return Line(
            name: start..<blanks[0],
            versions: blanks[0] + 1..<blanks[1],
            md5: blanks[1] + 1..<index,
            end: min(index + 1, bytes.count)
        )
    }

    private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
        return hash
    }

    private static func isEqual(_ bytes: Span<UInt8>, _ range: Range<Int>, _ wanted: [UInt8]) -> Bool {
        guard range.count == wanted.count else { return false }
        for offset in 0..<wanted.count where bytes[range.lowerBound + offset] != wanted[offset] { return false }
        return true
    }
}
