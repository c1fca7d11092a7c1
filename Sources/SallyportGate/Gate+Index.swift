public import SallyportEcosystem
public import SallyportModel
import SallyportPolicy
import Synchronization

extension Gate {
    /// What may be rendered of a package's index now, and until when.
    ///
    /// The upstream is asked when the index is older than ``GateLimits/indexFreshSeconds``; when it is down or does not
    /// answer soon, the kept index is served and ``IndexTicket/staleSince`` says so. Throws ``GateFailure``.
    public func ticket(for package: Package) async throws -> IndexTicket {
        let shelved = listing(try await freshIndex(of: package), of: package)
        return IndexTicket(
            package: package,
            generation: shelved.generation,
            lease: shelved.indexLease,
            staleSince: shelved.staleReason == nil ? nil : shelved.kept.confirmedAt,
            shelved: shelved
        )
    }

    /// Renders one form of an index for what is visible under the ticket.
    public func render(_ ticket: IndexTicket, as form: IndexForm, mountURL: String, namesRestrictions: Bool) -> Answer {
        let view = ticket.shelved.view(mountURL: mountURL, namesRestrictions: namesRestrictions)
        return ticket.shelved.index.render(form, view: view)
    }

    /// A listing with what is visible now of the packages in memory that it lists; any other index as it is.
    private func listing(_ shelved: ShelvedIndex, of package: Package) -> ShelvedIndex {
        guard let listing = shelved.index as? any PackageListing else { return shelved }
        let now = clock()
        let listed = shelf.settled(under: rules(at: now), at: now) {
            $0.ecosystem == package.ecosystem && $0 != package
        }
        switch listing.showing(listed.map(\.listed), isOwned: isOwned) {
        case .none: return shelved
        case .unseen(let renewed): return shelf.show(renewed, under: package, isSeen: false) ?? shelved
        case .seen(let renewed): return shelf.show(renewed, under: package, isSeen: true) ?? shelved
        }
    }

    /// An index no older than the limit allows.
    func freshIndex(of package: Package) async throws -> ShelvedIndex {
        let now = clock()
        if let shelved = shelf.index(of: package, under: rules(at: now), at: now), now < shelved.freshUntil {
            return shelved
        }
        return try await load(package)
    }

    /// An index that knows a file: of any age when it does, else a fresh one.
    func index(of package: Package, naming filename: String) async throws -> (ShelvedIndex, Int) {
        let now = clock()
        if let shelved = shelf.index(of: package, under: rules(at: now), at: now),
            let position = shelved.position(of: filename)
        {
            return (shelved, position)
        }
        var shelved = try await load(package)
        if shelved.staleReason != nil, shelved.position(of: filename) == nil {
            // What is kept may be older than the file: only the upstream can tell.
            shelved = try await loadPatiently(package)
        }
        guard let position = shelved.position(of: filename) else {
            throw GateFailure(.notFound("`\(filename)` is not in the index of \(package.name)."))
        }
        return (shelved, position)
    }

    /// The upstream's index, or what is kept of it when the upstream does not answer soon; it is asked on then.
    private func load(_ package: Package) async throws -> ShelvedIndex {
        let slowUntil = slowUntil.withLock { $0[package.ecosystem] }
        if let slowUntil, clock() < slowUntil, let kept = try await keptMeanwhile(of: package) {
            // One wait is enough to know: an install asks for hundreds of indexes in turn.
            let ecosystem = try implementation(of: package.ecosystem)
            indexWork.startAhead(for: package) { try await self.fetchIndex(of: package, ecosystem) }
            return kept
        }
        let answered = try await within(limits.upstreamAwaitedFor) { try await self.loadPatiently(package) }
        if let answered { return answered }
        guard let kept = try await keptMeanwhile(of: package) else { return try await loadPatiently(package) }
        self.slowUntil.withLock { $0[package.ecosystem] = clock().adding(seconds: limits.staleRetrySeconds) }
        return kept
    }

