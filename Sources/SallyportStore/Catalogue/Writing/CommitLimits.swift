/// How writers are grouped.
public struct CommitLimits: Hashable, Sendable {
    /// Writers that may wait; one more is refused.
    public var waitingMax: Int
    /// Writers in one transaction.
    public var groupMax: Int
    /// How long the first writer of a group waits for the ones that were in the group before, in microseconds.
    public var gatherMicroseconds: Int

    /// Makes limits.
    public init(waitingMax: Int = 16_384, groupMax: Int = 1_024, gatherMicroseconds: Int = 300) {
        self.waitingMax = waitingMax
        self.groupMax = groupMax
        self.gatherMicroseconds = gatherMicroseconds
    }
}
