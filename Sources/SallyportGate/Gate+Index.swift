public import SallyportEcosystem
public import SallyportModel
import Synchronization

extension Gate {
    /// What may be rendered of a package's index now, and until when.
    ///
    /// The upstream is asked when the index is older than ``GateLimits/indexFreshSeconds``; when it is down or does not
    /// answer soon, the kept index is served and ``IndexTicket/staleSince`` says so. Throws ``GateFailure``.
    public func ticket(for package: Package) async throws -> IndexTicket {
        let shelved = try await listing(try await freshIndex(of: package), of: package)
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

    /// An index no older than the limit allows.
    func freshIndex(of package: Package) async throws -> ShelvedIndex {
        try refuseOwned(package)
        let now = clock()
        if let shelved = shelf.index(of: package, under: rules(at: now), at: now), now < shelved.freshUntil {
            return shelved
        }
        return settled(try await load(package))
    }

    /// An index that knows a file: of any age when it does, else a fresh one.
    func index(of package: Package, naming filename: String) async throws -> (ShelvedIndex, Int) {
        try refuseOwned(package)
        let now = clock()
        if let shelved = shelf.index(of: package, under: rules(at: now), at: now),
            let position = shelved.position(of: filename)
        {
            askAhead(of: shelved, at: now)
            return (shelved, position)
        }
        let shelved = settled(try await load(package, naming: filename))
        guard let position = shelved.position(of: filename) else {
            throw GateFailure(.notFound("`\(filename)` is not in the index of \(package.name)."))
        }
        return (shelved, position)
    }

    /// Asks the upstream again, without waiting, for an index by which files alone are asked for: what it has taken back
    /// meanwhile would be served for as long as nobody asks for the index itself.
    private func askAhead(of shelved: ShelvedIndex, at now: Instant) {
        let package = shelved.index.package
        guard now >= shelved.kept.confirmedAt.adding(seconds: ShelvedIndex.unaskedSecondsMax),
            now >= shelved.freshUntil, let ecosystem = try? implementation(of: package.ecosystem)
        else { return }
        indexWork.startAhead(for: package) { try await self.fetchIndex(of: package, ecosystem) }
    }

    /// The upstream has taken a package back: its files are not served any more either.
    private func withdraw(_ package: Package) async {
        shelf.remove(package)
        // A note of it that still waits for its turn would put it back.
        indexNotes.withLock { _ = $0.take(package) }
        _ = try? await notes.value(for: package) { await self.writeNote(of: package) }
        do { try await catalogue.dropIndex(of: package) } catch { observe(.notKept("\(error)")) }
    }

    /// What stands on the shelf now in the place of an index that took some time to come: a judgement or a decision may
    /// have ended its promises meanwhile.
    private func settled(_ loaded: ShelvedIndex) -> ShelvedIndex {
        let now = clock()
        return shelf.index(of: loaded.index.package, under: rules(at: now), at: now) ?? loaded
    }

    /// The index as it is kept, of any age; `nil` when there is none that can be read. Asks no upstream.
    func keptIndex(of package: Package) async throws -> ShelvedIndex? {
        try refuseOwned(package)
        let now = clock()
        if let shelved = shelf.index(of: package, under: rules(at: now), at: now) { return shelved }
        let ecosystem = try implementation(of: package.ecosystem)
        guard let kept = try await catalogue.index(of: package),
            let index = try? ecosystem.parseIndex(kept.document, of: package)
        else { return nil }
        return try await assemble(kept, index, of: package, isLook: false, freshFor: 0)
    }

    /// What was fetched under a name before it became the company's own is not served under it either.
    private func refuseOwned(_ package: Package) throws {
        guard isOwned(package) else { return }
        throw GateFailure(
            .notFound(
                "`\(package.name)` is a name of your own: it is never asked of an upstream, and nothing is hosted under it."
            )
        )
    }

    /// The upstream's index, or what is kept of it when the upstream does not answer soon; it is asked on then.
    private func load(_ package: Package, naming filename: String? = nil) async throws -> ShelvedIndex {
        // What is kept may be older than the file: only the upstream can tell.
        func isEnough(_ kept: ShelvedIndex) -> Bool { filename.map { kept.position(of: $0) != nil } ?? true }
        guard !absences.withLock({ $0.isUnknown(package, at: clock()) }) else { throw Self.unknown(package) }
        let slowUntil = slowUntil.withLock { $0[package.ecosystem] }
        if let slowUntil, clock() < slowUntil, let kept = try await keptMeanwhile(of: package), isEnough(kept) {
            // One wait is enough to know: an install asks for hundreds of indexes in turn.
            let ecosystem = try implementation(of: package.ecosystem)
            indexWork.startAhead(for: package) { try await self.fetchIndex(of: package, ecosystem) }
            return kept
        }
        let answered = try await within(limits.upstreamAwaitedFor) { try await self.loadPatiently(package) }
        if let answered { return answered }
        guard let kept = try await keptMeanwhile(of: package), isEnough(kept) else {
            return try await loadPatiently(package)
        }
        // A listing is larger than all others: that it takes long says nothing of them.
        if !kept.isListing {
            self.slowUntil.withLock { $0[package.ecosystem] = clock().adding(seconds: limits.staleRetrySeconds) }
        }
        return kept
    }

    /// The index as kept, stale, while the upstream is asked; `nil` when there is none that can be read.
    private func keptMeanwhile(of package: Package) async throws -> ShelvedIndex? {
        guard let kept = try await keptIndex(of: package) else { return nil }
        if clock() < kept.freshUntil { return kept }
        return try await stale(kept, of: package, because: "the upstream has not answered yet")
    }

    private func loadPatiently(_ package: Package) async throws -> ShelvedIndex {
        let ecosystem = try implementation(of: package.ecosystem)
        return try await overloadAware {
            try await self.indexWork.value(for: package) { try await self.fetchIndex(of: package, ecosystem) }
        }
    }

    private func fetchIndex(of package: Package, _ ecosystem: any PackageEcosystem) async throws -> ShelvedIndex {
        let kept = try await keptIndex(of: package)
        // Another request may have brought it while this one waited for its turn; what was only kept is not fresh.
        if let kept, kept.staleReason == nil, clock() < kept.freshUntil { return kept }
        do {
            switch try await whole(of: package, ecosystem, known: kept?.kept.document) {
            case .part: throw UpstreamError(.invalid, "The upstream answered with a part that nobody asked for.")
            case .document(let document, _):
                absences.withLock { $0.end(package) }
                let whole = await supplemented(document, of: package, ecosystem, known: kept?.kept.document)
                return try await shelve(whole, of: package, ecosystem)
            case .unchanged:
                absences.withLock { $0.end(package) }
                guard let kept else {
                    throw UpstreamError(
                        .invalid,
                        "The upstream says that an index is unchanged which was never fetched."
                    )
                }
                if let whole = await supplementedLate(kept, of: package, ecosystem) {
                    return try await shelve(whole, of: package, ecosystem)
                }
                return try await confirm(kept, of: package)
            case .notFound:
                if let kept {
                    guard absences.withLock({ $0.isBelieved(of: package, at: clock()) }) else {
                        let reason =
                            "the upstream says that it knows no such package; it is asked again before that is believed"
                        return try await stale(kept, of: package, because: reason)
                    }
                    await withdraw(package)
                }
                absences.withLock { $0.note(package, at: clock()) }
                throw Self.unknown(package)
            }
        } catch let error as UpstreamError {
            guard let kept else { throw GateFailure(error.failure) }
            return try await stale(kept, of: package, because: error.description)
        } catch let error as IndexError {
            guard let kept else {
                throw GateFailure(.upstreamInvalid("The index of \(package.name) can't be read: \(error.description)"))
            }
            return try await stale(kept, of: package, because: error.description)
        }
    }

    private static func unknown(_ package: Package) -> GateFailure {
        GateFailure(.notFound("The upstream knows no package `\(package.name)`."))
    }

    /// What the upstream answers; a part is joined with what is known, or else the whole is asked for.
    private func whole(
        of package: Package,
        _ ecosystem: any PackageEcosystem,
        known: IndexDocument?
    ) async throws -> IndexReply {
        let request = ecosystem.indexRequest(for: package)
        let reply = try await upstream.index(request, of: package.ecosystem, known: known)
        guard case .part(let part) = reply else { return try checked(reply, ecosystem) }
        if let known, let document = ecosystem.joined(known, with: part) { return .document(document) }
        return try checked(try await upstream.index(request, of: package.ecosystem, known: nil), ecosystem)
    }

    /// The document with the second one that it is read with, where there is one: without it the index is read all the
    /// same, and what it leaves out is unknown. One that does not come today may have come before.
    private func supplemented(
        _ document: IndexDocument,
        of package: Package,
        _ ecosystem: any PackageEcosystem,
        known: IndexDocument?
    ) async -> IndexDocument {
        guard let request = ecosystem.supplement(to: document, of: package) else { return document }
        supplementRests.withLock { $0.begin(package, at: clock(), isNew: true) }
        return document.with(supplement: await second(request, of: package) ?? known?.supplement)
    }

    private func second(_ request: IndexRequest, of package: Package) async -> [UInt8]? {
        guard case .document(let second, _)? = try? await upstream.index(request, of: package.ecosystem, known: nil)
        else { return nil }
        return second.body
    }

    /// A kept document that the upstream confirmed, with a second one that tells more than it had; `nil` when nothing is
    /// wanting, or it does not.
    ///
    /// The second document may have failed when the first one came, or been older than that: what it leaves out would be
    /// unknown until the first one changes. It is asked for with growing pauses, since many upstreams have none.
    private func supplementedLate(
        _ kept: ShelvedIndex,
        of package: Package,
        _ ecosystem: any PackageEcosystem
    ) async -> IndexDocument? {
        let document = kept.kept.document
        guard kept.index.artifacts.contains(where: { $0.publishedAt == nil }),
            let request = ecosystem.supplement(to: document, of: package),
            supplementRests.withLock({ $0.isOver(package, at: clock()) })
        else { return nil }
        supplementRests.withLock { $0.begin(package, at: clock()) }
        guard let body = await second(request, of: package), body != document.supplement else { return nil }
        return document.with(supplement: body)
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
        case .refused, .forbiddenTarget, .tooLarge, .otherSize, .invalid: .upstreamInvalid(description)
        case .storage: .unavailable(description)
        }
    }
}
