public import SallyportModel

/// What an organisation asks of every package: two durations, and an outcome for each rule.
///
/// A policy judges; it reads no clock and no disk. The same facts, times and policy give the same verdict on every
/// machine. `docs/policy.md` explains it to the people who write one.
public struct Policy: Sendable, Hashable {
    /// The documented default: a cooldown of three days, a baseline of thirty, each rule at its standard outcome.
    public static let standard = Policy(cooldownSeconds: 3 * 86_400, baselineSeconds: 30 * 86_400)

    /// How long a release waits after it appeared, in ecosystems without a cooldown of their own.
    public let cooldownSeconds: Int64
    /// The age at which a release skips the cooldown and, without an admitted predecessor, is no newcomer any more.
    public let baselineSeconds: Int64
    /// Text that changes whenever a judgement of this policy could; stored beside each verdict.
    ///
    /// It covers the durations, the settings, and the rules of this build: a build with other rules judges anew.
    public let fingerprint: String

    /// Cooldowns that differ from ``cooldownSeconds``.
    let cooldownOverrides: [Ecosystem: Int64]
    /// Rules of the organisation beside those of ``RuleCatalogue``.
    public let ownRules: [Rule]
    /// Rules that are not at their standard setting, by code.
    let settings: [String: RuleSetting]

    /// Drops whatever equals the default, so that two spellings of one policy are equal.
    init(
        cooldownSeconds: Int64,
        baselineSeconds: Int64,
        cooldownOverrides: [Ecosystem: Int64] = [:],
        settings: [String: RuleSetting] = [:],
        ownRules: [Rule] = []
    ) {
        let overrides = cooldownOverrides.filter { $0.value != cooldownSeconds }
        let changed = settings.filter { code, setting in
            (RuleCatalogue.rule(code) ?? ownRules.first { $0.code == code }).map {
                setting != RuleSetting(outcome: $0.standardOutcome)
            } ?? false
        }
        self.cooldownSeconds = cooldownSeconds
        self.baselineSeconds = baselineSeconds
        self.cooldownOverrides = overrides
        self.settings = changed
        self.ownRules = ownRules
        fingerprint = PolicyFingerprint.text(
            durations: [cooldownSeconds, baselineSeconds],
            overrides: overrides,
            settings: changed,
            ownRules: ownRules
        )
    }

    /// Reads a policy file; strict, so that a slip of the pen never means a weaker policy.
    ///
    /// Unknown keys, wrong types, doubled keys, anchors, and values outside their range are refused with the line,
    /// the column and what to write instead. `file` is the name that errors show.
    public init(yaml: String, file: String) throws(PolicyFileError) {
        self = try PolicyFileReader(file: file).policy(yaml: yaml)
    }

    /// How long a release of this ecosystem waits after it appeared.
    public func cooldownSeconds(for ecosystem: Ecosystem) -> Int64 {
        cooldownOverrides.isEmpty ? cooldownSeconds : cooldownOverrides[ecosystem] ?? cooldownSeconds
    }

    /// What this policy makes of a rule: its own setting, or the standard one.
    public func setting(of rule: Rule) -> RuleSetting {
        settings[rule.code] ?? RuleSetting(outcome: rule.standardOutcome)
    }
}
