import SallyportLexing
import SallyportModel

/// Places inside the text of a manifest, for people to look at.
enum ManifestText {
    /// The line in which a text first stands, with what stands there; the file alone when it is not there as such.
    static func place(of text: String, in bytes: [UInt8], path: String) -> Place {
        let wanted = Array(text.utf8)
        guard let offset = offset(of: wanted, in: bytes) else { return Place(path: path) }
        let lines = LineIndex(bytes.span)
        return Place(
            path: path,
            line: lines.line(of: offset),
            excerpt: lines.excerpt(of: offset..<offset, in: bytes.span, countMax: Excerpt.excerptLengthMax)
        )
    }

    private static func offset(of wanted: [UInt8], in bytes: [UInt8]) -> Int? {
        guard let first = wanted.first, wanted.count <= 256, bytes.count >= wanted.count else { return nil }
        for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
            if bytes[start..<(start + wanted.count)].elementsEqual(wanted) { return start }
        }
        return nil
    }
}
