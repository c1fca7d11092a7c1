import SallyportEcosystem
public import SallyportModel

/// All that explains the standing of one artifact.
public struct Explanation: Sendable, Codable, Hashable {
    /// The file.
    public let filename: String
    /// Its full verdict now: content, clocks and decisions together.
    public let verdict: Verdict
    /// Whether it has been read; until then the verdict is by clocks and decisions alone.
    public let isInspected: Bool
    /// When it was judged.
    public let judgedAt: Instant?
    /// The SHA-256 of the bytes that were judged.
    public let digest: Digest?
    /// The release that it was compared with.
    public let predecessor: String?
    /// Publish time as the registry states it.
    public let publishedAt: Instant?
    /// When it was first seen here.
    public let firstSeen: Instant
    /// All facts of its report.
    public let facts: [Fact]
}

extension Gate {
    /// Explains a release: one entry for each of its files. Reads the index, judges nothing. Throws ``GateFailure``.
    public func explain(_ release: Release) async throws -> [Explanation] {
        let shelved = try await freshIndex(of: release.package)
        let positions = shelved.index.artifacts.indices.filter {
            shelved.index.artifacts[$0].artifact.release == release
        }
        guard !positions.isEmpty else {
            throw GateFailure(.notFound("The index of \(release.package.name) has no version \(release.version)."))
        }
        var explanations: [Explanation] = []
        for position in positions { explanations.append(try await explanation(at: position, of: shelved)) }
        return explanations
    }

    private func explanation(at position: Int, of shelved: ShelvedIndex) async throws -> Explanation {
        let entry = shelved.index.artifacts[position]
        let standing = shelved.standings[position]
        let judgement = standing.needsInspection ? nil : shelved.judgements[entry.artifact.filename]
        var report: Report?
        if let judgement { report = try await catalogue.report(of: judgement) }
        return Explanation(
            filename: entry.artifact.filename,
            verdict: standing.verdict,
            isInspected: judgement != nil,
            judgedAt: judgement?.judgedAt,
            digest: judgement?.digest,
            predecessor: judgement?.predecessor?.release.description,
            publishedAt: entry.publishedAt,
            firstSeen: shelved.sightings[position].firstSeen,
            facts: report?.facts ?? []
        )
    }

    /// What waits for a person, newest first: refused by content, and neither admitted nor denied since.
    public func queue(limit: Int) async throws -> [Judgement] {
        let rules = rules
        func isOpen(_ judgement: Judgement) -> Bool {
            switch rules.book.ruling(on: judgement.artifact.release, appearedAt: nil, now: rules.now) {
            case .none, .freeze: true
            case .admit, .deny: false
            }
        }
        // What was decided meanwhile takes no place from what waits: more is looked at until there is enough.
        var looked = limit
        while true {
            let found = try await catalogue.refusals(limit: looked)
            let open = found.filter(isOpen)
            guard open.count < limit, found.count == looked, looked > 0 else { return Array(open.prefix(limit)) }
            looked *= 2
        }
    }

    /// Returns when the record answers; throws what keeps it from that.
    public func checkRecord() async throws {
        _ = try await catalogue.pending(limit: 1)
    }

    /// Who got a release's bytes, newest first.
    public func downloads(of subject: PackageURL, limit: Int) async throws -> [Download] {
        try await catalogue.downloads(of: subject, limit: limit)
    }

    /// All decisions, oldest first.
    public func decisions() async throws -> [Decision] {
        try await catalogue.decisions()
    }
}
