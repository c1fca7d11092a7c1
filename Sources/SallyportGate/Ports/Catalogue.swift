public import SallyportEcosystem
public import SallyportModel

/// What is known and must not be lost: sightings, judgements, decisions, downloads.
///
/// Every method that records returns only when what it recorded is durable. Writers are grouped: many callers at
/// once share one sync.
public protocol Catalogue: Sendable {
    /// Notes a look at an index: keeps the first sighting of each artifact that is new, and the time of the look. Other bytes
    /// under a known name are new too (``RecordedSighting/after(_:at:lastLook:)``); of a file named twice the first entry counts.
    ///
    /// Answers the sightings of all `entries`, in their order. A look from before the last one, as one at a kept index
    /// is, leaves the time of the last one as it is, and what was seen since.
    func look(at package: Package, entries: [IndexedArtifact], now: Instant) async throws -> [Sighting]

    /// Notes that a look found everything as it was. Of a package without a look, or whose sightings had to go, it says
    /// nothing: what is there would count as having appeared after it.
    func confirmLook(at package: Package, now: Instant) async throws

    /// Keeps the newest index of a package; not a record, so it need not be durable at once.
    func keep(_ index: KeptIndex, of package: Package) async throws

    /// Notes that the upstream confirmed the kept index as it stands; like ``keep(_:of:)`` no record.
    func confirmIndex(of package: Package, at now: Instant) async throws

    /// Keeps no index of a package any more: the upstream has taken it back.
    func dropIndex(of package: Package) async throws

    /// The index kept last.
    func index(of package: Package) async throws -> KeptIndex?

    /// Names of an ecosystem's packages whose index is kept, those that were confirmed last first.
    func keptNames(of ecosystem: Ecosystem, limit: Int) async throws -> [String]

    /// All judgements of a package's artifacts, the newest for each.
    func judgements(of package: Package) async throws -> [Judgement]

    /// Records a judgement with its report, and ends the pending note of its artifact.
    func record(_ judgement: Judgement, report: Report) async throws

    /// The report that was recorded last for a judgement's artifact, bytes and engine. The same bytes under another name
    /// have one of their own: it also says what surrounds them.
    func report(of judgement: Judgement) async throws -> Report?

    /// Judgements whose outcome is not `admit`, newest first, for the review queue.
    func refusals(limit: Int) async throws -> [Judgement]

    /// Names of an ecosystem's packages of which the newest judgement of some artifact admits it, and not as a young one's;
    /// those first that became known first.
    func admittedNames(of ecosystem: Ecosystem, limit: Int) async throws -> [String]

    /// Artifacts whose newest judgement was made by another engine than `engine`, in a fixed order, from behind `position`
    /// on: 0 begins, the last one's position goes on.
    func outdated(besides engine: String, after position: Int64, limit: Int) async throws -> [OutdatedArtifact]

    /// Notes that an artifact is being judged, so that a restart takes it up again.
    func notePending(_ artifact: Artifact) async throws

    /// What was being judged when the server stopped.
    func pending(limit: Int) async throws -> [Artifact]

    /// Drops the pending note of an artifact that ended without a judgement.
    func dropPending(_ artifact: Artifact) async throws

    /// Appends a decision and answers it with its sequence.
    func append(_ draft: DecisionDraft) async throws -> Decision

    /// All decisions, oldest first.
    func decisions() async throws -> [Decision]

    /// Records downloads, all or none.
    func record(_ downloads: [Download]) async throws

    /// Who got a release's artifacts (or a package's, without version), newest first.
    func downloads(of subject: PackageURL, limit: Int) async throws -> [Download]
}
