import SallyportModel

/// The rules of an organisation beside those of the catalogue.
extension Policy {
    /// Every rule that this policy judges by, the catalogue's first.
    public var rules: [Rule] { RuleCatalogue.all + ownRules }

    /// The rule with this code, of the catalogue or the policy's own.
    public func rule(_ code: String) -> Rule? {
        RuleCatalogue.rule(code) ?? ownRules.first { $0.code == code }
    }

    /// The rules that facts decide.
    public var contentRules: [Rule] { RuleCatalogue.content + ownRules }

    /// The patterns that may match a fact, with the positions of their rules in ``contentRules``.
    func entries(for code: FactCode) -> [RuleCatalogue.Entry] {
        guard !ownRules.isEmpty else { return RuleCatalogue.entries(for: code) }
        var entries = RuleCatalogue.entries(for: code)
        let family = FactFamily.of(code)
        for (index, rule) in ownRules.enumerated() {
            for pattern in rule.patterns where pattern.code == code || pattern.code.rawValue == family {
                entries.append(RuleCatalogue.Entry(ruleIndex: RuleCatalogue.content.count + index, pattern: pattern))
            }
        }
        return entries
    }
}

/// What an organisation may name in rules of its own.
enum OwnRules {
    /// Rules of one policy.
    static let countMax = 200
    /// Conditions of one rule, and codes beside one.
    static let conditionsMax = 16
    /// Bytes of a sentence or of a text to look for.
    static let textBytesMax = 240

    /// Every code and family that the catalogue knows.
    static let factCodes: [String] = {
        var codes = Set(RuleCatalogue.evidenceOnly.map(\.rawValue))
        for pattern in RuleCatalogue.content.flatMap(\.patterns) {
            codes.insert(pattern.code.rawValue)
            codes.formUnion(pattern.companions.flatMap(\.codes))
        }
        codes.formUnion(codes.map { FactFamily.of(FactCode(rawValue: $0)) })
        return codes.sorted()
    }()

    /// Whether a code is one that a rule may have: words of lower-case letters and digits joined by `-`.
    static func isCode(_ text: String) -> Bool {
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        return text.utf8.count <= 64
            && words.allSatisfy { word in
                !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
            }
    }
}
