public import SallyportEcosystem
public import SallyportModel

/// The gate's answer to a request for an artifact.
public enum Admission: Sendable {
    /// The bytes may be served; the lease says for how long without asking again.
    case cleared(Clearance, Lease)
    /// They may not.
    case refused(Refusal)
}

/// The gate's answer to a request for an index: what may be rendered, and until when.
public struct IndexTicket: Sendable {
    /// The package.
    public let package: Package
    /// Changes whenever a client could see a difference: the key of rendered forms.
    public let generation: UInt64
    /// For how long the rendered form may be served without asking again.
    public let lease: Lease
    /// Since when the upstream has not confirmed the index, when it should have.
    public let staleSince: Instant?

    let shelved: ShelvedIndex

    /// Whether it is an index of many packages, which changes with every one of them.
    public var isListing: Bool { shelved.index is any PackageListing }

    /// Whether a form of a listing is at hand, and takes no more than a copy.
    public func isAtHand(_ form: IndexForm) -> Bool {
        (shelved.index as? any PackageListing)?.isAtHand(form) ?? false
    }
}

/// A failure without a verdict, thrown by the gate's requests.
public struct GateFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What failed.
    public let failure: Failure

    /// Makes an error.
    public init(_ failure: Failure) {
        self.failure = failure
    }

    /// The sentence for the terminal.
    public var description: String { failure.sentence }
}
