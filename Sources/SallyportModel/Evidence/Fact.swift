/// The stable name of something observed in a package: `hook.install`, `capability.network`.
///
/// Codes are part of the public interface: policies, reports and exceptions refer to them. The catalogue of all
/// codes is `docs/policy.md`.
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

    /// Makes a fact.
    public init(code: FactCode, reach: Reach, detail: String, place: Place? = nil) {
        self.code = code
        self.reach = reach
        self.detail = detail
        self.place = place
    }
}
