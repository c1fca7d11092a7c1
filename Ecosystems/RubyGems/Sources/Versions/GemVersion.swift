/// A version as `Gem::Version` reads and orders it.
///
/// Numbers are compared as numbers of any length, letters as text, and a letter stands before any number: `1.0.a` is below
/// `1.0`. Zeros at the end of the numbers, and at the end of what follows the first letters, count for nothing.
struct GemVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// A number, without zeros before it and empty for zero, or letters.
    enum Segment: Sendable, Hashable {
        case number(String)
        case text(String)

        static let zero = Segment.number("")
    }

    /// As published.
    let description: String
    /// What is compared.
    let segments: [Segment]
    /// Whether letters stand in it: resolvers take such a version only when they are told to.
    let isPrerelease: Bool

    /// Longest version that is read, in bytes.
    static let bytesMax = 256

    /// Reads `1.2.3`, `1.0.rc1`, `1.0-java`; `nil` for what RubyGems forbids, and for blanks around it, which it allows.
    init?(_ text: String) {
        guard Self.isWellFormed(text.utf8) else { return nil }
        description = text
        let found = Self.pieces(text)
        let prefix = found.prefix { if case .number = $0 { true } else { false } }
        isPrerelease = prefix.count < found.count
        segments = Array(Self.trimmed(prefix)) + Self.trimmed(found[prefix.endIndex...])
    }

    /// Equal in order: `1.0` and `1` are.
    static func == (left: GemVersion, right: GemVersion) -> Bool { left.segments == right.segments }

    func hash(into hasher: inout Hasher) { hasher.combine(segments) }

    static func < (left: GemVersion, right: GemVersion) -> Bool {
        for index in 0..<max(left.segments.count, right.segments.count) {
            let one = index < left.segments.count ? left.segments[index] : .zero
            let other = index < right.segments.count ? right.segments[index] : .zero
            guard one != other else { continue }
            switch (one, other) {
            case (.text, .number): return true
            case (.number, .text): return false
            case (.text(let one), .text(let other)): return one.utf8.lexicographicallyPrecedes(other.utf8)
            case (.number(let one), .number(let other)):
                if one.utf8.count != other.utf8.count { return one.utf8.count < other.utf8.count }
                return one.utf8.lexicographicallyPrecedes(other.utf8)
            }
        }
        return false
    }

    /// Whether RubyGems takes a text for a version: `[0-9]+(\.[0-9a-zA-Z]+)*(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?`, without making
    /// one of it.
    static func isWellFormed(_ bytes: some Sequence<UInt8>) -> Bool {
        // How long the part is that was begun last, whether it is the first, and whether a dash was seen.
        var (length, isFirst, mayHoldDash) = (0, true, false)
        var count = 0
        for byte in bytes {
            count += 1
            guard count <= bytesMax else { return false }
            if isDigit(byte) || !isFirst && isLetter(byte) || mayHoldDash && byte == UInt8(ascii: "-") {
                length += 1
            } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") {
                guard length > 0 else { return false }
                mayHoldDash = mayHoldDash || byte == UInt8(ascii: "-")
                (length, isFirst) = (0, false)
            } else {
                return false
            }
        }
        return length > 0
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

    /// The runs of digits and of letters; a dash is read as `.pre.`.
    private static func pieces(_ text: String) -> [Segment] {
        var found: [Segment] = []
        var run: [UInt8] = []
        func end() {
            guard let first = run.first else { return }
            if isDigit(first) {
                found.append(.number(String(decoding: run.drop { $0 == UInt8(ascii: "0") }, as: UTF8.self)))
            } else {
                found.append(.text(String(decoding: run, as: UTF8.self)))
            }
            run = []
        }
        for byte in text.utf8 {
            guard isAlphanumeric(byte) else {
                end()
                if byte == UInt8(ascii: "-") { found.append(.text("pre")) }
                continue
            }
            if let last = run.last, isDigit(last) != isDigit(byte) { end() }
            run.append(byte)
        }
        end()
        return found
    }

    private static func trimmed(_ segments: ArraySlice<Segment>) -> ArraySlice<Segment> {
        var rest = segments
        while rest.last == .zero { rest.removeLast() }
        return rest
    }
}

/// The releases that `~>` with one number takes for compatible: one major number, and below 1.0 one minor number.
struct GemReleaseLine: Sendable, Hashable {
    /// The major number.
    let major: GemVersion.Segment
    /// The minor number while the major is zero, else zero.
    let minor: GemVersion.Segment
}

extension GemVersion {
    /// The line that this version belongs to; a pre-release to that of the version before which it stands.
    var line: GemReleaseLine {
        func number(_ index: Int) -> Segment {
            guard index < segments.count, case .number = segments[index] else { return .zero }
            // A letter ends the version that a pre-release precedes.
            guard segments[..<index].allSatisfy({ if case .number = $0 { true } else { false } }) else { return .zero }
            return segments[index]
        }
        let major = number(0)
        return GemReleaseLine(major: major, minor: major == .zero ? number(1) : .zero)
    }
}
