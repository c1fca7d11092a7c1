/// What stands around a release, as its index and this installation state it: values to be judged with its content.
///
/// Everything is a claim of the index or a memory of this installation; nothing here was read from the artifact. What
/// nobody states is absent, and an absent statement never speaks for or against a release by itself.
public struct Surroundings: Sendable, Hashable {
    /// The release in question.
    public let release: ReleaseStatement
    /// Other releases of the package, in any order: those before it, and those that appeared within the hour after it.
    public let others: [ReleaseStatement]
    /// Releases of other packages under the same scope or name prefix, as far as this installation saw them.
    public let nearby: [NearbyRelease]
    /// When the first release of a dependency appeared, by its name, where that is known.
    public let dependencies: [String: Instant]
    /// Names, and scopes written `@scope/*`, that belong to this installation's owner.
    public let ownNames: [String]
    /// Names of packages that this installation admitted before.
    public let knownNames: [String]

    /// Makes surroundings.
    public init(
        release: ReleaseStatement,
        others: [ReleaseStatement] = [],
        nearby: [NearbyRelease] = [],
        dependencies: [String: Instant] = [:],
        ownNames: [String] = [],
        knownNames: [String] = []
    ) {
        self.release = release
        self.others = others
        self.nearby = nearby
        self.dependencies = dependencies
        self.ownNames = ownNames
        self.knownNames = knownNames
    }
}

/// What an index states of one release.
public struct ReleaseStatement: Sendable, Hashable {
    /// The version; absent for the release in question where its manifest says it.
    public let version: String?
    /// When it appeared.
    public let publishedAt: Instant?
    /// Who published it.
    public let publisher: Publisher?
    /// The names of those who might publish at that time.
    public let maintainers: [String]?
    /// What attests where it was built.
    public let provenance: Provenance?
    /// Whether it was taken back: yanked, deprecated.
    public let isWithdrawn: Bool
    /// Bytes of its files, unpacked.
    public let unpackedBytes: Int?
    /// Names of what is installed with it.
    public let dependencies: [String]?

    /// Makes a statement.
    public init(
        version: String?,
        publishedAt: Instant? = nil,
        publisher: Publisher? = nil,
        maintainers: [String]? = nil,
        provenance: Provenance? = nil,
        isWithdrawn: Bool = false,
        unpackedBytes: Int? = nil,
        dependencies: [String]? = nil
    ) {
        self.version = version
        self.publishedAt = publishedAt
        self.publisher = publisher
        self.maintainers = maintainers
        self.provenance = provenance
        self.isWithdrawn = isWithdrawn
        self.unpackedBytes = unpackedBytes
        self.dependencies = dependencies
    }
}

/// Who published a release.
public struct Publisher: Sendable, Hashable {
    /// The account's name.
    public let name: String
    /// Its address, where the index shows one.
    public let email: String?
    /// Whether the index says that a workflow published, without any account's own secret: a trusted publisher.
    public let isWorkflow: Bool

    /// Makes a publisher.
    public init(name: String, email: String? = nil, isWorkflow: Bool = false) {
        self.name = name
        self.email = email
        self.isWorkflow = isWorkflow
    }
}

/// What attests where a release was built, as far as the index shows it.
///
/// An attestation never makes a release better: projects were taken over together with the workflows that attest. Its
/// absence after it was there, and another content than before, are what count.
public struct Provenance: Sendable, Hashable {
    /// The repository, where stated.
    public let repository: String?
    /// The workflow's path or name, where stated.
    public let workflow: String?

    /// Makes a provenance; without particulars when the index says only that there is one.
    public init(repository: String? = nil, workflow: String? = nil) {
        self.repository = repository
        self.workflow = workflow
    }
}

/// A release of another package.
public struct NearbyRelease: Sendable, Hashable {
    /// The package's name.
    public let name: String
    /// The version.
    public let version: String
    /// When it appeared.
    public let publishedAt: Instant

    /// Makes a release.
    public init(name: String, version: String, publishedAt: Instant) {
        self.name = name
        self.version = version
        self.publishedAt = publishedAt
    }
}
