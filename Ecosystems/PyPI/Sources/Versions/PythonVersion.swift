/// A version of a Python package: PEP 440, now the living "Version specifiers" specification.
///
/// Every spelling that the `packaging` library reads is read, and no other; `1.0`, `v1.0` and `1.0.0` are equal.
/// Numbers may have any size.
public struct PythonVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Longest text that is read, in UTF-8 bytes.
    public static let textBytesMax = 256

    /// The phases before a release, earliest first.
    enum Phase: Int, Hashable, Sendable {
        case alpha, beta, candidate

        var letters: String {
            switch self {
            case .alpha: "a"
            case .beta: "b"
            case .candidate: "rc"
            }
        }
    }

    /// A pre-release segment: `a1`, `b2`, `rc3`.
    struct Prerelease: Hashable, Sendable {
        let phase: Phase
        let number: VersionNumber
    }

    /// One part of a local version; numbers sort above words.
    enum LocalPart: Hashable, Sendable {
        case word(String)
        case number(VersionNumber)
    }

    var epoch = VersionNumber.zero
    /// At least one number, as written: trailing zeros are kept for the normal form and ignored by the order.
    var release: [VersionNumber] = []
    var prerelease: Prerelease?
    var post: VersionNumber?
    var development: VersionNumber?
    var local: [LocalPart] = []

    init() {}

    /// Reads a version in any spelling that PEP 440, appendix B, allows; `nil` for anything else.
    public init?(_ text: String) {
        guard text.utf8.count <= Self.textBytesMax else { return nil }
        var parser = PythonVersionParser(text)
        guard let version = parser.wholeVersion() else { return nil }
        self = version
    }

    /// Whether it is a pre-release or a development release, which resolvers take only when asked or when nothing else is there.
    public var isPrerelease: Bool { prerelease != nil || development != nil }

    /// Whether it is a post-release.
    public var isPostrelease: Bool { post != nil }

    /// The line of releases that this version continues.
    public var line: PythonReleaseLine { PythonReleaseLine(self) }

    /// The normal form: lower case, canonical letters and separators, trailing zeros kept.
    public var description: String {
        var text = epoch == .zero ? "" : "\(epoch)!"
        text += release.map(\.description).joined(separator: ".")
        if let prerelease { text += "\(prerelease.phase.letters)\(prerelease.number)" }
        if let post { text += ".post\(post)" }
        if let development { text += ".dev\(development)" }
        guard !local.isEmpty else { return text }
        let parts = local.map { part in
            switch part {
            case .word(let word): word
            case .number(let number): number.description
            }
        }
        return "\(text)+\(parts.joined(separator: "."))"
    }

    /// This version without its local part.
    var publicPart: PythonVersion {
        var version = self
        version.local = []
        return version
    }
}

/// A line of releases in which one version replaces another: the same epoch and major number, and below 1.0 the same minor number.
public struct PythonReleaseLine: Hashable, Sendable, Comparable {
    private let epoch: VersionNumber
    private let major: VersionNumber
    private let minor: VersionNumber

    init(_ version: PythonVersion) {
        epoch = version.epoch
        major = version.release.first ?? .zero
        let isBeforeOne = major == .zero && version.release.count > 1
        minor = isBeforeOne ? version.release[1] : .zero
    }

    /// Older lines first.
    public static func < (left: PythonReleaseLine, right: PythonReleaseLine) -> Bool {
        (left.epoch, left.major, left.minor) < (right.epoch, right.major, right.minor)
    }
}
