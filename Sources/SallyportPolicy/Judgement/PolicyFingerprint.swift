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
        hash.feed("revision \(revision) durations [")
        for (index, seconds) in durations.enumerated() { hash.feed(index == 0 ? "\(seconds)" : ", \(seconds)") }
        hash.add("]")
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
        for text in rule.echoes { hash.add(text) }
        hash.add(rule.code)
        hash.add(rule.standardOutcome.rawValue)
        hash.add(rule.severity.rawValue)
        hash.add(rule.sentence)
        hash.add(rule.review)
        for pattern in rule.patterns { add(pattern, to: &hash) }
    }

    /// Fed piece by piece: each line that was put together first was a third of what a start takes.
    private static func add(_ pattern: FactPattern, to hash: inout TextHash) {
        hash.feed(pattern.code.rawValue)
        hash.feed(" ")
        hash.feed(pattern.origin.rawValue)
        hash.feed(" ")
        hash.feed(pattern.reach)
        hash.feed(" ")
        hash.add(pattern.sentence ?? "")
        hash.feed(pattern.naming)
        hash.end()
        if let narrowing = pattern.narrowing {
            hash.add("narrowed to \(narrowing.detail)")
            hash.add("at \(narrowing.path?.text ?? "")")
        }
        for companion in pattern.companions {
            hash.feed(companion.scope.rawValue)
            hash.feed(" ")
            hash.feed(companion.codes)
            hash.add(companion.isChange ? " true" : " false")
            hash.feed(companion.reach)
            hash.feed(" ")
            hash.feed(companion.naming)
            hash.end()
        }
    }

    /// FNV-1a over 64 bits: tells policies of one owner apart, and is no protection against an adversary.
    private struct TextHash {
        private var state: UInt64 = 0xCBF2_9CE4_8422_2325

        /// Adds one text; the line break that ends it keeps `ab` + `c` and `a` + `bc` apart.
        mutating func add(_ text: String) {
            feed(text)
            end()
        }

        /// Ends a text that was fed in pieces.
        mutating func end() { feed("\n") }

        mutating func feed(_ text: String) {
            for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }

        mutating func feed(_ names: [String]) {
            feed("[")
            for (index, name) in names.enumerated() {
                feed(index == 0 ? "\"" : ", \"")
                feed(name)
                feed("\"")
            }
            feed("]")
        }

        mutating func feed(_ reach: ClosedRange<Reach>) {
            feed(reach.lowerBound.rawValue)
            feed("...")
            feed(reach.upperBound.rawValue)
        }

        var hex: String {
            let digits = String(state, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
    }
}
