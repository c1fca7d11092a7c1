public import SallyportModel

/// The rules that facts decide.
extension Policy {
    /// Judges what was found in an artifact.
    ///
    /// `release` is what it was asked for under, and decides which exceptions apply; absent when nobody knows.
    /// `delta` holds the facts of the comparison with the last admitted version of the release line, and is absent
    /// when there is none: then a young release's hooks, native files and URL dependencies count as new, and an
    /// established or offline one is judged by its content alone.
    ///
    /// The reasons are at most 20, weightiest first; the order of the facts does not matter.
    public func contentVerdict(
        of release: Release?,
        facts: [Fact],
        delta: [Fact]?,
        standing: ReleaseStanding
    ) -> Verdict {
        Selection.verdict(of: contentFindings(of: release, facts: facts, delta: delta, standing: standing))
    }

    func contentFindings(
        of release: Release?,
        facts: [Fact],
        delta: [Fact]?,
        standing: ReleaseStanding
    ) -> [RuleFinding] {
        var findings = RuleCatalogue.content.map { rule in
            let setting = setting(of: rule)
            return RuleFinding(rule: rule, setting: setting, exception: setting.exception(for: release))
        }
        let isNewcomer = delta == nil && standing == .young
        let added = Self.addedCapabilities(delta ?? [])
        for (fact, isChange) in facts.map({ ($0, false) }) + (delta ?? []).map({ ($0, true) }) {
            for entry in RuleCatalogue.entries[fact.code] ?? [] {
                let isFromOrigin =
                    switch entry.pattern.origin {
                    case .package: !isChange
                    case .newcomer: !isChange && isNewcomer
                    case .change: isChange
                    }
                guard isFromOrigin, entry.pattern.accepts(fact, addedCapabilities: added) else { continue }
                findings[entry.ruleIndex].add(fact, pattern: entry.pattern)
            }
        }
        return findings
    }

    private static func addedCapabilities(_ delta: [Fact]) -> Set<String> {
        let code = FactCode(rawValue: "delta.capability-added")
        return Set(delta.filter { $0.code == code }.map { FactPattern.capability(named: $0.detail) })
    }
}
