public import SallyportModel

/// Every rule, defined once: the policy file, the verdicts, the documentation and the command line read from here.
public enum RuleCatalogue {
    /// The rules of time.
    public static let clock = ClockRules.all
    /// The rules of content and of change.
    public static let content =
        ReadingRules.all + ExecutionRules.all + NewcomerRules.all + ChangeRules.all + SurroundingRules.all
        + PresenceRules.all
    /// All rules, in the order of the documentation.
    public static let all = clock + content

    /// Facts that no rule matches alone or as the first of several: they are evidence for a person, and what other facts
    /// are found together with.
    public static let evidenceOnly: [FactCode] = [
        "capability.process", "capability.environment", "capability.native-loading",
        "capability.write-outside", "delta.file-added", "delta.file-removed", "delta.file-changed", "file.wasm",
        "file.data", "hook.git-only", "hook.message", "manifest.signed",
    ].map(FactCode.init(rawValue:))

    /// The rule with this code.
    public static func rule(_ code: String) -> Rule? {
        byCode[code]
    }

    /// The rules that match a fact by its code, in the order of the documentation.
    public static func rules(matching code: FactCode) -> [Rule] {
        Set(entries(for: code).map(\.ruleIndex)).sorted().map { content[$0] }
    }

    /// A pattern and the rule that it belongs to.
    struct Entry {
        let ruleIndex: Int
        let pattern: FactPattern
    }

    /// The patterns of the content rules that may match a fact, with the rules that they belong to.
    static func entries(for code: FactCode) -> [Entry] {
        (entries[code.rawValue] ?? []) + (entries[FactFamily.of(code)] ?? [])
    }

    private static let entries: [String: [Entry]] = {
        var entries: [String: [Entry]] = [:]
        for (index, rule) in content.enumerated() {
            for pattern in rule.patterns {
                entries[pattern.code.rawValue, default: []].append(Entry(ruleIndex: index, pattern: pattern))
            }
        }
        return entries
    }()

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
}
