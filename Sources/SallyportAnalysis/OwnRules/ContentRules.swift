/// Rules of an organisation that look at the bytes of every file, such as YARA's.
///
/// Calls are synchronous, come from the executor on which the inspection runs, and may come from several at once.
public protocol ContentRules: Sendable {
    /// Changes whenever the same bytes could match otherwise: part of the engine's name, so that new rules read again
    /// what the old ones read.
    var fingerprint: String { get }

    /// Looks at one file whole.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - time: what the files of one artifact may still take together, more than nothing; less what this one took
    ///     afterwards.
    func matches(in bytes: Span<UInt8>, within time: inout Duration) -> ContentMatches
}

/// What the rules of an organisation say of one file.
public struct ContentMatches: Sendable, Hashable {
    /// The rules that match, in the order of the rules.
    public var matches: [ContentMatch]
    /// How many rules match beyond these.
    public var more: Int
    /// Why the file was not looked at to its end; absent when it was.
    public var unfinished: String?

    /// Makes an answer.
    public init(matches: [ContentMatch] = [], more: Int = 0, unfinished: String? = nil) {
        self.matches = matches
        self.more = more
        self.unfinished = unfinished
    }
}

/// One rule that matches a file.
public struct ContentMatch: Sendable, Hashable {
    /// The rule's name.
    public let rule: String
    /// What the rule says of itself; empty when it says nothing.
    public let description: String
    /// Where in the file, in bytes; absent for a rule about the file as a whole.
    public let offset: Int?

    /// Makes a match.
    public init(rule: String, description: String, offset: Int?) {
        self.rule = rule
        self.description = description
        self.offset = offset
    }
}
