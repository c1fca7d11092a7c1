import SallyportEcosystem
import SallyportModel
import Synchronization

extension Gate {
    /// A listing with what is visible now of the packages that it lists, as far as their indexes are kept; any other index
    /// as it is.
    func listing(_ shelved: ShelvedIndex, of package: Package) async throws -> ShelvedIndex {
        guard shelved.index is any PackageListing else { return shelved }
        let ecosystem = package.ecosystem
        if isRecallNeeded(ecosystem) {
            // One that takes long goes on; the list is then right a little later, and bytes are guarded all the same.
            _ = try? await within(limits.recallAwaitedFor) {
                try await self.recalls.value(for: ecosystem) { await self.recall(ecosystem, for: package) }
            }
        }
        return shown(shelved, as: package)
    }

    /// Makes the kept listings right before anybody asks: after a start nothing of it is in memory.
    func recallListings() async {
        for ecosystem in ecosystems.values {
            guard let package = ecosystem.listing, await (try? keptIndex(of: package)) ?? nil != nil else { continue }
            recalls.startAhead(for: ecosystem.ecosystem) { await self.recall(ecosystem.ecosystem, for: package) }
        }
    }

    private func isRecallNeeded(_ ecosystem: Ecosystem) -> Bool {
        guard ecosystems[ecosystem]?.listing != nil else { return false }
        return !recalled.withLock { $0.contains(ecosystem) }
            || !shelf.outdated(in: ecosystem, at: clock(), limit: 1).isEmpty
    }

    /// Looks at every package whose kept index is not in memory and may say something else than the listing says of it:
    /// after a start all, later those that time or a decision changed.
    private func recall(_ ecosystem: Ecosystem, for listing: Package) async {
        if recalled.withLock({ !$0.contains(ecosystem) }) {
            let names: [String]
            do {
                names = try await catalogue.keptNames(of: ecosystem, limit: limits.departedMax)
            } catch {
                // Whoever asks for the list next has it tried again.
                return observe(.lookFailed(ecosystem, "\(error)"))
            }
            let packages = names.compactMap { Package(ecosystem, $0) }.filter { $0 != listing }
            shelf.enterDeparted(packages)
            recalled.withLock { _ = $0.insert(ecosystem) }
        }
        while !Task.isCancelled {
            let packages = shelf.outdated(in: ecosystem, at: clock(), limit: Self.recalledAtOnce)
            guard !packages.isEmpty else { return }
            let errors = await lookAgain(at: packages)
            if let error = errors.first { observe(.lookFailed(ecosystem, "\(error)")) }
            // The record is away: whoever asks for the list next has it tried again.
            guard errors.count < packages.count else { return }
            // At once, for what is in memory now may leave it with the next ones.
            if let shelved = shelf.index(of: listing, under: rules, at: clock()) { _ = shown(shelved, as: listing) }
        }
    }

    /// How many indexes are read side by side: their looks share a sync.
    private static var recalledAtOnce: Int { 32 }

    /// Reads the kept indexes of packages side by side; answers why some could not be read.
    private func lookAgain(at packages: [Package]) async -> [any Error] {
        await withTaskGroup(of: (any Error)?.self) { group in
            for package in packages { group.addTask { await self.lookAgain(at: package) } }
            return await group.reduce(into: []) { if let error = $1 { $0.append(error) } }
        }
    }

    private func lookAgain(at package: Package) async -> (any Error)? {
        do {
            if let kept = try await keptIndex(of: package) {
                // One that found no room was looked at all the same.
                shelf.noteLook(at: package, rightUntil: kept.changesAt)
            } else {
                shelf.forgetDeparted(package)
            }
            return nil
        } catch is GateFailure {
            // A name of the company's own: nothing is served under it.
            shelf.forgetDeparted(package)
            return nil
        } catch {
            // What was said of it stays, and it is looked at again.
            shelf.noteLook(at: package, rightUntil: clock().adding(seconds: limits.staleRetrySeconds))
            return error
        }
    }

    /// The listing as it stands on the shelf now, with what is visible of the packages in memory.
    private func shown(_ shelved: ShelvedIndex, as package: Package) -> ShelvedIndex {
        // Another request, or another document of the upstream, may have changed it meanwhile.
        for _ in 0..<Self.showingsMax {
            if let shown = shownOnce(shelved, as: package) { return shown }
        }
        return shelf.index(of: package, under: rules, at: clock()) ?? shelved
    }

    private static var showingsMax: Int { 8 }

    private func shownOnce(_ shelved: ShelvedIndex, as package: Package) -> ShelvedIndex? {
        let now = clock()
        let shelved = shelf.index(of: package, under: rules(at: now), at: now) ?? shelved
        guard let listing = shelved.index as? any PackageListing else { return shelved }
        let (listed, departed) = shelf.settled(under: rules(at: now), at: now) {
            $0.ecosystem == package.ecosystem && $0 != package
        }
        let change = listing.showing(listed.map(\.listed), isRemembered: departed.contains, isOwned: isOwned)
        switch change {
        case .none: return shelved
        case .unseen(let renewed): return shelf.show(renewed, inPlaceOf: shelved, isSeen: false)
        case .seen(let renewed): return shelf.show(renewed, inPlaceOf: shelved, isSeen: true)
        }
    }
}
