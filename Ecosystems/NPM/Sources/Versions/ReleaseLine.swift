/// The releases that a caret range takes for compatible: one major number, and below 1.0 one minor number.
///
/// A tag that must move stays on its line, and a new release is compared with the newest admitted one of its line.
public struct ReleaseLine: Sendable, Hashable, Comparable {
    /// The major number.
    public let major: UInt64
    /// The minor number while the major is zero, else zero.
    public let minor: UInt64

    /// The line of a version.
    public init(of version: SemanticVersion) {
        major = version.major
        minor = version.major == 0 ? version.minor : 0
    }

    /// Older lines first.
    public static func < (left: ReleaseLine, right: ReleaseLine) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }
}

extension SemanticVersion {
    /// The line that this version belongs to.
    public var line: ReleaseLine { ReleaseLine(of: self) }

    /// The pre-release channel: the letters that its first identifier begins with, in lower case: `beta` of
    /// `2.0.0-beta.3` and of `2.0.0-Beta3`. Empty for numbers alone; `nil` for a stable version.
    public var channel: String? {
        guard let first = prerelease.first else { return nil }
        guard case .text(let text) = first else { return "" }
        return text.prefix { $0.isASCII && $0.isLetter }.lowercased()
    }
}
