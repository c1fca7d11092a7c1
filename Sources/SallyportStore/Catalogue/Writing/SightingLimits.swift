/// How many first sightings are kept: whoever may publish upstream and ask here makes as many as he likes.
public struct SightingLimits: Hashable, Sendable {
    /// Of all packages together; a row takes some 150 bytes.
    public var allMax: Int
    /// Of one package, before those go that its index does not name any more.
    public var ofOnePackageMax: Int

    /// Makes limits.
    public init(allMax: Int = 4_000_000, ofOnePackageMax: Int = 200_000) {
        self.allMax = allMax
        self.ofOnePackageMax = ofOnePackageMax
    }
}
