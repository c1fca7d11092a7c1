import SallyportModel

/// The text by which stored verdicts know that another policy, or another build, would judge differently.
enum PolicyFingerprint {
    /// Raised by hand when code that no rule spells out changes what a verdict says: the clocks, the selection.
    static let revision = 2

    static func text(
        durations: [Int64],
        overrides: [Ecosystem: Int64],
        settings: [String: RuleSetting],
        ownRules: [Rule]
    ) -> String {
        var hash = TextHash()
        hash.add("revision \(revision) durations [\(durations.map { String($0) }.joined(separator: ", "))]")
        for (ecosystem, seconds) in overrides.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            hash.add("cooldown \(ecosystem) \(seconds)")
        }
        for (code, setting) in settings.sorted(by: { $0.key < $1.key }) {
            hash.add("rule \(code) \(setting.outcome.rawValue)")
            for exception in setting.exceptions { hash.add("except \(exception)") }
        }
        for rule in ownRules { add(rule, to: &hash) }
        return "policy-\(revision)-\(rules)-\(hash.hex)"
    }

    /// The rules of this build.
    private static let rules: String = {
        var hash = TextHash()
        for rule in RuleCatalogue.all { add(rule, to: &hash) }
        return hash.hex
    }()

    private static func add(_ rule: Rule, to hash: inout TextHash) {
        for text in rule.echoes + [
            rule.code, rule.standardOutcome.rawValue, rule.severity.rawValue, rule.sentence, rule.review,
        ] {
            hash.add(text)
        }
        for pattern in rule.patterns {
            hash.add("\(pattern.code) \(pattern.origin.rawValue) \(text(pattern.reach)) \(pattern.sentence ?? "")")
            hash.add(text(pattern.naming))
            if let narrowing = pattern.narrowing {
                hash.add("narrowed to \(narrowing.detail)")
                hash.add("at \(narrowing.path?.text ?? "")")
            }
            for companion in pattern.companions {
                hash.add("\(companion.scope.rawValue) \(text(companion.codes)) \(companion.isChange)")
                hash.add("\(text(companion.reach)) \(text(companion.naming))")
            }
        }
    }

    /// Written out, since a list that describes itself asks for each of its types anew: a third of what a start takes.
    private static func text(_ names: [String]) -> String {
        "[" + names.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }

    private static func text(_ reach: ClosedRange<Reach>) -> String {
        "\(reach.lowerBound.rawValue)...\(reach.upperBound.rawValue)"
    }

    /// FNV-1a over 64 bits: tells policies of one owner apart, and is no protection against an adversary.
    private struct TextHash {
        private var state: UInt64 = 0xCBF2_9CE4_8422_2325

        /// Adds one text; the line break that ends it keeps `ab` + `c` and `a` + `bc` apart.
        mutating func add(_ text: String) {
            for byte in (text + "\n").utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }

        var hex: String {
            let digits = String(state, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
    }
}
