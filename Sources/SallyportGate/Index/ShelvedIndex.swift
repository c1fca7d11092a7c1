import SallyportEcosystem
import SallyportModel

/// An index in memory together with all that is known of its artifacts.
struct ShelvedIndex: Sendable {
    /// The upstream's document and when it was confirmed.
    var kept: KeptIndex
    /// The document, read.
    private(set) var index: any PackageIndex
    /// First sightings, parallel to the index's artifacts.
    let sightings: [Sighting]
    /// When the last look was that the catalogue knows of, as far as is known here.
    private(set) var lookNotedAt: Instant
    /// Judgements by file name.
    var judgements: [String: Judgement]
    /// Files whose bytes were not those that the index promises, by name.
    private(set) var broken: [String: BrokenPromise] = [:]
    /// Until when the upstream need not be asked again.
    var freshUntil: Instant
    /// Why the index is served although the upstream did not confirm it.
    var staleReason: String?

    /// The standing of each artifact, and when time could change one of them.
    private(set) var standings: [ArtifactStanding] = []
    private(set) var changesAt: Instant?
    /// Digests of the companions of visible artifacts, by position.
    private(set) var companions: [Int: Digest] = [:]
    /// Visible artifacts that turned out to have none, though the index promises one.
    private(set) var lackingCompanions: Set<Int> = []
    /// Changes whenever a client could see a difference.
    private(set) var generation: UInt64 = 0
    /// Which form of a listing this is: another one each time that it is put on the shelf or shown.
    fileprivate(set) var edition: UInt64 = 0
    /// Held by what was rendered from this generation.
    private(set) var indexLease = Lease(expiresAt: nil)
    /// Held by artifacts admitted under this generation.
    private(set) var artifactLease = Lease(expiresAt: nil)

    private let positions: [String: Int]

    /// How long files are served without a look at the index that they stand in, in seconds.
    static let unaskedSecondsMax: Int64 = 300

    init(kept: KeptIndex, index: any PackageIndex, sightings: [Sighting], judgements: [Judgement], freshUntil: Instant)
    {
        self.kept = kept
        self.index = index
        self.sightings = sightings
        self.judgements = Dictionary(judgements.map { ($0.artifact.filename, $0) }) { _, newer in newer }
        self.freshUntil = freshUntil
        lookNotedAt = kept.confirmedAt
        positions = Dictionary(
            index.artifacts.enumerated().map { ($1.artifact.filename, $0) }
        ) { first, _ in first }
    }

    private func visibleCompanions(under standings: [ArtifactStanding]) -> [Int: Digest] {
        guard judgements.values.contains(where: { $0.companion != nil }) else { return [:] }
        var companions: [Int: Digest] = [:]
        for position in standings.indices where standings[position].verdict.outcome == .admit {
            guard !standings[position].needsInspection,
                let companion = judgements[index.artifacts[position].artifact.filename]?.companion
            else { continue }
            companions[position] = companion.digest
        }
        return companions
    }

    private func lackingCompanions(under standings: [ArtifactStanding]) -> Set<Int> {
        Set(
            standings.indices.filter { position in
                let entry = index.artifacts[position]
                guard entry.companionDigest != nil, !standings[position].needsInspection,
                    standings[position].verdict.outcome == .admit, let judgement = judgements[entry.artifact.filename]
                else { return false }
                return judgement.companion == nil
            }
        )
    }

    /// Where a file stands in the index.
    func position(of filename: String) -> Int? { positions[filename] }

    /// Whether standings are still right at `now`.
    func isSettled(at now: Instant) -> Bool {
        generation != 0 && (changesAt.map { now < $0 } ?? true)
    }

    /// Gives artifacts a new lease where the one before ran out: their standings are still right.
    mutating func renewArtifactLease(at now: Instant) -> Bool {
        guard !artifactLease.isValid(at: now) else { return false }
        artifactLease.revoke()
        artifactLease = newArtifactLease(at: now)
        return true
    }

    /// Files are asked for without the index: they must not outlive for long what the upstream takes back.
    private func newArtifactLease(at now: Instant) -> Lease {
        let asked = now.adding(seconds: Self.unaskedSecondsMax)
        return Lease(expiresAt: min(changesAt ?? asked, asked))
    }

