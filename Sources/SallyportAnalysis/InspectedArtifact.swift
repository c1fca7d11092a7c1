public import SallyportModel

/// What is known of an artifact before its bytes are read.
public struct InspectedArtifact: Sendable, Hashable {
    /// The ecosystem that it was asked for in; absent when a person inspects a file by hand.
    public let ecosystem: Ecosystem?
    /// The file's name, without folders: `left-pad-1.3.0.tgz`, `six-1.17.0-py2.py3-none-any.whl`.
    public let filename: String
    /// What the registry claims it to be; its manifest must say the same.
    public let expected: Manifest?
    /// What the index says of its installation; its manifest must say the same, and what it would run is read.
    public let stated: IndexStatement?

    /// Describes an artifact.
    public init(
        ecosystem: Ecosystem?,
        filename: String,
        expected: Manifest? = nil,
        stated: IndexStatement? = nil
    ) {
        self.ecosystem = ecosystem
        self.filename = filename
        self.expected = expected
        self.stated = stated
    }
}
