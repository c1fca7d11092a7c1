/// One text that says what code is about, wherever it stands in a string.
struct LiteralMark: Sendable {
    let text: [UInt8]
    let topic: Topic
    let weight: Weight
    /// What a string that holds it is worth.
    let meaning: Meaning

    init(_ text: String, _ topic: Topic, _ weight: Weight, _ meaning: Meaning = []) {
        self.text = Array(text.utf8)
        self.topic = topic
        self.weight = weight
        self.meaning = meaning
    }

    /// How a finding names it.
    var label: String { String(decoding: text, as: UTF8.self) }
}

/// Finds the marks of one string, by the first four bytes of each.
enum LiteralMarks {
    /// Bytes of a string that are looked at.
    static let bytesMax = 1024
    /// Bytes that every mark has at least.
    static let leadBytes = 4

    private static let table: [UInt32: [LiteralMark]] = {
        var table: [UInt32: [LiteralMark]] = [:]
        for mark in LiteralCatalogue.marks where mark.text.count >= leadBytes {
            table[lead(mark.text), default: []].append(mark)
        }
        return table
    }()

    /// A bit for every pair of bytes with which a mark begins.
    private static let leads: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 1024)
        for mark in LiteralCatalogue.marks where mark.text.count >= leadBytes {
            let pair = Int(mark.text[0]) << 8 | Int(mark.text[1])
            bits[pair >> 6] |= 1 << UInt64(pair & 63)
        }
        return bits
    }()

    /// A bit for the four bytes with which a mark begins; most others have none.
    private static let filter: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 256)
        for lead in table.keys { bits[bit(lead) >> 6] |= 1 << UInt64(bit(lead) & 63) }
        return bits
    }()

    /// Whether a mark may begin with these two bytes.
    @inline(__always)
    static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
        let pair = Int(first) << 8 | Int(second)
        return leads[pair >> 6] & (1 << UInt64(pair & 63)) != 0
    }

    /// Whether a range of the source may hold a mark: one that has none is rarely taken for one that has.
    static func mayHold(_ range: Range<Int>, _ source: Span<UInt8>) -> Bool {
        let filter = filter
        var lead: UInt32 = 0
        var count = 0
        for offset in range {
            lead = lead >> 8 | UInt32(source[offset]) << 24
            count += 1
            guard count >= leadBytes else { continue }
            if filter[bit(lead) >> 6] & (1 << UInt64(bit(lead) & 63)) != 0 { return true }
        }
        return false
    }

    /// Marks of one string: each is told once.
    private static let marksMax = 32

    /// The marks of a string, each once.
    static func all(in bytes: [UInt8]) -> [LiteralMark] {
        var found: [LiteralMark] = []
        let filter = filter
        var lead: UInt32 = 0
        for (offset, byte) in bytes.enumerated() {
            lead = lead >> 8 | UInt32(byte) << 24
            guard offset + 1 >= leadBytes, filter[bit(lead) >> 6] & (1 << UInt64(bit(lead) & 63)) != 0 else { continue }
            let start = offset + 1 - leadBytes
            for mark in table[lead] ?? [] where start + mark.text.count <= bytes.count && found.count < marksMax {
                guard bytes[start..<(start + mark.text.count)].elementsEqual(mark.text),
                    !found.contains(where: { $0.text == mark.text })
                else { continue }
                found.append(mark)
            }
        }
        return found
    }

    /// The first four bytes as a number, the first one lowest.
    private static func lead(_ text: [UInt8]) -> UInt32 {
        text.prefix(leadBytes).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    @inline(__always)
    private static func bit(_ lead: UInt32) -> Int { Int((lead &* 0x9E37_79B1) >> 18) }
}
