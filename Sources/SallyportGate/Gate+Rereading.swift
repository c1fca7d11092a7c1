import SallyportAnalysis
import SallyportEcosystem
import SallyportModel
import SallyportPolicy

extension Gate {
    /// Reads again, one after the other, what an earlier engine read: a new engine sees what that one did not.
    ///
    /// Whoever asks meanwhile waits for nobody: what is asked for is read again at once, as ever. What was read again is
    /// no longer outdated, so a stop loses nothing, and what fails is taken up at the next start. What is not admitted
    /// any more is withheld from then on, and said.
    func rereadOutdated() async {
        var position: Int64 = 0
        var isFirst = true
        while !Task.isCancelled {
            guard
                let page = try? await catalogue.outdated(
                    besides: inspector.engine,
                    after: position,
                    limit: limits.rereadingPageMax
                ), let last = page.last
            else { return }
            position = last.position
            for outdated in page {
                // Slowly: this is for nobody who waits.
                if !isFirst { guard (try? await pause(limits.rereadingPause)) != nil else { return } }
                isFirst = false
                await reread(outdated.artifact)
            }
        }
    }

    private func reread(_ artifact: Artifact) async {
        do {
            // The kept index will do: nothing has to be asked of an upstream to read bytes that are here.
            guard let shelved = try await keptMeanwhile(of: artifact.release.package),
                let position = shelved.position(of: artifact.filename),
                let known = shelved.judgements[artifact.filename], known.engine != inspector.engine
            else { return }
            let entry = shelved.index.artifacts[position]
            let judgement = try await quarantine.value(for: artifact) { try await self.judge(entry) }
            if known.verdict.outcome == .admit, judgement.verdict.outcome != .admit { observe(.withdrawn(judgement)) }
        } catch {
            // Told by the judging itself; the next start tries again.
            return
        }
    }

    /// What stands in an admitted artifact to compare with, as this engine reads it.
    ///
    /// One that an earlier engine read is read again, because the difference of two engines is no difference of two
    /// releases; `nil` when this engine would not admit it.
    func currentReport(of judgement: Judgement, in shelved: ShelvedIndex) async throws -> Report? {
        if judgement.engine == inspector.engine { return try await catalogue.report(on: judgement.digest) }
        let artifact = judgement.artifact
        guard let position = shelved.position(of: artifact.filename) else { return nil }
        let inspector = inspector
        let subject = Self.subject(artifact, in: shelved, at: position)
        let report: Report
        do {
            report = try await blobs.inspect(QuarantinePass(digest: judgement.digest)) { bytes in
                inspector.inspect(bytes, artifact: subject)
            }
        } catch let damage as BlobDamaged {
            observe(.blobDamaged(artifact, damage.description))
            return nil
        }
        let verdict = policy.contentVerdict(
            of: artifact.release,
            facts: report.facts,
            delta: nil,
            standing: .established
        )
        return verdict.outcome == .admit ? report : nil
    }
}
