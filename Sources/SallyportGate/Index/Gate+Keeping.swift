import SallyportEcosystem
import SallyportModel
import Synchronization

/// What becomes of an index that the upstream gave, confirmed, or did not give.
extension Gate {
    /// A document that may be one that was cut on its way is refused, or at least never taken for the one that its validators
    /// name: the upstream would say of it for ever that it is unchanged.
    func checked(_ reply: IndexReply, _ ecosystem: any PackageEcosystem) throws -> IndexReply {
        guard case .document(let document, let receipt) = reply else { return reply }
        if let field = receipt.representationDigest,
            let isMet = RepresentationDigest.isMet(field, by: hashing.sha256(document.body.span))
        {
            guard isMet else {
                throw UpstreamError(.invalid, "The upstream sent another document than the one whose digest it states.")
            }
            return .document(document)
        }
        switch ecosystem.isWhole(document) {
        case true?: return .document(document)
        case nil: return .document(receipt.hasEnd ? document : document.withoutValidators)
        case false?:
            // A whole body under a tag that a mirror makes in another way is served, and asked for anew each time.
            guard receipt.hasEnd else {
                throw UpstreamError(
                    .invalid,
                    "The upstream's document broke off: it is not the one that its tag names."
                )
            }
            return .document(document.withoutValidators)
        }
    }

    /// Takes a new document for the index of a package.
    func shelve(
        _ document: IndexDocument,
        of package: Package,
        _ ecosystem: any PackageEcosystem
    ) async throws -> ShelvedIndex {
        let kept = KeptIndex(document: document, confirmedAt: clock())
        let index = try ecosystem.parseIndex(document, of: package)
        if !index.omissions.isEmpty { observe(.indexOmissions(package, index.omissions)) }
        indexNotes.withLock { $0.keep(kept, of: package) }
        noteLater(package)
        return try await assemble(kept, index, of: package, isLook: true, freshFor: limits.indexFreshSeconds)
    }

    /// Notes that the upstream confirmed what is kept.
    func confirm(_ kept: ShelvedIndex, of package: Package) async throws -> ShelvedIndex {
        let now = clock()
        // What appears later was not there now. Where no look is noted, the one before it counts: a sync every few seconds
        // for each package that is in use would say nothing that matters.
        let isNoted = now >= kept.lookNotedAt.adding(seconds: limits.lookNoteSeconds)
        indexNotes.withLock { $0.confirm(package, at: now, isLook: isNoted) }
        noteLater(package)
        let freshUntil = now.adding(seconds: limits.indexFreshSeconds)
        if let confirmed = shelf.confirm(package, at: now, isNoted: isNoted, freshUntil: freshUntil) {
            return confirmed
        }
        let confirmed = KeptIndex(document: kept.kept.document, confirmedAt: now)
        return try await assemble(
            confirmed,
            kept.index,
            of: package,
            isLook: true,
            freshFor: limits.indexFreshSeconds
        )
    }

    /// Marks a kept index as one that the upstream did not confirm when it should have.
    func stale(
        _ kept: ShelvedIndex,
        of package: Package,
        because reason: String
    ) async throws -> ShelvedIndex {
        observe(.indexStale(package, reason))
        let now = clock()
        let marked = shelf.update(package, under: rules(at: now)) {
            // The upstream may have answered just now.
            guard now >= $0.freshUntil || $0.staleReason != nil else { return }
            $0.freshUntil = now.adding(seconds: limits.staleRetrySeconds)
            $0.staleReason = reason
        }
        if let marked { return marked }
        return try await assemble(
            kept.kept,
            kept.index,
            of: package,
            isLook: false,
            freshFor: limits.staleRetrySeconds,
            stale: reason
        )
    }

    /// Joins an index with what is recorded of its artifacts and puts it on the shelf.
    func assemble(
        _ kept: KeptIndex,
        _ index: any PackageIndex,
        of package: Package,
        isLook: Bool,
        freshFor seconds: Int64,
        stale reason: String? = nil
    ) async throws -> ShelvedIndex {
        let sightings = try await catalogue.look(
            at: package,
            entries: index.artifacts,
            now: isLook ? clock() : kept.confirmedAt
        )
        var shelved = ShelvedIndex(
            kept: kept,
            index: index,
            sightings: sightings,
            judgements: try await catalogue.judgements(of: package),
            freshUntil: clock().adding(seconds: seconds)
        )
        shelved.staleReason = reason
        try await judgeUnderThisPolicy(&shelved)
        return shelf.put(shelved, of: package, isLook: isLook, under: rules)
    }

    /// Has what there is to note of an index written down when its turn comes; nobody waits for it.
    private func noteLater(_ package: Package) {
        let isTaken = notes.startLatest(for: package) { await self.writeNote(of: package) }
        // Too many wait: this one is asked of the upstream again after a start.
        if !isTaken { indexNotes.withLock { _ = $0.take(package) } }
    }

    /// Writes down what there is to note of an index now.
    func writeNote(of package: Package) async {
        guard let note = indexNotes.withLock({ $0.take(package) }) else { return }
        do {
            if let look = note.look { try await catalogue.confirmLook(at: package, now: look) }
            if let document = note.document { try await catalogue.keep(document, of: package) }
            if let confirmedAt = note.confirmedAt { try await catalogue.confirmIndex(of: package, at: confirmedAt) }
        } catch { observe(.notKept("\(error)")) }
    }
}
