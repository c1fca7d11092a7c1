/// How much JSON is read, and which of the disputed forms are let through.
public struct JSONLimits: Sendable, Equatable {
    /// The longest text, in bytes. Never more than 4 GiB - 1, whatever is set.
    public var bytesMax: Int
    /// How many arrays and objects may stand in each other.
    public var depthMax: Int
    /// How many members the objects that are open at one time may have together; bounds the memory for the duplicate check.
    public var membersMax: Int
    /// Lets an object have two members of one name (`JSON.parse` takes the last). Off, such a text is refused.
    public var allowsDuplicateKeys: Bool
    /// Skips one UTF-8 byte order mark before the value, as npm does when it reads a package.json.
    public var allowsByteOrderMark: Bool

    /// Limits for a registry's documents: 128 MiB, 128 deep, 262,144 open members, nothing disputed.
    public init(
        bytesMax: Int = 128 << 20,
        depthMax: Int = 128,
        membersMax: Int = 262_144,
        allowsDuplicateKeys: Bool = false,
        allowsByteOrderMark: Bool = false
    ) {
        self.bytesMax = bytesMax
        self.depthMax = depthMax
        self.membersMax = membersMax
        self.allowsDuplicateKeys = allowsDuplicateKeys
        self.allowsByteOrderMark = allowsByteOrderMark
    }

    /// A registry's document.
    public static let document = JSONLimits()

    /// A manifest inside an archive (package.json): at most 4 MiB; duplicates are kept for the caller to judge,
    /// and a byte order mark is skipped, because npm installs such a package.
    public static let manifest = JSONLimits(
        bytesMax: 4 << 20,
        allowsDuplicateKeys: true,
        allowsByteOrderMark: true
    )
}
