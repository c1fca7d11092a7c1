import SallyportEcosystem
import SallyportModel

/// One file of a simple page: what an index says of it, in our own words.
struct SimpleFile: Hashable, Sendable {
    let indexed: IndexedArtifact
    let distribution: Distribution
    /// The Python versions it is for, as a specifier; as published.
    let requiresPython: String?
    let yank: Yank
    /// The publish time as published, in one normal form; finer than an `Instant`.
    let uploadTime: String?
    /// Whether the upstream offers attestations (PEP 740) where our own path for them leads.
    let hasProvenance: Bool

    /// Whether the publisher took a file back (PEP 592).
    enum Yank: Hashable, Sendable {
        case no
        case yes
        case because(String)
    }

    var isWheel: Bool {
        if case .wheel = distribution.kind { true } else { false }
    }
}

/// What a page says of the whole project.
struct SimpleProject: Hashable, Sendable {
    /// The status marker (PEP 792); `nil` when the page carries none that we know.
    var status: Status?
    /// Why, in the maintainers' or administrators' words.
    var statusReason: String?
    /// The projects of other indexes that this one extends (PEP 708, rejected; passed on where it is still published).
    var tracks: [String] = []
    /// Where else this same project is published (PEP 708).
    var alternateLocations: [String] = []

    /// The markers of PEP 792.
    enum Status: String, Hashable, Sendable {
        case active, archived, quarantined, deprecated
    }
}
