import SallyportEcosystem

/// The upstream's `/versions`, without lines that nobody understands.
struct VersionsText: Sendable {
    /// The text; all behind ``start`` are well-formed lines that end with a line break.
    let body: [UInt8]
    /// Behind the line `---`.
    let start: Int
    /// Lines that were left out.
    let omitted: Int

    /// Reads a document: some lines about itself, `---`, and a line a gem.
    init(_ document: [UInt8], limits: CompactIndexLimits) throws(IndexError) {
        guard document.count <= limits.versionsBytesMax else {
            throw IndexError(
                code: "versions-too-large",
                description: "The list of all gems has more than \(limits.versionsBytesMax) bytes."
            )
        }
        guard let start = Self.start(of: document.span) else {
            throw IndexError(
                code: "versions-no-header",
                offset: 0,
                description: "The list of all gems has no line `---`."
            )
        }
        self.start = start
        let refused = try Self.refused(document.span, from: start, limits: limits)
        omitted = refused.count
        var body = document
        if let last = refused.last {
            body = []
            body.reserveCapacity(document.count)
            var kept = 0
            for range in refused {
                body += document[kept..<range.lowerBound]
                kept = range.upperBound
            }
            body += document[last.upperBound...]
        }
        if body.count > start, body.last != 0x0A { body.append(0x0A) }
        self.body = body
    }

    /// How far into a document the lines about itself may reach.
    private static let headerBytesMax = 4_096

    private static func start(of bytes: Span<UInt8>) -> Int? {
        var index = 0
        while index < min(bytes.count, headerBytesMax) {
            var end = index
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            if end - index == 3, bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x2D {
                return min(end + 1, bytes.count)
            }
            index = end + 1
        }
        return nil
    }

    private static func refused(
        _ bytes: Span<UInt8>,
        from start: Int,
        limits: CompactIndexLimits
    ) throws(IndexError) -> [Range<Int>] {
        var refused: [Range<Int>] = []
        var offset = start
        var count = 0
        while offset < bytes.count {
            count += 1
            guard count <= limits.versionLinesMax else {
                throw IndexError(
                    code: "versions-too-many-lines",
                    offset: offset,
                    description: "The list of all gems has more than \(limits.versionLinesMax) lines."
                )
            }
            if let line = VersionsTable.line(bytes, at: offset), GemName.isName(bytes, line.name),
                line.end - offset <= limits.versionLineBytesMax
            {
                offset = line.end
                continue
            }
            var end = offset
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            end = min(end + 1, bytes.count)
            refused.append(offset..<end)
            offset = end
        }
        return refused
    }
}
