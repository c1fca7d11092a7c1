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
        if let known, rules.isReplaced(known, by: entry) { throw GateFailure(Self.replaced(artifact)) }
        let readable = known.flatMap { $0.isOfDamagedBytes ? nil : $0 }
        var life = ArtifactLife(entry)
        var staged: (any StagedBlob)?
        var earlier = known
        var action = life.handle(.begun(kept: readable.map { StagedContent(size: $0.size, digests: $0.digests) }))
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
                    if let known, content.digest(.sha256) != known.digest {
                        guard rules.isTakenBack(known) else { throw GateFailure(Self.replaced(artifact)) }
                        earlier = nil
                    }
                    action = life.handle(.fetched(content))
                case .inspect:
                    let inspected = try await inspect(artifact, staged, earlier: earlier)
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
                case .withhold(let difference, let failure):
                    withhold(entry, because: difference)
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
                action = life.handle(.notFetched(error))
            } catch {
                await staged?.discard()
                throw error
            }
        }
    }

    /// The failure of bytes that are not those that were judged under the same name; only a person may let them be judged.
    private static func replaced(_ artifact: Artifact) -> Failure {
        .upstreamInvalid("The upstream offers \(artifact) with other bytes than those that were judged; it is held.")
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
        earlier: Judgement?
    ) async throws -> Inspected {
        let ecosystem = try implementation(of: artifact.release.package.ecosystem)
        let (shelved, position) = try await index(of: artifact.release.package, naming: artifact.filename)
        let inspector = inspector
        let subject = Self.subject(artifact, in: shelved, at: position)
        let read: @Sendable (Span<UInt8>) -> Inspected = { bytes in
            Inspected(
                report: inspector.inspect(bytes, artifact: subject),
                companion: ecosystem.companion(of: artifact, in: bytes),
                predecessor: nil
            )
        }
        let inspected: Inspected
        if let staged {
            inspected = try await staged.inspect(read)
        } else {
            guard let earlier else {
                throw GateFailure(.unavailable("The bytes of \(artifact) went away before they were read."))
            }
            inspected = try await blobs.inspect(QuarantinePass(digest: earlier.digest), read)
        }
        let predecessor = try await predecessor(of: artifact, in: shelved)
        return Inspected(
            report: try await surrounded(
                inspected.report,
                of: artifact,
                in: shelved,
                at: position,
                previous: predecessor?.report,
                earlier: earlier
            ),
            companion: inspected.companion,
            predecessor: predecessor
        )
    }

    /// Compares with the predecessor and lets the policy judge.
    private func judgement(
        of entry: IndexedArtifact,
        _ inspected: Inspected,
        _ content: StagedContent
    ) async throws -> Judgement {
        let artifact = entry.artifact
        guard let digest = content.digest(.sha256) else {
            throw GateFailure(.unavailable("The bytes of \(artifact) have no SHA-256."))
        }
        let (shelved, position) = try await index(of: artifact.release.package, naming: artifact.filename)
        let now = clock()
        let times = StandingRules.times(of: entry, sighting: shelved.sightings[position])
        return Judgement(
            artifact: artifact,
            digest: digest,
            digests: content.digests,
            size: content.size,
            verdict: contentVerdict(
                on: inspected.report,
                of: artifact.release,
                against: inspected.predecessor,
                standing: policy.standing(of: times, now: now)
            ),
            predecessor: inspected.predecessor?.artifact,
            policy: StandingRules.policyMark(policy, times, now: now),
            engine: inspector.engine,
            judgedAt: now,
            companion: inspected.companion.map(companionRecord)
        )
    }

    private func companionRecord(_ bytes: [UInt8]) -> Judgement.Companion {
        Judgement.Companion(digest: hashing.sha256(bytes.span), size: bytes.count)
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
        let package = artifact.release.package
        // What is young may be gone tomorrow, and the name that it imitates asked for then.
        if judgement.verdict.outcome == .admit, !judgement.isOfYoungRelease, !book.withLock({ $0.denies(package) }) {
            knownNames.withLock { $0.insert(package) }
        }
        _ = shelf.update(artifact.release.package, under: rules) { $0.judgements[artifact.filename] = judgement }
    }

    private func withhold(_ entry: IndexedArtifact, because difference: BrokenPromise.Difference) {
        let now = clock()
        _ = shelf.update(entry.artifact.release.package, under: rules(at: now)) { [limits] in
            $0.note(difference, of: entry, at: now, limits)
        }
    }

    private func shelvedJudgement(of artifact: Artifact) async throws -> Judgement? {
        let (shelved, _) = try await index(of: artifact.release.package, naming: artifact.filename)
        return shelved.judgements[artifact.filename]
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
