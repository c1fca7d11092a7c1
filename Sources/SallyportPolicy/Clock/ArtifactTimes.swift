public import SallyportModel

/// The clocks of one artifact; in npm, where one time is published for all files, those of a release.
public struct ArtifactTimes: Sendable, Hashable {
    /// When it was published, as the registry states; absent when that is missing or can't be read.
    public let publishedAt: Instant?
    /// When we first saw it in the index.
    public let firstSeen: Instant
    /// The last time that we looked at that index before it appeared; absent when it was there on the first look.
    ///
    /// A look that was answered with "no such package" counts: what appears after it is new to us.
    public let previousLook: Instant?

    /// The publish time that the registry stated first; absent when it never stated one.
    public let firstStated: Instant?

    /// Makes the clocks of an artifact.
    public init(publishedAt: Instant?, firstSeen: Instant, previousLook: Instant?, firstStated: Instant? = nil) {
        self.publishedAt = publishedAt
        self.firstSeen = firstSeen
        self.previousLook = previousLook
        self.firstStated = firstStated
    }

    /// The publish time as far as it is believed: one that was moved back counts as it was stated first, but no later than we
    /// saw the artifact. `nil` when none is stated.
    public var believedAt: Instant? {
        publishedAt.map { published in earliest.map { max(published, $0) } ?? published }
    }

    /// Before this the artifact was not published, whatever is stated now.
    var earliest: Instant? { firstStated.map { min($0, firstSeen) } }
}

/// How a release without an admitted predecessor is to be read.
public enum ReleaseStanding: String, Sendable, Hashable, Codable {
    /// A file on somebody's disk, outside of any index: without a predecessor it is a newcomer like a young one.
    case offline
    /// Younger than the baseline: without a predecessor it is a newcomer.
    case young
    /// Older than the baseline: without a predecessor it is judged by what is bad in itself.
    case established
}
