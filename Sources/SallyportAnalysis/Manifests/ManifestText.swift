import SallyportLexing
import SallyportModel

/// The text of a manifest, with places inside it for people to look at.
struct ManifestText {
    private let bytes: [UInt8]
    private let path: String
    private var lines: LineIndex?
    /// Bytes that were searched.
    private(set) var searched = 0

    /// Bytes that are searched for all the places of one text; further ones are the file alone.
    static let searchedMax = 16 << 20
    /// Bytes of a text that is looked for.
    static let wantedMax = 256

    init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
    }

    /// The line in which a text first stands, with what stands there; the file alone when it is not there as such.
    mutating func place(of text: String) -> Place {
        guard searched < Self.searchedMax, let offset = offset(of: Array(text.utf8)) else { return Place(path: path) }
        let lines = lines ?? LineIndex(bytes.span)
        self.lines = lines
        return Place(
            path: path,
            line: lines.line(of: offset),
            excerpt: lines.excerpt(of: offset..<offset, in: bytes.span, countMax: Excerpt.excerptLengthMax)
        )
    }

    /// The place of one text alone.
    static func place(of text: String, in bytes: [UInt8], path: String) -> Place {
        var manifest = ManifestText(bytes, path: path)
        return manifest.place(of: text)
    }

    /// Where a text first stands, by the search of Knuth, Morris and Pratt: each byte is looked at once.
    private mutating func offset(of wanted: [UInt8]) -> Int? {
        guard !wanted.isEmpty, wanted.count <= Self.wantedMax, bytes.count >= wanted.count else { return nil }
        let restarts = Self.restarts(of: wanted)
        var matched = 0
        for (position, byte) in bytes.enumerated() {
            while matched > 0, wanted[matched] != byte { matched = restarts[matched - 1] }
            if wanted[matched] == byte { matched += 1 }
            guard matched == wanted.count else { continue }
            searched += position + 1
            return position + 1 - matched
        }
        searched += bytes.count
        return nil
    }

    /// For each beginning of a text, how much of it is an ending of itself.
    private static func restarts(of wanted: [UInt8]) -> [Int] {
        var restarts = [Int](repeating: 0, count: wanted.count)
        var matched = 0
        for position in wanted.indices.dropFirst() {
            while matched > 0, wanted[matched] != wanted[position] { matched = restarts[matched - 1] }
            if wanted[matched] == wanted[position] { matched += 1 }
            restarts[position] = matched
        }
        return restarts
    }
}
