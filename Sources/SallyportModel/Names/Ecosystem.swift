/// A family of packages with one client protocol and one set of naming rules.
///
/// The raw value is the type of a package URL (purl-spec): `npm`, `pypi`, `gem`. It is an open set: a new
/// ecosystem needs no change here.
public struct Ecosystem: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The package URL type, lower case.
    public let rawValue: String

    /// Wraps a package URL type; no check is made that an implementation exists.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Packages of npm, yarn and pnpm.
    public static let npm = Ecosystem(rawValue: "npm")
    /// Packages of pip, uv and poetry.
    public static let pypi = Ecosystem(rawValue: "pypi")
    /// Packages of gem and Bundler.
    public static let gem = Ecosystem(rawValue: "gem")

    /// The package URL type.
    public var description: String { rawValue }
}
