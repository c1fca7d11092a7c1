public import SallyportModel

/// Every rule, defined once: the policy file, the verdicts, the documentation and the command line read from here.
public enum RuleCatalogue {
    /// The rules of time.
    public static let clock = ClockRules.all
    /// The rules of content and of change.
    public static let content = ReadingRules.all + ExecutionRules.all + PresenceRules.all + ChangeRules.all
    /// All rules, in the order of the documentation.
    public static let all = clock + content

    /// Facts that no rule matches by itself: they are evidence for a person, and for rules about chains and changes.
    public static let evidenceOnly: [FactCode] = [
        "capability.process", "capability.network", "capability.environment", "capability.credential-file",
        "capability.dynamic-code", "capability.write-outside", "capability.native-loading",
        "delta.file-added", "delta.file-removed", "delta.file-changed",
    ].map(FactCode.init(rawValue:))

    /// The rule with this code.
    public static func rule(_ code: String) -> Rule? {
        byCode[code]
    }

    /// A pattern and the rule that it belongs to.
    struct Entry {
        let ruleIndex: Int
        let pattern: FactPattern
    }

    /// The patterns of the content rules by the fact that they match.
    static let entries: [FactCode: [Entry]] = {
        var entries: [FactCode: [Entry]] = [:]
        for (index, rule) in content.enumerated() {
            for pattern in rule.patterns {
                entries[pattern.code, default: []].append(Entry(ruleIndex: index, pattern: pattern))
            }
        }
        return entries
    }()

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
}
