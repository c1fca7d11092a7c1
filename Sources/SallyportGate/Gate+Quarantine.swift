import SallyportAnalysis
import SallyportEcosystem
import SallyportModel
import SallyportPolicy
import Synchronization

extension Gate {
    /// Takes one artifact through its life between the doors: the runner of ``ArtifactLife``.
    func judge(_ entry: IndexedArtifact) async throws -> Judgement {
        let artifact = entry.artifact
        do {
            let judgement = try await carryOut(entry)
            observe(.judged(judgement))
            return judgement
        } catch {
            observe(.judgingFailed(artifact, "\(error)"))
            failures.withLock { _ = $0.insert(clock(), for: artifact, cost: 1) }
            // A run that was stopped with the server is taken up again; one that failed is not.
            if !Task.isCancelled, !(error is CancellationError) { try? await catalogue.dropPending(artifact) }
            throw error
        }
    }

    private func carryOut(_ entry: IndexedArtifact) async throws -> Judgement {
        let artifact = entry.artifact
        let known = try await shelvedJudgement(of: artifact)
        var life = ArtifactLife(entry)
        var staged: (any StagedBlob)?
        var action = life.handle(.begun(kept: known.map { StagedContent(size: $0.size, digests: $0.digests) }))
        while true {
            do {
                switch action {
                case .fetch(let entry):
                    async let noted: Void = catalogue.notePending(artifact)
                    let blob = try await blobs.stage()
                    staged = blob
                    try await upstream.fetch(entry, bytesMax: limits.artifactBytesMax, into: blob)
                    let content = try await blob.finish()
                    try await noted
                    action = life.handle(.fetched(content))
                case .inspect(let isKept):
                    let inspected = try await inspect(artifact, staged, kept: isKept ? known?.digest : nil)
                    action = life.handle(.inspected(inspected))
                case .judge(let inspected, let content):
                    action = life.handle(.judged(try await judgement(of: entry, inspected, content)))
                case .record(let judgement, let inspected):
                    try await staged?.commit()
                    staged = nil
                    try await record(judgement, inspected)
                    action = life.handle(.recorded)
                case .settle(let judgement):
                    settle(judgement)
                    return judgement
                case .fail(let failure):
                    throw GateFailure(failure)
                case .ignore:
                    throw GateFailure(.unavailable("The judging of \(artifact) came out of step."))
                }
            } catch let damage as BlobDamaged where life.state.isInspecting {
                // The kept bytes are gone or damaged: begin again from the upstream.
                observe(.blobDamaged(artifact, damage.description))
                life = ArtifactLife(entry)
                action = life.handle(.begun(kept: nil))
            } catch let error as UpstreamError {
                action = life.handle(.failed(error.failure))
            } catch {
                await staged?.discard()
                throw error
            }
        }
    }

    /// What is known of an artifact before its bytes are read: its name, and what its index says of it.
    static func subject(_ artifact: Artifact, in shelved: ShelvedIndex, at position: Int) -> InspectedArtifact {
        InspectedArtifact(
            ecosystem: artifact.release.package.ecosystem,
            filename: artifact.filename,
            expected: Manifest(name: artifact.release.package.name, version: artifact.release.version),
            stated: shelved.index.statement(at: position)
        )
    }

    private func inspect(
        _ artifact: Artifact,
        _ staged: (any StagedBlob)?,
        kept digest: Digest?
    ) async throws -> Inspected {
        let ecosystem = try implementation(of: artifact.release.package.ecosystem)
        let (shelved, position) = try await index(of: artifact.release.package, naming: artifact.filename)
        let inspector = inspector
        let subject = Self.subject(artifact, in: shelved, at: position)
        let read: @Sendable (Span<UInt8>) -> Inspected = { bytes in
            Inspected(
                report: inspector.inspect(bytes, artifact: subject),
                companion: ecosystem.companion(of: artifact, in: bytes)
            )
        }
        let inspected: Inspected
        if let digest {
            inspected = try await blobs.inspect(QuarantinePass(digest: digest), read)
        } else {
            guard let staged else {
                throw GateFailure(.unavailable("The bytes of \(artifact) went away before they were read."))
            }
            inspected = try await staged.inspect(read)
        }
        let previous = try await predecessor(of: artifact, in: shelved)?.report
        return Inspected(
            report: try await surrounded(inspected.report, of: artifact, in: shelved, at: position, previous: previous),
            companion: inspected.companion
        )
    }

    /// Compares with the admitted predecessor and lets the policy judge.
    private func judgement(
        of entry: IndexedArtifact,
        _ inspected: Inspected,
        _ content: StagedContent
    ) async throws -> Judgement {
        let artifact = entry.artifact
        guard let digest = content.digest(.sha256) else {
            throw GateFailure(.unavailable("The bytes of \(artifact) have no SHA-256."))
        }
        let shelved = try await index(of: artifact.release.package, naming: artifact.filename)
        let sighting = shelved.0.sightings[shelved.1]
        let now = clock()
        let times = StandingRules.times(of: entry, sighting: sighting)
        let predecessor = try await predecessor(of: artifact, in: shelved.0)
        return Judgement(
            artifact: artifact,
            digest: digest,
            digests: content.digests,
            size: content.size,
            verdict: policy.contentVerdict(
                of: artifact.release,
                facts: inspected.report.facts,
                delta: predecessor.map { Comparison.delta(from: $0.report, to: inspected.report) },
                standing: policy.standing(of: times, now: now)
            ),
            predecessor: predecessor?.artifact,
            policy: StandingRules.policyMark(policy, times, now: now),
            engine: inspector.engine,
            judgedAt: now,
            companion: inspected.companion.map(companionRecord)
        )
    }

