/// What a person decided; appended, never changed, reversed only by a newer one.
public struct Decision: Hashable, Sendable, Codable {
    /// The kinds of decision.
    public enum Action: String, Hashable, Sendable, Codable {
        /// Serve it whatever the policy says.
        case admit
        /// Refuse it whatever the policy says.
        case deny
        /// Take back earlier decisions: the policy judges again.
        case reopen
        /// Hide every release that appeared after ``Decision/asOf``, in all ecosystems.
        case freeze
        /// End the freeze.
        case thaw
    }

    /// The position in the record; larger is newer.
    public let sequence: Int64
    /// What was decided.
    public let action: Action
    /// What it is about: a package URL with or without a version; absent for `freeze` and `thaw`.
    public let subject: String?
    /// Who decided: the name bound to the token.
    public let actor: String
    /// When.
    public let at: Instant
    /// Why, in the person's words.
    public let reason: String
    /// When an admission ends by itself.
    public let expires: Instant?
    /// For a freeze: the last instant whose releases stay visible.
    public let asOf: Instant?

    /// Makes a decision.
    public init(
        sequence: Int64,
        action: Action,
        subject: String?,
        actor: String,
        at: Instant,
        reason: String,
        expires: Instant? = nil,
        asOf: Instant? = nil
    ) {
        self.sequence = sequence
        self.action = action
        self.subject = subject
        self.actor = actor
        self.at = at
        self.reason = reason
        self.expires = expires
        self.asOf = asOf
    }
}
