import SallyportAnalysis
import SallyportEcosystem
import SallyportModel

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
            let page: [OutdatedArtifact]
            do {
                page = try await catalogue.outdated(
                    besides: inspector.engine,
                    after: position,
                    limit: limits.rereadingPageMax
                )
            } catch {
                observe(.rereadingFailed("\(error)"))
                guard (try? await pause(limits.rereadingRetryPause)) != nil else { return }
                continue
            }
            guard let last = page.last else { return }
            position = last.position
            for outdated in page where !isOwned(outdated.artifact.release.package) {
                // Slowly: this is for nobody who waits.
                if !isFirst { guard (try? await pause(limits.rereadingPause)) != nil else { return } }
                isFirst = false
                await reread(outdated.artifact)
            }
        }
    }

    private func reread(_ artifact: Artifact) async {
        // The kept index will do: nothing has to be asked of an upstream to read bytes that are here.
        let kept: ShelvedIndex?
        do {
            kept = try await keptIndex(of: artifact.release.package)
        } catch is GateFailure {
            // Packages of its kind are not served any more.
            return
        } catch {
            observe(.rereadingFailed("\(error)"))
            return
        }
        guard let kept, let position = kept.position(of: artifact.filename),
            let known = kept.judgements[artifact.filename], known.engine != inspector.engine
        else { return }
        let entry = kept.index.artifacts[position]
        // Bytes that the upstream replaced since are nobody's to take in their place: these stay held for a person.
        guard !rules.isReplaced(known, by: entry) else { return }
        // What keeps it from being judged is told by the judging itself; the next start tries again.
        guard let judgement = try? await quarantine.value(for: artifact, { try await self.judge(entry) }) else {
            return
        }
        if known.verdict.outcome == .admit, judgement.verdict.outcome != .admit { observe(.withdrawn(judgement)) }
    }
}
