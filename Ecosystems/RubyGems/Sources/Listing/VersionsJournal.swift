/// What was added to the upstream's list, and where: only ever behind everything that stood there at the time.
struct VersionsJournal: Sendable {
    private struct Addition: Sendable {
        /// How many bytes of the upstream's text stand before it.
        let offset: Int
        var lines: [UInt8]
    }

    private var additions: [Addition] = []
    private(set) var byteCount = 0

    /// Adds lines behind the first `offset` bytes of the upstream's text and all that was added before.
    mutating func append(_ lines: [UInt8], at offset: Int) {
        guard !lines.isEmpty else { return }
        byteCount += lines.count
        if let last = additions.indices.last, additions[last].offset == offset {
            additions[last].lines += lines
        } else {
            additions.append(Addition(offset: offset, lines: lines))
        }
    }

    /// Whether so much was added to a text of so many bytes that it is better begun anew.
    func isLarge(beside count: Int, limits: CompactIndexLimits) -> Bool {
        byteCount > max(limits.additionsBytesMax, count / 8)
    }

    /// The upstream's text with the additions; itself where there are none.
    func text(over body: [UInt8]) -> [UInt8] {
        guard !additions.isEmpty else { return body }
        var text: [UInt8] = []
        text.reserveCapacity(body.count + byteCount)
        var copied = 0
        for addition in additions {
            text += body[copied..<addition.offset]
            text += addition.lines
            copied = addition.offset
        }
        text += body[copied...]
        return text
    }
}
