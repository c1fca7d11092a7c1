/// How much of a package is read and how much of what is found is kept.
///
/// Every limit is inclusive. Exhausting one that leaves code unread is itself a fact, so that policy can hold on it.
public struct AnalysisLimits: Sendable, Equatable {
    /// Bytes of one file that are kept in memory and read as code; a larger one is hashed and typed only. 32 MiB.
    public var fileBytesMax: Int = 32 << 20
    /// Bytes of one manifest (`package.json`, `METADATA`, `binding.gyp` and their like). 4 MiB.
    public var manifestBytesMax: Int = 4 << 20
    /// Tokens of one file. 8 million: about what `fileBytesMax` holds.
    public var tokensMax: Int = 8 << 20
    /// Findings of one code that are kept for one file, the heaviest first. 4.
    public var findingsPerCodeMax: Int = 4
    /// References from one file to others that are followed. 2,048.
    public var referencesMax: Int = 8_192
    /// Texts of code in the strings of one file, and in the strings of those, that are read. 256.
    public var inlineCodeMax: Int = 256
    /// Files that one hook or one entry point may lead to. 4,096.
    public var reachableFilesMax: Int = 4096
    /// References that are resolved on behalf of all hooks together, and again of all entry points. 262,144.
    public var referencesFollowedMax: Int = 262_144
    /// Paths that are compared with patterns (`sh ./tools/*`) on behalf of the same. 4 million.
    public var patternComparisonsMax: Int = 4 << 20
    /// Findings of one package that are kept before only the heaviest of each further file are. 65,536.
    public var findingsMax: Int = 65_536
    /// References of one package that are kept; files beyond count as unread. 1 million.
    public var referencesTotalMax: Int = 1_000_000
    /// Bytes of the names of these references. 64 MiB.
    public var referenceBytesTotalMax: Int = 64 << 20
    /// Passes over the archive for files that only turned out to be code because something runs them. 4.
    public var passesMax: Int = 4
    /// Commands inside commands inside scripts that are unfolded for one hook. 64.
    public var nestedCommandsMax: Int = 64
    /// Bytes of all command lines that the code of one file starts, with those that it starts again. 16 MiB.
    public var commandBytesMax: Int = 16 << 20
    /// Files that links of folders give another name. 4,096.
    public var linkedFilesMax: Int = 4096
    /// How long an organisation's rules may look at the files of one artifact, together. One minute.
    public var ownRulesTimeMax = Duration.seconds(60)
    /// Facts of one code in one report. 64.
    public var factsPerCodeMax: Int = 64
    /// Facts of one report. 1,024.
    public var factsMax: Int = 1024
    /// Hooks of one report. 64.
    public var hooksMax: Int = 64
    /// Dependencies of one report. 4,096.
    public var dependenciesMax: Int = 4096

    /// The defaults.
    public init() {}

    /// The defaults, for packages from a public registry.
    public static let standard = AnalysisLimits()
}
