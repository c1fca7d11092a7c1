import SallyportModel

/// The names that belong to the company itself, as patterns: `pkg:npm/@acme/*`, `pkg:pypi/acme-billing`.
struct OwnedNames: Sendable, Hashable {
    /// One pattern: a name, or the beginning of one.
    struct Pattern: Sendable, Hashable, CustomStringConvertible {
        /// The ecosystem.
        let ecosystem: Ecosystem
        /// The name, or what names begin with.
        let name: String
        /// Whether every name that begins so is meant.
        let isPrefix: Bool

        /// Reads `pkg:TYPE/NAME`, with a `*` as its last character or without.
        init(_ text: String) throws(InvalidPattern) {
            let isPrefix = text.hasSuffix("*")
            let url: PackageURL
            do {
                // A letter in the place of `*` makes it a package URL of the same shape.
                url = try PackageURL(isPrefix ? String(text.dropLast()) + "x" : text)
            } catch {
                throw InvalidPattern(description: error.description)
            }
            guard url.version == nil, url.filename == nil, !url.package.name.contains("*") else {
                throw InvalidPattern(
                    description: "A pattern names packages without a version, and `*` stands at its end alone."
                )
            }
            self.ecosystem = url.package.ecosystem
            self.name = isPrefix ? String(url.package.name.dropLast()) : url.package.name
            self.isPrefix = isPrefix
        }

        /// Whether every name of `other` is one of this pattern as well.
        func covers(_ other: Pattern) -> Bool {
            guard ecosystem == other.ecosystem else { return false }
            return isPrefix ? other.name.hasPrefix(name) : !other.isPrefix && other.name == name
        }

        /// Whether the package's name is meant.
        func matches(_ package: Package) -> Bool {
            guard package.ecosystem == ecosystem else { return false }
            return isPrefix ? package.name.hasPrefix(name) : package.name == name
        }

        /// The pattern as a package URL.
        var description: String { "pkg:\(ecosystem)/\(name)\(isPrefix ? "*" : "")" }
    }

    /// A text that is no pattern.
    struct InvalidPattern: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong with it.
        let description: String
    }

    /// Most patterns.
    static let patternsMax = 1_000

    /// The patterns; none covers another.
    var patterns: [Pattern] = []

    /// The names of one ecosystem, whole scopes as `@scope/*`; other beginnings of names are none to be close to.
    func names(in ecosystem: Ecosystem) -> [String] {
        patterns.filter { $0.ecosystem == ecosystem && (!$0.isPrefix || $0.name.hasSuffix("/")) }
            .map { $0.isPrefix ? "\($0.name)*" : $0.name }
    }

    /// Whether a package is the company's own.
    func contains(_ package: Package) -> Bool {
        patterns.contains { $0.matches(package) }
    }
}
