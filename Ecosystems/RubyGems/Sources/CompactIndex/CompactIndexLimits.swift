/// Bounds on what an upstream can make us read.
struct CompactIndexLimits: Sendable {
    /// The largest page of one gem, in bytes; the largest of the public registry has some 600 kB.
    var pageBytesMax = 4 << 20
    /// The most lines of one page.
    var linesMax = 50_000
    /// The longest line, in bytes.
    var lineBytesMax = 64 << 10
    /// The largest document with a gem's times, in bytes.
    var timesBytesMax = 16 << 20
    /// Sentences about what was left out of one page.
    var omissionsMax = 50
    /// The largest `/versions`, in bytes; that of the public registry has 21 MB.
    var versionsBytesMax = 128 << 20
    /// The longest line of `/versions`, in bytes: one of the public registry's has some 30 kB.
    var versionLineBytesMax = 256 << 10
    /// The most gems that `/versions` names, a gem counted as often as it stands there.
    var versionLinesMax = 4_000_000

    /// What may be added to `/versions` before it is begun anew, in bytes, where an eighth of it is less.
    var additionsBytesMax = 256 << 10

    /// Values that serve the public registry.
    static let standard = CompactIndexLimits()
}
