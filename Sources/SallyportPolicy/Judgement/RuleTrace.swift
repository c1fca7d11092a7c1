public import SallyportModel

/// What one rule made of one artifact, for `policy explain` and `why`.
public struct RuleTrace: Sendable, Hashable {
    /// How it went.
    public enum Result: String, Sendable, Hashable, Codable {
        /// Nothing matched.
        case silent
        /// Something matched, and the rule asks for its outcome.
        case matched
        /// Something matched, and an exception lets the package pass with a note.
        case excepted
        /// The policy turned the rule off.
        case off
    }

    /// The rule.
    public let rule: Rule
    /// What the policy makes of it.
    public let setting: RuleSetting
    /// How it went.
    public let result: Result
    /// The exception that applied.
    public let exception: PackageURL?
    /// The facts that matched, heaviest first, at most four; none for the rules of the clock.
    public let facts: [Fact]
    /// How many facts matched in all.
    public let factCount: Int
    /// What it says, as it would stand in a verdict.
    public let reasons: [Reason]

    init(_ finding: RuleFinding) {
        rule = finding.rule
        setting = finding.setting
        exception = finding.isMatched ? finding.exception : nil
        facts = finding.facts(limit: Selection.reasonsPerRuleMax)
        factCount = finding.matches.count
        reasons = finding.reasons(limit: Selection.reasonsPerRuleMax) { _ in false }
        result =
            if finding.setting.outcome == .off {
                .off
            } else if !finding.isMatched {
                .silent
            } else {
                finding.exception == nil ? .matched : .excepted
            }
    }
}

extension Policy {
    /// Every rule of the clock, with what it made of these times; the trace behind ``clockVerdict(_:ecosystem:now:)``.
    public func explainClock(_ times: ArtifactTimes, ecosystem: Ecosystem, now: Instant) -> [RuleTrace] {
        let reading = reading(of: times, ecosystem: ecosystem, now: now)
        return clockFindings(reading, times, ecosystem: ecosystem, now: now).map(RuleTrace.init)
    }

    /// Every rule of content and change, with what it made of these facts; the trace behind
    /// ``contentVerdict(of:facts:delta:carried:standing:)``.
    ///
    /// A verdict leaves out a note about a fact that a stricter rule reports; the trace shows both.
    public func explainContent(
        of release: Release?,
        facts: [Fact],
        delta: [Fact]?,
        carried: Set<Fact> = [],
        standing: ReleaseStanding
    ) -> [RuleTrace] {
        contentFindings(of: release, facts: facts, delta: delta, carried: carried, standing: standing)
            .map(RuleTrace.init)
    }
}
