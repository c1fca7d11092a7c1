public import SallyportEcosystem
public import SallyportModel

/// An upstream index as kept for the time when the upstream is away.
public struct KeptIndex: Hashable, Sendable {
    /// The document.
    public let document: IndexDocument
    /// When the upstream last confirmed it.
    public let confirmedAt: Instant

    /// Makes a kept index.
    public init(document: IndexDocument, confirmedAt: Instant) {
        self.document = document
        self.confirmedAt = confirmedAt
    }
}

/// What was found about an artifact's content, once.
public struct Judgement: Hashable, Sendable, Codable {
    /// The artifact.
    public let artifact: Artifact
    /// The SHA-256 of the inspected bytes, and so the blob's key.
    public let digest: Digest
    /// All digests of those bytes, to be held against what the index publishes later.
    public let digests: [Digest]
    /// The number of bytes.
    public let size: Int
    /// The verdict by content alone; time and people's decisions are added when it is asked for.
    public let verdict: Verdict
    /// The artifact that it was compared with.
    public let predecessor: Artifact?
    /// What it was judged under: the policy's fingerprint, marked for a young release. Under another policy, or when
    /// a held release has outgrown its youth, the verdict is made again from the report.
    public let policy: String
    /// The engine's version: a newer engine reads the bytes again.
    public let engine: String
    /// When.
    public let judgedAt: Instant
    /// The companion's SHA-256 and size, when the artifact has one.
    public let companion: Companion?

    /// A part of an artifact that is served beside it.
    public struct Companion: Hashable, Sendable, Codable {
        /// The SHA-256 of its bytes.
        public let digest: Digest
        /// The number of bytes.
        public let size: Int

        /// Makes a companion.
        public init(digest: Digest, size: Int) {
            self.digest = digest
            self.size = size
        }
    }

    /// Makes a judgement.
    public init(
        artifact: Artifact,
        digest: Digest,
        digests: [Digest],
        size: Int,
        verdict: Verdict,
        predecessor: Artifact?,
        policy: String,
        engine: String,
        judgedAt: Instant,
        companion: Companion?
    ) {
        self.artifact = artifact
        self.digest = digest
        self.digests = digests
        self.size = size
        self.verdict = verdict
        self.predecessor = predecessor
        self.policy = policy
        self.engine = engine
        self.judgedAt = judgedAt
        self.companion = companion
    }
}

extension Judgement {
    /// The same judgement on bytes that are damaged: no engine's, so that they are fetched and read again, and still the
    /// measure of what is fetched.
    var ofDamagedBytes: Judgement {
        Judgement(
            artifact: artifact,
            digest: digest,
            digests: digests,
            size: size,
            verdict: verdict,
            predecessor: predecessor,
            policy: policy,
            engine: "",
            judgedAt: judgedAt,
            companion: companion
        )
    }

    /// What stands behind a policy's mark where the release was young when it was judged.
    public static let youngMark = "-young"

    /// Whether the release was young when it was judged.
    public var isOfYoungRelease: Bool { policy.hasSuffix(Self.youngMark) }

    /// Whether the bytes were found to be damaged.
    var isOfDamagedBytes: Bool { engine.isEmpty }
}

/// An artifact that another engine read.
public struct OutdatedArtifact: Hashable, Sendable {
    /// The artifact.
    public let artifact: Artifact
    /// Where it stands in the order of such artifacts; larger than 0.
    public let position: Int64

    /// Makes an entry.
    public init(artifact: Artifact, position: Int64) {
        self.artifact = artifact
        self.position = position
    }
}

/// A decision that has no place in the record yet.
public struct DecisionDraft: Hashable, Sendable {
    /// What is decided.
    public let action: Decision.Action
    /// The package URL concerned; absent for `freeze` and `thaw`.
    public let subject: PackageURL?
    /// Who decides.
    public let actor: String
    /// When.
    public let at: Instant
    /// Why.
    public let reason: String
    /// When an admission ends.
    public let expires: Instant?
    /// For a freeze: the last visible instant.
    public let asOf: Instant?

    /// Makes a draft.
    public init(
        action: Decision.Action,
        subject: PackageURL?,
        actor: String,
        at: Instant,
        reason: String,
        expires: Instant? = nil,
        asOf: Instant? = nil
    ) {
        self.action = action
        self.subject = subject
        self.actor = actor
        self.at = at
        self.reason = reason
        self.expires = expires
        self.asOf = asOf
    }
}

/// One delivery of an artifact's bytes.
public struct Download: Hashable, Sendable, Codable {
    /// The artifact.
    public let artifact: Artifact
    /// The SHA-256 of what was delivered from.
    public let digest: Digest
    /// Who: a token's name, or the address.
    public let recipient: String
    /// The client's user agent, cut to 200 bytes.
    public let client: String
    /// When.
    public let at: Instant

    /// Makes a record.
    public init(artifact: Artifact, digest: Digest, recipient: String, client: String, at: Instant) {
        self.artifact = artifact
        self.digest = digest
        self.recipient = recipient
        self.client = client
        self.at = at
    }
}
