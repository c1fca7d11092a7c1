/// What reading one artifact found: values to compare and to judge, stable for the same bytes and engine.
public struct Report: Hashable, Sendable, Codable {
    /// The engine that wrote the report; a newer engine re-reads what is held.
    public let engine: String
    /// The kind of package: `npm`, `wheel`, `sdist`; absent where the archive could not be recognised.
    public let kind: String?
    /// Name and version as the package's own manifest states them.
    public let manifest: Manifest?
    /// Every file, in archive order.
    public let files: [FileRecord]
    /// Everything that runs by itself at installation or interpreter start.
    public let hooks: [Hook]
    /// Declared dependencies.
    public let dependencies: [Dependency]
    /// All else that was observed, heaviest first within a bound.
    public let facts: [Fact]
    /// Bytes of all files, unpacked.
    public let unpackedBytes: Int

    /// Makes a report.
    public init(
        engine: String,
        kind: String?,
        manifest: Manifest?,
        files: [FileRecord],
        hooks: [Hook],
        dependencies: [Dependency],
        facts: [Fact],
        unpackedBytes: Int
    ) {
        self.engine = engine
        self.kind = kind
        self.manifest = manifest
        self.files = files
        self.hooks = hooks
        self.dependencies = dependencies
        self.facts = facts
        self.unpackedBytes = unpackedBytes
    }
}

/// What a package says of itself.
public struct Manifest: Hashable, Sendable, Codable {
    /// The declared name, not normalised.
    public let name: String
    /// The declared version.
    public let version: String

    /// Makes a manifest.
    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }
}

/// One file of an archive.
public struct FileRecord: Hashable, Sendable, Codable {
    /// The path inside the archive.
    public let path: String
    /// Bytes.
    public let size: Int
    /// The SHA-256 of the content; absent for links.
    public let digest: Digest?
    /// What the content is by its bytes: `text`, `elf`, `pe`, `mach-o`, `wasm`, `zip` and so on.
    public let content: String
    /// Whether the archive marks it executable.
    public let isExecutable: Bool

    /// Makes a record.
    public init(path: String, size: Int, digest: Digest?, content: String, isExecutable: Bool) {
        self.path = path
        self.size = size
        self.digest = digest
        self.content = content
        self.isExecutable = isExecutable
    }
}

/// Something that runs without being called: a lifecycle script, `setup.py`, a `.pth` line.
public struct Hook: Hashable, Sendable, Codable {
    /// What triggers it: `preinstall`, `setup.py`, `build-backend`, `pth`, `binding.gyp` and so on.
    public let trigger: String
    /// The command or the file that runs.
    public let command: String
    /// Files inside the package that it starts, as far as can be followed.
    public let files: [String]
    /// The SHA-256 over the command and those files: a hook with another fingerprint is a changed hook.
    public let fingerprint: String

    /// Makes a hook.
    public init(trigger: String, command: String, files: [String], fingerprint: String) {
        self.trigger = trigger
        self.command = command
        self.files = files
        self.fingerprint = fingerprint
    }
}

/// A declared dependency.
public struct Dependency: Hashable, Sendable, Codable {
    /// Where the package manager would get it from.
    public enum Source: String, Hashable, Sendable, Codable {
        /// A registry, by name and range.
        case registry
        /// An archive by URL.
        case url
        /// A git repository.
        case git
        /// A path inside or beside the package.
        case path
    }

    /// The name.
    public let name: String
    /// The range or address as declared.
    public let requirement: String
    /// `runtime`, `optional`, `peer`, `build`.
    public let role: String
    /// Where it comes from.
    public let source: Source

    /// Makes a dependency.
    public init(name: String, requirement: String, role: String, source: Source) {
        self.name = name
        self.requirement = requirement
        self.role = role
        self.source = source
    }
}
