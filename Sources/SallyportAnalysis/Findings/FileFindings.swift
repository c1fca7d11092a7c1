public import SallyportModel

/// What the content of one file says, whatever its path and whatever runs it.
///
/// A value of the content, the kind it was read as, and the engine alone, so it can be kept by digest.
public struct FileFindings: Sendable, Hashable, Codable {
    /// What was found, heaviest first, at most ``AnalysisLimits/findingsPerCodeMax`` of one code.
    public var findings: [Finding]
    /// Other code that this file loads or runs, in order of appearance, without repetition.
    public var references: [Reference]
    /// Names of files that are no code, in code that reaches out: see ``DataNames``.
    public var dataNames: [String] = []
    /// Hosts that the code names, in order of appearance, within a bound; only where it reaches out of the program.
    public var hosts: [FoundHost]
    /// What joins values of this file with those of others; absent where there is nothing to join.
    public var links: FileLinks?
    /// The low bits of the hashes of all names in a source of Python that builds a package, in order; absent elsewhere,
    /// and where it may name anything.
    public internal(set) var names: [UInt32]?

    /// Nothing found.
    public init(
        findings: [Finding] = [],
        references: [Reference] = [],
        hosts: [FoundHost] = [],
        links: FileLinks? = nil
    ) {
        self.findings = findings
        self.references = references
        self.hosts = hosts
        self.links = links
    }
}

/// A host that a file names.
public struct FoundHost: Sendable, Hashable, Codable {
    /// The host in lower case, or a bare network address.
    public let host: String
    /// The line, counted from 1.
    public let line: Int
}

/// One thing found in a file's content.
public struct Finding: Sendable, Hashable, Codable {
    /// The code of the fact that it becomes.
    public let code: FactCode
    /// The particular: what is called, what is read.
    public let detail: String
    /// The line, counted from 1.
    public let line: Int
    /// What stands there, as ``Place/excerpt``.
    public let excerpt: String
    /// How much it says, for the choice of what to keep: see ``Weight``.
    public let weight: Weight
    /// Of a chain: what happens one after the other. Empty for everything else.
    public let steps: [FindingStep]
    /// Of a chain in a function that nothing calls on import, see ``ModuleOutline``: the low bits of the hashes of the
    /// names by which it could be called. Absent for everything else.
    public let wakers: [UInt32]?

    /// Makes a finding.
    public init(
        code: FactCode,
        detail: String,
        line: Int,
        excerpt: String,
        weight: Weight,
        steps: [FindingStep] = [],
        wakers: [UInt32]? = nil
    ) {
        self.code = code
        self.detail = detail
        self.line = line
        self.excerpt = excerpt
        self.weight = weight
        self.steps = steps
        self.wakers = wakers
    }

    /// Reads a finding; what was kept without steps or wakers has none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(FactCode.self, forKey: .code)
        detail = try container.decode(String.self, forKey: .detail)
        line = try container.decode(Int.self, forKey: .line)
        excerpt = try container.decode(String.self, forKey: .excerpt)
        weight = try container.decode(Weight.self, forKey: .weight)
        steps = try container.decodeIfPresent([FindingStep].self, forKey: .steps) ?? []
        wakers = try container.decodeIfPresent([UInt32].self, forKey: .wakers)
    }

    /// Writes a finding; steps and wakers only where there are any.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(detail, forKey: .detail)
        try container.encode(line, forKey: .line)
        try container.encode(excerpt, forKey: .excerpt)
        try container.encode(weight, forKey: .weight)
        if !steps.isEmpty { try container.encode(steps, forKey: .steps) }
        try container.encodeIfPresent(wakers, forKey: .wakers)
    }

    private enum CodingKeys: String, CodingKey {
        case code, detail, line, excerpt, weight, steps, wakers
    }
}

/// One step of a chain inside one source.
public struct FindingStep: Sendable, Hashable, Codable {
    /// What happens, in a few words.
    public let what: String
    /// The line, counted from 1.
    public let line: Int
    /// What stands there, as ``Place/excerpt``.
    public let excerpt: String

    /// Makes a step.
    public init(what: String, line: Int, excerpt: String) {
        self.what = what
        self.line = line
        self.excerpt = excerpt
    }
}

extension Finding {
    /// Whether it says enough to be a fact.
    var isTelling: Bool { weight > .means || !code.isWorthlessAsMeans }
}

/// How much a finding says.
public enum Weight: Int, Sendable, Hashable, Codable, Comparable {
    /// The means is at hand: a module is imported, a copy of the environment is passed on.
    case means
    /// The means is used.
    case use
    /// What is used is sensitive by itself: a credential file, a credential's variable.
    case sensitive
    /// Values were followed from where they come to where they go.
    case flow

    /// Lighter first.
    public static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
}

/// Other code that a file names.
public struct Reference: Sendable, Hashable, Codable {
    /// How the name is to be resolved.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// A JavaScript specifier, relative to the file: `./lib/x`.
        case specifier
        /// A Python module with its leading dots: `.helpers`, `tools.build`.
        case module
        /// A path that a command runs, relative to the package's root or to the file.
        case path
        /// The name of another script of the same manifest: `npm run NAME`.
        case script
        /// A program that is started by its name: a command of the package, or of one that it brings along.
        case program
    }

    /// How to resolve ``name``.
    public let kind: Kind
    /// The name as written, with constants folded.
    public let name: String
    /// The language that its runner implies; absent when only the content can tell.
    public let language: Language?

    /// Makes a reference.
    public init(_ kind: Kind, _ name: String, as language: Language? = nil) {
        self.kind = kind
        self.name = name
        self.language = language
    }
}
