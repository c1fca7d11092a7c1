public import SallyportModel

/// The rules that facts decide.
extension Policy {
    /// Judges what was found in an artifact.
    ///
    /// `release` is what it was asked for under, and decides which exceptions apply; absent when nobody knows.
    /// `delta` holds the facts of the comparison with the last admitted version of the release line, and is absent
    /// when there is none: then a young or offline release is a newcomer, judged by the stricter rules for those, and an
    /// established one by what is bad in itself. `carried` are those of the facts that the predecessor had in the same
    /// bytes: whoever admitted it has admitted them, so they hold nothing again.
    ///
    /// The reasons are at most 20, weightiest first; the order of the facts does not matter.
    public func contentVerdict(
        of release: Release?,
        facts: [Fact],
        delta: [Fact]?,
        carried: Set<Fact> = [],
        standing: ReleaseStanding
    ) -> Verdict {
        Selection.verdict(
            of: contentFindings(of: release, facts: facts, delta: delta, carried: carried, standing: standing)
        )
    }

    func contentFindings(
        of release: Release?,
        facts: [Fact],
        delta: [Fact]?,
        carried: Set<Fact>,
        standing: ReleaseStanding
    ) -> [RuleFinding] {
        var findings = contentRules.map { rule in
            let setting = setting(of: rule)
            return RuleFinding(rule: rule, setting: setting, exception: setting.exception(for: release))
        }
        let isNewcomer = delta == nil && standing != .established
        let evidence = EvidenceIndex(facts: facts, delta: delta ?? [])
        for (fact, isChange) in facts.map({ ($0, false) }) + (delta ?? []).map({ ($0, true) }) {
            for entry in entries(for: fact.code) {
                let isFromOrigin =
                    switch entry.pattern.origin {
                    case .package: !isChange
                    // A rule that an organisation has set to deny denies again.
                    case .uncarried:
                        !isChange && !(carried.contains(fact) && findings[entry.ruleIndex].outcome != .deny)
                    case .newcomer: !isChange && isNewcomer
                    case .change: isChange
                    }
                guard isFromOrigin, entry.pattern.accepts(fact, among: evidence) else { continue }
                findings[entry.ruleIndex].add(fact, pattern: entry.pattern)
            }
        }
        return findings
    }
}
