/// How much of a packument is read. The largest that were measured have 3.3 MB, 940 versions and a few hundred tags;
/// the largest that are known have about 40 MB.
struct PackumentLimits: Sendable {
    /// Largest document, in bytes.
    var bytesMax = 128 << 20
    /// Most versions; above that the document is refused.
    var versionsMax = 20_000
    /// Most tags; above that the document is refused.
    var tagsMax = 10_000
    /// Longest tarball URL, in bytes; a version with a longer one is left out.
    var urlBytesMax = 2_048
    /// Most hashes in one integrity value; a version with more is left out.
    var hashesMax = 16
    /// Most sentences about what was left out; one more then counts the rest.
    var omissionsMax = 50
    /// Most artifacts that are proposed for judging ahead; the gate takes some of them at a time.
    var likelyMax = 32
    /// Most of those that are taken from tags.
    var likelyTagsMax = 24
    /// Most withheld versions that are named to a client.
    var newerWithheldMax = 50
    /// Most reasons in a restriction's message, a line each.
    var restrictionLinesMax = 8
}