    /// Makes standings anew; takes back what was promised under others, and counts a new generation if they differ.
    mutating func settle(under rules: StandingRules, generation next: () -> UInt64) {
        let artifacts = index.artifacts
        let renewed = artifacts.indices.map { position in
            rules.standing(
                of: artifacts[position],
                sighting: sightings[position],
                judgement: judgements[artifacts[position].artifact.filename],
                broken: broken[artifacts[position].artifact.filename]
            )
        }
        let named = visibleCompanions(under: renewed)
        let lacking = lackingCompanions(under: renewed)
        let isSame =
            generation != 0 && companions == named && lackingCompanions == lacking
            && renewed.elementsEqual(standings) { $0.verdict == $1.verdict }
        standings = renewed
        companions = named
        lackingCompanions = lacking
        changesAt = renewed.compactMap(\.changesAt).min()
        if !isSame { generation = next() }
        revoke()
        artifactLease = newArtifactLease(at: rules.now)
        indexLease = Lease(expiresAt: [changesAt, freshUntil].compactMap { $0 }.min())
    }

    /// Extends the index's lease after the upstream confirmed it.
    mutating func confirm(at now: Instant, isNoted: Bool, freshUntil: Instant) {
        if isNoted { lookNotedAt = now }
        kept = KeptIndex(document: kept.document, confirmedAt: now)
        self.freshUntil = freshUntil
        staleReason = nil
        indexLease.revoke()
        indexLease = Lease(expiresAt: [changesAt, freshUntil].compactMap { $0 }.min())
    }

    /// Whether it is one of many packages.
    var isListing: Bool { index is any PackageListing }

    /// Whether it is a listing that lists a package.
    func lists(_ package: Package) -> Bool { isListing && package.ecosystem == index.package.ecosystem }

    /// Goes on with what an earlier form of this listing said, and answers whether it could; nothing for any other index.
    mutating func continueListing(of earlier: ShelvedIndex) -> Bool {
        guard let listing = index as? any PackageListing, let before = earlier.index as? any PackageListing else {
            return true
        }
        guard let next = listing.continuing(before) else { return false }
        index = next
        return true
    }

    /// Notes that it is another form of a listing.
    mutating func begin(edition: UInt64) { self.edition = edition }

    /// Puts another form of a listing in its place; one that clients see otherwise is a generation of its own.
    mutating func show(_ listing: any PackageListing, generation: UInt64?) {
        index = listing
        guard let generation else { return }
        self.generation = generation
        indexLease.revoke()
        indexLease = Lease(expiresAt: freshUntil)
    }

    /// What a listing needs to know of this package.
    var listed: ListedPackage {
        ListedPackage(index: index, generation: generation) { view(mountURL: "", namesRestrictions: false) }
    }

    /// Takes over judgements that are newer than those here, or of files that have none here.
    mutating func keepNewer(_ others: [String: Judgement]) {
        judgements.merge(others) { $1.judgedAt > $0.judgedAt ? $1 : $0 }
    }

    /// Takes over what was found of files that this index still promises the same of.
    mutating func keepBroken(_ others: [String: BrokenPromise]) {
        broken = others.filter { name, promise in
            positions[name].map { promise.isAbout(index.artifacts[$0]) } ?? false
        }
    }

    /// Notes that a file's bytes are not what this index promises.
    mutating func note(
        _ difference: BrokenPromise.Difference,
        of entry: IndexedArtifact,
        at now: Instant,
        _ limits: GateLimits
    ) {
        let name = entry.artifact.filename
        guard positions[name] != nil else { return }
        broken[name] = BrokenPromise(difference, of: entry, at: now, after: broken[name], limits: limits)
    }

    /// Forgets what was found of a release's files, or of all: they are asked for again at once.
    mutating func forgetBroken(version: String?) {
        broken = broken.filter { name, _ in
            guard let version, let position = positions[name] else { return false }
            return index.artifacts[position].artifact.release.version != version
        }
    }

    /// Takes every promise back.
    func revoke() {
        indexLease.revoke()
        artifactLease.revoke()
    }

    /// What a client may see.
    func view(mountURL: String, namesRestrictions: Bool) -> IndexView {
        let visible = standings.indices.map { position -> Standing in
            standings[position].verdict.outcome == .admit ? .visible : .withheld(refusal(at: position).line)
        }
        return IndexView(
            mountURL: mountURL,
            standings: visible,
            companions: companions,
            lackingCompanions: lackingCompanions,
            namesRestrictions: namesRestrictions
        )
    }

    /// The refusal of the artifact at a position.
    func refusal(at position: Int) -> Refusal {
        let artifact = index.artifacts[position].artifact
        return Refusal(release: artifact.release, filename: artifact.filename, verdict: standings[position].verdict)
    }

    /// Bytes in memory, about: the document is held by the parsed index.
    var byteCount: Int { index.byteCount + sightings.count * 32 + judgements.count * 600 }
}
