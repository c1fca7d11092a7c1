import SallyportModel

/// Chains whose values go from one file of the package into another: one file reads, and calls what the other offers.
enum LinkedChains {
    /// Chains across files that are kept for one start.
    private static let countMax = 32

    static func facts(_ files: Reachable, _ shelf: Shelf, _ reach: Reach) -> [WeightedFact] {
        var facts: [WeightedFact] = []
        for node in files.nodes {
            guard let language = node.language, let links = shelf.files[node.file].findings[language]?.links,
                !links.gifts.isEmpty, let others = files.edges[node.file]
            else { continue }
            for other in others.sorted() where other != node.file {
                for (_, found) in shelf.files[other].findings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                    let path = shelf.files[node.file].path
                    facts += joined(links, path, found.links ?? FileLinks(), shelf.files[other].path, reach)
                }
            }
            if facts.count >= countMax { return Array(facts.prefix(countMax)) }
        }
        return facts
    }

    private static func joined(
        _ links: FileLinks,
        _ path: String,
        _ other: FileLinks,
        _ otherPath: String,
        _ reach: Reach
    ) -> [WeightedFact] {
        var facts: [WeightedFact] = []
        for gift in links.gifts {
            for sink in other.sinks where sink.function == gift.function || isWhole(sink, gift, otherPath) {
                guard let code = code(Meaning(rawValue: gift.values), sink, reach) else { continue }
                let steps = steps(gift.steps, path) + steps([sink.step], otherPath)
                let detail = Excerpt.detail("\(gift.steps.first?.what ?? "gives"), and \(otherPath) \(sink.step.what)")
                let fact = Fact(code: code, reach: reach, detail: detail, place: steps.first?.place, steps: steps)
                facts.append(WeightedFact(fact, .flow))
            }
        }
        return facts
    }

    /// A module that is one function, called by the name of its file.
    private static func isWhole(_ sink: FileLinks.Sink, _ gift: FileLinks.Gift, _ path: String) -> Bool {
        guard sink.function == exports else { return false }
        let name = PathText.name(of: path)
        let stem = name.split(separator: ".").first ?? ""
        return gift.function == UInt32(truncatingIfNeeded: NameHash.of(stem.utf8))
    }

    private static let exports = UInt32(truncatingIfNeeded: NameHash.of("exports".utf8))

    private static func steps(_ steps: [FindingStep], _ path: String) -> [Step] {
        steps.map { Step($0.what, at: Place(path: path, line: $0.line, excerpt: $0.excerpt)) }
    }

    /// The chain that the values and the sink make; `nil` where a library may do so on load.
    private static func code(_ values: Meaning, _ sink: FileLinks.Sink, _ reach: Reach) -> FactCode? {
        if sink.evaluates {
            if values.contains(.fetched) { return .chainDownloadExecute }
            if values.contains(.request) { return .chainBackdoor }
            return values.contains(.decoded) ? .chainDecodeExecute : nil
        }
        if !values.isDisjoint(with: [.environment, .environmentData, .secret]) { return .chainExfiltration }
        if values.contains(.key), sink.isFixed || reach == .install { return .chainKeyExfiltration }
        let about = values.intersection(.identity)
        guard !about.isEmpty else { return nil }
        let isSpy = sink.isFixed && about.rawValue.nonzeroBitCount >= 2
        return isSpy || reach == .install ? .chainSystemInformation : nil
    }
}
