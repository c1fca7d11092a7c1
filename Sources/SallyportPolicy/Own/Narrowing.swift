import SallyportModel

/// What an organisation's own rule asks of a fact beyond its code and reach.
struct Narrowing: Sendable, Hashable {
    /// A text that the fact's detail holds; empty when the detail does not matter.
    let detail: String
    /// A pattern for the path of the fact's file; absent when the place does not matter.
    let path: PathPattern?

    func accepts(_ fact: Fact) -> Bool {
        if !detail.isEmpty, !fact.detail.contains(detail) { return false }
        guard let path else { return true }
        return fact.place.map { path.matches($0.path) } ?? false
    }
}

/// A path with stars, each of which stands for any text, slashes included.
struct PathPattern: Sendable, Hashable {
    /// As written.
    let text: String
    private let pieces: [[UInt8]]

    init(_ text: String) {
        self.text = text
        pieces = text.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map { Array($0) }
    }

    /// Whether the whole path is covered. The first place that fits is right for every piece but the last, so nothing is
    /// tried twice.
    func matches(_ path: String) -> Bool {
        let bytes = Array(path.utf8)
        guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
            return bytes == (pieces.first ?? [])
        }
        guard bytes.starts(with: first), bytes.count >= first.count + last.count,
            bytes[(bytes.count - last.count)...].elementsEqual(last)
        else { return false }
        var position = first.count
        let end = bytes.count - last.count
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let found = Self.first(piece, in: bytes[position..<end]) else { return false }
            position = found + piece.count
        }
        return true
    }

    private static func first(_ piece: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= piece.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - piece.count)).first { start in
            bytes[start..<(start + piece.count)].elementsEqual(piece)
        }
    }
}