    private func companionRecord(_ bytes: [UInt8]) -> Judgement.Companion {
        Judgement.Companion(digest: hashing.sha256(bytes.span), size: bytes.count)
    }

    /// The admitted artifact to compare with, and its report.
    private func predecessor(of artifact: Artifact, in shelved: ShelvedIndex) async throws -> (
        artifact: Artifact, report: Report
    )? {
        let ecosystem = try implementation(of: artifact.release.package.ecosystem)
        let admitted = shelved.index.artifacts.indices.filter { position in
            guard shelved.standings[position].verdict.outcome == .admit else { return false }
            guard shelved.standings[position].needsInspection else { return true }
            // What an earlier engine admitted is what there is until this one has read it.
            let known = shelved.judgements[shelved.index.artifacts[position].artifact.filename]
            return known.map { $0.engine != inspector.engine && $0.verdict.outcome == .admit } ?? false
        }
        let candidates = admitted.map { shelved.index.artifacts[$0].artifact }.filter { $0 != artifact }
        guard let found = ecosystem.predecessor(of: artifact, among: candidates),
            let judgement = shelved.judgements[found.filename],
            let report = try await currentReport(of: judgement, in: shelved)
        else { return nil }
        return (found, report)
    }

    /// Makes the judgement durable after its bytes, so that it never points to bytes that a crash could lose.
    private func record(_ judgement: Judgement, _ inspected: Inspected) async throws {
        if let companion = inspected.companion {
            let blob = try await blobs.stage()
            try await blob.write(companion)
            _ = try await blob.finish()
            try await blob.commit()
        }
        try await catalogue.record(judgement, report: inspected.report)
    }

    private func settle(_ judgement: Judgement) {
        let artifact = judgement.artifact
        _ = shelf.update(artifact.release.package, under: rules) { $0.judgements[artifact.filename] = judgement }
    }

    private func shelvedJudgement(of artifact: Artifact) async throws -> Judgement? {
        let (shelved, _) = try await index(of: artifact.release.package, naming: artifact.filename)
        return shelved.judgements[artifact.filename]
    }

    /// Judgements made under another policy are made again from their reports, without reading any bytes.
    func underThisPolicy(
        _ recorded: [Judgement],
        _ index: any PackageIndex,
        _ sightings: [Sighting]
    ) async throws -> [Judgement] {
        let rules = rules
        let positions = Dictionary(index.artifacts.enumerated().map { ($1.artifact, $0) }) { first, _ in first }
        var renewed: [Judgement] = []
        for judgement in recorded {
            guard judgement.engine == inspector.engine, let position = positions[judgement.artifact],
                !rules.isUnderThisPolicy(
                    judgement,
                    StandingRules.times(of: index.artifacts[position], sighting: sightings[position])
                ),
                let report = try await catalogue.report(on: judgement.digest)
            else {
                renewed.append(judgement)
                continue
            }
            let entry = index.artifacts[position]
            let again = try await judgedAgain(judgement, report, entry, sightings[position], among: recorded)
            try await catalogue.record(again, report: report)
            renewed.append(again)
        }
        return renewed
    }

    private func judgedAgain(
        _ judgement: Judgement,
        _ report: Report,
        _ entry: IndexedArtifact,
        _ sighting: Sighting,
        among recorded: [Judgement]
    ) async throws -> Judgement {
        var delta: [Fact]?
        if let predecessor = recorded.first(where: { $0.artifact == judgement.predecessor }),
            let earlier = try await catalogue.report(on: predecessor.digest)
        {
            delta = Comparison.delta(from: earlier, to: report)
        }
        let now = clock()
        let times = StandingRules.times(of: entry, sighting: sighting)
        return Judgement(
            artifact: judgement.artifact,
            digest: judgement.digest,
            digests: judgement.digests,
            size: judgement.size,
            verdict: policy.contentVerdict(
                of: judgement.artifact.release,
                facts: report.facts,
                delta: delta,
                standing: policy.standing(of: times, now: now)
            ),
            predecessor: judgement.predecessor,
            policy: StandingRules.policyMark(policy, times, now: now),
            engine: judgement.engine,
            judgedAt: judgement.judgedAt,
            companion: judgement.companion
        )
    }

    /// Takes up what was being judged when the server stopped.
    func resumeInterrupted() async {
        guard let interrupted = try? await catalogue.pending(limit: limits.waitingAheadMax) else { return }
        for artifact in interrupted {
            do {
                let (shelved, position) = try await index(of: artifact.release.package, naming: artifact.filename)
                guard shelved.standings[position].needsInspection else { continue }
                let entry = shelved.index.artifacts[position]
                quarantine.startAhead(for: artifact) { try await self.judge(entry) }
            } catch let failure as GateFailure where failure.failure.status == 404 {
                // It left the index meanwhile: nothing can ever be asked of it again.
                try? await catalogue.dropPending(artifact)
            } catch {
                // The upstream may be back at the next start.
                continue
            }
        }
    }
}

extension ArtifactLife.State {
    var isInspecting: Bool {
        if case .inspecting = self { true } else { false }
    }
}
