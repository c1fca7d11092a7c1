import SallyportModel

/// A credential is read and the network is reached by the code of one hook.
///
/// A file of credentials, the environment as a whole, and the variables of two services are nothing that an installation
/// needs. One service's variable is how an installer logs in to fetch what belongs to it, and also how one token is stolen:
/// that is a fact of its own.
enum ExfiltrationChain {
    static func fact(_ evidence: InstallEvidence) -> WeightedFact? {
        let secrets = evidence.own.filter { isSecret($0.finding) }
        guard let strongest = strongest(secrets, where: { variable($0) == nil }) ?? secrets.first else { return nil }
        let network =
            Self.strongest(evidence.own) { $0.code == .capabilityNetwork }
            ?? Self.strongest(evidence.imported) { $0.code == .capabilityNetwork && $0.weight > .means }
        guard let network else { return nil }
        let services = Set(secrets.compactMap { variable($0.finding).map { CredentialNames.service($0) } })
        let isOneToken = variable(strongest.finding) != nil && services.count == 1
        return WeightedFact(
            Fact(
                code: isOneToken ? .chainTokenUse : .chainExfiltration,
                reach: .install,
                detail: Excerpt.detail("\(strongest.summary), \(network.summary)"),
                place: strongest.place,
                steps: [strongest.step, network.step]
            ),
            .flow
        )
    }

    private static let secretCodes: Set<FactCode> = [
        .capabilityCredentialFile, .capabilityEnvironment, .capabilityBrowserStore, .capabilityWallet,
        .capabilityCloudMetadata, .capabilityProcessMemory, .capabilityInputCapture,
    ]

    static func isSecret(_ finding: Finding) -> Bool {
        guard finding.weight >= .sensitive else { return false }
        return secretCodes.contains(finding.code)
    }

    /// The name when what is read is one variable.
    private static func variable(_ finding: Finding) -> Substring? {
        guard finding.code == .capabilityEnvironment, finding.detail.hasPrefix(CredentialNames.reading) else {
            return nil
        }
        return finding.detail.dropFirst(CredentialNames.reading.count)
    }

    static func strongest(_ all: [Evidence], where matches: (Finding) -> Bool) -> Evidence? {
        var best: Evidence?
        for evidence in all where matches(evidence.finding) {
            if let kept = best, kept.finding.weight >= evidence.finding.weight { continue }
            best = evidence
        }
        return best
    }
}
