import SallyportModel

/// A credential is read and the network is reached by the code of one hook.
enum ExfiltrationChain {
    static func fact(_ evidence: InstallEvidence) -> WeightedFact? {
        guard let secret = strongest(evidence.own, where: isSecret) else { return nil }
        let network =
            strongest(evidence.own) { $0.code == .capabilityNetwork }
            ?? strongest(evidence.imported) { $0.code == .capabilityNetwork && $0.weight > .means }
        guard let network else { return nil }
        return WeightedFact(
            Fact(
                code: .chainExfiltration,
                reach: .install,
                detail: Excerpt.detail("\(secret.summary), \(network.summary)"),
                place: secret.place
            ),
            .flow
        )
    }

    private static func isSecret(_ finding: Finding) -> Bool {
        guard finding.weight >= .sensitive else { return false }
        return finding.code == .capabilityCredentialFile || finding.code == .capabilityEnvironment
    }

    private static func strongest(_ all: [Evidence], where matches: (Finding) -> Bool) -> Evidence? {
        var best: Evidence?
        for evidence in all where matches(evidence.finding) {
            if let kept = best, kept.finding.weight >= evidence.finding.weight { continue }
            best = evidence
        }
        return best
    }
}
