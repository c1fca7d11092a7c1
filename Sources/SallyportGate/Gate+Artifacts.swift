import SallyportEcosystem
public import SallyportModel

extension Gate {
    /// Admits an artifact or refuses it; the only way to a ``Clearance``.
    ///
    /// An artifact that nobody has judged waits here for its one quarantine run, at most for the client's `patience`:
    /// then it is ``Failure/notYet(_:retryAfter:)``, and the run goes on. Throws ``GateFailure``.
    public func admit(_ package: Package, filename: String, patience: Duration? = nil) async throws -> Admission {
        let (shelved, position) = try await index(of: package, naming: filename)
        if let admission = admission(at: position, of: shelved) { return admission }
        let entry = shelved.index.artifacts[position]
        do {
            try await overloadAware { try await self.inspected(entry, patience: patience) }
        } catch let failure as GateFailure {
            // Bytes that can't be had as promised are withheld: who asked first hears the same as who asks next.
            guard let (withheld, position) = try? await index(of: package, naming: filename),
                case .refused(let refusal)? = admission(at: position, of: withheld)
            else { throw failure }
            return .refused(refusal)
        }
        let (settled, settledPosition) = try await index(of: package, naming: filename)
        guard let admission = admission(at: settledPosition, of: settled) else {
            // Judged, and yet not settled: a decision or a new index came between. Hold rather than guess.
            throw GateFailure(.unavailable("\(entry.artifact.release) changed while it was judged; try again."))
        }
        return admission
    }

    /// Returns once an artifact has been judged; throws when that takes longer than `patience`.
    private func inspected(_ entry: IndexedArtifact, patience: Duration?) async throws {
        let run: @Sendable () async throws -> Judgement = {
            try await self.quarantine.value(for: entry.artifact) { try await self.judge(entry) }
        }
        guard let patience else {
            _ = try await run()
            return
        }
        guard try await within(patience, run) == nil else { return }
        throw GateFailure(
            .notYet(
                "\(entry.artifact.filename) is still being inspected; try again in half a minute.",
                retryAfter: limits.inspectionRetrySeconds
            )
        )
    }

    /// Admits the companion of an artifact under the artifact's own verdict.
    public func admitCompanion(
        _ package: Package,
        filename: String,
        patience: Duration? = nil
    ) async throws -> Admission {
        let admission = try await admit(package, filename: filename, patience: patience)
        guard case .cleared(let clearance, let lease) = admission else { return admission }
        let (shelved, _) = try await index(of: package, naming: filename)
        guard let judgement = shelved.judgements[filename], judgement.digest == clearance.digest,
            let companion = judgement.companion
        else { throw GateFailure(.notFound("`\(filename)` has no metadata file.")) }
        return .cleared(
            Clearance(artifact: clearance.artifact, digest: companion.digest, size: companion.size),
            lease
        )
    }

    /// Opens admitted bytes; damaged ones are reported, fetched and judged again, and opened then.
    public func open(_ clearance: Clearance) async throws -> any OpenBlob {
        do {
            return try await blobs.open(clearance)
        } catch let damage as BlobDamaged {
            observe(.blobDamaged(clearance.artifact, damage.description))
            return try await openRepaired(clearance)
        }
    }

    private func openRepaired(_ clearance: Clearance) async throws -> any OpenBlob {
        let artifact = clearance.artifact
        let package = artifact.release.package
        let now = clock()
        _ = shelf.update(package, under: rules(at: now)) {
            $0.judgements[artifact.filename] = $0.judgements[artifact.filename]?.ofDamagedBytes
        }
        let isCompanion = try await self.isCompanion(clearance)
        let admission =
            isCompanion
            ? try await admitCompanion(package, filename: artifact.filename)
            : try await admit(package, filename: artifact.filename)
        guard case .cleared(let renewed, _) = admission, renewed.digest == clearance.digest else {
            throw GateFailure(.unavailable("The stored bytes of \(artifact) were damaged and could not be replaced."))
        }
        return try await blobs.open(renewed)
    }

    private func isCompanion(_ clearance: Clearance) async throws -> Bool {
        let judgements = try await catalogue.judgements(of: clearance.artifact.release.package)
        return judgements.contains { $0.companion?.digest == clearance.digest }
    }

    /// The admission of an artifact whose standing is known; `nil` when it must be inspected first.
    private func admission(at position: Int, of shelved: ShelvedIndex) -> Admission? {
        let standing = shelved.standings[position]
        let artifact = shelved.index.artifacts[position].artifact
        guard standing.verdict.outcome == .admit else { return .refused(shelved.refusal(at: position)) }
        guard !standing.needsInspection, let judgement = shelved.judgements[artifact.filename] else { return nil }
        return .cleared(
            Clearance(artifact: artifact, digest: judgement.digest, size: judgement.size),
            shelved.artifactLease
        )
    }
}
