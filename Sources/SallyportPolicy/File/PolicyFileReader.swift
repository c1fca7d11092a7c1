import SallyportModel

/// The grammar of policy files: `version`, `baseline`, `cooldown`, `rules`, `own-rules`, and nothing else.
struct PolicyFileReader {
    /// Most exceptions of one rule.
    static let exceptionsMax = 2_000

    /// The version of the grammar that this build reads.
    static let version = "1"
    /// The ecosystems that a cooldown can name.
    static let ecosystems: [Ecosystem] = [.npm, .pypi, .gem]

    let file: String

    func policy(yaml: String) throws(PolicyFileError) -> Policy {
        let root = try YAMLDocument(file: file).root(yaml)
        guard let root, !root.isEmpty else { throw missingVersion(line: 1, column: 1) }
        let keys = ["version", "baseline", "cooldown", "rules", "own-rules"]
        let entries = try entries(of: root, named: "a policy", keys: keys)
        try checkVersion(entries.first { $0.key == "version" }?.value, root: root)

        let baseline = entries.first { $0.key == "baseline" }?.value
        let cooldown = entries.first { $0.key == "cooldown" }?.value
        var baselineSeconds = Policy.standard.baselineSeconds
        if let baseline { baselineSeconds = try duration(baseline) }
        var seconds = Policy.standard.cooldownSeconds
        var overrides: [Ecosystem: Int64] = [:]
        if let cooldown { (seconds, overrides) = try cooldowns(cooldown) }
        if let longest = ([seconds] + overrides.values).max(), longest > baselineSeconds {
            throw wrong(
                .badValue,
                cooldown ?? baseline ?? root,
                "the cooldown of \(PolicyDuration.text(seconds: longest)) is longer than the baseline of "
                    + "\(PolicyDuration.text(seconds: baselineSeconds)), which would end it; "
                    + "set `baseline: \(PolicyDuration.text(seconds: longest))` or more"
            )
        }
        var settings: [String: RuleSetting] = [:]
        if let rules = entries.first(where: { $0.key == "rules" })?.value { settings = try self.settings(rules) }
        var own: [Rule] = []
        if let rules = entries.first(where: { $0.key == "own-rules" })?.value {
            let read = try ownRules(rules)
            own = read.rules
            settings.merge(read.settings) { _, own in own }
        }
        return Policy(
            cooldownSeconds: seconds,
            baselineSeconds: baselineSeconds,
            cooldownOverrides: overrides,
            settings: settings,
            ownRules: own
        )
    }

    // MARK: The keys

    private func checkVersion(_ value: YAMLValue?, root: YAMLValue) throws(PolicyFileError) {
        guard let value else { throw missingVersion(line: root.line, column: root.column) }
        guard case .text(Self.version) = value.content else {
            throw wrong(
                .badValue,
                value,
                "this build reads policies of version 1, not \(value.kind); write `version: 1`"
            )
        }
    }

    private func missingVersion(line: Int, column: Int) -> PolicyFileError {
        let message = "the policy does not say its version; write `version: 1` as its first line"
        return PolicyFileError(.missingKey, file: file, line: line, column: column, message)
    }

    /// One duration for all ecosystems, or a map with `default` and ecosystems.
    private func cooldowns(_ value: YAMLValue) throws(PolicyFileError) -> (Int64, [Ecosystem: Int64]) {
        guard case .map = value.content else { return (try duration(value), [:]) }
        var seconds = Policy.standard.cooldownSeconds
        var overrides: [Ecosystem: Int64] = [:]
        let keys = ["default"] + Self.ecosystems.map(\.rawValue)
        for entry in try entries(of: value, named: "`cooldown`", keys: keys) {
            let length = try duration(entry.value)
            if entry.key == "default" { seconds = length } else { overrides[Ecosystem(rawValue: entry.key)] = length }
        }
        return (seconds, overrides)
    }

    private func duration(_ value: YAMLValue) throws(PolicyFileError) -> Int64 {
        guard case .text(let text) = value.content, let seconds = PolicyDuration.seconds(text) else {
            throw wrong(
                .badValue,
                value,
                "\(value.kind) is no duration; write a whole number and `d`, `h` or `m`, such as `3d`, `12h` or `90m`, "
                    + "up to \(PolicyDuration.text(seconds: PolicyDuration.secondsMax))"
            )
        }
        return seconds
    }

    private func settings(_ value: YAMLValue) throws(PolicyFileError) -> [String: RuleSetting] {
        var settings: [String: RuleSetting] = [:]
        for entry in try entries(of: value, named: "`rules`", keys: RuleCatalogue.all.map(\.code)) {
            guard let rule = RuleCatalogue.rule(entry.key) else { continue }
            settings[rule.code] = try setting(of: rule, entry.value)
        }
        return settings
    }

