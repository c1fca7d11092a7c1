/// What was added to the upstream's list, and where: only ever behind everything that stood there at the time.
struct VersionsJournal: Sendable {
    private struct Addition: Sendable {
        /// How many bytes of the upstream's text stand before it.
        let offset: Int
        var lines: [UInt8]
    }

    private var additions: [Addition] = []
    private(set) var byteCount = 0
    private var counted = 0
    /// The digests of the text as far as it was read, at least with the last addition, and how many of the upstream's bytes
    /// are in it.
    private var digests: TextDigests
    private var digested = 0

    init(digests: TextDigests) { self.digests = digests }

    /// Adds lines behind the upstream's text, as it is now, and all that was added before.
    mutating func append(_ lines: [UInt8], behind body: [UInt8]) {
        guard !lines.isEmpty else { return }
        let offset = body.count
        byteCount += lines.count
        read(body)
        digests.update(lines.span)
        if let last = additions.indices.last, additions[last].offset == offset {
            additions[last].lines += lines
        } else {
            additions.append(Addition(offset: offset, lines: lines))
        }
    }

    /// Reads the upstream's text for the digests, as far as it goes now; answers whether there was something to read.
    @discardableResult
    mutating func read(_ body: [UInt8]) -> Bool {
        guard digested < body.count else { return false }
        digests.update(body.span.extracting(digested..<body.count))
        digested = body.count
        return true
    }

    /// Whether so much was added since it was begun, to a text of so many bytes that it is better begun anew.
    func isLarge(beside count: Int, limits: CompactIndexLimits) -> Bool {
        byteCount - counted > max(limits.additionsBytesMax, count / 8)
    }

    /// What was added so far is no longer counted: it can't be said in less.
    mutating func beginCounting() { counted = byteCount }

    /// The digests of ``text(over:)``.
    func digests(over body: [UInt8]) -> TextDigests {
        var whole = self
        whole.read(body)
        return whole.digests
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
