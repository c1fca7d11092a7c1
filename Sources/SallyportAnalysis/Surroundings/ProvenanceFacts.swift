import SallyportModel

/// What attests where a release was built, against what attested it before.
enum ProvenanceFacts {
    /// Releases before it of which most have to be attested, so that one without is news.
    static let lookedAt = 3

    static func facts(_ history: ReleaseHistory) -> [Fact] {
        // A version that was never attested on its line, such as an old one that is built by hand, loses nothing.
        let before = history.settled(history.line.isEmpty ? history.earlier : history.line)
        let nearest = before.prefix(lookedAt)
        let attested = nearest.filter { $0.statement.provenance != nil }
        guard let provenance = history.subject.statement.provenance else {
            guard let latest = nearest.first, latest.statement.provenance != nil, attested.count * 2 > nearest.count
            else { return [] }
            let detail = "\(attested.count) of the last \(nearest.count) had it, \(latest.text) among them"
            return [SurroundingFacts.fact(.indexProvenanceLost, detail)]
        }
        return changed(provenance, attested)
    }

    /// A release that is not signed, and the one that it is compared with was.
    static func signature(of report: Report, previous: Report?) -> [Fact] {
        func isSigned(_ report: Report) -> Bool { report.facts.contains { $0.code == .manifestSigned } }
        guard let previous, isSigned(previous), !isSigned(report) else { return [] }
        return [SurroundingFacts.fact(.indexProvenanceLost, "no signature, and \(version(of: previous)) had one")]
    }

    private static func version(of report: Report) -> String { report.manifest?.version ?? "the release before" }

    private static func changed(_ now: Provenance, _ attested: [ReleaseHistory.Entry]) -> [Fact] {
        var facts: [Fact] = []
        let repositories = attested.compactMap(\.statement.provenance?.repository)
        if let repository = now.repository, let latest = repositories.first,
            !repositories.contains(where: { bare($0) == bare(repository) })
        {
            facts.append(SurroundingFacts.fact(.indexProvenanceChanged, "repository: \(repository), before \(latest)"))
        }
        let workflows = attested.compactMap(\.statement.provenance?.workflow)
        if let workflow = now.workflow, let latest = workflows.first, !workflows.contains(workflow) {
            facts.append(SurroundingFacts.fact(.indexProvenanceChanged, "workflow: \(workflow), before \(latest)"))
        }
        return facts
    }

    /// A repository's address without what differs between spellings of one.
    private static func bare(_ address: String) -> String {
        var text = address.lowercased()[...]
        for prefix in ["git+", "https://", "http://", "ssh://", "git://", "git@"] where text.hasPrefix(prefix) {
            text = text.dropFirst(prefix.count)
        }
        while text.hasSuffix("/") { text = text.dropLast() }
        return String(text.hasSuffix(".git") ? text.dropLast(4) : text)
    }
}
