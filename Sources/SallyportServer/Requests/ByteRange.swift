/// A `Range` field of one range in bytes (RFC 9110, section 14.2).
enum ByteRange: Equatable {
    /// No range, several, or another unit: the whole is sent, as the RFC allows.
    case whole
    /// One range, cut to the content.
    case part(Range<Int>)
    /// A range that starts behind the content: 416.
    case unsatisfiable

    init(field: String?, size: Int) {
        self = .whole
        guard let field, field.hasPrefix("bytes="), !field.contains(",") else { return }
        let ends = field.dropFirst("bytes=".count).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { return }
        switch (Self.number(ends[0]), Self.number(ends[1])) {
        case (let first?, let last):
            if let last, last < first { return }
            guard last != nil || ends[1].isEmpty else { return }
            self = first < size ? .part(first..<min(last.map { $0 + 1 } ?? size, size)) : .unsatisfiable
        case (nil, let length?) where ends[0].isEmpty:
            self = length > 0 && size > 0 ? .part(max(0, size - length)..<size) : .unsatisfiable
        default:
            return
        }
    }

    /// Fifteen digits hold every size there is and can't overflow.
    private static func number(_ digits: Substring) -> Int? {
        guard (1...15).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(digits)
    }
}
