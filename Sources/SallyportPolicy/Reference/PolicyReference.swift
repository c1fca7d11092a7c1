import SallyportModel

/// The parts of `docs/policy.md` that follow from the rules; a test holds the page against them.
public enum PolicyReference {
    /// The table of rules, in Markdown.
    public static func ruleTable() -> String {
        let head = """
            | rule | matches | default | severity |
            |---|---|---|---|

            """
        return head
            + RuleCatalogue.all.map { rule in
                "| `\(rule.code)` | \(rule.title)\(facts(rule)) | \(rule.standardOutcome.rawValue) | \(rule.severity.rawValue) |\n"
            }.joined()
    }

    /// What each rule says to a developer and to a reviewer, in Markdown.
    public static func sentenceTable() -> String {
        let head = """
            | rule | says | for the reviewer |
            |---|---|---|

            """
        return head
            + RuleCatalogue.all.map { "| `\($0.code)` | `\($0.example)` | \($0.review) |\n" }.joined()
    }

    /// A policy file that spells out every default, and reads back as ``Policy/standard``.
    public static func standardFile() -> String {
        let width = RuleCatalogue.all.map { $0.code.utf8.count + $0.standardOutcome.rawValue.utf8.count }.max() ?? 0
        let head = """
            version: 1
            baseline: \(PolicyDuration.text(seconds: Policy.standard.baselineSeconds))
            cooldown: \(PolicyDuration.text(seconds: Policy.standard.cooldownSeconds))
            rules:

            """
        return head
            + RuleCatalogue.all.map { rule in
                let outcome = rule.standardOutcome.rawValue
                let blanks = String(repeating: " ", count: width - rule.code.utf8.count - outcome.utf8.count)
                return "  \(rule.code): \(outcome)\(blanks)  # \(rule.title)\n"
            }.joined()
    }

    /// The facts behind a rule, with the condition on when the code runs.
    private static func facts(_ rule: Rule) -> String {
        var seen: [String] = []
        for pattern in rule.patterns {
            let origin =
                switch pattern.origin {
                case .newcomer: " (newcomer)"
                case .uncarried: " (unless carried over)"
                case .package, .change: ""
                }
            let companions = pattern.companions.map { " with \(words($0))" }.joined(separator: ",")
            let sign = pattern.narrowing.map { " that says `\($0.detail)`" } ?? ""
            let text = "`\(pattern.code)`\(named(pattern.naming))\(sign)\(words(pattern.reach))\(companions)\(origin)"
            if !seen.contains(text) { seen.append(text) }
        }
        return seen.isEmpty ? "" : ": \(seen.joined(separator: "; "))"
    }

    private static func words(_ companion: Companion) -> String {
        let codes = companion.codes.map { "`\($0)`" }.joined(separator: " or ")
        let scope =
            switch companion.scope {
            case .package: ""
            case .file: " in the same file"
            case .subject: " of the same name"
            }
        return "\(codes)\(named(companion.naming))\(words(companion.reach))\(scope)"
    }

    private static func named(_ names: [String]) -> String {
        names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
    }

    private static func words(_ reach: ClosedRange<Reach>) -> String {
        switch (reach.lowerBound, reach.upperBound) {
        case (.shipped, .install): ""
        case (.load, .install): " on load or at install"
        case (.load, _): " on load"
        case (let first, _): " at \(first.rawValue)"
        }
    }
}

extension Rule {
    /// The sentence with plausible particulars, for documentation.
    var example: String {
        SentenceTemplate.fill(
            sentence,
            [
                "published": "2026-11-22 15:10 UTC",
                "look": "2026-11-22 18:00 UTC",
                "since": "published 2026-11-22 15:10 UTC",
                "until": "2026-11-25 15:10 UTC",
                "cooldown": "3 days",
                "details": ": ...",
                "kind": " (elf)",
                "path": "lib/index.js",
                "at": " in lib/index.js:3",
                "hook": "a postinstall script: node steal.js",
            ]
        )
    }
}
