/// What was added to the upstream's list, and where: only ever behind everything that stood there at the time.
struct VersionsJournal: Sendable {
    private struct Addition: Sendable {
        /// How many bytes of the upstream's text stand before it.
        let offset: Int
        var lines: [UInt8]
    }

    private var additions: [Addition] = []
    private(set) var byteCount = 0
    /// The digest of the text up to and with the last addition, and how many of the upstream's bytes are in it: a line more
    /// costs its own length, and not that of all before it.
    private var digest = MD5()
    private var digested = 0

    /// Adds lines behind the upstream's text, as it is now, and all that was added before.
    mutating func append(_ lines: [UInt8], behind body: [UInt8]) {
        guard !lines.isEmpty else { return }
        let offset = body.count
        byteCount += lines.count
        digest.update(body.span.extracting(digested..<offset))
        digest.update(lines.span)
        digested = offset
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

    /// The MD5 of ``text(over:)``, in hexadecimal.
    func md5(over body: [UInt8]) -> String {
        var whole = digest
        whole.update(body.span.extracting(digested..<body.count))
        return whole.hex
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
