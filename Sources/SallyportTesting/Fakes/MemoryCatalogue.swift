public import SallyportEcosystem
public import SallyportGate
public import SallyportModel
import Synchronization

/// A catalogue in memory that keeps the port's promises as long as the process lives.
///
/// It passes the same suite as the live one. ``fail(with:)`` makes it a failing disk.
public final class MemoryCatalogue: Catalogue, DownloadLedger {
    private struct State {
        var failure: (any Error)?
        var looks: [Package: Instant] = [:]
        var sightings: [Artifact: RecordedSighting] = [:]
        var indexes: [Package: KeptIndex] = [:]
        var judgements: [Judgement] = []
        var reports: [ReportKey: Report] = [:]
        var pending: [Artifact] = []
        var decisions: [Decision] = []
        var downloads: [Download] = []
    }

    private struct ReportKey: Hashable {
        let artifact: Artifact
        let digest: Digest
        let engine: String

        init(_ judgement: Judgement) {
            artifact = judgement.artifact
            digest = judgement.digest
            engine = judgement.engine
        }
    }

    private let state = Mutex(State())

    /// Makes an empty catalogue.
    public init() {}

    /// From now on every call throws `error`; with `nil`, none does.
    public func fail(with error: (any Error)?) {
        state.withLock { $0.failure = error }
    }

    /// Every download that was recorded, oldest first.
    public var recordedDownloads: [Download] { state.withLock(\.downloads) }

    /// Every judgement that was recorded, also the ones that later ones replaced, oldest first.
    public var recordedJudgements: [Judgement] { state.withLock(\.judgements) }

    /// What ``record(_:report:)`` would have kept if the server had done it before this test.
    public func seed(_ judgement: Judgement, report: Report) {
        state.withLock { Self.record(judgement, report, in: &$0) }
    }

    private func use<Value>(_ body: (inout State) throws -> Value) throws -> Value {
        try state.withLock { state in
            if let failure = state.failure { throw failure }
            return try body(&state)
        }
    }

    private static func record(_ judgement: Judgement, _ report: Report, in state: inout State) {
        state.judgements.append(judgement)
        state.reports[ReportKey(judgement)] = report
        state.pending.removeAll { $0 == judgement.artifact }
    }

    /// The newest judgement of each artifact, oldest first.
    private static func current(_ judgements: [Judgement]) -> [Judgement] {
        var seen: Set<Artifact> = []
        return judgements.reversed().filter { seen.insert($0.artifact).inserted }.reversed()
    }
}

extension MemoryCatalogue {
    /// Keeps the first sighting of each artifact and its bytes.
    public func look(at package: Package, entries: [IndexedArtifact], now: Instant) async throws -> [Sighting] {
        try use { state in
            let last = state.looks[package]
            state.looks[package] = last.map { max($0, now) } ?? now
            var seen: [Artifact: Sighting] = [:]
            for entry in entries where seen[entry.artifact] == nil {
                let known = state.sightings[entry.artifact]
                let next =
                    known?.after(entry, at: now, lastLook: last)
                    ?? RecordedSighting(of: entry, at: now, lastLook: last)
                seen[entry.artifact] = next.sighting
                let isPast = last.map { now < $0 } ?? false
                if let known, isPast, !known.isOf(entry) { continue }
                state.sightings[entry.artifact] = next
            }
            return entries.map { seen[$0.artifact] ?? Sighting(firstSeen: now, previousLook: last) }
        }
    }

    /// Changes the time alone.
    public func confirmLook(at package: Package, now: Instant) async throws {
        try use { state in
            if let last = state.looks[package] { state.looks[package] = max(last, now) }
        }
    }

    /// Drops all sightings of a package, as a record does that has no room for them.
    public func forgetSightings(of package: Package) {
        state.withLock { state in
            state.looks[package] = nil
            state.sightings = state.sightings.filter { $0.key.release.package != package }
        }
    }

    /// Keeps the newest index.
    public func keep(_ index: KeptIndex, of package: Package) async throws {
        try use { $0.indexes[package] = index }
    }

    /// Changes the time alone.
    public func confirmIndex(of package: Package, at now: Instant) async throws {
        try use { state in
            guard let kept = state.indexes[package], kept.confirmedAt < now else { return }
            state.indexes[package] = KeptIndex(document: kept.document, confirmedAt: now)
        }
    }

    /// Forgets the index.
    public func dropIndex(of package: Package) async throws {
        try use { $0.indexes[package] = nil }
    }

