import SallyportModel

/// What files of code do that they did not do, and what hides in them that did not.
enum CodeDelta {
    /// Facts that are listed.
    static let factsMax = 64

    static func facts(from previous: Report, to current: Report) -> [Fact] {
        let identity = FileIdentity(from: previous, to: current)
        let known = previous.files.reduce(0) { $0 | $1.traits }
        let evidence = Evidence(current)
        var facts: [Fact] = []
        for file in current.files where file.traits != 0 {
            // What the earlier release had and did not run is as new as what it did not have.
            var earlier = identity.earlier(of: file)
            if let kept = earlier?.record, kept.traits == 0, isSame(kept, file) { earlier = nil }
            // Of a file that is new as a whole only chains are told here: what is new to the package is told anyway.
            let isNews: (FactCode) -> Bool = { code in
                earlier != nil || !code.isBehaviour || code.isChain
            }
            let before = earlier?.traits ?? (known & FactTraits.hiding)
            for code in FactTraits.codes(of: file.traits & ~before) where isNews(code) {
                let kind: FactCode = code.isBehaviour ? .deltaCodeAdded : .deltaHidingAdded
                facts.append(fact(kind, code, evidence[file.path, code], file, grown: growth(file, earlier?.record)))
            }
        }
        return Array(facts.sorted(by: precedes).prefix(factsMax))
    }

    private static func isSame(_ earlier: FileRecord, _ file: FileRecord) -> Bool {
        earlier.digest != nil && earlier.digest == file.digest
    }

    /// Chains first, then hiding, then what reaches furthest.
    private static func precedes(_ left: Fact, _ right: Fact) -> Bool {
        func rank(_ fact: Fact) -> Int {
            if fact.detail.hasPrefix("chain.") { return 0 }
            return fact.code == .deltaHidingAdded ? 1 : 2
        }
        if left.reach != right.reach { return left.reach > right.reach }
        if rank(left) != rank(right) { return rank(left) < rank(right) }
        return FactOrder.precedes(left, right)
    }

    private static func fact(
        _ kind: FactCode,
        _ code: FactCode,
        _ evidence: Fact?,
        _ file: FileRecord,
        grown: String
    ) -> Fact {
        Fact(
            code: kind,
            reach: evidence?.reach ?? .load,
            detail: Excerpt.detail("\(code.rawValue): \(evidence?.detail.prefix(120) ?? "")\(grown)"),
            place: evidence?.place ?? Place(path: file.path),
            steps: evidence?.steps ?? []
        )
    }

    /// ` (744 bytes more)`, so that a graft is told from a rebuild.
    private static func growth(_ file: FileRecord, _ earlier: FileRecord?) -> String {
        guard let earlier else { return " (new file)" }
        let bytes = file.size - earlier.size
        return bytes >= 0 ? " (\(bytes) bytes more)" : " (\(-bytes) bytes less)"
    }

    /// The first fact of each file and code.
    private struct Evidence {
        private struct Key: Hashable {
            let path: String
            let code: FactCode
        }

        private var facts: [Key: Fact] = [:]

        init(_ report: Report) {
            for fact in report.facts {
                guard let path = fact.place?.path else { continue }
                let key = Key(path: path, code: fact.code)
                if let kept = facts[key], kept.reach >= fact.reach { continue }
                facts[key] = fact
            }
        }

        subscript(path: String, code: FactCode) -> Fact? { facts[Key(path: path, code: code)] }
    }
}