    /// The index as kept, stale, while the upstream is asked; `nil` when there is none that can be read.
    func keptMeanwhile(of package: Package) async throws -> ShelvedIndex? {
        let now = clock()
        let shelved = shelf.index(of: package, under: rules(at: now), at: now)
        if let shelved, now < shelved.freshUntil { return shelved }
        var known = shelved?.kept
        if known == nil { known = try await catalogue.index(of: package) }
        guard let known else { return nil }
        let reason = "the upstream has not answered yet"
        let ecosystem = try implementation(of: package.ecosystem)
        do {
            return try await shelveStale(known, shelved, of: package, ecosystem, because: reason)
        } catch is GateFailure {
            // What is kept can't be read any more.
            return nil
        }
    }

    private func loadPatiently(_ package: Package) async throws -> ShelvedIndex {
        guard !isOwned(package) else {
            throw GateFailure(
                .notFound(
                    "`\(package.name)` is a name of your own: it is never asked of an upstream, and nothing is hosted under it."
                )
            )
        }
        let ecosystem = try implementation(of: package.ecosystem)
        return try await overloadAware {
            try await self.indexWork.value(for: package) { try await self.fetchIndex(of: package, ecosystem) }
        }
    }

    private func fetchIndex(of package: Package, _ ecosystem: any PackageEcosystem) async throws -> ShelvedIndex {
        let started = clock()
        let shelved = shelf.index(of: package, under: rules(at: started), at: started)
        // Another request may have brought it while this one waited for its turn.
        if let shelved, started < shelved.freshUntil { return shelved }
        var known = shelved?.kept
        if known == nil { known = try await catalogue.index(of: package) }
        do {
            let request = ecosystem.indexRequest(for: package)
            var reply = try await upstream.index(request, of: package.ecosystem, known: known?.document)
            var read: (any PackageIndex)?
            if reply == .unchanged, shelved == nil, let document = known?.document {
                read = try? ecosystem.parseIndex(document, of: package)
                if read == nil {
                    // Kept by a version that read it otherwise, or damaged: it is no use to hear that it is current.
                    known = nil
                    reply = try await upstream.index(request, of: package.ecosystem, known: nil)
                }
            }
            let now = clock()
            switch (reply, known) {
            case (.document(let document), _):
                let whole = try await supplemented(document, of: package, ecosystem, known: known?.document)
                return try await shelve(whole, of: package, ecosystem, confirmedAt: now)
            case (.unchanged, let known?):
                if let confirmed = confirm(shelved, of: package, at: now) { return confirmed }
                let index = try read ?? ecosystem.parseIndex(known.document, of: package)
                let kept = KeptIndex(document: known.document, confirmedAt: now)
                return try await assemble(kept, index, of: package, isLook: true, freshFor: limits.indexFreshSeconds)
            case (.unchanged, nil):
                throw UpstreamError(.invalid, "The upstream says that an index is unchanged which was never fetched.")
            case (.notFound, _):
                throw GateFailure(.notFound("The upstream knows no package `\(package.name)`."))
            }
        } catch let error as UpstreamError {
            guard let known else { throw GateFailure(error.failure) }
            return try await shelveStale(known, shelved, of: package, ecosystem, because: error.description)
        } catch let error as IndexError {
            guard let known, known.document != shelved?.kept.document || shelved != nil else {
                throw GateFailure(.upstreamInvalid("The index of \(package.name) can't be read: \(error.description)"))
            }
            return try await shelveStale(known, shelved, of: package, ecosystem, because: error.description)
        }
    }

    /// The document with the second one that it is read with, where there is one: without it the index is read all the
    /// same, and what it leaves out is unknown. One that fails to come today may have come before.
    private func supplemented(
        _ document: IndexDocument,
        of package: Package,
        _ ecosystem: any PackageEcosystem,
        known: IndexDocument?
    ) async throws -> IndexDocument {
        guard let request = ecosystem.supplement(to: document, of: package) else { return document }
        do {
            guard case .document(let second) = try await upstream.index(request, of: package.ecosystem, known: nil)
            else { return document }
            return document.with(supplement: second.body)
        } catch {
            return document.with(supplement: known?.supplement)
        }
    }

