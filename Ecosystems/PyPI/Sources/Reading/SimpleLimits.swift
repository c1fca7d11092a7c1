/// How much a simple page may hold. Every limit is inclusive.
struct SimpleLimits: Sendable, Equatable {
    /// Bytes of the document, decoded. The largest pages of public indexes have a few MiB.
    var bytesMax = 64 << 20
    /// Files on one page; more, and the page is refused.
    var filesMax = 100_000
    /// Bytes of one URL.
    var urlBytesMax = 4_096
    /// Bytes of one text: a yank reason, a Python requirement. A longer reason is cut, a longer requirement drops the file.
    var textBytesMax = 4_096
    /// Sentences about what was left out; what goes beyond is counted in one more.
    var omissionsMax = 100
    /// Attributes of one HTML tag.
    var attributesMax = 64
    /// Locations of PEP 708, of each kind.
    var locationsMax = 64

    static let standard = SimpleLimits()
}
