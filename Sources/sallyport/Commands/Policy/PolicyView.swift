import SallyportModel
import SallyportPolicy

/// A policy for a terminal.
struct PolicyView {
    let style: Style

    /// One sentence: the durations, and how many rules differ from the standard.
    func summary(_ policy: Policy) -> String {
        let changed = policy.rules.filter { isChanged($0, in: policy) }.count
        let rules = changed == 0 ? "every rule at its standard" : "\(Words.count(changed, "rule")) off the standard"
        return "Cooldown \(PolicyDuration.words(seconds: policy.cooldownSeconds)), "
            + "baseline \(PolicyDuration.words(seconds: policy.baselineSeconds)), \(rules)."
    }

    /// The durations and every rule; a `*` marks what differs from the standard policy.
    func table(_ policy: Policy) -> String {
        let width = policy.rules.map(\.code.count).max() ?? 0
        var lines = [summary(policy)]
        for ecosystem in ConfigurationReader.ecosystems
        where policy.cooldownSeconds(for: ecosystem) != policy.cooldownSeconds {
            let words = PolicyDuration.words(seconds: policy.cooldownSeconds(for: ecosystem))
            lines.append("Cooldown of \(ecosystem): \(words).")
        }
        lines.append("")
        for rule in policy.rules {
            let setting = policy.setting(of: rule)
            let mark = isChanged(rule, in: policy) ? "*" : " "
            let code = rule.code + String(repeating: " ", count: width - rule.code.count)
            let outcome = padded(setting.outcome)
            lines.append("\(mark) \(outcome)  \(style.strong(code))  \(rule.title)")
        }
        lines.append("")
        lines.append("`sallyport policy explain RULE` tells more; a `*` marks what differs from the standard policy.")
        return lines.joined(separator: "\n")
    }

    /// All about one rule.
    func detail(of rule: Rule, in policy: Policy) -> String {
        let setting = policy.setting(of: rule)
        var lines = [
            "\(style.strong(rule.code)): \(rule.title)",
            "  asks for   \(word(setting.outcome))"
                + (isChanged(rule, in: policy) ? " (differs from the standard)" : ""),
            "  standard   \(rule.standardOutcome.rawValue)",
            "  severity   \(rule.severity.rawValue)",
            "  says       \(rule.sentence)",
            "  reviewer   \(rule.review)",
        ]
        if rule.isClockBound {
            lines.append("  looks at   times; it does not apply to files on a disk")
        } else {
            lines += Set(rule.patterns.map(\.code)).sorted().map { "  looks at   \($0)" }
        }
        lines += setting.exceptions.map { "  lets pass  \($0)" }
        return lines.joined(separator: "\n")
    }

    private func isChanged(_ rule: Rule, in policy: Policy) -> Bool {
        let setting = policy.setting(of: rule)
        return setting.outcome != rule.standardOutcome || !setting.exceptions.isEmpty
    }

    private func word(_ outcome: RuleOutcome) -> String {
        outcome.outcome.map { style.outcome($0) } ?? outcome.rawValue
    }

    private func padded(_ outcome: RuleOutcome) -> String {
        word(outcome) + String(repeating: " ", count: max(0, 5 - outcome.rawValue.count))
    }
}
