/// Where the parts of a packument stand in its bytes: all that rendering needs to know.
struct PackumentLayout: Sendable {
    /// A member of an object. Between `lead` and `start` stand white space and, for all but the first, a comma.
    struct Member: Sendable {
        /// Behind the member before it, or behind the `{`.
        let lead: Int
        /// At the name's opening quote.
        let start: Int
        /// At the value's first byte.
        let value: Int
        /// Behind the value.
        let end: Int
    }

    /// What becomes of a top-level member.
    enum Role: Sendable, Equatable {
        case copied
        case versions
        case time
        case distTags
        /// Never rendered: it may name what is withheld.
        case dropped
    }

    /// A part of a manifest that the abbreviated form takes over.
    struct Field: Sendable {
        let start: UInt32
        let end: UInt32
        /// Whether the tarball's URL stands in it.
        let isDist: Bool
    }

    /// One member of `versions`.
    struct Version: Sendable {
        let member: Member
        /// The position among the index's artifacts; nil when the version was left out.
        var position: Int?
        /// The value of `dist.tarball`, with its quotes.
        let tarball: Range<Int>
        /// The part of `fields` that is this version's.
        let fields: Range<Int>
        let hasInstallScript: Bool
    }

    /// One member of `time`.
    struct Time: Sendable {
        let member: Member
        /// The version it speaks of; nil for `created`, `modified` and versions that no longer exist.
        let version: Int?
    }

    /// One member of `dist-tags`.
    struct Tag: Sendable {
        let name: String
        /// What the publisher points at, as it is written.
        let target: String
        let start: Int
    }

    var members: [(member: Member, role: Role)] = []
    var versions: [Version] = []
    var fields: [Field] = []
    var times: [Time] = []
    var tags: [Tag] = []
    /// The value of `time.modified`, with its quotes.
    var modified: Range<Int>?

    /// Bytes of memory that this takes, about.
    var byteCount: Int {
        members.count * 48 + versions.count * 96 + fields.count * 12 + times.count * 48 + tags.count * 96
    }
}
