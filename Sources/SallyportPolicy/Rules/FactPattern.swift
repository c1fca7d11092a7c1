public import SallyportModel

/// The facts that a rule matches.
public struct FactPattern: Sendable, Hashable {
    /// Where a fact has to come from.
    public enum Origin: String, Sendable, Hashable {
        /// The package as it is.
        case package
        /// The package as it is, but for what the admitted predecessor had in the same bytes.
        case uncarried
        /// The package as it is, when it is young and no admitted predecessor shows what it was before.
        case newcomer
        /// The comparison with the last admitted version of the release line.
        case change
    }

    /// The code of the fact, or a family of codes: `hiding.*`.
    public let code: FactCode
    /// Where it comes from.
    public let origin: Origin
    /// When the code concerned has to run.
    public let reach: ClosedRange<Reach>
    /// What the head of the fact's detail has to name; empty when the detail does not matter.
    public let naming: [String]
    /// What has to be found together with it: all of them; empty when it counts alone.
    public let companions: [Companion]
    /// A sentence in place of the rule's own.
    public let sentence: String?
    /// What an organisation's own rule asks of the detail and the place.
    let narrowing: Narrowing?

    init(
        _ code: String,
        from origin: Origin = .package,
        reach: ClosedRange<Reach> = .shipped ... .install,
        naming: [String] = [],
        beside companions: Companion...,
        sentence: String? = nil
    ) {
        self.init(code, from: origin, reach: reach, naming: naming, beside: companions, sentence: sentence)
    }

    init(
        _ code: String,
        from origin: Origin,
        reach: ClosedRange<Reach>,
        naming: [String] = [],
        beside companions: [Companion],
        sentence: String? = nil,
        narrowing: Narrowing? = nil
    ) {
        self.code = FactCode(rawValue: code)
        self.origin = origin
        self.reach = reach
        self.naming = naming
        self.companions = companions
        self.sentence = sentence
        self.narrowing = narrowing
    }

    /// One pattern for each of several codes.
    static func each(
        _ codes: [String],
        from origin: Origin = .package,
        reach: ClosedRange<Reach>,
        sentence: String? = nil
    ) -> [FactPattern] {
        codes.map { FactPattern($0, from: origin, reach: reach, sentence: sentence) }
    }

    /// Whether a fact with the right code, from the right origin, has what else the pattern asks for.
    func accepts(_ fact: Fact, among evidence: EvidenceIndex) -> Bool {
        guard reach.contains(fact.reach) else { return false }
        if !naming.isEmpty, !naming.contains(Self.head(of: fact.detail)) { return false }
        if let narrowing, !narrowing.accepts(fact) { return false }
        return companions.allSatisfy { evidence.has($0, beside: fact) }
    }

    /// What the head of a detail names: `network` of `capability.network: example.invalid`.
    static func head(of detail: String) -> String {
        var name = detail.prefix { $0 != ":" && $0 != " " && $0 != "," }
        for family in ["capability.", "chain.", "hiding."] where name.hasPrefix(family) {
            name = name.dropFirst(family.count)
        }
        return String(name)
    }
}

/// Something that has to be found together with a fact.
public struct Companion: Sendable, Hashable {
    /// How near it has to be.
    public enum Scope: String, Sendable, Hashable {
        /// Anywhere in the package.
        case package
        /// In the same file.
        case file
        /// About the same subject: the first word of both details is one, such as a dependency's name.
        case subject
    }

    /// How near it has to be.
    public let scope: Scope
    /// Codes, or families of codes, of which one has to be found.
    public let codes: [String]
    /// Whether it comes from the comparison with the predecessor rather than from the package.
    public let isChange: Bool
    /// When its code has to run.
    public let reach: ClosedRange<Reach>
    /// What the head of its detail has to name; empty when the detail does not matter.
    public let naming: [String]

    /// Something in the same file.
    static func file(_ codes: [String], reach: ClosedRange<Reach> = .load ... .install) -> Companion {
        Companion(scope: .file, codes: codes, isChange: false, reach: reach, naming: [])
    }

    /// Something in the package.
    static func package(_ codes: [String], reach: ClosedRange<Reach>) -> Companion {
        Companion(scope: .package, codes: codes, isChange: false, reach: reach, naming: [])
    }

    /// Something else that the predecessor did not do.
    static func change(
        _ codes: [String],
        naming: [String] = [],
        in scope: Scope = .package,
        reach: ClosedRange<Reach> = .load ... .install
    ) -> Companion {
        Companion(scope: scope, codes: codes, isChange: true, reach: reach, naming: naming)
    }

    /// Something about the same subject, whenever it runs.
    static func subject(_ codes: [String]) -> Companion {
        Companion(scope: .subject, codes: codes, isChange: false, reach: .shipped ... .install, naming: [])
    }

    /// Whether a code is one of these, or of one of these families.
    func names(_ code: FactCode) -> Bool {
        codes.contains { $0 == code.rawValue || FactFamily.of(code) == $0 }
    }
}

/// Families of codes: what stands before the dot.
enum FactFamily {
    /// `hiding.*` of `hiding.payload`.
    static func of(_ code: FactCode) -> String {
        "\(code.rawValue.prefix { $0 != "." }).*"
    }
}