    /// The index kept last.
    public func index(of package: Package) async throws -> KeptIndex? {
        try use { $0.indexes[package] }
    }

    /// The last confirmed first.
    public func keptNames(of ecosystem: Ecosystem, limit: Int) async throws -> [String] {
        try use { state in
            let kept = state.indexes.filter { $0.key.ecosystem == ecosystem }
            let names = kept.sorted { ($1.value.confirmedAt, $0.key.name) < ($0.value.confirmedAt, $1.key.name) }
            return Array(names.map(\.key.name).prefix(max(0, limit)))
        }
    }

    /// In the order in which they were recorded.
    public func judgements(of package: Package) async throws -> [Judgement] {
        try use { state in Self.current(state.judgements.filter { $0.artifact.release.package == package }) }
    }

    /// Appends the judgement.
    public func record(_ judgement: Judgement, report: Report) async throws {
        try use { Self.record(judgement, report, in: &$0) }
    }

    /// The report recorded last.
    public func report(of judgement: Judgement) async throws -> Report? {
        try use { $0.reports[ReportKey(judgement)] }
    }

    /// Newest first.
    public func refusals(limit: Int) async throws -> [Judgement] {
        try use { state in
            Array(
                Self.current(state.judgements).reversed().filter { $0.verdict.outcome != .admit }.prefix(max(0, limit))
            )
        }
    }

    /// In the order in which they were judged first.
    public func admittedNames(of ecosystem: Ecosystem, limit: Int) async throws -> [String] {
        try use { state in
            let admitted = Self.current(state.judgements).filter {
                $0.verdict.outcome == .admit && !$0.isOfYoungRelease
            }
            let packages = Set(admitted.map(\.artifact.release.package)).filter { $0.ecosystem == ecosystem }
            var names: [String] = []
            for package in state.judgements.map(\.artifact.release.package)
            where packages.contains(package) && !names.contains(package.name) { names.append(package.name) }
            return Array(names.prefix(max(0, limit)))
        }
    }

    /// In the order in which they were recorded.
    public func outdated(besides engine: String, after position: Int64, limit: Int) async throws -> [OutdatedArtifact] {
        try use { state in
            let current = Self.current(state.judgements)
            return state.judgements.enumerated().compactMap { index, judgement in
                guard judgement.engine != engine, Int64(index) >= position, current.contains(judgement) else {
                    return nil
                }
                return OutdatedArtifact(artifact: judgement.artifact, position: Int64(index) + 1)
            }
            .prefix(max(0, limit)).map { $0 }
        }
    }

    /// Noting twice is noting once.
    public func notePending(_ artifact: Artifact) async throws {
        try use { state in
            if !state.pending.contains(artifact) { state.pending.append(artifact) }
        }
    }

    /// Oldest first.
    public func pending(limit: Int) async throws -> [Artifact] {
        try use { Array($0.pending.prefix(max(0, limit))) }
    }

    /// Drops the note.
    public func dropPending(_ artifact: Artifact) async throws {
        try use { state in state.pending.removeAll { $0 == artifact } }
    }

    /// Sequences begin at 1.
    public func append(_ draft: DecisionDraft) async throws -> Decision {
        try use { state in
            let decision = Decision(
                sequence: Int64(state.decisions.count + 1),
                action: draft.action,
                subject: draft.subject?.description,
                actor: draft.actor,
                at: draft.at,
                reason: draft.reason,
                expires: draft.expires,
                asOf: draft.asOf
            )
            state.decisions.append(decision)
            return decision
        }
    }

    /// Oldest first.
    public func decisions() async throws -> [Decision] {
        try use { $0.decisions }
    }

    /// Records all.
    public func record(_ downloads: [Download]) async throws {
        try use { $0.downloads += downloads }
    }

    /// Calls back before it returns.
    public func record(_ download: Download, completion: @escaping @Sendable (Result<Void, any Error>) -> Void) {
        completion(Result { try use { $0.downloads.append(download) } })
    }

    /// Newest first.
    public func downloads(of subject: PackageURL, limit: Int) async throws -> [Download] {
        try use { state in
            let matching = state.downloads.reversed().filter { download in
                let artifact = download.artifact
                return artifact.release.package == subject.package
                    && (subject.version == nil || subject.version == artifact.release.version)
                    && (subject.filename == nil || subject.filename == artifact.filename)
            }
            return Array(matching.prefix(max(0, limit)))
        }
    }
}
