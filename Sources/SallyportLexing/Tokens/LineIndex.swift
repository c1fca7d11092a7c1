/// Where the lines of a source begin: byte offsets to line numbers, and excerpts for a report.
public struct LineIndex: Sendable {
    private let starts: [UInt32]
    private let byteCount: Int

    /// Finds the lines of `source`, which end in line feed, carriage return, or both.
    public init(_ source: Span<UInt8>) {
        var starts: [UInt32] = [0]
        let lineFeeds = Word.repeating(0x0A)
        let returns = Word.repeating(0x0D)
        var offset = 0
        while offset < source.count {
            if offset + 8 <= source.count {
                let word = Word.load(source, at: offset)
                let marks = Word.marks(word, equalTo: lineFeeds) | Word.marks(word, equalTo: returns)
                if marks == 0 {
                    offset += 8
                    continue
                }
                offset += Word.firstMark(marks)
            }
            let byte = source[offset]
            offset += 1
            guard byte.isLineBreak else { continue }
            if byte == 0x0D, offset < source.count, source[offset] == 0x0A { offset += 1 }
            starts.append(UInt32(truncatingIfNeeded: offset))
        }
        self.starts = starts
        byteCount = source.count
    }

    /// How many lines there are; an empty source has one.
    public var lineCount: Int { starts.count }

    /// The line of a byte offset, counted from 1. Offsets outside give the first or the last line.
    public func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The column of a byte offset in its line: bytes, counted from 1.
    public func column(of offset: Int) -> Int {
        max(0, min(offset, byteCount) - Int(starts[line(of: offset) - 1])) + 1
    }

    /// The byte range of a line (counted from 1), its line end included; empty for a line that is not there.
    public func range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return byteCount..<byteCount }
        return Int(starts[line - 1])..<(line < starts.count ? Int(starts[line]) : byteCount)
    }

    /// A piece of the line around `range`, safe to print: at most `countMax` characters, white space joined, control,
    /// invisible and direction-changing characters shown as `\u{…}`, and `…` where something was cut.
    public func excerpt(of range: Range<Int>, in source: Span<UInt8>, countMax: Int = 160) -> String {
        guard source.count == byteCount, countMax > 0 else { return "" }
        let focus = min(max(range.lowerBound, 0), byteCount)
        let line = self.range(ofLine: line(of: focus))
        // Before the place stands at most a quarter of what may be shown.
        let start = Self.scalarStart(source, max(line.lowerBound, focus - countMax / 4), notBefore: line.lowerBound)
        let end = min(line.upperBound, start + countMax * 4)
        var text: [UInt8] = []
        text.reserveCapacity(countMax + 8)
        if start > line.lowerBound { text += "…".utf8 }
        var count = text.isEmpty ? 0 : 1
        var pendingSpace = false
        for scalar in UTF8Reading.text(source, start..<end).unicodeScalars {
            if scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) {
                pendingSpace = count > 0
                continue
            }
            // Nearly all of code is ASCII, of which nothing is hidden.
            let shown = (0x21...0x7E).contains(scalar.value) ? nil : Self.printable(scalar)
            count += (shown?.count ?? 1) + (pendingSpace ? 1 : 0)
            guard count < countMax else { return String(decoding: text + "…".utf8, as: UTF8.self) }
            if pendingSpace { text.append(0x20) }
            if let shown { text += shown.utf8 } else { text.append(UInt8(truncatingIfNeeded: scalar.value)) }
            pendingSpace = false
        }
        if end < line.upperBound { text += "…".utf8 }
        return String(decoding: text, as: UTF8.self)
    }

    private static func printable(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator:
            "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        default:
            HiddenScalars.isHidden(scalar.value)
                ? "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}" : String(scalar)
        }
    }

    private static func scalarStart(_ source: Span<UInt8>, _ offset: Int, notBefore: Int) -> Int {
        var start = offset
        while start > notBefore, start < source.count, source[start] & 0xC0 == 0x80, offset - start < 3 { start -= 1 }
        return start
    }
}
