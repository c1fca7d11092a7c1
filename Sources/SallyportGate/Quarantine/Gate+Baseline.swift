import SallyportAnalysis
import SallyportEcosystem
import SallyportModel
import SallyportPolicy

/// What a release is compared with, and what comes of it: one way for bytes that were just read and for reports that are
/// judged again.
extension Gate {
    /// The verdict on what stands in a release, beside what stood in the one before.
    func contentVerdict(
        on report: Report,
        of release: Release,
        against predecessor: Predecessor?,
        standing: ReleaseStanding
    ) -> Verdict {
        let delta = predecessor.map { Comparison.delta(from: $0.report, to: report) }
        let carried = predecessor.map { Comparison.carried(from: $0.report, to: report, delta: delta ?? []) }
        return policy.contentVerdict(
            of: release,
            facts: report.facts,
            delta: delta,
            carried: carried ?? [],
            standing: standing
        )
    }

    /// The admitted artifact to compare with, as this engine reads it.
    func predecessor(of artifact: Artifact, in shelved: ShelvedIndex) async throws -> Predecessor? {
        guard let position = try positionOfPredecessor(of: artifact, in: shelved),
            let report = try await currentReport(at: position, in: shelved)
        else { return nil }
        return Predecessor(artifact: shelved.index.artifacts[position].artifact, report: report)
    }

    /// Where the artifact to compare with stands: of those that are admitted now, and of `candidates`, which may be.
    ///
    /// What an earlier engine or another policy admitted is what there is until it has been judged again.
    private func positionOfPredecessor(
        of artifact: Artifact,
        in shelved: ShelvedIndex,
        alsoAmong candidates: Set<Int> = []
    ) throws -> Int? {
        let ecosystem = try implementation(of: artifact.release.package.ecosystem)
        let rules = rules
        let artifacts = shelved.index.artifacts
        let admitted = artifacts.indices.filter { position in
            let entry = artifacts[position]
            guard entry.artifact != artifact, let known = shelved.judgements[entry.artifact.filename] else {
                return false
            }
            let standing = rules.standing(of: entry, sighting: shelved.sightings[position], judgement: known)
            guard standing.verdict.outcome == .admit else { return false }
            return !standing.needsInspection || candidates.contains(position)
                || known.verdict.outcome == .admit && !rules.isTakenBack(known)
        }
        return ecosystem.predecessor(of: artifact, among: admitted.map { artifacts[$0].artifact })
            .flatMap { shelved.position(of: $0.filename) }
    }

    /// What stands in a judged artifact, as this engine reads it.
    ///
    /// One that an earlier engine read is read again, because the difference of two engines is no difference of two
    /// releases. What is not judged by this engine under this policy counts when these would admit it by itself; `nil`
    /// when they would not.
    private func currentReport(at position: Int, in shelved: ShelvedIndex) async throws -> Report? {
        let entry = shelved.index.artifacts[position]
        let artifact = entry.artifact
        guard let known = shelved.judgements[artifact.filename] else { return nil }
        let recorded = try await recordedReport(of: known)
        let times = StandingRules.times(of: entry, sighting: shelved.sightings[position])
        if let recorded, rules.isUnderThisPolicy(known, times) { return recorded }
        guard let report = try await readAgain(recorded, known, at: position, in: shelved) else { return nil }
        let verdict = contentVerdict(on: report, of: artifact.release, against: nil, standing: .established)
        return verdict.outcome == .admit ? report : nil
    }

    /// The report of a judgement, when this engine made it.
    private func recordedReport(of judgement: Judgement) async throws -> Report? {
        guard judgement.engine == inspector.engine else { return nil }
        return try await catalogue.report(of: judgement)
    }

    private func readAgain(
        _ recorded: Report?,
        _ known: Judgement,
        at position: Int,
        in shelved: ShelvedIndex
    ) async throws -> Report? {
        if let recorded { return recorded }
        let inspector = inspector
        let subject = Self.subject(known.artifact, in: shelved, at: position)
        do {
            return try await blobs.inspect(QuarantinePass(digest: known.digest)) { bytes in
                inspector.inspect(bytes, artifact: subject)
            }
        } catch let damage as BlobDamaged {
            observe(.blobDamaged(known.artifact, damage.description))
            return nil
        }
    }
}

extension Gate {
    /// Makes judgements of another policy again from their reports, without reading any bytes.
    ///
    /// Each is compared with what this policy admits, so what comes before it is judged before it. What can't be judged
    /// from reports of this engine alone stays as it is, and is read when somebody asks for it.
    func judgeUnderThisPolicy(_ shelved: inout ShelvedIndex) async throws {
        let outdated = positionsUnderAnotherPolicy(in: shelved)
        var waiting = Set(outdated)
        var begun: Set<Int> = []
        for position in outdated where begun.insert(position).inserted {
            var chain = [position]
            while let subject = chain.last {
                let artifact = shelved.index.artifacts[subject].artifact
                let before = try positionOfPredecessor(of: artifact, in: shelved, alsoAmong: waiting)
                if let before, waiting.contains(before), begun.insert(before).inserted {
                    chain.append(before)
                    continue
                }
                chain.removeLast()
                if let before, waiting.contains(before) { continue }
                guard let again = try await judgedAgain(at: subject, before: before, in: shelved) else { continue }
                shelved.judgements[artifact.filename] = again
                waiting.remove(subject)
            }
        }
    }

    /// Where judgements stand that this engine made under another policy, and that nobody took back.
    private func positionsUnderAnotherPolicy(in shelved: ShelvedIndex) -> [Int] {
        let rules = rules
        return shelved.index.artifacts.indices.filter { position in
            let entry = shelved.index.artifacts[position]
            guard let known = shelved.judgements[entry.artifact.filename], known.artifact == entry.artifact,
                known.engine == inspector.engine, !rules.isTakenBack(known)
            else { return false }
            let times = StandingRules.times(of: entry, sighting: shelved.sightings[position])
            return !rules.isUnderThisPolicy(known, times)
        }
    }

    /// Judges again from reports, and records it; `nil` where one of the two reports is not this engine's.
    private func judgedAgain(at position: Int, before: Int?, in shelved: ShelvedIndex) async throws -> Judgement? {
        let entry = shelved.index.artifacts[position]
        var predecessor: Predecessor?
        if let before {
            let artifact = shelved.index.artifacts[before].artifact
            guard let earlier = shelved.judgements[artifact.filename],
                let report = try await recordedReport(of: earlier)
            else { return nil }
            predecessor = Predecessor(artifact: artifact, report: report)
        }
        guard let known = shelved.judgements[entry.artifact.filename],
            let report = try await recordedReport(of: known)
        else { return nil }
        let now = clock()
        let times = StandingRules.times(of: entry, sighting: shelved.sightings[position])
        let again = Judgement(
            artifact: known.artifact,
            digest: known.digest,
            digests: known.digests,
            size: known.size,
            verdict: contentVerdict(
                on: report,
                of: known.artifact.release,
                against: predecessor,
                standing: policy.standing(of: times, now: now)
            ),
            predecessor: predecessor?.artifact,
            policy: StandingRules.policyMark(policy, times, now: now),
            engine: known.engine,
            judgedAt: known.judgedAt,
            companion: known.companion
        )
        try await catalogue.record(again, report: report)
        return again
    }
}
