import SallyportEcosystem
import SallyportModel
import SallyportPolicy

/// The full verdict on an artifact at one moment: content, clocks and people's decisions together.
struct ArtifactStanding: Sendable, Hashable {
    /// The verdict; its outcome says whether the artifact exists for a client.
    let verdict: Verdict
    /// Whether its bytes still have to be read before they can be served.
    let needsInspection: Bool
    /// When time alone could change the verdict.
    let changesAt: Instant?
}

/// Joins what is known about an artifact into its standing. A function of values: no clock, no lookup.
struct StandingRules: Sendable {
    let policy: Policy
    let engine: String
    let book: DecisionBook
    let now: Instant

    /// - Parameter broken: what was last found to differ between the file's bytes and its index.
    func standing(
        of entry: IndexedArtifact,
        sighting: Sighting,
        judgement: Judgement?,
        broken: BrokenPromise? = nil
    ) -> ArtifactStanding {
        let release = entry.artifact.release
        let ecosystem = release.package.ecosystem
        let times = Self.times(of: entry, sighting: sighting)
        let upheld = judgement.flatMap { isTakenBack($0) ? nil : $0 }
        // An engine or a policy that came since does not make other bytes the same ones.
        let isChanged = upheld.map { !agrees($0, with: entry) } ?? false
        let valid = isChanged ? nil : upheld.flatMap { isCurrent($0, times) ? $0 : nil }

        let withholding = broken.flatMap { $0.withholds(entry, at: now) ? $0 : nil }
        let changes = [
            policy.nextChange(times, ecosystem: ecosystem, after: now), book.nextChange(on: release, after: now),
            valid.flatMap { endOfYouth(of: $0, times) }, withholding?.until,
        ]
        func standing(_ verdict: Verdict) -> ArtifactStanding {
            ArtifactStanding(
                verdict: verdict,
                needsInspection: valid == nil,
                changesAt: changes.compactMap { $0 }.min()
            )
        }

        // Bytes that changed after they were judged are held whatever was decided about the old ones.
        if isChanged { return standing(Verdict([GateReasons.digestChanged])) }
        if let withholding { return standing(Verdict([GateReasons.promiseBroken(withholding)])) }
        let clock = policy.clockVerdict(times, ecosystem: ecosystem, now: now)
        let own = Verdict(clock.reasons + (valid?.verdict.reasons ?? []))
        switch book.ruling(on: release, appearedAt: Self.appearance(times), now: now) {
        case .deny(let decision):
            // What a person decided comes first, whatever else there is.
            return standing(Verdict(outcome: .deny, reasons: [GateReasons.denied(decision)] + own.reasons))
        case .freeze(let decision):
            let outcome = max(own.outcome, .hold)
            return standing(Verdict(outcome: outcome, reasons: [GateReasons.frozen(decision)] + own.reasons))
        case .admit(let decision):
            return standing(Verdict(outcome: .admit, reasons: [GateReasons.admitted(decision)] + own.reasons))
        case .none: return standing(own)
        }
    }

    static func times(of entry: IndexedArtifact, sighting: Sighting) -> ArtifactTimes {
        ArtifactTimes(
            publishedAt: entry.publishedAt,
            firstSeen: sighting.firstSeen,
            previousLook: sighting.previousLook,
            firstStated: sighting.firstStated
        )
    }

    /// When a release appeared, for a freeze: the later of what the registry says and what we saw ourselves.
    private static func appearance(_ times: ArtifactTimes) -> Instant? {
        guard let publishedAt = times.believedAt else { return nil }
        return times.previousLook == nil ? publishedAt : max(publishedAt, times.firstSeen)
    }

    /// Whether a judgement was made by this engine and under this policy.
    private func isCurrent(_ judgement: Judgement, _ times: ArtifactTimes) -> Bool {
        judgement.engine == engine && isUnderThisPolicy(judgement, times)
    }

    /// Whether the release was reopened after a judgement was made.
    func isTakenBack(_ judgement: Judgement) -> Bool {
        book.reopenedAt(judgement.artifact.release).map { judgement.judgedAt <= $0 } ?? false
    }

    /// Whether the index offers other bytes than those of a judgement: only a person may let these be judged.
    func isReplaced(_ judgement: Judgement, by entry: IndexedArtifact) -> Bool {
        !isTakenBack(judgement) && !agrees(judgement, with: entry)
    }

    /// A release that was held as a young one is judged again when it has outgrown that; what was admitted stays so,
    /// because an established release is judged by less, never by more.
    func isUnderThisPolicy(_ judgement: Judgement, _ times: ArtifactTimes) -> Bool {
        let expected = Self.policyMark(policy, times, now: now)
        return judgement.policy == expected
            || judgement.verdict.outcome == .admit && judgement.policy.hasPrefix(policy.fingerprint)
    }

    /// The policy and the standing that a judgement is made under, as one text.
    static func policyMark(_ policy: Policy, _ times: ArtifactTimes, now: Instant) -> String {
        policy.standing(of: times, now: now) == .young ? policy.fingerprint + Judgement.youngMark : policy.fingerprint
    }

    private func endOfYouth(of judgement: Judgement, _ times: ArtifactTimes) -> Instant? {
        guard judgement.verdict.outcome != .admit, let publishedAt = times.believedAt else { return nil }
        let end = publishedAt.adding(seconds: policy.baselineSeconds)
        return end > now ? end : nil
    }

    private func agrees(_ judgement: Judgement, with entry: IndexedArtifact) -> Bool {
        entry.digests.allSatisfy { judgement.digests.contains($0) }
    }
}
