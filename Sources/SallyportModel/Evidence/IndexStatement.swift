/// What an index says about one artifact's installation, beside the artifact itself.
///
/// Some clients act on what the index says and never look into the archive: it is compared with the archive's own
/// manifest, and what it would run is read as well.
public struct IndexStatement: Sendable, Hashable {
    /// A dependency as the index names it.
    public struct Requirement: Sendable, Hashable {
        /// The name.
        public let name: String
        /// The range, address or path behind it.
        public let requirement: String
        /// `runtime`, `optional` or `peer`.
        public let role: String

        /// Makes one.
        public init(name: String, requirement: String, role: String) {
            self.name = name
            self.requirement = requirement
            self.role = role
        }
    }

    /// Whether what the index says could be read; a statement that could not agrees with no archive.
    public let isReadable: Bool
    /// Commands that run at installation, by trigger; without the empty ones.
    public let scripts: [String: String]
    /// Whether it says that no build file is to be taken for a hook.
    public let deniesImplicitBuild: Bool
    /// What is installed with it.
    public let dependencies: [Requirement]
    /// Names of the packages that the archive brings along, sorted.
    public let bundled: [String]

    /// Makes a statement.
    public init(
        isReadable: Bool = true,
        scripts: [String: String] = [:],
        deniesImplicitBuild: Bool = false,
        dependencies: [Requirement] = [],
        bundled: [String] = []
    ) {
        self.isReadable = isReadable
        self.scripts = scripts
        self.deniesImplicitBuild = deniesImplicitBuild
        self.dependencies = dependencies
        self.bundled = bundled
    }
}
