public import SallyportEcosystem
public import SallyportModel

/// When an artifact was first seen in its index, with the bytes that it promises.
public struct Sighting: Hashable, Sendable, Codable {
    /// The time of the look that showed it first.
    public let firstSeen: Instant
    /// The look before that one; absent when there was none.
    public let previousLook: Instant?
    /// The publish time that the index stated first; absent as long as it states none. What it says later can't make the
    /// artifact older than that.
    public let firstStated: Instant?

    /// Makes a sighting.
    public init(firstSeen: Instant, previousLook: Instant?, firstStated: Instant? = nil) {
        self.firstSeen = firstSeen
        self.previousLook = previousLook
        self.firstStated = firstStated
    }
}

/// A sighting as it is recorded: with marks of the digests that the index published, by which other bytes under the same
/// name are told.
public struct RecordedSighting: Hashable, Sendable {
    /// When.
    public let sighting: Sighting
    /// What was promised of the bytes; absent in records of before it was kept.
    public let marks: DigestMarks?

    /// Makes a record.
    public init(_ sighting: Sighting, marks: DigestMarks?) {
        self.sighting = sighting
        self.marks = marks
    }

    /// The first sighting of an entry, by a look at `now`; `lastLook` is the look before.
    public init(of entry: IndexedArtifact, at now: Instant, lastLook: Instant?) {
        sighting = Sighting(firstSeen: now, previousLook: lastLook, firstStated: entry.publishedAt)
        marks = DigestMarks(entry.digests)
    }

    /// What is recorded after a look at `now` that shows the file as `entry`; the same where that says nothing new.
    ///
    /// Other bytes are another artifact, however old the name is: they are seen for the first time now. What was not stated
    /// before is added.
    public func after(_ entry: IndexedArtifact, at now: Instant, lastLook: Instant?) -> RecordedSighting {
        guard isOf(entry) else { return RecordedSighting(of: entry, at: now, lastLook: lastLook) }
        let stated = DigestMarks(entry.digests)
        let firstStated = sighting.firstStated ?? entry.publishedAt
        return RecordedSighting(
            Sighting(firstSeen: sighting.firstSeen, previousLook: sighting.previousLook, firstStated: firstStated),
            marks: marks?.joined(with: stated) ?? stated
        )
    }

    /// Whether an entry promises the bytes that were seen, as far as anybody said which.
    public func isOf(_ entry: IndexedArtifact) -> Bool {
        marks.map { $0.agree(with: DigestMarks(entry.digests)) } ?? true
    }
}

/// The first bytes of each published digest, enough to tell other bytes, in a quarter of the space.
public struct DigestMarks: Hashable, Sendable {
    /// For each digest, weaker algorithms first: one byte for the algorithm (1 SHA-1, 2 SHA-256, 3 SHA-384, 4 SHA-512), then
    /// its first ``digestBytes``.
    public let bytes: [UInt8]

    /// Bytes of each digest: too many for anybody to find others with the same ones.
    public static let digestBytes = 15

    private static var markBytes: Int { digestBytes + 1 }

    /// Makes the marks of published digests; of two with one algorithm the first counts.
    public init(_ digests: [Digest]) {
        var bytes: [UInt8] = []
        for algorithm in Digest.Algorithm.allCases {
            guard let digest = digests.first(where: { $0.algorithm == algorithm }) else { continue }
            bytes.append(Self.tag(of: algorithm))
            bytes += digest.bytes.prefix(Self.digestBytes)
        }
        self.bytes = bytes
    }

    /// Reads marks as ``bytes`` writes them; `nil` when they are none.
    public init?(bytes: [UInt8]) {
        guard bytes.count.isMultiple(of: Self.markBytes) else { return nil }
        self.bytes = bytes
    }

    /// Whether both may be of the same bytes: no algorithm in both says otherwise, and one is in both. Where nothing is
    /// published any more, nothing says otherwise; where nothing had been published, nothing was promised.
    public func agree(with others: DigestMarks) -> Bool {
        guard !others.bytes.isEmpty else { return true }
        var areShared = false
        for (tag, mark) in marks {
            guard let other = others.marks.first(where: { $0.tag == tag }) else { continue }
            guard other.mark == mark else { return false }
            areShared = true
        }
        return areShared
    }

    /// These, and of others what these have no mark of.
    func joined(with others: DigestMarks) -> DigestMarks {
        let known = marks
        let added = others.marks.filter { mark in !known.contains { $0.tag == mark.tag } }
        guard !added.isEmpty else { return self }
        let all = (known + added).sorted { $0.tag < $1.tag }
        return DigestMarks(joining: all.flatMap { [$0.tag] + $0.mark })
    }

    private init(joining bytes: [UInt8]) { self.bytes = bytes }

    private var marks: [(tag: UInt8, mark: ArraySlice<UInt8>)] {
        stride(from: 0, to: bytes.count, by: Self.markBytes).map { start in
            (bytes[start], bytes[(start + 1)..<(start + Self.markBytes)])
        }
    }

    private static func tag(of algorithm: Digest.Algorithm) -> UInt8 {
        switch algorithm {
        case .sha1: 1
        case .sha256: 2
        case .sha384: 3
        case .sha512: 4
        }
    }
}
