public import SallyportEcosystem
public import SallyportModel

/// A document of an ecosystem, and how its clients ask for it: what the conformance suite needs to know beside the
/// ecosystem itself.
public struct EcosystemSample: Sendable {
    /// The package.
    public let package: Package
    /// Its index as an upstream sends it; every digest in it is wanted in what is rendered.
    public let document: IndexDocument
    /// Requests for the whole index, one for each form in which it is rendered.
    public let indexRequests: [ClientRequest]
    /// Other spellings of the same package's index path, which are understood or redirected.
    public let spellings: [String]
    /// The path below the mount under which a client asks for an artifact.
    public let artifactPath: @Sendable (Artifact) -> String
    /// Whether an answer offers an artifact to a resolver that was not told to take just that one.
    public let offers: @Sendable (Answer, IndexedArtifact) -> Bool
    /// The digests of an artifact, as they stand in an answer.
    public let digestTexts: @Sendable (IndexedArtifact) -> [String]

    /// Makes a sample.
    public init(
        package: Package,
        document: IndexDocument,
        indexRequests: [ClientRequest],
        spellings: [String] = [],
        artifactPath: @escaping @Sendable (Artifact) -> String,
        offers: @escaping @Sendable (Answer, IndexedArtifact) -> Bool,
        digestTexts: @escaping @Sendable (IndexedArtifact) -> [String]
    ) {
        self.package = package
        self.document = document
        self.indexRequests = indexRequests
        self.spellings = spellings
        self.artifactPath = artifactPath
        self.offers = offers
        self.digestTexts = digestTexts
    }
}
