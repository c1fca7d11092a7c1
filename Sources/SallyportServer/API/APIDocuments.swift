public import SallyportEcosystem
public import SallyportGate
public import SallyportModel

/// The bodies of the API, version 1; `docs/api/openapi.yaml` describes them.
public enum APIDocuments {
    /// What the server is and does.
    public struct Status: Codable, Sendable {
        /// The program's version.
        public let version: String
        /// The ecosystems that are served, by mount.
        public let ecosystems: [String]
        /// The freeze in force.
        public let freeze: Decision?

        /// Makes a status.
        public init(version: String, ecosystems: [String], freeze: Decision?) {
            self.version = version
            self.ecosystems = ecosystems
            self.freeze = freeze
        }
    }

    /// Why a release stands as it does.
    public struct Why: Codable, Sendable {
        /// The release, as a package URL.
        public let purl: String
        /// One entry for each file.
        public let files: [Explanation]
        /// Decisions about the release or its package, oldest first.
        public let decisions: [Decision]

        /// Makes an explanation.
        public init(purl: String, files: [Explanation], decisions: [Decision]) {
            self.purl = purl
            self.files = files
            self.decisions = decisions
        }
    }

    /// One artifact that waits for a person.
    public struct Waiting: Codable, Sendable {
        /// The release, as a package URL.
        public let purl: String
        /// The file.
        public let filename: String
        /// The verdict by content.
        public let verdict: Verdict
        /// When it was judged.
        public let judgedAt: Instant

        /// Makes an entry.
        public init(purl: String, filename: String, verdict: Verdict, judgedAt: Instant) {
            self.purl = purl
            self.filename = filename
            self.verdict = verdict
            self.judgedAt = judgedAt
        }
    }

    /// A decision to be made.
    public struct DecisionRequest: Codable, Sendable {
        /// What is decided.
        public let action: Decision.Action
        /// The package URL concerned; absent for `freeze` and `thaw`.
        public let purl: String?
        /// Why.
        public let reason: String
        /// Who says so at the client's end; recorded beside the token's name.
        public let claimedBy: String?
        /// When an admission ends.
        public let expires: Instant?
        /// For a freeze: the last visible instant.
        public let asOf: Instant?

        /// Makes a request.
        public init(
            action: Decision.Action,
            purl: String?,
            reason: String,
            claimedBy: String?,
            expires: Instant? = nil,
            asOf: Instant? = nil
        ) {
            self.action = action
            self.purl = purl
            self.reason = reason
            self.claimedBy = claimedBy
            self.expires = expires
            self.asOf = asOf
        }
    }

    /// One delivery.
    public struct Delivery: Codable, Sendable {
        /// The release, as a package URL.
        public let purl: String
        /// The file.
        public let filename: String
        /// The SHA-256 of its bytes.
        public let digest: Digest
        /// Who got it.
        public let recipient: String
        /// With what client.
        public let client: String
        /// When.
        public let at: Instant

        /// Makes an entry.
        public init(_ download: Download) {
            purl = download.artifact.release.description
            filename = download.artifact.filename
            digest = download.digest
            recipient = download.recipient
            client = download.client
            at = download.at
        }
    }

    /// One release that somebody did not get.
    public struct Refused: Codable, Sendable {
        /// The release, as a package URL.
        public let purl: String
        /// The file, when one was asked for.
        public let filename: String?
        /// The verdict.
        public let verdict: Verdict
        /// Whether its bytes were asked for; otherwise it was left out of an index, being newer than all that is there.
        public let isRequested: Bool

        /// Makes an entry.
        public init(_ refusal: Refusal, isRequested: Bool) {
            purl = refusal.release.description
            filename = refusal.filename
            verdict = refusal.verdict
            self.isRequested = isRequested
        }
    }

    /// What went wrong.
    public struct Problem: Codable, Sendable {
        /// The sentence for the person at the terminal.
        public let error: String

        /// Makes a problem.
        public init(error: String) {
            self.error = error
        }
    }
}
