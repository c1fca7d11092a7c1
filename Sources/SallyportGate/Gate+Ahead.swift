import SallyportEcosystem
public import SallyportModel
import SallyportPolicy
import Synchronization

extension Gate {
    /// Has the likeliest choices of a resolver judged before an index goes out, within a short time.
    ///
    /// A client that is shown a version takes it, and stops when its bytes are then refused; shown the index without
    /// it, it takes the one before. So the version that a plain install would take, and every young one on the way,
    /// is judged first, and what a bad newest version hid is looked at in its turn. When time runs out, the index
    /// goes out as it is: bytes are still guarded.
    public func ticketAfterJudgingLikeliest(for package: Package) async throws -> IndexTicket {
        let first = try await ticket(for: package)
        guard !likeliest(in: first.shelved).isEmpty else { return first }
        // One deadline over all rounds: a client waits for the index, not for each of them.
        let judged = try await within(limits.awaitedFor) { try await self.judgeLikeliest(from: first) }
        if let judged { return judged }
        return try await ticket(for: package)
    }

    private func judgeLikeliest(from first: IndexTicket) async throws -> IndexTicket {
        var ticket = first
        for _ in 0..<Self.roundsMax {
            let wanted = likeliest(in: ticket.shelved)
            guard !wanted.isEmpty else { return ticket }
            await judge(wanted)
            ticket = try await self.ticket(for: ticket.package)
        }
        return ticket
    }

    /// Starts judging what a resolver may take next, at low priority.
    public func judgeAhead(under ticket: IndexTicket) {
        let shelved = ticket.shelved
        let likely = shelved.index.likely(in: shelved.view(mountURL: "", namesRestrictions: false))
        for position in likely.filter({ isWorthJudging($0, in: shelved) }).prefix(limits.aheadPerIndexMax) {
            let entry = shelved.index.artifacts[position]
            quarantine.startAhead(for: entry.artifact) { try await self.judge(entry) }
        }
    }

    /// How often a bad newest version may uncover another one before an index goes out.
    private static var roundsMax: Int { 3 }

    private func likeliest(in shelved: ShelvedIndex) -> [IndexedArtifact] {
        let likely = shelved.index.likely(in: shelved.view(mountURL: "", namesRestrictions: false))
        guard let first = likely.first else { return [] }
        let newest = shelved.index.artifacts[first].artifact.release
        let now = clock()
        let wanted = likely.filter { position in
            let entry = shelved.index.artifacts[position]
            let times = StandingRules.times(of: entry, sighting: shelved.sightings[position])
            return entry.artifact.release == newest || policy.standing(of: times, now: now) == .young
        }
        return wanted.filter { isWorthJudging($0, in: shelved) }.prefix(limits.awaitedPerIndexMax)
            .map { shelved.index.artifacts[$0] }
    }

    /// Whether an artifact is visible without having been read, is not huge, and did not fail just now.
    private func isWorthJudging(_ position: Int, in shelved: ShelvedIndex) -> Bool {
        let entry = shelved.index.artifacts[position]
        let standing = shelved.standings[position]
        guard standing.needsInspection, standing.verdict.outcome == .admit,
            entry.size ?? 0 <= limits.aheadBytesMax
        else { return false }
        let failedAt = failures.withLock { $0.value(for: entry.artifact) }
        return failedAt.map { clock().seconds(since: $0) >= limits.failureRestSeconds } ?? true
    }

    /// Judges artifacts side by side.
    private func judge(_ entries: [IndexedArtifact]) async {
        await withDiscardingTaskGroup { judgings in
            for entry in entries {
                judgings.addTask {
                    // A failure is told to whoever asks for the bytes; here it only ends the wait.
                    _ = try? await self.quarantine.value(for: entry.artifact) { try await self.judge(entry) }
                }
            }
        }
    }
}
