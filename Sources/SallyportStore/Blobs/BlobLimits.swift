/// What the blob folder keeps in memory and how many threads it uses.
public struct BlobLimits: Hashable, Sendable {
    /// Threads for reading, writing and syncing: they wait for the disk most of the time.
    public var diskThreads: Int
    /// Threads for inspection: they compute all of the time.
    public var inspectionThreads: Int
    /// Bytes of an arriving artifact that are gathered before they are written.
    public var writeBytes: Int
    /// Blobs whose bytes are remembered as verified.
    public var verifiedMax: Int
    /// Blobs that are kept open.
    public var openMax: Int

    /// Makes limits; for `cores` processors unless told otherwise.
    public init(
        cores: Int,
        diskThreads: Int = 8,
        writeBytes: Int = 256 << 10,
        verifiedMax: Int = 65_536,
        openMax: Int = 128
    ) {
        self.diskThreads = diskThreads
        // One processor stays free for requests.
        self.inspectionThreads = max(1, cores - 1)
        self.writeBytes = writeBytes
        self.verifiedMax = verifiedMax
        self.openMax = openMax
    }
}
