/// A set of versions as a dependency names it: `^1.2.3`, `1.x || >=2.5.0`, `1.2 - 1.4` (node-semver 7).
public struct SemanticRange: Sendable, Hashable, CustomStringConvertible {
    /// Longest text read, in bytes.
    public static let bytesMax = 8_192

    /// Alternatives; a version is in the range when all comparators of one of them hold.
    let alternatives: [[Comparator]]
    /// How versions are read that are given as text.
    public let reading: SemanticVersion.Reading
    /// Whether pre-releases count like other versions.
    public let includesPrereleases: Bool

    /// Reads a range; `nil` where node-semver finds none.
    ///
    /// Loose reading forgives in versions what ``SemanticVersion/Reading/loose`` forgives, and leaves out comparators
    /// that are none.
    public init?(_ text: String, _ reading: SemanticVersion.Reading = .strict, includesPrereleases: Bool = false) {
        guard text.utf8.count <= Self.bytesMax else { return nil }
        let syntax = RangeSyntax(loose: reading == .loose, includesPrereleases: includesPrereleases)
        guard let alternatives = syntax.alternatives(of: text) else { return nil }
        self.alternatives = alternatives
        self.reading = reading
        self.includesPrereleases = includesPrereleases
    }

    /// Whether a version is in the range.
    ///
    /// A pre-release is, unless all are included, only when a comparator names a pre-release of the same three numbers:
    /// who asked for `^1.2.3-beta.1` did not ask for `1.3.0-alpha`.
    public func contains(_ version: SemanticVersion) -> Bool {
        alternatives.contains { comparators in
            guard comparators.allSatisfy({ $0.holds(for: version) }) else { return false }
            guard !version.isStable, !includesPrereleases else { return true }
            return comparators.contains { comparator in
                guard let bound = comparator.version else { return false }
                return !bound.isStable && bound.numbers == version.numbers
            }
        }
    }

    /// Whether the version of this text is in the range; false for what is no version.
    public func contains(_ text: String) -> Bool {
        guard let version = SemanticVersion(text, reading) else { return false }
        return contains(version)
    }

    /// The highest of the versions that are in the range.
    public func highest(of versions: some Sequence<SemanticVersion>) -> SemanticVersion? {
        versions.filter { contains($0) }.max()
    }

    /// The comparators in node-semver's notation: `>=1.2.3 <2.0.0-0`; `*` is empty.
    public var description: String {
        alternatives.map { $0.map(\.description).joined(separator: " ") }.joined(separator: "||")
    }
}

/// One bound of a range.
struct Comparator: Sendable, Hashable, CustomStringConvertible {
    enum Relation: String, Sendable, Hashable {
        case less = "<"
        case atMost = "<="
        case equal = ""
        case atLeast = ">="
        case greater = ">"
    }

    let relation: Relation
    /// The bound; `nil` takes every version.
    let version: SemanticVersion?

    static let any = Comparator(relation: .equal, version: nil)

    /// `<0.0.0-0`, which nothing satisfies.
    var isEmptySet: Bool { description == "<0.0.0-0" }

    var description: String { version.map { "\(relation.rawValue)\($0)" } ?? "" }

    func holds(for candidate: SemanticVersion) -> Bool {
        guard let version else { return true }
        return switch relation {
        case .less: candidate < version
        case .atMost: candidate <= version
        case .equal: candidate == version
        case .atLeast: candidate >= version
        case .greater: candidate > version
        }
    }
}
