/// The stable name of something observed in a package: `hook.install`, `capability.network`.
///
/// Codes are part of the public interface: policies, reports and exceptions refer to them. The catalogue of all
/// codes is `docs/detection.md`.
public struct FactCode: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    /// Lower-case words joined by `-`, in a family before the dot.
    public let rawValue: String

    /// Wraps a code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Alphabetical.
    public static func < (left: FactCode, right: FactCode) -> Bool { left.rawValue < right.rawValue }

    /// The code.
    public var description: String { rawValue }
}

/// Where in a package something was seen.
public struct Place: Hashable, Sendable, Codable {
    /// The path inside the archive.
    public let path: String
    /// The line, counted from 1; absent for binaries and for facts about a whole file.
    public let line: Int?
    /// What stands there, at most 160 characters, without control characters.
    public let excerpt: String?

    /// Makes a place.
    public init(path: String, line: Int? = nil, excerpt: String? = nil) {
        self.path = path
        self.line = line
        self.excerpt = excerpt
    }
}

/// When code in a package gets to run.
public enum Reach: String, Hashable, Sendable, Codable, Comparable {
    /// Shipped, but nothing known runs it: tests, examples, data.
    case shipped
    /// Runs when a program imports the package or calls its command.
    case load
    /// Runs by itself at installation or at every interpreter start.
    case install

    /// Later reach first: `shipped < load < install`.
    public static func < (left: Reach, right: Reach) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .shipped: 0
        case .load: 1
        case .install: 2
        }
    }
}

/// One thing observed in a package, without any judgement.
public struct Fact: Hashable, Sendable, Codable {
    /// What was seen.
    public let code: FactCode
    /// When the code concerned runs.
    public let reach: Reach
    /// The particular: a command, a host, a dependency, an error; at most 200 characters.
    public let detail: String
    /// Where; absent for facts about the whole package.
    public let place: Place?
    /// For a chain, what happens one after the other: empty for every other fact.
    public let steps: [Step]

    /// Makes a fact.
    public init(code: FactCode, reach: Reach, detail: String, place: Place? = nil, steps: [Step] = []) {
        self.code = code
        self.reach = reach
        self.detail = detail
        self.place = place
        self.steps = steps
    }

    /// Reads a fact; one without steps, as earlier engines wrote it, has none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(FactCode.self, forKey: .code)
        reach = try container.decode(Reach.self, forKey: .reach)
        detail = try container.decode(String.self, forKey: .detail)
        place = try container.decodeIfPresent(Place.self, forKey: .place)
        steps = try container.decodeIfPresent([Step].self, forKey: .steps) ?? []
    }

    /// Writes a fact; steps only where there are any.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(reach, forKey: .reach)
        try container.encode(detail, forKey: .detail)
        try container.encodeIfPresent(place, forKey: .place)
        if !steps.isEmpty { try container.encode(steps, forKey: .steps) }
    }

    private enum CodingKeys: String, CodingKey {
        case code, reach, detail, place, steps
    }
}

/// One step of a chain: what happens, and where.
public struct Step: Hashable, Sendable, Codable {
    /// What happens, in a few words: `reads ~/.npmrc`, `encodes it`, `sends it to collect.example`.
    public let what: String
    /// Where.
    public let place: Place

    /// Makes a step.
    public init(_ what: String, at place: Place) {
        self.what = what
        self.place = place
    }
}
