/// Bounds on what strangers can make the gate keep or do.
public struct GateLimits: Sendable, Equatable {
    /// How long an index is taken as current without asking the upstream again, in seconds.
    public var indexFreshSeconds: Int64 = 10
    /// How long after a look is noted the next one is, when the upstream confirms an index as it stands, in seconds.
    public var lookNoteSeconds: Int64 = 60
    /// How long a stale index is served before the upstream is asked again, in seconds.
    public var staleRetrySeconds: Int64 = 5
    /// Bytes of parsed indexes kept in memory.
    public var shelfBytesMax = 96 * 1_024 * 1_024
    /// The largest artifact that is fetched, in bytes.
    public var artifactBytesMax = 1_024 * 1_024 * 1_024
    /// Artifacts judged at once.
    public var judgingMax = 8
    /// Artifacts judged at once of those that nobody has asked for yet.
    public var judgingAheadMax = 1
    /// Artifacts that may wait to be judged; beyond, a client hears 503.
    public var waitingMax = 10_000
    /// Artifacts that may wait to be judged ahead of demand; beyond, they are forgotten.
    public var waitingAheadMax = 500
    /// Artifacts judged ahead of demand for one served index; the next ones take their turn when these are judged.
    public var aheadPerIndexMax = 12
    /// Artifacts that the first answer with an index waits for.
    public var awaitedPerIndexMax = 6
    /// How long an index waits for them, however many a bad newest version uncovers.
    public var awaitedFor = Duration.seconds(3)
    /// How long the upstream is waited for before a kept index is served in its place.
    public var upstreamAwaitedFor = Duration.milliseconds(2_500)
    /// What a client is told to wait, in seconds, before it asks again for an artifact that is still being inspected.
    public var inspectionRetrySeconds = 30
    /// How long after a failed judging an index does not wait for the same artifact again, in seconds.
    public var failureRestSeconds: Int64 = 60
    /// How long a file is withheld, in seconds, whose bytes are not those that the index promises; twice as long each time
    /// that they still are not, up to ``promiseRestSecondsMax``.
    public var promiseRestSeconds: Int64 = 120
    /// The longest such time, in seconds.
    public var promiseRestSecondsMax: Int64 = 21_600
    /// How long the upstream must go on to say that it knows a package no more, in seconds, before what is kept of it goes.
    public var absenceDoubtSeconds: Int64 = 60
    /// How long an unknown package is not asked for again, in seconds.
    public var absenceRestSeconds: Int64 = 10
    /// Withheld releases that one answer announces.
    public var announcedMax = 20
    /// The largest artifact that is judged ahead of demand, in bytes, where the index tells its size.
    public var aheadBytesMax = 64 * 1_024 * 1_024
    /// The wait between two artifacts that are read again because another engine read them.
    public var rereadingPause = Duration.milliseconds(250)
    /// The wait before they are looked up again when the record could not be read.
    public var rereadingRetryPause = Duration.seconds(60)
    /// How many of them are looked up at once.
    public var rereadingPageMax = 64
    /// New dependencies of one release whose age is asked for.
    public var dependenciesAskedMax = 8
    /// How long a judging waits for their indexes.
    public var dependenciesAwaitedFor = Duration.seconds(2)
    /// Packages of the same scope that are looked at for what appeared at the same time.
    public var neighboursMax = 256
    /// Names of one ecosystem, of packages that were admitted here, that new names are held against.
    public var knownNamesMax = 20_000
    /// How long a listing waits until all that is kept of its packages was looked at.
    public var recallAwaitedFor = Duration.seconds(5)
    /// Packages whose indexes left the memory that a listing goes on to be right about.
    public var departedMax = 100_000
    /// How long a second document of an index rests after it was asked for, in seconds; twice as long each time it did not
    /// tell what was wanting, up to ``supplementRestSecondsMax``.
    public var supplementRestSeconds: Int64 = 60
    /// The longest such rest, in seconds.
    public var supplementRestSecondsMax: Int64 = 3_600
    /// Indexes that are fetched at once.
    public var fetchingIndexesMax = 32

    /// The bounds of a server for one company on a small machine.
    public init() {}
}
