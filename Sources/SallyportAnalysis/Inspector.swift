public import SallyportModel

/// Reads artifacts: bytes in, a report out.
public struct Inspector: Sendable {
    /// Changes whenever the same bytes could give another report, so that what is held is read again.
    public static let engineVersion = "12"

    /// The name of this engine with its rules: the ``engineVersion``, and behind a plus the fingerprint of an
    /// organisation's rules. Reports and judgements state it, and what another one made is read again.
    public let engine: String

    let hashing: any ContentHashing
    let store: (any FindingsStore)?
    let rules: (any ContentRules)?
    let limits: AnalysisLimits

    /// Makes an inspector.
    ///
    /// - Parameters:
    ///   - hashing: the digests of files.
    ///   - rules: an organisation's own rules about the bytes of files.
    ///   - findings: where findings are kept by digest; without it every file is read.
    ///   - limits: how much is read and kept.
    public init(
        hashing: any ContentHashing,
        rules: (any ContentRules)? = nil,
        findings: (any FindingsStore)? = nil,
        limits: AnalysisLimits = .standard
    ) {
        self.hashing = hashing
        self.rules = rules
        engine = rules.map { "\(Self.engineVersion)+\($0.fingerprint)" } ?? Self.engineVersion
        store = findings
        self.limits = limits
    }

    /// Reads one artifact whole.
    ///
    /// Never throws: what can't be read becomes a fact (`archive.unreadable`, `file.unreadable`) on which policy
    /// holds. The same bytes, artifact and engine give the same report.
    public func inspect(_ bytes: Span<UInt8>, artifact: InspectedArtifact) -> Report {
        let reader = CodeReader(hashing: hashing, store: store, rules: rules, engine: engine, limits: limits)
        var inspection = Inspection(artifact, reader: reader, limits: limits)
        return inspection.run(bytes)
    }
}
