/// The media ranges that a client accepts, with their weights (RFC 9110, section 12.5.1).
struct AcceptHeader: Sendable {
    /// Longest field that is read, in bytes; the rest is not looked at.
    static let bytesMax = 8_192
    /// How many ranges are read.
    static let rangesMax = 64

    private struct MediaRange {
        let type: Substring
        let subtype: Substring
        /// Thousandths.
        let weight: Int

        /// How closely it names a media type: exactly 2, by type 1, anything 0; `nil` when it does not.
        func closeness(to mediaType: (type: Substring, subtype: Substring)) -> Int? {
            if type == "*", subtype == "*" { return 0 }
            guard type == mediaType.type else { return nil }
            if subtype == "*" { return 1 }
            return subtype == mediaType.subtype ? 2 : nil
        }
    }

    private let ranges: [MediaRange]

    /// Whether the client states no preference at all.
    let isEmpty: Bool

    /// Reads the field; a range that is not well formed counts as not being there.
    init(_ fields: [String]) {
        let text = String(decoding: fields.joined(separator: ",").utf8.prefix(Self.bytesMax), as: UTF8.self)
        isEmpty = text.allSatisfy { $0 == " " || $0 == "\t" }
        ranges = text.lowercased().split(separator: ",").prefix(Self.rangesMax).compactMap(Self.range)
    }

    /// How a media type is accepted.
    struct Preference {
        /// Thousandths; 0 means not at all.
        let weight: Int
        /// Whether a range names it, by type or exactly, other than as one of all things.
        let isNamed: Bool
        /// Whether a range names it exactly.
        let isExact: Bool
    }

    /// How a media type is accepted, by the range that names it most closely; `nil` when no range covers it.
    func preference(for mediaType: String) -> Preference? {
        guard let wanted = Self.mediaType(mediaType[...]) else { return nil }
        var best: (closeness: Int, weight: Int)?
        for range in ranges {
            guard let closeness = range.closeness(to: wanted) else { continue }
            if closeness > best?.closeness ?? -1 { best = (closeness, range.weight) }
        }
        return best.map { Preference(weight: $0.weight, isNamed: $0.closeness > 0, isExact: $0.closeness == 2) }
    }

    private static func range(_ text: Substring) -> MediaRange? {
        let parts = text.split(separator: ";").map(trimmed)
        guard let first = parts.first, let (type, subtype) = mediaType(first) else { return nil }
        var weight = 1_000
        for parameter in parts.dropFirst() where parameter.hasPrefix("q=") {
            guard let value = thousandths(parameter.dropFirst(2)) else { return nil }
            weight = value
        }
        return MediaRange(type: type, subtype: subtype, weight: weight)
    }

    private static func mediaType(_ text: Substring) -> (type: Substring, subtype: Substring)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        return (parts[0], parts[1])
    }

    /// `0.5` as 500: one digit, and up to three behind the point.
    private static func thousandths(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0] == "0" || parts[0] == "1" else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.utf8.count <= 3, fraction.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        let padded = fraction + String(repeating: "0", count: 3 - fraction.utf8.count)
        guard let value = Int(padded) else { return nil }
        let total = (parts[0] == "1" ? 1_000 : 0) + value
        return total <= 1_000 ? total : nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text.drop { $0 == " " || $0 == "\t" }
        while let last = rest.last, last == " " || last == "\t" { rest = rest.dropLast() }
        return rest
    }
}
