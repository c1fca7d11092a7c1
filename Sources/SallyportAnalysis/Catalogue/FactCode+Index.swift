public import SallyportModel

/// The codes of the facts about what surrounds a release: its index, its neighbours, its name, what it asks for.
extension FactCode {
    /// Somebody published who had not published the package's earlier releases.
    public static let indexPublisherChanged = FactCode(rawValue: "index.publisher-changed")
    /// An account published where a workflow had published the releases before.
    public static let indexWorkflowLost = FactCode(rawValue: "index.workflow-lost")
    /// Somebody may publish who could not at the release before.
    public static let indexMaintainerAdded = FactCode(rawValue: "index.maintainer-added")
    /// No attestation says where it was built, or no signature who made it, and one said so of the releases before.
    public static let indexProvenanceLost = FactCode(rawValue: "index.provenance-lost")
    /// The attestation names another repository or workflow than those of the releases before.
    public static let indexProvenanceChanged = FactCode(rawValue: "index.provenance-changed")
    /// The first release of the package, or of its line, after more than a year.
    public static let indexDormant = FactCode(rawValue: "index.dormant")
    /// Several releases of one line within an hour, or many packages of one scope within minutes.
    public static let indexBurst = FactCode(rawValue: "index.burst")
    /// Several release lines got a release within an hour.
    public static let indexLinesBurst = FactCode(rawValue: "index.lines-burst")
    /// The version is far from all others, or leaves numbers out.
    public static let indexVersionJump = FactCode(rawValue: "index.version-jump")
    /// The package's name is close to one that is widely used, or to one of the owner's.
    public static let indexNameLookalike = FactCode(rawValue: "index.name-lookalike")
    /// A dependency whose first release appeared only days before.
    public static let indexNewDependencyYoung = FactCode(rawValue: "index.new-dependency-young")
    /// A dependency whose name is close to one that is widely used.
    public static let dependencyLookalike = FactCode(rawValue: "dependency.name-lookalike")
}
