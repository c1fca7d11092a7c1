/// A version's numbers, as far as all ecosystems agree on them: digits between dots, and whether anything that makes it a
/// pre-release follows.
struct VersionNumbers: Hashable, Comparable {
    /// The numbers, without zeros at the end.
    let parts: [UInt64]
    /// Whether letters follow that are no mark of a later build.
    let isPrerelease: Bool

    /// Numbers of one version that are read.
    static let partsMax = 6

    init(_ text: String) {
        var rest = text.utf8[...]
        if let first = rest.first, first | 0x20 == UInt8(ascii: "v") { rest = rest.dropFirst() }
        if let mark = rest.firstIndex(of: UInt8(ascii: "!")) { rest = rest[rest.index(after: mark)...] }
        var parts: [UInt64] = []
        while parts.count < Self.partsMax {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            guard !digits.isEmpty else { break }
            parts.append(digits.prefix(18).reduce(0) { $0 * 10 + UInt64($1 - 0x30) })
            rest = rest.dropFirst(digits.count)
            guard rest.first == UInt8(ascii: "."), let next = rest.dropFirst().first, (0x30...0x39).contains(next)
            else {
                break
            }
            rest = rest.dropFirst()
        }
        while parts.count > 1, parts.last == 0 { parts.removeLast() }
        self.parts = parts
        let tail = String(decoding: rest, as: UTF8.self).lowercased()
        isPrerelease = !tail.isEmpty && !tail.hasPrefix("+") && !tail.hasPrefix(".post") && !tail.hasPrefix("post")
    }

    /// The number at a position; missing ones are zero.
    subscript(position: Int) -> UInt64 { position < parts.count ? parts[position] : 0 }

    /// The releases that a range install moves along: one major, or one minor below 1.0.
    var line: String { self[0] == 0 ? "0.\(self[1])" : "\(self[0])" }

    /// Whether the first number is a year.
    var isCalendar: Bool { (1990...2100).contains(self[0]) || self[0] > 100_000 }

    static func < (left: VersionNumbers, right: VersionNumbers) -> Bool {
        if left.parts != right.parts { return left.parts.lexicographicallyPrecedes(right.parts) }
        return left.isPrerelease && !right.isPrerelease
    }
}
