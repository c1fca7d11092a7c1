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
    public private(set) var facts: [Fact]
    /// Hosts that code names which runs at installation or on import, each with the first files that name it, sorted,
    /// within a bound.
    public let hosts: [NamedHost]
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
        hosts: [NamedHost] = [],
        unpackedBytes: Int
    ) {
        self.engine = engine
        self.kind = kind
        self.manifest = manifest
        self.files = files
        self.hooks = hooks
        self.dependencies = dependencies
        self.facts = facts
        self.hosts = hosts
        self.unpackedBytes = unpackedBytes
    }

    /// Reads a report; one without hosts, as earlier engines wrote it, has none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        engine = try container.decode(String.self, forKey: .engine)
        kind = try container.decodeIfPresent(String.self, forKey: .kind)
        manifest = try container.decodeIfPresent(Manifest.self, forKey: .manifest)
        files = try container.decode([FileRecord].self, forKey: .files)
        hooks = try container.decode([Hook].self, forKey: .hooks)
        dependencies = try container.decode([Dependency].self, forKey: .dependencies)
        facts = try container.decode([Fact].self, forKey: .facts)
        hosts = try container.decodeIfPresent([NamedHost].self, forKey: .hosts) ?? []
        unpackedBytes = try container.decode(Int.self, forKey: .unpackedBytes)
    }

    /// The same report with facts that do not come from the artifact's bytes, behind its own.
    public func adding(_ facts: [Fact]) -> Report {
        var report = self
        report.facts += facts
        return report
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
    /// What its code does as far as something runs it, one bit for each code of behaviour, in the engine's order: all of
    /// it, where the facts of a report are only as many as there is room for. 0 for what does nothing.
    public let traits: UInt64

    /// Makes a record.
    public init(
        path: String,
        size: Int,
        digest: Digest?,
        content: String,
        isExecutable: Bool,
        traits: UInt64 = 0
    ) {
        self.path = path
        self.size = size
        self.digest = digest
        self.content = content
        self.isExecutable = isExecutable
        self.traits = traits
    }

    /// Reads a record; one without traits, as earlier engines wrote it, has none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        path = try container.decode(String.self, forKey: .path)
        size = try container.decode(Int.self, forKey: .size)
        digest = try container.decodeIfPresent(Digest.self, forKey: .digest)
        content = try container.decode(String.self, forKey: .content)
        isExecutable = try container.decode(Bool.self, forKey: .isExecutable)
        traits = try container.decodeIfPresent(UInt64.self, forKey: .traits) ?? 0
    }

    /// Writes a record; traits only where there are any.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(path, forKey: .path)
        try container.encode(size, forKey: .size)
        try container.encodeIfPresent(digest, forKey: .digest)
        try container.encode(content, forKey: .content)
        try container.encode(isExecutable, forKey: .isExecutable)
        if traits != 0 { try container.encode(traits, forKey: .traits) }
    }

    private enum CodingKeys: String, CodingKey {
        case path, size, digest, content, isExecutable, traits
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
    /// What it does, as `code` or, where the particular matters, `code particular`: sorted, without repetition.
    public let does: [String]

    /// Makes a hook.
    public init(trigger: String, command: String, files: [String], fingerprint: String, does: [String] = []) {
        self.trigger = trigger
        self.command = command
        self.files = files
        self.fingerprint = fingerprint
        self.does = does
    }

    /// Reads a hook; one that does not say what it does, as earlier engines wrote it, does nothing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        trigger = try container.decode(String.self, forKey: .trigger)
        command = try container.decode(String.self, forKey: .command)
        files = try container.decode([String].self, forKey: .files)
        fingerprint = try container.decode(String.self, forKey: .fingerprint)
        does = try container.decodeIfPresent([String].self, forKey: .does) ?? []
    }
}

/// An address that code of a package names.
public struct NamedHost: Hashable, Sendable, Codable {
    /// The host in lower case, or a bare network address.
    public let host: String
    /// The path of a file that names it.
    public let path: String
    /// The line in it.
    public let line: Int

    /// Makes an address.
    public init(host: String, path: String, line: Int) {
        self.host = host
        self.path = path
        self.line = line
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

    /// The package that is installed for it: another than ``name`` where npm's `npm:other@1` stands behind the name.
    public var target: String {
        guard source == .registry, requirement.hasPrefix("npm:") else { return name }
        let alias = requirement.dropFirst(4)
        let end = alias.dropFirst().firstIndex(of: "@") ?? alias.endIndex
        return alias[..<end].isEmpty ? name : String(alias[..<end])
    }

    /// Makes a dependency.
    public init(name: String, requirement: String, role: String, source: Source) {
        self.name = name
        self.requirement = requirement
        self.role = role
        self.source = source
    }
}