    /// An outcome, or a map of `outcome` and `except`.
    private func setting(of rule: Rule, _ value: YAMLValue) throws(PolicyFileError) -> RuleSetting {
        guard case .map = value.content else { return RuleSetting(outcome: try outcome(value)) }
        var ruleOutcome = rule.standardOutcome
        var exceptions: [PackageURL] = []
        for entry in try entries(of: value, named: "the rule `\(rule.code)`", keys: ["outcome", "except"]) {
            if entry.key == "outcome" {
                ruleOutcome = try outcome(entry.value)
            } else if rule.isClockBound {
                throw wrong(
                    .badValue,
                    entry.at,
                    "`\(rule.code)` looks at times and takes no `except`; "
                        + "to let one release through, use `sallyport admit`"
                )
            } else {
                exceptions = try self.exceptions(entry.value)
            }
        }
        return RuleSetting(outcome: ruleOutcome, exceptions: exceptions)
    }

    func outcome(_ value: YAMLValue) throws(PolicyFileError) -> RuleOutcome {
        guard case .text(let text) = value.content, let outcome = RuleOutcome(rawValue: text) else {
            var suggestion = ""
            if case .text(let text) = value.content {
                suggestion = Suggestion.sentence(for: text, among: RuleOutcome.allCases.map(\.rawValue))
            }
            throw wrong(
                .badValue,
                value,
                "\(value.kind) is no outcome; write `off`, `admit`, `hold` or `deny`\(suggestion)"
            )
        }
        return outcome
    }

    func exceptions(_ value: YAMLValue) throws(PolicyFileError) -> [PackageURL] {
        guard case .list(let values) = value.content else {
            throw wrong(
                .wrongType,
                value,
                "`except` takes a list of package URLs, not \(value.kind); write `[\"pkg:npm/esbuild\"]`"
            )
        }
        guard values.count <= Self.exceptionsMax else {
            throw wrong(.tooLarge, value, "`except` names at most \(Self.exceptionsMax) packages")
        }
        var seen: Set<PackageURL> = []
        for value in values {
            let url = try packageURL(value)
            guard seen.insert(url).inserted else {
                throw wrong(.duplicateKey, value, "\(value.kind) stands in this list already; remove one of them")
            }
        }
        return Array(seen)
    }

    private func packageURL(_ value: YAMLValue) throws(PolicyFileError) -> PackageURL {
        guard case .text(let text) = value.content else {
            throw wrong(.wrongType, value, "`except` takes package URLs such as `pkg:npm/esbuild`, not \(value.kind)")
        }
        let url: PackageURL
        do {
            url = try PackageURL(text)
        } catch {
            throw wrong(.badValue, value, error.description)
        }
        guard url.filename == nil else {
            throw wrong(
                .badValue,
                value,
                "an exception names a package or a version, not a file; leave out `?file_name=`"
            )
        }
        let known = Self.ecosystems.map(\.rawValue)
        guard known.contains(url.package.ecosystem.rawValue) else {
            let suggestion = Suggestion.sentence(for: url.package.ecosystem.rawValue, among: known)
            throw wrong(.badValue, value, "`\(url.package.ecosystem)` is no ecosystem that is judged here\(suggestion)")
        }
        return url
    }

    // MARK: Maps and errors

    /// The entries of a map whose keys are all known; doubled keys were refused by the parser.
    func entries(of value: YAMLValue, named name: String, keys: [String]) throws(PolicyFileError) -> [YAMLEntry] {
        guard case .map(let pairs) = value.content else {
            let some = keys.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
            throw wrong(.wrongType, value, "\(name) is a map with keys such as \(some), not \(value.kind)")
        }
        var entries: [YAMLEntry] = []
        for pair in pairs {
            let key = pair.key
            guard case .text(let text) = key.content, keys.contains(text) else {
                var suggestion = ""
                if case .text(let text) = key.content { suggestion = Suggestion.sentence(for: text, among: keys) }
                if suggestion.isEmpty, keys.count <= 5 {
                    suggestion = "; its keys are \(keys.map { "`\($0)`" }.joined(separator: ", "))"
                } else if suggestion.isEmpty {
                    suggestion = "; `sallyport policy explain` lists the rules"
                }
                throw wrong(.unknownKey, key, "\(name) has no key \(key.kind)\(suggestion)")
            }
            entries.append(YAMLEntry(key: text, at: key, value: pair.value))
        }
        return entries
    }

    func wrong(_ code: PolicyFileError.Code, _ value: YAMLValue, _ message: String) -> PolicyFileError {
        PolicyFileError(code, file: file, line: value.line, column: value.column, message)
    }
}

extension YAMLValue {
    /// Whether it is an empty text, as a file of comments gives.
    fileprivate var isEmpty: Bool {
        if case .text(let text) = content { text.isEmpty } else { false }
    }
}
