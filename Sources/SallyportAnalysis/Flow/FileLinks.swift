import SallyportModel

/// What a source does with what others give it, and what it gives to others: enough to join values across files.
public struct FileLinks: Sendable, Hashable, Codable {
    /// A function that hands on what it is given.
    public struct Sink: Sendable, Hashable, Codable {
        /// The low bits of the hash of its name.
        public let function: UInt32
        /// Whether it runs what it is given; otherwise it sends it.
        public let evaluates: Bool
        /// Whether it sends to an address that is a constant.
        public let isFixed: Bool
        /// Where.
        public let step: FindingStep
    }

    /// A call of a function of another file with something worth following.
    public struct Gift: Sendable, Hashable, Codable {
        /// The low bits of the hash of the function's name.
        public let function: UInt32
        /// What is given, as bits of `Meaning`.
        public let values: UInt64
        /// Where it comes from and where it is given.
        public let steps: [FindingStep]
    }

    /// Functions that hand on, at most ``countMax``.
    public internal(set) var sinks: [Sink] = []
    /// Calls, at most ``countMax``.
    public internal(set) var gifts: [Gift] = []

    /// Sinks, and gifts, of one source that are kept.
    static let countMax = 32
    /// Lexemes of the largest source that is joined with others: a bundle holds what it needs.
    static let lexemesMax = 131_072

    /// Whether there is nothing to join.
    var isEmpty: Bool { sinks.isEmpty && gifts.isEmpty }
}