    private func shelve(
        _ document: IndexDocument,
        of package: Package,
        _ ecosystem: any PackageEcosystem,
        confirmedAt: Instant
    ) async throws -> ShelvedIndex {
        let index = try ecosystem.parseIndex(document, of: package)
        if !index.omissions.isEmpty { observe(.indexOmissions(package, index.omissions)) }
        let kept = KeptIndex(document: document, confirmedAt: confirmedAt)
        notes.startAhead(for: package) {
            do { try await self.catalogue.keep(kept, of: package) } catch { self.observe(.notKept("\(error)")) }
        }
        return try await assemble(kept, index, of: package, isLook: true, freshFor: limits.indexFreshSeconds)
    }

    /// Notes that the upstream confirmed what is kept; answers the index when it is on the shelf.
    private func confirm(_ shelved: ShelvedIndex?, of package: Package, at now: Instant) -> ShelvedIndex? {
        // What appears later was not there now. A note that is lost only makes the look before this one count.
        notes.startAhead(for: package) {
            do {
                _ = try await self.catalogue.look(at: package, artifacts: [], now: now)
                try await self.catalogue.confirmIndex(of: package, at: now)
            } catch { self.observe(.notKept("\(error)")) }
        }
        guard shelved != nil else { return nil }
        return shelf.confirm(package, at: now, freshUntil: now.adding(seconds: limits.indexFreshSeconds))
    }

    private func shelveStale(
        _ known: KeptIndex,
        _ shelved: ShelvedIndex?,
        of package: Package,
        _ ecosystem: any PackageEcosystem,
        because reason: String
    ) async throws -> ShelvedIndex {
        observe(.indexStale(package, reason))
        let now = clock()
        if shelved != nil,
            let updated = shelf.update(
                package,
                under: rules(at: now),
                {
                    // The upstream may have answered just now.
                    guard now >= $0.freshUntil || $0.staleReason != nil else { return }
                    $0.freshUntil = now.adding(seconds: limits.staleRetrySeconds)
                    $0.staleReason = reason
                }
            )
        {
            return updated
        }
        let index: any PackageIndex
        do {
            index = try ecosystem.parseIndex(known.document, of: package)
        } catch {
            throw GateFailure(.upstreamUnavailable(reason))
        }
        return try await assemble(
            known,
            index,
            of: package,
            isLook: false,
            freshFor: limits.staleRetrySeconds,
            stale: reason
        )
    }

    /// Joins an index with what is recorded of its artifacts and puts it on the shelf.
    private func assemble(
        _ kept: KeptIndex,
        _ index: any PackageIndex,
        of package: Package,
        isLook: Bool,
        freshFor seconds: Int64,
        stale reason: String? = nil
    ) async throws -> ShelvedIndex {
        let artifacts = index.artifacts.map(\.artifact)
        let sightings = try await catalogue.look(
            at: package,
            artifacts: artifacts,
            now: isLook ? clock() : kept.confirmedAt
        )
        let recorded = try await catalogue.judgements(of: package)
        let judgements = try await underThisPolicy(recorded, index, sightings)
        var shelved = ShelvedIndex(
            kept: kept,
            index: index,
            sightings: sightings,
            judgements: judgements,
            freshUntil: clock().adding(seconds: seconds)
        )
        shelved.staleReason = reason
        return shelf.put(shelved, of: package, under: rules)
    }

    func overloadAware<Value: Sendable>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch is SharedWork<Package, ShelvedIndex>.Overloaded {
            throw GateFailure(.unavailable("Too many packages are being looked up; try again in a minute."))
        } catch is SharedWork<Artifact, Judgement>.Overloaded {
            throw GateFailure(.unavailable("Too many packages are being inspected; try again in a minute."))
        }
    }
}

extension UpstreamError {
    /// How the client hears of it.
    var failure: Failure {
        switch code {
        case .notFound: .notFound(description)
        case .unreachable, .notConfigured: .upstreamUnavailable(description)
        case .refused, .forbiddenTarget, .tooLarge, .invalid: .upstreamInvalid(description)
        case .storage: .unavailable(description)
        }
    }
}
