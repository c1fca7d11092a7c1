public import SallyportModel

/// What a rule asks for where it matches.
public enum RuleOutcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing: the rule is not looked at.
    case off
    /// The package passes, and the reason is noted.
    case admit
    /// The package waits.
    case hold
    /// The package is refused.
    case deny

    /// The outcome of a reason; absent for a rule that is off.
    public var outcome: Outcome? {
        switch self {
        case .off: nil
        case .admit: .admit
        case .hold: .hold
        case .deny: .deny
        }
    }
}

/// What a policy makes of one rule.
public struct RuleSetting: Sendable, Hashable {
    /// What it asks for.
    public let outcome: RuleOutcome
    /// The packages that it lets pass with a note: all versions, or the one that is named.
    public let exceptions: [PackageURL]

    init(outcome: RuleOutcome, exceptions: [PackageURL] = []) {
        self.outcome = outcome
        self.exceptions = exceptions.sorted { $0.description < $1.description }
    }

    /// The exception that covers a release, if there is one.
    func exception(for release: Release?) -> PackageURL? {
        guard let release else { return nil }
        return exceptions.first { $0.package == release.package && ($0.version ?? release.version) == release.version }
    }
}

/// One rule: what it matches, what it asks for by default, and what it says.
public struct Rule: Sendable, Hashable {
    /// The stable code, as in a policy file: `hook-added`.
    public let code: String
    /// A few words for lists and tables.
    public let title: String
    /// What it asks for when the policy file says nothing.
    public let standardOutcome: RuleOutcome
    /// How much it weighs.
    public let severity: Severity
    /// The sentence for the developer, with placeholders in braces (see `SentenceTemplate`).
    public let sentence: String
    /// The sentence for the reviewer: why the rule exists and what to look at.
    public let review: String
    /// The facts that it matches; empty for the rules of the clock.
    public let patterns: [FactPattern]

    /// Rules that report the same thing more strictly: where one of them does, this one's note is left out.
    public let echoes: [String]

    /// Whether times decide it rather than facts.
    public var isClockBound: Bool { patterns.isEmpty }

    init(
        _ code: String,
        _ title: String,
        _ standardOutcome: RuleOutcome,
        _ severity: Severity,
        sentence: String,
        review: String,
        patterns: [FactPattern] = [],
        echoes: [String] = []
    ) {
        self.code = code
        self.title = title
        self.standardOutcome = standardOutcome
        self.severity = severity
        self.sentence = sentence
        self.review = review
        self.patterns = patterns
        self.echoes = echoes
    }
}
