/// Bounds of what is only kept to save time.
public struct ExpendableLimits: Hashable, Sendable {
    /// Bytes of kept indexes; the ones that were confirmed longest ago are dropped first.
    public var indexBytesMax: Int
    /// Files whose findings are kept.
    public var findingsMax: Int
    /// Files whose findings are kept in memory.
    public var findingsInMemoryMax: Int
    /// Bytes of findings that are kept in memory, and as many again of those not yet written.
    public var findingsInMemoryBytesMax: Int

    /// Makes bounds.
    public init(
        indexBytesMax: Int = 1 << 30,
        findingsMax: Int = 250_000,
        findingsInMemoryMax: Int = 4_096,
        findingsInMemoryBytesMax: Int = 32 << 20
    ) {
        self.indexBytesMax = indexBytesMax
        self.findingsMax = findingsMax
        self.findingsInMemoryMax = findingsInMemoryMax
        self.findingsInMemoryBytesMax = findingsInMemoryBytesMax
    }
}
