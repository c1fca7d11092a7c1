import SallyportModel

/// The grammar of `own-rules`: a map of codes to what a rule looks for and what it asks.
extension PolicyFileReader {
    private static let ruleKeys = ["match", "outcome", "severity", "says", "review", "except"]
    private static let matchKeys = ["fact", "reach", "detail", "path", "beside"]

    /// Reads all rules of an organisation, and what the policy makes of them.
    func ownRules(_ value: YAMLValue) throws(PolicyFileError) -> (rules: [Rule], settings: [String: RuleSetting]) {
        guard case .map(let pairs) = value.content else {
            throw wrong(.wrongType, value, "`own-rules` is a map of rules, not \(value.kind)")
        }
        guard pairs.count <= OwnRules.countMax else {
            throw wrong(.tooLarge, value, "a policy has at most \(OwnRules.countMax) rules of its own")
        }
        var rules: [Rule] = []
        var settings: [String: RuleSetting] = [:]
        for pair in pairs {
            let code = try ownCode(pair.key)
            let (rule, exceptions) = try ownRule(code, pair.value)
            rules.append(rule)
            if !exceptions.isEmpty {
                settings[code] = RuleSetting(outcome: rule.standardOutcome, exceptions: exceptions)
            }
        }
        return (rules, settings)
    }

    private func ownCode(_ key: YAMLValue) throws(PolicyFileError) -> String {
        guard case .text(let code) = key.content, OwnRules.isCode(code) else {
            throw wrong(
                .badValue,
                key,
                "\(key.kind) is no name for a rule; write lower-case words joined by `-`, such as `acme-no-telemetry`"
            )
        }
        guard RuleCatalogue.rule(code) == nil else {
            throw wrong(.badValue, key, "`\(code)` is a rule already; set it under `rules`, or choose another name")
        }
        return code
    }

    private func ownRule(_ code: String, _ value: YAMLValue) throws(PolicyFileError) -> (Rule, [PackageURL]) {
        var patterns: [FactPattern] = []
        var outcome = RuleOutcome.hold
        var severity = Severity.high
        var says = "is stopped by the rule \(code){at}{details}"
        var review = "A rule of your own organisation; ask whoever wrote it."
        var exceptions: [PackageURL] = []
        for entry in try entries(of: value, named: "the rule `\(code)`", keys: Self.ruleKeys) {
            switch entry.key {
            case "match": patterns = try self.patterns(entry.value)
            case "outcome": outcome = try self.outcome(entry.value)
            case "severity": severity = try word(entry.value, Severity.allCases, named: "severity")
            case "says": says = try sentence(entry.value) + "{at}{details}"
            case "review": review = try sentence(entry.value)
            default: exceptions = try self.exceptions(entry.value)
            }
        }
        guard !patterns.isEmpty else {
            throw wrong(
                .missingKey,
                value,
                "the rule `\(code)` does not say what it looks for; write `match: {fact: ...}`"
            )
        }
        let title = "rule of this organisation"
        return (
            Rule(code, title, outcome, severity, sentence: says, review: review, patterns: patterns), exceptions
        )
    }

    /// One condition, or a list of which any is enough.
    private func patterns(_ value: YAMLValue) throws(PolicyFileError) -> [FactPattern] {
        guard case .list(let values) = value.content else { return [try pattern(value)] }
        guard values.count <= OwnRules.conditionsMax else {
            throw wrong(.tooLarge, value, "a rule has at most \(OwnRules.conditionsMax) conditions")
        }
        var patterns: [FactPattern] = []
        for value in values { patterns.append(try pattern(value)) }
        return patterns
    }

    private func pattern(_ value: YAMLValue) throws(PolicyFileError) -> FactPattern {
        var code: String?
        var reach = Reach.shipped ... .install
        var detail = ""
        var path: PathPattern?
        var companions: [Companion] = []
        for entry in try entries(of: value, named: "`match`", keys: Self.matchKeys) {
            switch entry.key {
            case "fact": code = try factCode(entry.value)
            case "reach":
                let one = try word(entry.value, [Reach.shipped, .load, .install], named: "reach")
                reach = one...one
            case "detail": detail = try text(entry.value)
            case "path": path = PathPattern(try text(entry.value))
            default: companions = [.file(try factCodes(entry.value), reach: .shipped ... .install)]
            }
        }
        guard let code else {
            throw wrong(.missingKey, value, "`match` does not name a `fact`, such as `capability.network`")
        }
        let narrowing = detail.isEmpty && path == nil ? nil : Narrowing(detail: detail, path: path)
        return FactPattern(
            code,
            from: code.hasPrefix("delta.") ? .change : .package,
            reach: reach,
            beside: companions,
            narrowing: narrowing
        )
    }

    private func factCodes(_ value: YAMLValue) throws(PolicyFileError) -> [String] {
        guard case .list(let values) = value.content else { return [try factCode(value)] }
        guard values.count <= OwnRules.conditionsMax else {
            throw wrong(.tooLarge, value, "`beside` names at most \(OwnRules.conditionsMax) facts")
        }
        var codes: [String] = []
        for value in values { codes.append(try factCode(value)) }
        return codes
    }

    private func factCode(_ value: YAMLValue) throws(PolicyFileError) -> String {
        guard case .text(let text) = value.content, OwnRules.factCodes.contains(text) else {
            var suggestion = ""
            if case .text(let text) = value.content {
                suggestion = Suggestion.sentence(for: text, among: OwnRules.factCodes)
            }
            throw wrong(
                .badValue,
                value,
                "\(value.kind) is no fact\(suggestion.isEmpty ? "; docs/detection.md lists them all" : suggestion)"
            )
        }
        return text
    }

    private func sentence(_ value: YAMLValue) throws(PolicyFileError) -> String {
        let text = try self.text(value)
        guard !text.contains("{"), !text.contains("}") else {
            throw wrong(.badValue, value, "a sentence holds no braces")
        }
        return text
    }

    private func text(_ value: YAMLValue) throws(PolicyFileError) -> String {
        guard case .text(let text) = value.content, !text.isEmpty, text.utf8.count <= OwnRules.textBytesMax else {
            throw wrong(.badValue, value, "\(value.kind) is no text of 1 to \(OwnRules.textBytesMax) bytes")
        }
        return text
    }

    private func word<Word: RawRepresentable<String>>(
        _ value: YAMLValue,
        _ all: [Word],
        named name: String
    ) throws(PolicyFileError) -> Word {
        if case .text(let text) = value.content, let word = all.first(where: { $0.rawValue == text }) { return word }
        let choices = all.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        throw wrong(.badValue, value, "\(value.kind) is no \(name); write one of \(choices)")
    }
}
