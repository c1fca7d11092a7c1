/// What may happen to an artifact.
public enum Outcome: String, Hashable, Sendable, Codable, Comparable {
    /// It may be served.
    case admit
    /// It waits: for time, or for a person.
    case hold
    /// It is refused until a person decides otherwise.
    case deny

    /// Milder first.
    public static func < (left: Outcome, right: Outcome) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .admit: 0
        case .hold: 1
        case .deny: 2
        }
    }
}

/// How much a reason weighs for a reviewer.
public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// Worth knowing.
    case low
    /// Worth a look before it is used.
    case medium
    /// Probably not wanted.
    case high
    /// An attack unless shown otherwise.
    case critical

    /// Milder first.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        case .critical: 3
        }
    }
}

/// One reason of a verdict: evidence that a person can check.
public struct Reason: Hashable, Sendable, Codable {
    /// The rule's stable code: `hook-added`, `cooldown`.
    public let code: String
    /// What the rule asks for.
    public let outcome: Outcome
    /// How much it weighs.
    public let severity: Severity
    /// One sentence for the developer's terminal: ASCII, no line break, names the particular.
    public let sentence: String
    /// One sentence for the reviewer: why the rule exists and what to look at.
    public let review: String
    /// Where the evidence stands.
    public let place: Place?
    /// When the reason ends by itself; absent when only a person ends it.
    public let until: Instant?
    /// What happens one after the other, where the evidence is a chain.
    public let steps: [Step]

    /// Makes a reason.
    public init(
        code: String,
        outcome: Outcome,
        severity: Severity,
        sentence: String,
        review: String,
        place: Place? = nil,
        until: Instant? = nil,
        steps: [Step] = []
    ) {
        self.code = code
        self.outcome = outcome
        self.severity = severity
        self.sentence = sentence
        self.review = review
        self.place = place
        self.until = until
        self.steps = steps
    }

    /// Reads a reason; one without steps, as earlier builds wrote it, has none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        outcome = try container.decode(Outcome.self, forKey: .outcome)
        severity = try container.decode(Severity.self, forKey: .severity)
        sentence = try container.decode(String.self, forKey: .sentence)
        review = try container.decode(String.self, forKey: .review)
        place = try container.decodeIfPresent(Place.self, forKey: .place)
        until = try container.decodeIfPresent(Instant.self, forKey: .until)
        steps = try container.decodeIfPresent([Step].self, forKey: .steps) ?? []
    }

    /// Writes a reason; steps only where there are any.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(outcome, forKey: .outcome)
        try container.encode(severity, forKey: .severity)
        try container.encode(sentence, forKey: .sentence)
        try container.encode(review, forKey: .review)
        try container.encodeIfPresent(place, forKey: .place)
        try container.encodeIfPresent(until, forKey: .until)
        if !steps.isEmpty { try container.encode(steps, forKey: .steps) }
    }

    private enum CodingKeys: String, CodingKey {
        case code, outcome, severity, sentence, review, place, until, steps
    }
}

/// A verdict: an outcome and the reasons that led there.
public struct Verdict: Hashable, Sendable, Codable {
    /// What may happen.
    public let outcome: Outcome
    /// The reasons, weightiest first; an admission may carry reasons that a person overruled.
    public let reasons: [Reason]

    /// Makes a verdict of an outcome and its reasons.
    public init(outcome: Outcome, reasons: [Reason]) {
        self.outcome = outcome
        self.reasons = reasons
    }

    /// The verdict of reasons alone: the strictest of their outcomes, admitted when there is none.
    public init(_ reasons: [Reason]) {
        let sorted = reasons.sorted { ($0.outcome, $0.severity) > ($1.outcome, $1.severity) }
        self.init(outcome: sorted.first?.outcome ?? .admit, reasons: sorted)
    }

    /// Nothing against it.
    public static let admitted = Verdict(outcome: .admit, reasons: [])

    /// When a hold ends by itself; `nil` when it does not, or when nothing is held.
    public var until: Instant? {
        guard outcome == .hold else { return nil }
        let ends = reasons.filter { $0.outcome == .hold }.map(\.until)
        guard !ends.contains(nil) else { return nil }
        return ends.compactMap { $0 }.max()
    }
}
