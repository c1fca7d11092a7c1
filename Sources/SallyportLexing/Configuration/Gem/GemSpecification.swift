/// What a gem's specification states, as RubyGems writes it: YAML in which tags name Ruby's classes.
///
/// Read is the form that RubyGems itself writes, and nothing else of YAML: top-level keys, lists, nested maps by
/// indentation, scalars of every style. Anchors and aliases are never followed. Where the text could be read in two ways
/// (a key twice, another document, a key in a form that needs YAML's rules, brackets that hold anything, a line break that
/// only YAML sees) it is refused, and so is a name or path whose tag or form of several lines makes another text of it.
public struct GemSpecification: Sendable, Equatable {
    /// One dependency.
    public struct Dependency: Sendable, Equatable {
        /// The name of the gem.
        public var name = ""
        /// The range, such as `>= 1.0, < 3`; empty for any.
        public var requirement = ""
        /// Whether only development needs it.
        public var isDevelopment = false
    }

    /// Why a text is no specification that is read.
    public struct Failure: Error, Sendable, Equatable {
        /// What stands there, for a person.
        public let reason: String
        /// The line, counted from 1.
        public let line: Int
    }

    /// The name.
    public let name: String
    /// The version.
    public let version: String
    /// The platform; `ruby` for any.
    public let platform: String
    /// What it needs, in order.
    public let dependencies: [Dependency]
    /// Files that build native code at the installation.
    public let extensions: [String]
    /// Commands, and the folder that they lie in.
    public let executables: [String]
    /// The folder of the commands.
    public let commandFolder: String
    /// Folders that are put on Ruby's load path.
    public let requirePaths: [String]
    /// Files that the specification lists.
    public let files: [String]
    /// What is shown after the installation.
    public let postInstallMessage: String?
    /// Whether a chain of certificates is given.
    public let isSigned: Bool

    /// The largest text that is read, in bytes.
    public static let bytesMax = 8 << 20

    /// Reads the text of a specification.
    public init(_ bytes: Span<UInt8>) throws(Failure) {
        let text = try GemSpecificationLines(bytes)
        name = try text.scalar("name") ?? ""
        guard !name.isEmpty else { throw Failure(reason: "it states no name", line: 1) }
        version = try text.version()
        platform = try text.platform() ?? "ruby"
        extensions = try text.list("extensions")
        executables = try text.list("executables")
        commandFolder = try text.scalar("bindir") ?? "bin"
        let paths = try text.list("require_paths")
        requirePaths = paths.isEmpty ? ["lib"] : paths
        files = try text.list("files")
        postInstallMessage = text.message("post_install_message")
        isSigned = text.holdsEntries("cert_chain")
        dependencies = try text.dependencies()
    }
}
