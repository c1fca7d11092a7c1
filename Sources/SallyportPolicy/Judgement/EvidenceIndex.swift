import SallyportModel

/// All facts of one judgement by where they are, so that rules can ask what was found together.
///
/// It keeps each code once for every file, reach and named particular, so a question costs the number of codes, whatever
/// the number of facts.
struct EvidenceIndex {
    private struct Mark: Hashable {
        let code: FactCode
        let isChange: Bool
        let reach: Reach
        /// What a fact of change is about; empty for others, whose details are as many as there are packages.
        let name: String
    }

    private var everywhere: Set<Mark> = []
    private var byFile: [String: Set<Mark>] = [:]
    private var bySubject: [Substring: Set<Mark>] = [:]

    init(facts: [Fact], delta: [Fact]) {
        for fact in facts { add(fact, isChange: false) }
        for fact in delta { add(fact, isChange: true) }
    }

    /// Whether a companion is found beside a fact; a fact is no companion of itself.
    func has(_ companion: Companion, beside fact: Fact) -> Bool {
        let candidates: Set<Mark>? =
            switch companion.scope {
            case .package: everywhere
            case .file: fact.place.flatMap { byFile[$0.path] }
            case .subject: bySubject[Self.subject(fact)]
            }
        let own = Self.name(fact)
        return candidates?.contains { mark in
            mark.isChange == companion.isChange && companion.reach.contains(mark.reach) && companion.names(mark.code)
                && (companion.naming.isEmpty || companion.naming.contains(mark.name))
                && !(mark.code == fact.code && mark.name == own)
        } ?? false
    }

    private mutating func add(_ fact: Fact, isChange: Bool) {
        let mark = Mark(code: fact.code, isChange: isChange, reach: fact.reach, name: Self.name(fact))
        everywhere.insert(mark)
        if let path = fact.place?.path { byFile[path, default: []].insert(mark) }
        if fact.code.rawValue.contains("dependency") { bySubject[Self.subject(fact), default: []].insert(mark) }
    }

    private static func name(_ fact: Fact) -> String {
        Self.named.contains(fact.code.rawValue) ? FactPattern.head(of: fact.detail) : ""
    }

    /// Facts of change that name another fact.
    private static let named: Set<String> = [
        "delta.capability-added", "delta.means-added", "delta.code-added", "delta.hiding-added",
    ]

    private static func subject(_ fact: Fact) -> Substring { fact.detail.prefix { $0 != " " && $0 != ":" } }
}
