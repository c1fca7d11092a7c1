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

/// Finds the marks of one string, by the first two bytes of each.
enum LiteralMarks {
    /// Bytes of a string that are looked at.
    static let bytesMax = 1024

    private static let table: [Int: [LiteralMark]] = {
        var table: [Int: [LiteralMark]] = [:]
        for mark in LiteralCatalogue.marks where mark.text.count >= 2 {
            table[Int(mark.text[0]) << 8 | Int(mark.text[1]), default: []].append(mark)
        }
        return table
    }()

    /// A bit for every pair of bytes with which a mark begins.
    private static let leads: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 1024)
        for pair in table.keys { bits[pair >> 6] |= 1 << UInt64(pair & 63) }
        return bits
    }()

    /// Whether a mark may begin with these two bytes.
    @inline(__always)
    static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
        let pair = Int(first) << 8 | Int(second)
        return leads[pair >> 6] & (1 << UInt64(pair & 63)) != 0
    }

    /// Marks of one string: each is told once.
    private static let marksMax = 32

    /// The marks of a string, each once.
    static func all(in bytes: [UInt8]) -> [LiteralMark] {
        var found: [LiteralMark] = []
        guard bytes.count >= 2 else { return found }
        for index in 0..<(bytes.count - 1) where mayBegin(bytes[index], bytes[index + 1]) {
            for mark in table[Int(bytes[index]) << 8 | Int(bytes[index + 1])] ?? [] {
                guard index + mark.text.count <= bytes.count, found.count < marksMax else { continue }
                guard bytes[index..<(index + mark.text.count)].elementsEqual(mark.text),
                    !found.contains(where: { $0.text == mark.text })
                else { continue }
                found.append(mark)
            }
        }
        return found
    }
}
