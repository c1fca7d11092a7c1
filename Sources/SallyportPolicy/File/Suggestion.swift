/// The word that someone probably meant.
public enum Suggestion {
    /// Longest word compared, in bytes: the work grows with the square.
    static let wordBytesMax = 64

    /// The nearest candidate within a third of the word's length, as `; did you mean `x`?`, or nothing.
    public static func sentence(for word: String, among candidates: [String]) -> String {
        guard word.utf8.count <= wordBytesMax else { return "" }
        let written = normal(word)
        let ranked = candidates.map { (distance: distance(written, normal($0)), candidate: $0) }
        guard let best = ranked.min(by: { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }),
            best.distance <= max(1, written.count / 3)
        else { return "" }
        return "; did you mean `\(best.candidate)`?"
    }

    /// Case and the choice of separator are no difference.
    private static func normal(_ word: String) -> [UInt8] {
        word.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "_"), UInt8(ascii: " "), UInt8(ascii: "."): UInt8(ascii: "-")
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            default: byte
            }
        }
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
                var best = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
