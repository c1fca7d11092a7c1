/// A version as npm understands it: Semantic Versioning 2.0.0, with the order of node-semver 7.
///
/// Equality and order are those of precedence: build metadata counts in neither, so two releases whose texts differ
/// can be equal here. What identifies a release is its published text.
public struct SemanticVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// One dot-separated part of a pre-release.
    public enum Identifier: Sendable, Hashable, Comparable {
        /// Digits alone. The value is what JavaScript makes of them: exact below 2^53, rounded above.
        case number(Double, text: String)
        /// Anything with a letter or a hyphen in it, ordered by its bytes.
        case text(String)

        /// Precedence: numbers before texts.
        public static func < (left: Identifier, right: Identifier) -> Bool {
            switch (left, right) {
            case (.number(let left, _), .number(let right, _)): left < right
            case (.number, .text): true
            case (.text, .number): false
            case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
            }
        }

        /// Precedence: numbers are equal by value.
        public static func == (left: Identifier, right: Identifier) -> Bool {
            switch (left, right) {
            case (.number(let left, _), .number(let right, _)): left == right
            case (.text(let left), .text(let right)): left == right
            default: false
            }
        }

        /// Consistent with `==`.
        public func hash(into hasher: inout Hasher) {
            switch self {
            case .number(let value, _): hasher.combine(value)
            case .text(let text): hasher.combine(text)
            }
        }
    }

    /// How much spelling is forgiven.
    public enum Reading: Sendable {
        /// The specification, with a leading `v` and surrounding spaces allowed.
        case strict
        /// What npm still accepts of old packages: `=1.2.3`, leading zeros, a pre-release without its hyphen.
        case loose
    }

    /// Longest text read, in bytes (node-semver's limit).
    public static let bytesMax = 256
    /// Largest number in a version: 2^53 - 1, the largest that JavaScript holds exactly.
    public static let numberMax: UInt64 = 9_007_199_254_740_991

    /// The first number: raised for incompatible changes.
    public let major: UInt64
    /// The second number: raised for additions.
    public let minor: UInt64
    /// The third number: raised for corrections.
    public let patch: UInt64
    /// The parts of the pre-release, empty for a stable version.
    public let prerelease: [Identifier]
    /// The build metadata without its `+`; empty when there is none.
    public let build: String

    /// Makes a version of its parts; numbers above ``numberMax`` are the caller's mistake and are cut to it.
    public init(
        major: UInt64,
        minor: UInt64,
        patch: UInt64,
        prerelease: [Identifier] = [],
        build: String = ""
    ) {
        self.major = min(major, Self.numberMax)
        self.minor = min(minor, Self.numberMax)
        self.patch = min(patch, Self.numberMax)
        self.prerelease = prerelease
        self.build = build
    }

    /// Reads a version; `nil` where node-semver finds none.
    public init?(_ text: String, _ reading: Reading = .strict) {
        guard text.utf8.count <= Self.bytesMax else { return nil }
        var scanner = VersionScanner(Array(text.utf8), loose: reading == .loose)
        guard let version = scanner.wholeVersion() else { return nil }
        self = version
    }

    /// Whether this is not a release candidate, a beta or the like.
    public var isStable: Bool { prerelease.isEmpty }

    /// `1.2.3-beta.1`, without build metadata, as node-semver writes it.
    public var description: String {
        let main = "\(major).\(minor).\(patch)"
        if prerelease.isEmpty { return main }
        let parts = prerelease.map { part in
            switch part {
            case .number(_, let text), .text(let text): text
            }
        }
        return "\(main)-\(parts.joined(separator: "."))"
    }

    /// The three numbers, for comparison.
    public var numbers: (UInt64, UInt64, UInt64) { (major, minor, patch) }

    /// Precedence (semver.org, item 11).
    public static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
        guard left.numbers == right.numbers else { return left.numbers < right.numbers }
        guard !left.prerelease.isEmpty, !right.prerelease.isEmpty else {
            return !left.prerelease.isEmpty && right.prerelease.isEmpty
        }
        return left.prerelease.lexicographicallyPrecedes(right.prerelease)
    }

    /// Equal precedence: build metadata does not count.
    public static func == (left: SemanticVersion, right: SemanticVersion) -> Bool {
        left.numbers == right.numbers && left.prerelease == right.prerelease
    }

    /// Consistent with `==`.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(major)
        hasher.combine(minor)
        hasher.combine(patch)
        hasher.combine(prerelease)
    }
}
