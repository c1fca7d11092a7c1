public import SallyportModel

/// What an operator may want to know; the server logs and counts it.
public enum GateEvent: Sendable {
    /// An artifact was read and judged.
    case judged(Judgement)
    /// What an earlier engine let an artifact pass with was read again, and it is not admitted any more.
    case withdrawn(Judgement)
    /// What an earlier engine read could not be looked up; it is looked up again.
    case rereadingFailed(String)
    /// A judging ended without a judgement.
    case judgingFailed(Artifact, String)
    /// Stored bytes were not what they must be; they are fetched and judged again.
    case blobDamaged(Artifact, String)
    /// An index is served from what was kept because the upstream gave none.
    case indexStale(Package, String)
    /// An upstream index held things that were left out.
    case indexOmissions(Package, [String])
    /// What is kept of some packages could not be read for the listing of their ecosystem; it is tried again.
    case lookFailed(Ecosystem, String)
    /// A person decided.
    case decided(Decision)
    /// Something was not written that may be lost without harm.
    case notKept(String)
}
